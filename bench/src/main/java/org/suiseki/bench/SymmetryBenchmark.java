package org.suiseki.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Site;
import org.suiseki.matter.geometry.Symmetry;

/**
 * Milliseconds to find the symmetry of about 10, 100, 1,000 and 10,000 sites: a supercell of rock
 * salt, the same with one site vacant, and as a disordered alloy without any symmetry.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SymmetryBenchmark {
  /** Cells along each edge: 8, 64, 1,000 and 10,648 sites. */
  @Param({"1", "2", "5", "11"})
  public int edge;

  private Crystal supercell = rockSalt();
  private Crystal vacancy = supercell;
  private Crystal alloy = supercell;

  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(SymmetryBenchmark.class.getSimpleName()).build()).run();
  }

  private static Crystal rockSalt() {
    List<Site> sites = new ArrayList<>();
    double[][] face = {{0, 0, 0}, {0.5, 0.5, 0}, {0.5, 0, 0.5}, {0, 0.5, 0.5}};
    for (double[] at : face) {
      sites.add(new Site(Element.Na, at[0], at[1], at[2]));
    }
    for (double[] at : face) {
      sites.add(new Site(Element.Cl, at[0] + 0.5, at[1], at[2]));
    }
    return Crystal.of(Lattice.cubic(5.64), sites);
  }

  @Setup
  public void build() {
    supercell = rockSalt().supercell(edge, edge, edge);
    List<Site> fewer = new ArrayList<>(supercell.sites());
    fewer.remove(0);
    vacancy = Crystal.of(supercell.lattice(), fewer);
    Random random = new Random(1);
    List<Site> mixed = new ArrayList<>();
    for (Site site : supercell.sites()) {
      boolean potassium =
          site.occupation().dominant().element() == Element.Na && random.nextBoolean();
      mixed.add(potassium ? new Site(Element.K, site.x(), site.y(), site.z()) : site);
    }
    alloy = Crystal.of(supercell.lattice(), mixed);
  }

  @Benchmark
  public Object supercell() {
    return Symmetry.of(supercell);
  }

  @Benchmark
  public Object vacancy() {
    return Symmetry.of(vacancy);
  }

  @Benchmark
  public Object alloy() {
    return Symmetry.of(alloy);
  }
}
