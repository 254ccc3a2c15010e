package org.suiseki.explain.latent;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.suiseki.learn.Table;

/**
 * The mean of each peak over a set of patterns: what stands above the local background, moved so
 * that all positions are the mean one, nothing beyond each pattern's window. Between points of the
 * grid a cubic through four of them is taken, so where a peak does not move nothing is changed.
 */
final class MeanPeaks {
  /** Parts of a step that count as none. */
  private static final double ROUNDING = 1e-6;

  private final double[] axis;
  private final double slack;

  /** Of each peak the mean position. */
  private final double[] position;

  /** Of each peak the first point that its mean covers. */
  private final int[] first;

  private final double[][] mean;

  MeanPeaks(Table rows, double[] axis, PeakWindows windows, GridWindows grid, int edge) {
    this.axis = axis;
    this.slack = ROUNDING * (axis[axis.length - 1] - axis[0]) / (axis.length - 1);
    int peaks = windows.peaks();
    this.position = new double[peaks];
    this.first = new int[peaks];
    this.mean = new double[peaks][0];
    for (int peak = 0; peak < peaks; peak++) {
      if (place(peak, windows, grid) > 0) {
        average(peak, rows, windows, grid, edge);
      }
    }
  }

  /** The mean position of a peak. */
  double position(int peak) {
    return position[peak];
  }

  /** The first point of a peak's mean at the mean position. */
  int first(int peak) {
    return first[peak];
  }

  /** The heights of the mean above the background; not to be changed. */
  double[] heights(int peak) {
    return mean[peak];
  }

  /** The height of the mean peak, put at some position, at a point of the grid. */
  double at(int peak, double place, int point) {
    double shift = shift(place, peak);
    return between(mean[peak], first[peak], axis[point] - shift);
  }

  /** How many patterns have the peak; sets its position and range. */
  private int place(int peak, PeakWindows windows, GridWindows grid) {
    int count = 0;
    double sum = 0;
    double left = 0;
    double right = 0;
    for (int row = 0; row < windows.patterns(); row++) {
      if (grid.present(row, peak)) {
        double at = windows.position()[row][peak];
        sum += at;
        count++;
        left = Math.max(left, at - axis[grid.first(row, peak)]);
        right = Math.max(right, axis[grid.last(row, peak)] - at);
      }
    }
    position[peak] = sum / count;
    if (count > 0) {
      first[peak] = atOrAbove(position[peak] - left - slack);
      int end = atOrAbove(position[peak] + right + slack);
      mean[peak] = new double[Math.max(0, end - first[peak])];
    }
    return count;
  }

  private void average(int peak, Table rows, PeakWindows windows, GridWindows grid, int edge) {
    int count = 0;
    for (int row = 0; row < rows.rows(); row++) {
      if (grid.present(row, peak)) {
        double[] net = net(rows, axis, grid, row, peak, edge);
        double shift = shift(windows.position()[row][peak], peak);
        for (int i = 0; i < mean[peak].length; i++) {
          mean[peak][i] += between(net, grid.first(row, peak), axis[first[peak] + i] + shift);
        }
        count++;
      }
    }
    for (int i = 0; i < mean[peak].length; i++) {
      mean[peak][i] /= count;
    }
  }

  /** What a pattern has above its local background in the window of a peak. */
  static double[] net(Table rows, double[] axis, GridWindows grid, int row, int peak, int edge) {
    int begin = grid.first(row, peak);
    int end = grid.last(row, peak);
    LocalBackground line =
        new LocalBackground(
            axis,
            rows.values(),
            row * rows.width(),
            begin,
            end,
            edge,
            DoubleUnaryOperator.identity());
    double[] net = new double[end - begin + 1];
    for (int i = 0; i < net.length; i++) {
      net[i] = line.net(begin + i);
    }
    return net;
  }

  /** How far a position is from the mean one; rounding in the mean of equal ones is no distance. */
  private double shift(double place, int peak) {
    double shift = place - position[peak];
    return Math.abs(shift) <= slack ? 0 : shift;
  }

  /** The cubic through the four nearest of the heights that start at a point; 0 beyond them. */
  private double between(double[] heights, int start, double x) {
    int count = heights.length;
    if (count == 0 || x < axis[start] - slack || x > axis[start + count - 1] + slack) {
      return 0;
    }
    int nodes = Math.min(4, count);
    int left = Math.min(Math.max(atOrAbove(x) - 2 - start, 0), count - nodes);
    double sum = 0;
    for (int i = left; i < left + nodes; i++) {
      double weight = 1;
      for (int other = left; other < left + nodes; other++) {
        if (other != i) {
          weight *= (x - axis[start + other]) / (axis[start + i] - axis[start + other]);
        }
      }
      sum += weight * heights[i];
    }
    return sum;
  }

  private int atOrAbove(double x) {
    int found = Arrays.binarySearch(axis, x);
    return found >= 0 ? found : -found - 1;
  }
}
