package org.suiseki.learn;

/**
 * A decision tree: node 0 is the root; a node asks whether {@code row[column] ≤ cut} and goes to
 * its first child if so, to the one after it if not.
 *
 * @param column of each node; −1 for a leaf
 * @param cut of each node; 0 for a leaf
 * @param child the first child of each node; 0 for a leaf
 * @param shares nodes × classes: of the classes in each leaf; 0 elsewhere
 */
record Tree(int[] column, double[] cut, int[] child, float[] shares) {

  int nodes() {
    return column.length;
  }

  /** Adds the shares of the leaf that the row falls into. */
  void addTo(double[] sum, double[] values, int from) {
    int node = 0;
    while (column[node] >= 0) {
      node = values[from + column[node]] <= cut[node] ? child[node] : child[node] + 1;
    }
    for (int one = 0; one < sum.length; one++) {
      sum[one] += shares[node * sum.length + one];
    }
  }
}
