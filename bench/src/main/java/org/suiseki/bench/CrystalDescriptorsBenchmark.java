package org.suiseki.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.suiseki.describe.CrystalDescriptors;
import org.suiseki.describe.Descriptor;
import org.suiseki.matter.Crystal;

/** Milliseconds on one core to describe the {@link PhononCrystals}, by each descriptor. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CrystalDescriptorsBenchmark {
  @Param({
    "rdf",
    "rdf-xenonpy",
    "ofm",
    "bonds",
    "bonds-nearest",
    "order",
    "heterogeneity",
    "packing"
  })
  public String name = "rdf";

  private final List<Crystal> crystals = new ArrayList<>();
  private Descriptor<Crystal> descriptor = CrystalDescriptors.named(name);
  private double[] row = new double[0];

  public static void main(String[] arguments) throws RunnerException {
    new Runner(
            new OptionsBuilder().include(CrystalDescriptorsBenchmark.class.getSimpleName()).build())
        .run();
  }

  @Setup
  public void read() throws IOException {
    crystals.addAll(PhononCrystals.read());
    descriptor = CrystalDescriptors.named(name);
    row = new double[descriptor.width()];
  }

  @Benchmark
  public void describe(Blackhole hole) {
    for (Crystal crystal : crystals) {
      descriptor.describe(crystal, row, 0);
      hole.consume(row);
    }
  }
}
