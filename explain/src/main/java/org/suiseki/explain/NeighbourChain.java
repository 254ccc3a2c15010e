package org.suiseki.explain;

import org.suiseki.learn.Progress;

/**
 * The walk from nearest neighbour to nearest neighbour; what a distance is, and how two clusters
 * become one, is for its heirs to say. A cluster is named by one of its rows.
 */
abstract sealed class NeighbourChain permits MatrixChain, WardChain {
  private static final int EVERY = 256;
  private final int rows;
  private final int[] chain;
  private final boolean[] onChain;
  private int length;

  NeighbourChain(int rows) {
    this.rows = rows;
    this.chain = new int[rows];
    this.onChain = new boolean[rows];
  }

  /** Any cluster that is left. */
  abstract int any();

  /**
   * The nearest to a cluster; {@code previous} where it is as near as any.
   *
   * @param previous −1 where the chain begins
   */
  abstract int nearest(int cluster, int previous);

  /** The distance of two clusters, in the unit of the tree. */
  abstract double height(int cluster, int other);

  /** Makes one of two clusters; it takes the name {@code b}. */
  abstract void merge(int a, int b);

  final Dendrogram run(Progress progress) {
    Merges merges = new Merges(rows);
    for (int merge = 0; merge < rows - 1; merge++) {
      if (merge % EVERY == 0) {
        progress.check();
        progress.step("clusters", merge, rows - 1L);
      }
      if (length == 0) {
        push(any());
      }
      int end = chain[length - 1];
      while (true) {
        int previous = length > 1 ? chain[length - 2] : -1;
        int next = nearest(end, previous);
        // Distances fall along the chain, so that only the previous may be met again; where
        // rounding
        // says that it is another one, the two are tied.
        if (onChain[next]) {
          length -= 2;
          onChain[end] = false;
          onChain[previous] = false;
          int a = Math.min(end, previous);
          int b = Math.max(end, previous);
          merges.add(a, b, height(a, b));
          merge(a, b);
          break;
        }
        push(next);
        end = next;
      }
    }
    progress.step("clusters", rows - 1L, rows - 1L);
    return merges.dendrogram();
  }

  private void push(int cluster) {
    chain[length++] = cluster;
    onChain[cluster] = true;
  }
}
