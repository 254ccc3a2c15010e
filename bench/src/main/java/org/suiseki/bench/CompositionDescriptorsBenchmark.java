package org.suiseki.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.suiseki.describe.composition.CompositionDescriptor;
import org.suiseki.describe.composition.CompositionDescriptors;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;

/**
 * Compositions described in a second by one thread, and formulas read and described, of 10,000
 * formulas of one to five elements. With {@code -p elements=TABLE.csv} the table is another, such
 * as XenonPy's of 58 properties.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CompositionDescriptorsBenchmark {
  private static final int FORMULAS = 10_000;

  /** A name with options, as the command line takes it. */
  @Param({"composition-290", "composition-means", "magpie", "kmd-1d", "ionic", "element-fractions"})
  public String name = "composition-290";

  /** A file of properties of the elements; that of Suiseki where it is empty. */
  @Param("")
  public String elements = "";

  private List<String> formulas = List.of();
  private List<Composition> compositions = List.of();
  private CompositionDescriptor descriptor = CompositionDescriptors.named(name);
  private double[] row = {};

  @Setup
  public void build() {
    ElementTable table =
        elements.isEmpty() ? ElementTable.standard() : ElementTable.read(Path.of(elements));
    descriptor = CompositionDescriptors.named(name, table);
    row = new double[descriptor.width()];
    SplittableRandom random = new SplittableRandom(1);
    List<String> made = new ArrayList<>();
    for (int i = 0; i < FORMULAS; i++) {
      made.add(formula(random));
    }
    formulas = made;
    compositions = made.stream().map(Composition::parse).toList();
  }

  private static String formula(SplittableRandom random) {
    StringBuilder formula = new StringBuilder();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      formula.append(Element.values()[random.nextInt(94)].symbol());
      int amount = 1 + random.nextInt(12);
      if (amount > 1) {
        formula.append(amount);
      }
    }
    return formula.toString();
  }

  @Benchmark
  @OperationsPerInvocation(FORMULAS)
  public void described(Blackhole hole) {
    for (Composition composition : compositions) {
      descriptor.describe(composition, row, 0);
      hole.consume(row);
    }
  }

  @Benchmark
  @OperationsPerInvocation(FORMULAS)
  public void readAndDescribed(Blackhole hole) {
    for (String formula : formulas) {
      descriptor.describe(Composition.parse(formula), row, 0);
      hole.consume(row);
    }
  }
}
