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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Site;

/**
 * Microseconds per site for crystals of 10 to 10,000 sites: cells of corundum side by side, and the
 * same with every site displaced at random, which leaves no symmetry. The figures of a task whose
 * cost is linear are the same in every row. Diffraction has as many more reflections as the cell is
 * larger, hence so much more work for each site.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(CrystalScalingBenchmark.ALL_SITES)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CrystalScalingBenchmark {
  /** An operation goes through as many crystals as have so many sites together. */
  static final int ALL_SITES = 10_000;

  @Param({"COORDINATION", "FINGERPRINT", "GRAPH", "DIFFRACTION", "SYMMETRY"})
  public CrystalTask task = CrystalTask.COORDINATION;

  @Param({"10", "100", "1000", "10000"})
  public int sites = 10;

  /** Standard deviation of each coordinate in Å. */
  @Param({"0", "0.05"})
  public double displacement;

  private final List<Crystal> crystals = new ArrayList<>();

  @Setup
  public void build() {
    Crystal supercell =
        switch (sites) {
          case 10 -> corundum();
          case 100 -> corundum().supercell(5, 2, 1);
          case 1000 -> corundum().supercell(5, 5, 4);
          case 10_000 -> corundum().supercell(10, 10, 10);
          default -> throw new IllegalArgumentException("No supercell has " + sites + " sites.");
        };
    Random random = new Random(1);
    for (int i = 0; i < ALL_SITES / sites; i++) {
      crystals.add(displaced(supercell, random));
    }
  }

  /**
   * The rhombohedral cell of Al2O3, 2 Al2O3: Newnham and de Haan, Z. Kristallogr. 117, 235 (1962).
   */
  private static Crystal corundum() {
    double length = 5.128;
    double angle = 55.28;
    double aluminium = 0.3522;
    double oxygen = 0.5564;
    List<Site> sites = new ArrayList<>();
    for (double along : new double[] {aluminium, 0.5 - aluminium}) {
      sites.add(new Site(Element.Al, along, along, along));
      sites.add(new Site(Element.Al, -along, -along, -along));
    }
    for (int turn = 0; turn < 3; turn++) {
      double[] at = {oxygen, 0.5 - oxygen, 0.25};
      double x = at[turn];
      double y = at[(turn + 1) % 3];
      double z = at[(turn + 2) % 3];
      sites.add(new Site(Element.O, x, y, z));
      sites.add(new Site(Element.O, -x, -y, -z));
    }
    return Crystal.of(Lattice.ofParameters(length, length, length, angle, angle, angle), sites);
  }

  private Crystal displaced(Crystal crystal, Random random) {
    double[] at = crystal.fractionalCoordinates();
    double[] way = new double[3];
    List<Site> moved = new ArrayList<>();
    for (int i = 0; i < crystal.siteCount(); i++) {
      for (int axis = 0; axis < 3; axis++) {
        way[axis] = displacement * random.nextGaussian();
      }
      crystal.lattice().toFractional(way, 0, way, 0);
      Element element = crystal.occupation(i).dominant().element();
      moved.add(
          new Site(element, at[3 * i] + way[0], at[3 * i + 1] + way[1], at[3 * i + 2] + way[2]));
    }
    return Crystal.of(crystal.lattice(), moved);
  }

  @Benchmark
  public void perSite(Blackhole hole) {
    for (Crystal crystal : crystals) {
      hole.consume(task.of(crystal));
    }
  }
}
