package org.suiseki.explain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far clusters agree with classes that are known, or with the clusters of another method. */
public final class ClusterAgreement {

  private ClusterAgreement() {}

  /**
   * The adjusted Rand index: the share of pairs of rows on which two partitions agree (together in
   * both, or apart in both), from 0 for what chance gives to 1 for the same partition; below 0
   * where they agree less than chance. Hubert and Arabie, J. Classif. 2, 193 (1985),
   * doi:10.1007/BF01908075, equation 5. Symmetric; names of clusters do not matter. O(rows).
   *
   * @param one a cluster for each row
   * @param other a cluster or class for each row
   */
  public static double adjustedRand(int[] one, int[] other) {
    long[][] counts = counts(one, other);
    long rows = one.length;
    double both = 0;
    double inOne = 0;
    double inOther = 0;
    long[] columns = new long[counts[0].length];
    for (long[] row : counts) {
      long sum = 0;
      for (int j = 0; j < row.length; j++) {
        both += row[j] * (row[j] - 1);
        sum += row[j];
        columns[j] += row[j];
      }
      inOne += sum * (sum - 1);
    }
    for (long column : columns) {
      inOther += column * (column - 1);
    }
    if (both == inOne && both == inOther) {
      return 1;
    }
    double expected = inOne * inOther / ((double) rows * (rows - 1));
    return (both - expected) / ((inOne + inOther) / 2 - expected);
  }

  /**
   * The share of rows whose class is the most frequent one of their cluster, from above 0 to 1. It
   * rises with the number of clusters and is 1 when each row is alone: compare only cuts of one
   * number of clusters.
   */
  public static double purity(int[] clusters, int[] classes) {
    long right = 0;
    for (long[] row : counts(clusters, classes)) {
      right += Arrays.stream(row).max().orElse(0);
    }
    return (double) right / clusters.length;
  }

  /** The number of each name, from 0, in the order in which they first occur. */
  public static int[] numbers(List<?> names) {
    Map<Object, Integer> numbers = new HashMap<>();
    int[] labels = new int[names.size()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = numbers.computeIfAbsent(names.get(row), unseen -> numbers.size());
    }
    return labels;
  }

  /** Rows in each cluster of one and each cluster of the other. */
  private static long[][] counts(int[] one, int[] other) {
    if (one.length == 0 || one.length != other.length) {
      throw new ExplainException(
          one.length + " labels cannot be compared with " + other.length + ".",
          "Give the clusters of the same rows, one row at least.");
    }
    int[] rows = numbers(Arrays.stream(one).boxed().toList());
    int[] columns = numbers(Arrays.stream(other).boxed().toList());
    int height = Arrays.stream(rows).max().orElse(0) + 1;
    int width = Arrays.stream(columns).max().orElse(0) + 1;
    long[][] counts = new long[height][width];
    for (int row = 0; row < rows.length; row++) {
      counts[rows[row]][columns[row]]++;
    }
    return counts;
  }
}
