package org.suiseki.explain;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Merges in the order in which a chain of nearest neighbours finds them, each named by one leaf of
 * either side; {@link #dendrogram} puts them in order of height and names clusters.
 */
final class Merges {
  private final int[] first;
  private final int[] second;
  private final double[] heights;
  private int count;

  Merges(int leaves) {
    first = new int[leaves - 1];
    second = new int[leaves - 1];
    heights = new double[leaves - 1];
  }

  void add(int leaf, int otherLeaf, double height) {
    first[count] = leaf;
    second[count] = otherLeaf;
    heights[count++] = height;
  }

  Dendrogram dendrogram() {
    int leaves = heights.length + 1;
    // A stable sort: merges of one height stay in the order of the chain, children first.
    int[] order =
        IntStream.range(0, heights.length)
            .boxed()
            .sorted(Comparator.comparingDouble(merge -> heights[merge]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] left = new int[heights.length];
    int[] right = new int[heights.length];
    double[] sorted = new double[heights.length];
    int[] parent = IntStream.range(0, 2 * leaves - 1).toArray();
    for (int merge = 0; merge < order.length; merge++) {
      int a = root(parent, first[order[merge]]);
      int b = root(parent, second[order[merge]]);
      left[merge] = Math.min(a, b);
      right[merge] = Math.max(a, b);
      sorted[merge] = heights[order[merge]];
      parent[a] = leaves + merge;
      parent[b] = leaves + merge;
    }
    return new Dendrogram(leaves, left, right, sorted);
  }

  private static int root(int[] parent, int node) {
    int root = node;
    while (parent[root] != root) {
      root = parent[root];
    }
    int at = node;
    while (parent[at] != root) {
      int next = parent[at];
      parent[at] = root;
      at = next;
    }
    return root;
  }
}
