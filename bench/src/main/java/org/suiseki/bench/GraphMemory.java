package org.suiseki.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.suiseki.describe.CrystalGraph;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Site;

/**
 * Holds the graphs (k = 12) of many large crystals at once and prints what of the heap they take
 * after garbage collection, as a line of JSON. The crystals are made from a seed: cubic grids in
 * skewed cells, each site displaced at random, six elements.
 */
public final class GraphMemory {
  private static final Element[] ELEMENTS = {
    Element.Li, Element.O, Element.Mg, Element.Ti, Element.Fe, Element.Ba
  };

  private static final double STEP = 2.2;

  private GraphMemory() {}

  /**
   * @param arguments how many crystals (28000), and of how many sites each (200)
   */
  public static void main(String[] arguments) {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 28_000;
    int sites = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    Random random = new Random(1);
    long before = heapInUse();
    long begin = System.nanoTime();
    List<CrystalGraph> graphs = new ArrayList<>(count);
    long edges = 0;
    for (int i = 0; i < count; i++) {
      CrystalGraph graph = CrystalGraph.nearest(crystal(sites, random), 12);
      edges += graph.edgeCount();
      graphs.add(graph);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    long bytes = heapInUse() - before;
    System.out.printf(
        Locale.ROOT,
        "{\"crystals\": %d, \"sites\": %d, \"edges\": %d, \"heapMB\": %.0f, \"bytesPerEdge\": %.2f,"
            + " \"largestHeapMB\": %.0f, \"seconds\": %.1f}%n",
        graphs.size(),
        sites,
        edges,
        bytes / 1e6,
        (double) bytes / edges,
        Runtime.getRuntime().maxMemory() / 1e6,
        seconds);
  }

  private static long heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static Crystal crystal(int count, Random random) {
    int edge = (int) Math.ceil(Math.cbrt(count));
    double length = edge * STEP;
    Lattice lattice =
        Lattice.ofParameters(length, length, length, angle(random), angle(random), angle(random));
    List<Site> sites = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sites.add(
          new Site(
              ELEMENTS[random.nextInt(ELEMENTS.length)],
              (i % edge + jitter(random)) / edge,
              (i / edge % edge + jitter(random)) / edge,
              (i / edge / edge + jitter(random)) / edge));
    }
    return Crystal.of(lattice, sites);
  }

  private static double angle(Random random) {
    return 75 + 30 * random.nextDouble();
  }

  /** A part of the step, so little that no two sites meet. */
  private static double jitter(Random random) {
    return 0.3 * (random.nextDouble() - 0.5);
  }
}
