package org.suiseki.explain;

import java.util.Arrays;

/**
 * The tree of a hierarchical clustering, as {@code scipy.cluster.hierarchy.linkage} writes it: the
 * leaves are the clusters 0 … leaves − 1, merge i makes the cluster leaves + i of the two clusters
 * {@code left[i] < right[i]}, and heights do not fall. Arrays are handed over, not copied: neither
 * side changes them afterwards.
 *
 * @param leaves how many rows were clustered, at least 1
 * @param left leaves − 1 clusters
 * @param right leaves − 1 clusters, each above its {@code left}
 * @param heights how far the two were apart, in the unit of the distances
 */
public record Dendrogram(int leaves, int[] left, int[] right, double[] heights) {

  /**
   * @throws ExplainException where the merges are not those of one tree
   */
  public Dendrogram {
    if (leaves < 1
        || left.length != leaves - 1
        || right.length != leaves - 1
        || heights.length != leaves - 1) {
      throw broken(leaves + " leaves need " + (leaves - 1) + " merges.");
    }
    boolean[] merged = new boolean[2 * leaves - 1];
    for (int merge = 0; merge < left.length; merge++) {
      int a = left[merge];
      int b = right[merge];
      if (!(0 <= a && a < b && b < leaves + merge) || merged[a] || merged[b]) {
        throw broken("Merge " + merge + " is of the clusters " + a + " and " + b + ".");
      }
      merged[a] = true;
      merged[b] = true;
      if (!(heights[merge] >= (merge == 0 ? 0 : heights[merge - 1]))) {
        throw broken("Merge " + merge + " has the height " + heights[merge] + ".");
      }
    }
  }

  /** How many leaves each merge's cluster has. */
  public int[] sizes() {
    int[] sizes = new int[left.length];
    for (int merge = 0; merge < sizes.length; merge++) {
      sizes[merge] = size(sizes, left[merge]) + size(sizes, right[merge]);
    }
    return sizes;
  }

  /**
   * The cluster of each row when exactly so many are left: the last {@code clusters} − 1 merges
   * undone. Clusters are numbered from 0 in the order of their first row. (SciPy's cut by {@code
   * maxclust} may give fewer where merges tie.)
   */
  public int[] cut(int clusters) {
    if (clusters < 1 || clusters > leaves) {
      throw new ExplainException(
          clusters + " clusters were asked for of " + leaves + " rows.",
          "Ask for between 1 and " + leaves + ".");
    }
    return labels(leaves - clusters);
  }

  /** The cluster of each row when all merges up to this height, itself included, are done. */
  public int[] cutAt(double height) {
    int merges = 0;
    while (merges < heights.length && heights[merges] <= height) {
      merges++;
    }
    return labels(merges);
  }

  /** The rows as a drawing of the tree has them side by side: each left branch before its right. */
  public int[] order() {
    int[] order = new int[leaves];
    int[] open = new int[leaves];
    int depth = 0;
    int placed = 0;
    open[depth++] = 2 * leaves - 2;
    while (depth > 0) {
      int node = open[--depth];
      if (node < leaves) {
        order[placed++] = node;
      } else {
        open[depth++] = right[node - leaves];
        open[depth++] = left[node - leaves];
      }
    }
    return order;
  }

  private int[] labels(int merges) {
    // From the top down, so that each cluster knows the one it ends in.
    int[] top = new int[leaves + merges];
    Arrays.fill(top, -1);
    for (int node = leaves + merges - 1; node >= leaves; node--) {
      int end = top[node] < 0 ? node : top[node];
      top[left[node - leaves]] = end;
      top[right[node - leaves]] = end;
    }
    int[] number = new int[leaves + merges];
    Arrays.fill(number, -1);
    int[] labels = new int[leaves];
    int clusters = 0;
    for (int row = 0; row < leaves; row++) {
      int end = top[row] < 0 ? row : top[row];
      if (number[end] < 0) {
        number[end] = clusters++;
      }
      labels[row] = number[end];
    }
    return labels;
  }

  private int size(int[] sizes, int cluster) {
    return cluster < leaves ? 1 : sizes[cluster - leaves];
  }

  private static ExplainException broken(String why) {
    return new ExplainException(
        "The tree of clusters is not sound. " + why,
        "Give merges in the order of their heights, each cluster merged once.");
  }
}
