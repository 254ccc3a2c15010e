package org.suiseki.explain.latent;

import java.util.function.DoubleUnaryOperator;
import org.suiseki.explain.ExplainException;
import org.suiseki.learn.Table;

/**
 * The mean of each peak over a set of patterns: what stands above the local background, moved so
 * that all positions are the mean one, nothing beyond each pattern's window. Between points of the
 * grid a cubic through four of them is taken, so where a peak does not move nothing is changed.
 *
 * <p>Made by {@link PeakMasking#means}. Plain data, to be kept with a model: a new pattern is then
 * compared with the set. The arrays are handed over, not copied.
 *
 * @param position of each peak the mean one, in the unit of the axis; NaN where no pattern has it
 * @param first of each peak the first point of the grid that its mean covers
 * @param heights of each peak above the background, one for each point from {@code first} on; none
 *     where no pattern has it
 */
public record MeanPeaks(double[] position, int[] first, double[][] heights) {

  /**
   * @throws ExplainException where the arrays are not of one length
   */
  public MeanPeaks {
    if (position.length != first.length || position.length != heights.length) {
      throw new ExplainException(
          String.format(
              "Mean peaks have %d positions, %d first points and %d rows of heights.",
              position.length, first.length, heights.length),
          "Give one of each for every peak.");
    }
  }

  static MeanPeaks of(Table rows, Grid grid, PeakWindows windows, GridWindows points, int edge) {
    int peaks = windows.peaks();
    MeanPeaks means = new MeanPeaks(new double[peaks], new int[peaks], new double[peaks][0]);
    for (int peak = 0; peak < peaks; peak++) {
      if (means.place(peak, grid, windows, points) > 0) {
        means.average(peak, rows, grid, windows, points, edge);
      }
    }
    return means;
  }

  /** The height of the mean peak, put at some position, at a point of the grid. */
  double at(int peak, double place, int point, Grid grid) {
    return between(grid, heights[peak], first[peak], grid.at(point) - shift(grid, place, peak));
  }

  /** The length of a mean peak, as a vector of values. */
  double length(int peak) {
    double sum = 0;
    for (double height : heights[peak]) {
      sum += height * height;
    }
    return Math.sqrt(sum);
  }

  /** How many patterns have the peak; sets its position and range. */
  private int place(int peak, Grid grid, PeakWindows windows, GridWindows points) {
    int count = 0;
    double sum = 0;
    double left = 0;
    double right = 0;
    for (int row = 0; row < windows.patterns(); row++) {
      if (points.present(row, peak)) {
        double at = windows.position()[row][peak];
        sum += at;
        count++;
        left = Math.max(left, at - grid.at(points.first(row, peak)));
        right = Math.max(right, grid.at(points.last(row, peak)) - at);
      }
    }
    position[peak] = sum / count;
    if (count > 0) {
      first[peak] = grid.atOrAbove(position[peak] - left - grid.slack());
      int end = grid.atOrAbove(position[peak] + right + grid.slack());
      heights[peak] = new double[Math.max(0, end - first[peak])];
    }
    return count;
  }

  private void average(
      int peak, Table rows, Grid grid, PeakWindows windows, GridWindows points, int edge) {
    int count = 0;
    for (int row = 0; row < rows.rows(); row++) {
      if (points.present(row, peak)) {
        double[] net = net(rows, grid, points, row, peak, edge);
        double shift = shift(grid, windows.position()[row][peak], peak);
        int begin = points.first(row, peak);
        for (int i = 0; i < heights[peak].length; i++) {
          heights[peak][i] += between(grid, net, begin, grid.at(first[peak] + i) + shift);
        }
        count++;
      }
    }
    for (int i = 0; i < heights[peak].length; i++) {
      heights[peak][i] /= count;
    }
  }

  /** What a pattern has above its local background in the window of a peak. */
  private static double[] net(
      Table rows, Grid grid, GridWindows points, int row, int peak, int edge) {
    int begin = points.first(row, peak);
    int end = points.last(row, peak);
    LocalBackground line =
        new LocalBackground(
            grid,
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
  private double shift(Grid grid, double place, int peak) {
    double shift = place - position[peak];
    return Math.abs(shift) <= grid.slack() ? 0 : shift;
  }

  /** The cubic through the four nearest of the heights that start at a point; 0 beyond them. */
  private static double between(Grid grid, double[] heights, int start, double x) {
    int count = heights.length;
    if (count == 0
        || x < grid.at(start) - grid.slack()
        || x > grid.at(start + count - 1) + grid.slack()) {
      return 0;
    }
    int nodes = Math.min(4, count);
    int left = Math.min(Math.max(grid.atOrAbove(x) - 2 - start, 0), count - nodes);
    double sum = 0;
    for (int i = left; i < left + nodes; i++) {
      double weight = 1;
      double own = grid.at(start + i);
      for (int other = left; other < left + nodes; other++) {
        if (other != i) {
          double node = grid.at(start + other);
          weight *= (x - node) / (own - node);
        }
      }
      sum += weight * heights[i];
    }
    return sum;
  }
}
