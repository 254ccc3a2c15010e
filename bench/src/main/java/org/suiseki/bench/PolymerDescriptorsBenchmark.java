package org.suiseki.bench;

import java.util.List;
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
import org.suiseki.describe.Descriptor;
import org.suiseki.describe.molecule.PolymerDescriptors;
import org.suiseki.matter.RepeatUnit;

/** Polymers described in a second, and read from SMILES and described; of 8 to 50 heavy atoms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PolymerDescriptorsBenchmark {
  private static final List<String> SMILES =
      List.of(
          "*CC(*)c1ccccc1",
          "*CC(*)(C)C(=O)OCCCC",
          "*NCCCCCCNC(=O)CCCCC(*)=O",
          "*OCCOC(=O)c1ccc(cc1)C(*)=O",
          "*Oc1ccc(cc1)C(C)(C)c1ccc(cc1)OC(*)=O",
          "*Oc1ccc(cc1)C(=O)c1ccc(cc1)Oc1ccc(*)cc1",
          "*Nc1ccc(cc1)Oc1ccc(cc1)NC(=O)c1ccc(cc1)C(*)=O",
          "*c1ccc(cc1)Oc1ccc(cc1)N1C(=O)c2cc3c(cc2C1=O)C(=O)N(*)C3=O",
          "*OC(=O)Nc1ccc(cc1)Cc1ccc(cc1)NC(=O)OCCCC*",
          "*CC(O)COc1ccc(cc1)C1(c2ccccc2-c2ccccc21)c1ccc(cc1)OCC(O)CN(*)Cc1ccccc1");

  /** A name with options, as the command line takes it. */
  @Param({
    "ecfp:bits=1024",
    "ecfp:radius=3:bits=2048",
    "fcfp:bits=1024",
    "atom-pairs:longest=10",
    "torsions",
    "paths",
    "physchem"
  })
  public String name = "ecfp";

  private Descriptor<RepeatUnit> descriptor = PolymerDescriptors.named(name);
  private List<RepeatUnit> units = List.of();
  private double[] row = {};

  @Setup
  public void build() {
    descriptor = PolymerDescriptors.named(name);
    units = SMILES.stream().map(RepeatUnit::parse).toList();
    row = new double[descriptor.width()];
  }

  @Benchmark
  @OperationsPerInvocation(10)
  public void describe(Blackhole hole) {
    for (RepeatUnit unit : units) {
      descriptor.describe(unit, row, 0);
      hole.consume(row);
    }
  }

  @Benchmark
  @OperationsPerInvocation(10)
  public void readAndDescribe(Blackhole hole) {
    for (String smiles : SMILES) {
      descriptor.describe(RepeatUnit.parse(smiles), row, 0);
      hole.consume(row);
    }
  }
}
