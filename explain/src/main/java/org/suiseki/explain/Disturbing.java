package org.suiseki.explain;

import java.util.SplittableRandom;

/** The arithmetic of {@link Disturbance}. */
final class Disturbing {
  /** Beyond this many σ the Gaussian kernel (below 3.4e-4 of its height) is cut. */
  private static final double REACH = 4;

  private Disturbing() {}

  static SplittableRandom stream(long seed, int row) {
    // The golden-ratio step keeps streams of neighbouring seeds and rows apart.
    return new SplittableRandom(seed ^ ((row + 1L) * 0x9E3779B97F4A7C15L));
  }

  static double[] noise(double[] spectrum, double sigma, SplittableRandom random) {
    double largest = 0;
    for (double value : spectrum) {
      largest = Math.max(largest, Math.abs(value));
    }
    double[] noisy = new double[spectrum.length];
    for (int point = 0; point < noisy.length; point++) {
      noisy[point] = spectrum[point] + sigma * largest * random.nextGaussian();
    }
    return noisy;
  }

  static double[] shift(double[] spectrum, double[] axis, double by) {
    int last = axis.length - 1;
    double[] shifted = new double[spectrum.length];
    int below = 0;
    for (int point = 0; point <= last; point++) {
      double from = axis[point] - by;
      while (below < last - 1 && axis[below + 1] <= from) {
        below++;
      }
      double share = (from - axis[below]) / (axis[below + 1] - axis[below]);
      double held = Math.max(0, Math.min(1, share));
      shifted[point] = (1 - held) * spectrum[below] + held * spectrum[below + 1];
    }
    return shifted;
  }

  static double[] broaden(double[] spectrum, double[] axis, double sigma) {
    if (sigma == 0) {
      return spectrum.clone();
    }
    double[] widths = widths(axis);
    double[] broadened = new double[spectrum.length];
    int first = 0;
    for (int point = 0; point < axis.length; point++) {
      while (axis[first] < axis[point] - REACH * sigma) {
        first++;
      }
      double sum = 0;
      double weights = 0;
      for (int j = first; j < axis.length && axis[j] <= axis[point] + REACH * sigma; j++) {
        double distance = (axis[j] - axis[point]) / sigma;
        double weight = widths[j] * Math.exp(-0.5 * distance * distance);
        sum += weight * spectrum[j];
        weights += weight;
      }
      broadened[point] = sum / weights;
    }
    return broadened;
  }

  /** How much of the axis each point stands for, so that uneven grids are broadened evenly. */
  private static double[] widths(double[] axis) {
    int last = axis.length - 1;
    double[] widths = new double[axis.length];
    for (int point = 0; point <= last; point++) {
      int left = Math.max(0, point - 1);
      int right = Math.min(last, point + 1);
      widths[point] = (axis[right] - axis[left]) / (right - left);
    }
    return widths;
  }
}
