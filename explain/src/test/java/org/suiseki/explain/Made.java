package org.suiseki.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.suiseki.learn.Column;
import org.suiseki.learn.Table;

/** Seeded material for the tests of this room. */
final class Made {

  private Made() {}

  static List<Column> columns(int count, String unit) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(new Column("x" + i, unit));
    }
    return columns;
  }

  static double[] axis(double from, double to, double step) {
    double[] axis = new double[(int) Math.round((to - from) / step) + 1];
    for (int point = 0; point < axis.length; point++) {
      axis[point] = from + point * step;
    }
    return axis;
  }

  static double[][] gaussian(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return values;
  }

  /** Sums of three Gaussian peaks of seeded height at fixed places: spectra of one family. */
  static Table spectra(double[] axis, int rows, long seed) {
    double[][] heights = gaussian(rows, 3, seed);
    double[] centres = {285, 288, 293};
    double[][] values = new double[rows][axis.length];
    for (int row = 0; row < rows; row++) {
      for (int peak = 0; peak < 3; peak++) {
        double height = 2 + 0.5 * heights[row][peak];
        for (int point = 0; point < axis.length; point++) {
          double z = (axis[point] - centres[peak]) / 0.6;
          values[row][point] += height * Math.exp(-0.5 * z * z);
        }
      }
    }
    return Table.of(columns(axis.length, "1/eV"), values);
  }
}
