package org.suiseki.learn;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * Grows one tree, node by node. Rows are kept in one array in which every node owns a stretch, so
 * that nothing is allocated for a node but the node itself.
 */
final class TreeGrowth {
  private final ForestClassifier options;
  private final TreeRows rows;
  private final SplittableRandom random;
  private final int classes;
  private final int[] order;
  private final int[] columns;
  private final long[] sorting;
  private final double[] all;
  private final double[] left;
  private int nodes;
  private int[] column = new int[64];
  private double[] cut = new double[64];
  private int[] child = new int[64];
  private float[] shares;

  /** The best cut of the node in hand. */
  private int bestColumn;

  private double bestCut;
  private double bestScore;

  /** A node that is still to be looked at: its rows are {@code from} to {@code to} − 1. */
  private record Open(int node, int from, int to, int depth) {}

  TreeGrowth(ForestClassifier options, TreeRows rows, long seed) {
    this.options = options;
    this.rows = rows;
    random = new SplittableRandom(seed);
    classes = rows.classes();
    order = new int[rows.count()];
    Arrays.setAll(order, row -> row);
    columns = new int[rows.columns().length];
    Arrays.setAll(columns, one -> one);
    sorting = new long[options.cut() == ForestClassifier.Cut.BEST ? rows.count() : 0];
    all = new double[classes];
    left = new double[classes];
    shares = new float[64 * classes];
  }

  Tree grow() {
    Deque<Open> open = new ArrayDeque<>();
    open.push(new Open(added(), 0, order.length, 0));
    while (!open.isEmpty()) {
      Open node = open.pop();
      count(node.from, node.to);
      if (!worthCutting(node) || !findCut(node)) {
        leaf(node.node);
        continue;
      }
      int middle = part(node.from, node.to);
      column[node.node] = bestColumn;
      cut[node.node] = bestCut;
      int first = added();
      added();
      child[node.node] = first;
      open.push(new Open(first + 1, middle, node.to, node.depth + 1));
      open.push(new Open(first, node.from, middle, node.depth + 1));
    }
    return new Tree(
        Arrays.copyOf(column, nodes),
        Arrays.copyOf(cut, nodes),
        Arrays.copyOf(child, nodes),
        Arrays.copyOf(shares, nodes * classes));
  }

  private int added() {
    if (nodes == column.length) {
      column = Arrays.copyOf(column, 2 * nodes);
      cut = Arrays.copyOf(cut, 2 * nodes);
      child = Arrays.copyOf(child, 2 * nodes);
      shares = Arrays.copyOf(shares, 2 * nodes * classes);
    }
    column[nodes] = -1;
    return nodes++;
  }

  private void count(int from, int to) {
    Arrays.fill(all, 0);
    for (int i = from; i < to; i++) {
      int label = rows.labels()[order[i]];
      all[label] += rows.weights()[label];
    }
  }

  private boolean worthCutting(Open node) {
    int present = 0;
    for (double weight : all) {
      present += weight > 0 ? 1 : 0;
    }
    return present > 1 && node.depth < options.depth() && node.to - node.from >= 2 * options.leaf();
  }

  private void leaf(int node) {
    double total = 0;
    for (double weight : all) {
      total += weight;
    }
    for (int one = 0; one < classes; one++) {
      shares[node * classes + one] = (float) (all[one] / total);
    }
  }

  /** Tries columns drawn without replacement until enough of them were not constant. */
  private boolean findCut(Open node) {
    bestScore = Double.NEGATIVE_INFINITY;
    int tried = 0;
    for (int i = 0; i < columns.length && tried < options.columns(); i++) {
      int j = i + below(columns.length - i);
      int drawn = columns[j];
      columns[j] = columns[i];
      columns[i] = drawn;
      boolean offers =
          switch (options.cut()) {
            case BEST -> tryBest(drawn, node.from, node.to);
            case RANDOM -> tryRandom(drawn, node.from, node.to);
          };
      tried += offers ? 1 : 0;
    }
    return bestScore > Double.NEGATIVE_INFINITY;
  }

  /** Whether the column varies in the node. */
  private boolean tryRandom(int one, int from, int to) {
    double[] values = rows.columns()[one];
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      double value = values[order[i]];
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    if (!(least < most)) {
      return false;
    }
    double at = least + (most - least) * (random.nextLong() >>> 11) * 0x1p-53;
    // Rounding may reach the largest value, which would leave nothing on the right.
    at = at < most ? at : least;
    Arrays.fill(left, 0);
    int count = 0;
    for (int i = from; i < to; i++) {
      int row = order[i];
      if (values[row] <= at) {
        int label = rows.labels()[row];
        left[label] += rows.weights()[label];
        count++;
      }
    }
    offer(one, at, count, to - from);
    return true;
  }

  private boolean tryBest(int one, int from, int to) {
    double[] values = rows.columns()[one];
    int count = to - from;
    // As floats, whose bits sort as whole numbers do, with the place of the row below them.
    for (int i = 0; i < count; i++) {
      int bits = Float.floatToRawIntBits((float) values[order[from + i]] + 0f);
      sorting[i] = (long) (bits ^ ((bits >> 31) & 0x7fffffff)) << 32 | order[from + i];
    }
    Arrays.sort(sorting, 0, count);
    Arrays.fill(left, 0);
    boolean varies = false;
    for (int i = 0; i + 1 < count; i++) {
      int label = rows.labels()[(int) sorting[i]];
      left[label] += rows.weights()[label];
      double value = values[(int) sorting[i]];
      double next = values[(int) sorting[i + 1]];
      if (sorting[i] >> 32 < sorting[i + 1] >> 32 && value < next) {
        varies = true;
        offer(one, middle(value, next), i + 1, count);
      }
    }
    return varies;
  }

  private static double middle(double value, double next) {
    double middle = value + (next - value) / 2;
    return middle < next ? middle : value;
  }

  /**
   * Takes the cut if it is the best so far: the least weighted Gini impurity of both sides is the
   * largest Σ left²/left total + Σ right²/right total.
   */
  private void offer(int one, double at, int count, int of) {
    if (count < options.leaf() || of - count < options.leaf()) {
      return;
    }
    double onLeft = 0;
    double onRight = 0;
    double leftSquares = 0;
    double rightSquares = 0;
    for (int label = 0; label < classes; label++) {
      double right = all[label] - left[label];
      onLeft += left[label];
      onRight += right;
      leftSquares += left[label] * left[label];
      rightSquares += right * right;
    }
    double score = leftSquares / onLeft + rightSquares / onRight;
    if (score > bestScore) {
      bestScore = score;
      bestColumn = one;
      bestCut = at;
    }
  }

  /** Brings the rows of the first child before the others; returns where those begin. */
  private int part(int from, int to) {
    double[] values = rows.columns()[bestColumn];
    int middle = from;
    for (int i = from; i < to; i++) {
      int row = order[i];
      if (values[row] <= bestCut) {
        order[i] = order[middle];
        order[middle++] = row;
      }
    }
    return middle;
  }

  /** A number below the bound, the same on every Java version. */
  private int below(int bound) {
    return (int) ((random.nextLong() >>> 33) * bound >>> 31);
  }
}
