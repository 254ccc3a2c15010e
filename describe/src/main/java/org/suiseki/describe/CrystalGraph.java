package org.suiseki.describe;

import java.util.Arrays;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;

/**
 * A crystal as a network sees it: a node for each site, and for each pair of neighbours an edge
 * with the way from one to the other. Immutable.
 *
 * <p>Edge e belongs to node i where {@code from(i) <= e < to(i)} and leads to {@code target(e)} in
 * the cell {@code image(e, axis)}. The edges of a node ascend by distance, and within a shell of
 * equal distances (to 1e-6 Å) by target and image. Whole shells are kept, so that the graph depends
 * on the crystal alone: supercells, rotations, other origins and other orders of the sites give the
 * same graph but for the numbers of the nodes.
 *
 * <p>Memory: 8 bytes an edge and 32 a node; displacements are computed from the positions when they
 * are asked for. Graphs of 28,000 crystals of 200 sites with 13 edges each were measured to take
 * 786 MB.
 *
 * <pre>{@code
 * CrystalGraph graph = CrystalGraph.nearest(crystal, 12);     // as ALIGNN builds it
 * GraphBatch batch = GraphBatch.of(List.of(graph, another));
 * LineGraph angles = batch.lineGraph(true);
 * }</pre>
 */
public final class CrystalGraph {
  private final Lattice lattice;
  private final double[] fractional;
  private final Occupation[] occupations;
  private final int[] starts;
  private final int[] targets;
  private final PackedImages images;

  CrystalGraph(Crystal crystal, int[] starts, int[] targets, PackedImages images) {
    this.lattice = crystal.lattice();
    this.fractional = crystal.fractionalCoordinates();
    this.occupations = new Occupation[crystal.siteCount()];
    for (int i = 0; i < occupations.length; i++) {
      occupations[i] = crystal.occupation(i);
    }
    this.starts = starts;
    this.targets = targets;
    this.images = images;
  }

  /**
   * The graph of {@link EdgeRule#nearest(int)}: the k nearest of each site with the whole shell of
   * the k-th, each edge in both directions.
   *
   * @throws DescribeException for k below 1
   * @throws org.suiseki.matter.MatterException where atoms overlap
   */
  public static CrystalGraph nearest(Crystal crystal, int k) {
    return of(crystal, EdgeRule.nearest(k));
  }

  /**
   * An edge for each pair of sites, and each of a site's own images, within a distance.
   *
   * @param radius in Å, included
   * @throws DescribeException for a radius that is not above 0, or where atoms overlap
   */
  public static CrystalGraph within(Crystal crystal, double radius) {
    return of(crystal, EdgeRule.within(radius));
  }

  /**
   * The graph of a rule; time grows linearly with the edges.
   *
   * @throws DescribeException where atoms overlap in a graph by radius
   * @throws org.suiseki.matter.MatterException where they do in one by number, or neighbours are
   *     too many
   */
  public static CrystalGraph of(Crystal crystal, EdgeRule rule) {
    return EdgeBuilder.build(crystal, rule);
  }

  public int nodeCount() {
    return occupations.length;
  }

  /** Directed edges. */
  public int edgeCount() {
    return targets.length;
  }

  /** The first edge of a node. */
  public int from(int node) {
    return starts[node];
  }

  /** After the last edge of a node. */
  public int to(int node) {
    return starts[node + 1];
  }

  /** The node an edge leads to. */
  public int target(int edge) {
    return targets[edge];
  }

  /** In which cell the target stands: whole multiples of lattice vector {@code axis}, 0 to 2. */
  public int image(int edge, int axis) {
    return images.get(edge, axis);
  }

  /** What stands on a node's site. */
  public Occupation occupation(int node) {
    return occupations[node];
  }

  /** The element with the largest part of a node's site. */
  public Element element(int node) {
    return occupations[node].dominant().element();
  }

  /** Writes x, y, z of an edge's way in Å from {@code offset} on. */
  public void displacement(int node, int edge, double[] out, int offset) {
    int p = 3 * node;
    int q = 3 * targets[edge];
    out[offset] = fractional[q] - fractional[p] + images.get(edge, 0);
    out[offset + 1] = fractional[q + 1] - fractional[p + 1] + images.get(edge, 1);
    out[offset + 2] = fractional[q + 2] - fractional[p + 2] + images.get(edge, 2);
    lattice.toCartesian(out, offset, out, offset);
  }

  /** The node each edge begins at: a new array. */
  public int[] sources() {
    int[] sources = new int[targets.length];
    for (int node = 0; node < occupations.length; node++) {
      Arrays.fill(sources, starts[node], starts[node + 1], node);
    }
    return sources;
  }

  /** The node each edge leads to: a new array. */
  public int[] targets() {
    return targets.clone();
  }

  /** x, y, z of all edges in Å, one after another: a new array. */
  public double[] displacements() {
    double[] displacements = new double[3 * targets.length];
    for (int node = 0; node < occupations.length; node++) {
      for (int e = starts[node]; e < starts[node + 1]; e++) {
        displacement(node, e, displacements, 3 * e);
      }
    }
    return displacements;
  }

  /** The lengths of all edges in Å: a new array. */
  public double[] distances() {
    double[] ways = displacements();
    double[] distances = new double[targets.length];
    for (int e = 0; e < distances.length; e++) {
      double x = ways[3 * e];
      double y = ways[3 * e + 1];
      double z = ways[3 * e + 2];
      distances[e] = Math.sqrt(x * x + y * y + z * z);
    }
    return distances;
  }
}
