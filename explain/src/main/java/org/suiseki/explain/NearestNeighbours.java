package org.suiseki.explain;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The k nearest rows by Euclidean distance, exactly, by comparing with every row: O(queries × rows
 * × features), less where a distance is already too large half-way. Meant for up to about 30 000
 * rows; queries run in parallel and the answer does not depend on how.
 */
public final class NearestNeighbours {
  private static final int STRIP = 32;
  private static final int TILE = 16;
  private final double[][] points;
  private final double[] mean;
  private final double[] scale;

  private NearestNeighbours(double[][] points, double[] mean, double[] scale) {
    this.points = points;
    this.mean = mean;
    this.scale = scale;
  }

  /**
   * Distances between z-scored features: each feature minus its mean over its standard deviation in
   * {@code reference}. A feature that never varies there is compared in its own unit.
   *
   * @param reference rows × features, such as {@code DifferentiableModel.features} of the training
   *     rows
   */
  public static NearestNeighbours scaled(double[][] reference) {
    int width = widthOf(reference);
    double[] mean = new double[width];
    double[] scale = new double[width];
    for (double[] row : reference) {
      for (int i = 0; i < width; i++) {
        mean[i] += row[i] / reference.length;
      }
    }
    for (double[] row : reference) {
      for (int i = 0; i < width; i++) {
        scale[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / reference.length;
      }
    }
    for (int i = 0; i < width; i++) {
      double deviation = Math.sqrt(scale[i]);
      scale[i] = deviation > 1e-12 * Math.abs(mean[i]) ? deviation : 1;
    }
    return new NearestNeighbours(scale(reference, mean, scale), mean, scale);
  }

  /** Distances between the rows as they are. */
  public static NearestNeighbours plain(double[][] reference) {
    double[] ones = new double[widthOf(reference)];
    Arrays.fill(ones, 1);
    return new NearestNeighbours(reference, new double[ones.length], ones);
  }

  /** The k reference rows nearest to each query; k at most the number of reference rows. */
  public Neighbours of(double[][] queries, int k) {
    checkCount(k, points.length);
    return find(scale(queries, mean, scale), k, false);
  }

  /** The k nearest others of each reference row, itself left out. */
  public Neighbours among(int k) {
    checkCount(k, points.length - 1);
    return find(points, k, true);
  }

  private Neighbours find(double[][] queries, int k, boolean leaveOut) {
    int[][] rows = new int[queries.length][k];
    double[][] distances = new double[queries.length][k];
    for (double[] row : distances) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    int tiles = (queries.length + TILE - 1) / TILE;
    IntStream.range(0, tiles)
        .parallel()
        .forEach(tile -> searchTile(queries, tile * TILE, leaveOut, rows, distances));
    return new Neighbours(rows, distances);
  }

  /** A tile of queries meets each reference row while that is in the cache. */
  private void searchTile(
      double[][] queries, int from, boolean leaveOut, int[][] rows, double[][] distances) {
    int to = Math.min(from + TILE, queries.length);
    for (int candidate = 0; candidate < points.length; candidate++) {
      for (int q = from; q < to; q++) {
        if (!(leaveOut && q == candidate)) {
          offer(candidate, queries[q], rows[q], distances[q]);
        }
      }
    }
    for (int q = from; q < to; q++) {
      for (int i = 0; i < distances[q].length; i++) {
        distances[q][i] = Math.sqrt(distances[q][i]);
      }
    }
  }

  /** Keeps the k best so far sorted: an insertion is rare once they are good. */
  private void offer(int candidate, double[] query, int[] rows, double[] squares) {
    int place = squares.length - 1;
    double squared = squaredWithin(query, points[candidate], squares[place]);
    if (squared >= squares[place]) {
      return;
    }
    while (place > 0 && squared < squares[place - 1]) {
      squares[place] = squares[place - 1];
      rows[place] = rows[place - 1];
      place--;
    }
    squares[place] = squared;
    rows[place] = candidate;
  }

  /** The squared distance, or something above {@code bound} as soon as it is known to exceed it. */
  private static double squaredWithin(double[] a, double[] b, double bound) {
    double sum = 0;
    int from = 0;
    for (; from + STRIP <= a.length && sum <= bound; from += STRIP) {
      // Four sums at a time do not wait for each other.
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      for (int i = from; i < from + STRIP; i += 4) {
        double d0 = a[i] - b[i];
        double d1 = a[i + 1] - b[i + 1];
        double d2 = a[i + 2] - b[i + 2];
        double d3 = a[i + 3] - b[i + 3];
        s0 += d0 * d0;
        s1 += d1 * d1;
        s2 += d2 * d2;
        s3 += d3 * d3;
      }
      sum += s0 + s1 + s2 + s3;
    }
    for (int i = from; i < a.length && sum <= bound; i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return sum;
  }

  private static double[][] scale(double[][] rows, double[] mean, double[] scale) {
    double[][] scaled = new double[rows.length][mean.length];
    for (int row = 0; row < rows.length; row++) {
      checkRow(rows[row], row, mean.length);
      for (int i = 0; i < mean.length; i++) {
        scaled[row][i] = (rows[row][i] - mean[i]) / scale[i];
      }
    }
    return scaled;
  }

  private static int widthOf(double[][] reference) {
    if (reference.length == 0) {
      throw new ExplainException(
          "Neighbours were sought among no rows.", "Give one reference row or more.");
    }
    for (int row = 0; row < reference.length; row++) {
      checkRow(reference[row], row, reference[0].length);
    }
    return reference[0].length;
  }

  private static void checkRow(double[] row, int number, int width) {
    if (row.length != width) {
      throw new ExplainException(
          "Row " + number + " has " + row.length + " features instead of " + width + ".",
          "Compare rows of the same model.");
    }
    for (int i = 0; i < width; i++) {
      if (!Double.isFinite(row[i])) {
        throw new ExplainException(
            "Row " + number + " has the feature " + i + " = " + row[i] + ".",
            "Leave out rows with missing features before comparing them.");
      }
    }
  }

  private static void checkCount(int k, int available) {
    if (k < 1 || k > available) {
      throw new ExplainException(
          k + " neighbours were asked for among " + available + " rows.",
          "Ask for between 1 and " + available + ".");
    }
  }
}
