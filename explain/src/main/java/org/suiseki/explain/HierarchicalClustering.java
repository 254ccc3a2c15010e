package org.suiseki.explain;

import org.suiseki.learn.Progress;

/**
 * Agglomerative clustering: from every row a cluster of its own to one cluster of all, at each step
 * the two nearest merged. Found by the chain of nearest neighbours (Murtagh, Comput. J. 26, 354
 * (1983), doi:10.1093/comjnl/26.4.354; Müllner, arXiv:1109.2378, fig. 3): from any cluster go to
 * its nearest, and on, until two are each other's nearest; merge them and go on from the chain's
 * end. The tree is the same as that of always merging the nearest two.
 *
 * <p>Ties: where two pairs are equally far apart, the tree is one of several right ones. Here the
 * chain then prefers to turn back, and otherwise takes the cluster whose name (one of its rows) is
 * the lowest; SciPy and others may choose otherwise, with the same heights for single linkage and
 * possibly other heights above the tie for the rest.
 *
 * <p>When not to use it: clusters are never split again once merged, so an early mistake stays; and
 * Ward and complete linkage cut a continuous series into pieces of similar extent where nature made
 * no cut. Judge the cut by {@link Silhouette}.
 */
public final class HierarchicalClustering {

  private HierarchicalClustering() {}

  /**
   * From points, with Euclidean distances. Ward's method needs O(rows · width) memory and O(rows² ·
   * width) time (centres are enough): 20,000 rows of 64 features in 7 to 10 s on one core, and a
   * sixth of that for 8,000. The others hold all distances, 8 bytes for each of rows²/2 pairs.
   *
   * @param points rows × features, finite
   * @param progress is told of merges, as {@code clusters}
   */
  public static Dendrogram of(double[][] points, Linkage linkage, Progress progress) {
    if (linkage == Linkage.WARD) {
      Rows.check(points, "point");
      return new WardChain(points).run(progress);
    }
    return of(DistanceMatrix.euclidean(points), linkage, progress);
  }

  /** From distances of any kind, in O(rows²) time and memory; the matrix stays as it is. */
  public static Dendrogram of(DistanceMatrix distances, Linkage linkage, Progress progress) {
    return new MatrixChain(distances, linkage).run(progress);
  }
}
