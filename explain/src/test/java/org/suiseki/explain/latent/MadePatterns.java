package org.suiseki.explain.latent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.suiseki.learn.Column;
import org.suiseki.learn.Table;
import org.suiseki.matter.Axis;

/** Patterns of Gaussian peaks whose windows are known. */
record MadePatterns(Axis axis, Table rows, PeakWindows windows) {
  static final double SIGMA = 0.1;
  private static final double HALF = 0.6;

  /**
   * @param heights rows × peaks
   * @param places rows × peaks, in degrees
   * @param noise deviation of white noise
   */
  static MadePatterns of(
      Axis axis, double[][] heights, double[][] places, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[heights.length][axis.length()];
    double[][] from = new double[heights.length][places[0].length];
    double[][] to = new double[heights.length][places[0].length];
    for (int row = 0; row < values.length; row++) {
      for (int point = 0; point < axis.length(); point++) {
        values[row][point] = noise * random.nextGaussian();
        for (int peak = 0; peak < places[row].length; peak++) {
          double z = (axis.at(point) - places[row][peak]) / SIGMA;
          values[row][point] += heights[row][peak] * Math.exp(-0.5 * z * z);
        }
      }
      for (int peak = 0; peak < places[row].length; peak++) {
        from[row][peak] = places[row][peak] - HALF;
        to[row][peak] = places[row][peak] + HALF;
      }
    }
    List<String> labels = new ArrayList<>();
    for (int peak = 0; peak < places[0].length; peak++) {
      labels.add("peak " + peak);
    }
    PeakWindows windows = new PeakWindows(labels, places, from, to);
    return new MadePatterns(axis, Table.of(columns(axis), values), windows);
  }

  static List<Column> columns(Axis axis) {
    return Arrays.stream(axis.values()).mapToObj(x -> new Column("at " + x, "1")).toList();
  }

  /** Every row the same. */
  static double[][] everywhere(int rows, double... values) {
    double[][] all = new double[rows][];
    Arrays.setAll(all, row -> values.clone());
    return all;
  }
}
