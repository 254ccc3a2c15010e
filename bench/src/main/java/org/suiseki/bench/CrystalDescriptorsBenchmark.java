package org.suiseki.bench;

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
import org.suiseki.describe.CrystalDescriptors;
import org.suiseki.describe.Descriptor;
import org.suiseki.matter.Crystal;

/** Milliseconds to describe all {@link PhononCrystals}, by each descriptor. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CrystalDescriptorsBenchmark {
  /** A name with options, as the command line takes it. */
  @Param({
    "rdf",
    "rdf-xenonpy",
    "ofm",
    "crystalnn-ops",
    "crystalnn-cn",
    "crystalnn-shapes",
    "soap",
    "bonds",
    "bonds-nearest",
    "order",
    "heterogeneity",
    "packing",
    "density"
  })
  public String name = "rdf";

  private Descriptor<Crystal> descriptor = CrystalDescriptors.named(name);
  private double[] row = {};

  @Setup
  public void build() {
    descriptor = CrystalDescriptors.named(name);
    row = new double[descriptor.width()];
  }

  @Benchmark
  public void all(PhononCrystals crystals, Blackhole hole) {
    for (Crystal crystal : crystals.crystals()) {
      descriptor.describe(crystal, row, 0);
      hole.consume(row);
    }
  }
}
