package org.suiseki.explain.latent;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.Rows;

/**
 * How far the neighbours on a map are the neighbours in the space that it shows, after Venna and
 * Kaski, Artificial Neural Networks – ICANN 2001, doi:10.1007/3-540-44668-0_68, and Neural Networks
 * 19, 889 (2006), doi:10.1016/j.neunet.2006.05.014.
 *
 * <p>With n rows, k neighbours, N_k(i) the k nearest rows of row i in the space, M_k(i) those on
 * the map, and r(i, j), m(i, j) the rank of j among the neighbours of i in the space and on the map
 * (the nearest has rank 1):
 *
 * <pre>
 * trustworthiness = 1 − 2 / (n k (2n − 3k − 1)) · Σ_i Σ_{j ∈ M_k(i), j ∉ N_k(i)} (r(i, j) − k)
 * continuity      = 1 − 2 / (n k (2n − 3k − 1)) · Σ_i Σ_{j ∈ N_k(i), j ∉ M_k(i)} (m(i, j) − k)
 * </pre>
 *
 * <p>Trustworthiness falls where the map puts strangers side by side, continuity where it tears
 * neighbours apart. Both are 1 for a perfect map and about ½ for one made at random; 0 is the worst
 * there is. Distances are Euclidean; of rows at one distance the one with the lower number is the
 * nearer. Neither says anything about distances, densities or shapes beyond the k nearest: a map
 * may be perfect here and still stretch one region and squeeze another.
 *
 * @param neighbours k
 * @param trustworthiness from 0 to 1
 * @param continuity from 0 to 1
 */
public record MapQuality(int neighbours, double trustworthiness, double continuity) {

  /**
   * Both for one map, in O(n² (width + log n)) time on all processors and O(n) memory each.
   *
   * @param space rows × features
   * @param map the same rows × coordinates
   * @param neighbours k, at least 1 and below n / 2
   * @throws ExplainException where the rows do not fit, a value is not finite, or k is too large
   */
  public static MapQuality of(double[][] space, double[][] map, int neighbours) {
    int rows = space.length;
    check(space, map, neighbours);
    // Ranks are whole numbers: their sum does not depend on the order of the threads.
    long[] strangers = new long[rows];
    long[] torn = new long[rows];
    IntStream.range(0, rows)
        .parallel()
        .forEach(row -> {
          double[] inSpace = squares(space, row);
          double[] onMap = squares(map, row);
          double[] spaceSorted = sorted(inSpace, row);
          double[] mapSorted = sorted(onMap, row);
          strangers[row] = excess(onMap, mapSorted, inSpace, spaceSorted, neighbours);
          torn[row] = excess(inSpace, spaceSorted, onMap, mapSorted, neighbours);
        });
    double most = (double) rows * neighbours * (2.0 * rows - 3.0 * neighbours - 1) / 2;
    return new MapQuality(
        neighbours,
        1 - Arrays.stream(strangers).sum() / most,
        1 - Arrays.stream(torn).sum() / most);
  }

  /** Σ (rank in {@code other} − k) of the k nearest of {@code here} that are not so near there. */
  private static long excess(
      double[] here, double[] hereSorted, double[] other, double[] otherSorted, int k) {
    double limit = hereSorted[k - 1];
    int closer = first(hereSorted, limit);
    int tied = k - closer;
    long sum = 0;
    for (int j = 0; j < here.length; j++) {
      if (here[j] < limit || (here[j] == limit && tied-- > 0)) {
        sum += Math.max(0, rank(other, otherSorted, j) - k);
      }
    }
    return sum;
  }

  /** From 1: how many are closer, or as close with a lower number, and the row itself. */
  private static int rank(double[] squares, double[] sorted, int j) {
    int first = first(sorted, squares[j]);
    int rank = first + 1;
    if (first + 1 < sorted.length && sorted[first + 1] == squares[j]) {
      for (int other = 0; other < j; other++) {
        rank += squares[other] == squares[j] ? 1 : 0;
      }
    }
    return rank;
  }

  /** The first place of a value that is there. */
  private static int first(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Squared distances to all rows; to itself infinite, so that it is nobody's neighbour. */
  private static double[] squares(double[][] rows, int row) {
    double[] here = rows[row];
    double[] squares = new double[rows.length];
    for (int other = 0; other < rows.length; other++) {
      double[] there = rows[other];
      double sum = 0;
      for (int i = 0; i < here.length; i++) {
        sum += (here[i] - there[i]) * (here[i] - there[i]);
      }
      squares[other] = sum;
    }
    squares[row] = Double.POSITIVE_INFINITY;
    return squares;
  }

  private static double[] sorted(double[] squares, int row) {
    double[] sorted = squares.clone();
    Arrays.sort(sorted);
    if (sorted.length > 1 && sorted[sorted.length - 2] == Double.POSITIVE_INFINITY) {
      throw new ExplainException(
          "Row " + row + " is too far from another row for a distance between them.",
          "Scale the features to a common size.");
    }
    return sorted;
  }

  private static void check(double[][] space, double[][] map, int neighbours) {
    Rows.check(space, "row of the space");
    Rows.check(map, "point of the map");
    if (space.length != map.length) {
      throw new ExplainException(
          "The map has " + map.length + " points for " + space.length + " rows.",
          "Give the same rows in the same order.");
    }
    if (neighbours < 1 || 2L * neighbours >= space.length) {
      throw new ExplainException(
          neighbours
              + " neighbours were asked for among "
              + space.length
              + " rows; the measures are defined below half the rows.",
          "Ask for at least 1 and fewer than half the rows.");
    }
  }
}
