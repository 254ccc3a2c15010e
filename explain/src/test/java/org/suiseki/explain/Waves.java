package org.suiseki.explain;

import java.util.SplittableRandom;

/** Points that tests and their reference scripts in Python make alike. */
public final class Waves {

  private Waves() {}

  /**
   * sin(a m √m) with m = 1, 2, … row by row. Products and square roots are rounded alike in every
   * language, so that only the sine may differ, by one unit in the last place.
   */
  public static double[][] points(int rows, int size, double a) {
    double[][] points = new double[rows][size];
    for (int i = 0; i < rows * size; i++) {
      double m = i + 1;
      points[i / size][i % size] = Math.sin(a * (m * Math.sqrt(m)));
    }
    return points;
  }

  public static double[][] gaussian(int rows, int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] points = new double[rows][size];
    for (double[] point : points) {
      for (int i = 0; i < size; i++) {
        point[i] = random.nextGaussian();
      }
    }
    return points;
  }

  public static double[][] sum(double[][] a, double factor, double[][] b) {
    double[][] sum = new double[a.length][a[0].length];
    for (int row = 0; row < a.length; row++) {
      for (int i = 0; i < a[0].length; i++) {
        sum[row][i] = a[row][i] + factor * b[row][i];
      }
    }
    return sum;
  }

  /** A rotation of the plane by an angle in radian, with a mirror before it where asked. */
  public static double[][] turn(double angle, boolean mirror) {
    double sign = mirror ? -1 : 1;
    return new double[][] {
      {Math.cos(angle), -sign * Math.sin(angle)}, {Math.sin(angle), sign * Math.cos(angle)}
    };
  }
}
