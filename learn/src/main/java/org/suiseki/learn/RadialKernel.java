package org.suiseki.learn;

import java.util.Arrays;

/**
 * exp(−d² / 2ℓ²) between points and a set of them. Immutable and thread-safe.
 *
 * @param points one after the other, count × width
 * @param squares the squared length of each point
 * @param width how many numbers a point has
 * @param length ℓ, in the unit of the numbers
 */
record RadialKernel(double[] points, double[] squares, int width, double length) {

  static RadialKernel of(double[] points, int width, double length) {
    double[] squares = new double[points.length / width];
    Arrays.setAll(squares, k -> DotProduct.of(points, k * width, points, k * width, width));
    return new RadialKernel(points, squares, width, length);
  }

  /** With ℓ a multiple of the median distance between the points. */
  static RadialKernel ofMedian(double[] points, int width, double multiple) {
    RadialKernel unit = of(points, width, 1);
    int count = unit.count();
    double[] distances = new double[count * (count - 1) / 2];
    int at = 0;
    for (int one = 0; one < count; one++) {
      for (int other = 0; other < one; other++) {
        distances[at++] = unit.squared(points, one * width, unit.squares[one], other);
      }
    }
    Arrays.sort(distances);
    double median = distances.length == 0 ? 0 : Math.sqrt(distances[distances.length / 2]);
    if (!(median > 0)) {
      throw new LearnException(
          "Half of the training rows or more are the same.",
          "Give rows that differ, or leave repeated ones out.");
    }
    return new RadialKernel(points, unit.squares, width, multiple * median);
  }

  RadialKernel withLength(double other) {
    return new RadialKernel(points, squares, width, other);
  }

  int count() {
    return squares.length;
  }

  /** The kernel of a point, which starts at {@code from}, with each point of the set. */
  void of(double[] values, int from, double[] kernel) {
    double square = DotProduct.of(values, from, values, from, width);
    for (int k = 0; k < squares.length; k++) {
      kernel[k] = Math.exp(-squared(values, from, square, k) / (2 * length * length));
    }
  }

  /** That of all points of the set with each other, row by row. */
  double[] ofAll() {
    int count = count();
    double[] kernel = new double[count * count];
    double[] row = new double[count];
    for (int k = 0; k < count; k++) {
      of(points, k * width, row);
      System.arraycopy(row, 0, kernel, k * count, count);
      kernel[k * count + k] = 1;
    }
    return kernel;
  }

  private double squared(double[] values, int from, double square, int k) {
    double dot = DotProduct.of(values, from, points, k * width, width);
    return Math.max(0, square + squares[k] - 2 * dot);
  }
}
