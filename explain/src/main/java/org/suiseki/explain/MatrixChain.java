package org.suiseki.explain;

import java.util.Arrays;

/** Clusters known by their distances alone, kept up to date by the rule of the linkage. */
final class MatrixChain extends NeighbourChain {
  private final int rows;
  private final double[] distances;
  private final Linkage linkage;
  private final int[] sizes;

  MatrixChain(DistanceMatrix matrix, Linkage linkage) {
    super(matrix.rows());
    this.rows = matrix.rows();
    this.distances = matrix.values().clone();
    this.linkage = linkage;
    this.sizes = new int[rows];
    Arrays.fill(sizes, 1);
  }

  @Override
  int any() {
    int cluster = 0;
    while (sizes[cluster] == 0) {
      cluster++;
    }
    return cluster;
  }

  @Override
  int nearest(int cluster, int previous) {
    int best = previous;
    double least = previous < 0 ? Double.POSITIVE_INFINITY : height(cluster, previous);
    // Down the column, where each step is one shorter than the one before, and then along the row.
    int at = cluster - 1;
    for (int other = 0; other < cluster; other++) {
      if (distances[at] < least && sizes[other] > 0) {
        least = distances[at];
        best = other;
      }
      at += rows - other - 2;
    }
    at = cluster + 1 < rows ? DistanceMatrix.index(rows, cluster, cluster + 1) : 0;
    for (int other = cluster + 1; other < rows; other++) {
      if (distances[at] < least && sizes[other] > 0) {
        least = distances[at];
        best = other;
      }
      at++;
    }
    return best;
  }

  @Override
  double height(int cluster, int other) {
    return distances[DistanceMatrix.index(rows, cluster, other)];
  }

  @Override
  void merge(int a, int b) {
    double between = height(a, b);
    for (int other = 0; other < rows; other++) {
      if (sizes[other] > 0 && other != a && other != b) {
        int toB = DistanceMatrix.index(rows, b, other);
        double toA = distances[DistanceMatrix.index(rows, a, other)];
        distances[toB] =
            linkage.merged(toA, distances[toB], between, sizes[a], sizes[b], sizes[other]);
      }
    }
    sizes[b] += sizes[a];
    sizes[a] = 0;
  }
}
