package org.suiseki.explain;

import java.util.Arrays;
import org.suiseki.learn.Column;
import org.suiseki.learn.Quantile;

/**
 * How much each grid point of a spectrum moves a prediction, row by row. Positive: what stands
 * there raises the prediction. The numbers carry the unit of the output; how they are to be read
 * depends on the method that made them ({@link SpectralMasking}: change when a window around the
 * point is masked, does not add up; {@link IntegratedGradients}: a share of the prediction, adds up
 * and so depends on how dense the grid is).
 *
 * @param method how it was computed, in words fit for a figure caption
 * @param output the explained property
 * @param axis grid points × 1
 * @param axisUnit the unit of the axis
 * @param perRow rows × grid points
 */
public record Relevance(
    String method, Column output, double[] axis, String axisUnit, double[][] perRow) {

  public Relevance {
    for (double[] row : perRow) {
      if (row.length != axis.length) {
        throw new ExplainException(
            "A row of " + row.length + " relevances on an axis of " + axis.length + " points.",
            "Give one relevance for each grid point.");
      }
    }
  }

  public int rows() {
    return perRow.length;
  }

  /** The mean over rows of |relevance| at each grid point: which energies matter at all. */
  public double[] meanAbsolute() {
    double[] mean = new double[axis.length];
    for (double[] row : perRow) {
      for (int point = 0; point < mean.length; point++) {
        mean[point] += Math.abs(row[point]) / perRow.length;
      }
    }
    return mean;
  }

  /**
   * The mean over rows at each grid point: which energies raise or lower the prediction on the
   * whole.
   */
  public double[] signedMean() {
    double[] mean = new double[axis.length];
    for (double[] row : perRow) {
      for (int point = 0; point < mean.length; point++) {
        mean[point] += row[point] / perRow.length;
      }
    }
    return mean;
  }

  /**
   * The quantile over rows at each grid point, interpolated linearly between order statistics.
   *
   * @param probability between 0 and 1
   */
  public double[] quantile(double probability) {
    double[] quantile = new double[axis.length];
    double[] values = new double[perRow.length];
    for (int point = 0; point < axis.length; point++) {
      for (int row = 0; row < perRow.length; row++) {
        values[row] = perRow[row][point];
      }
      Arrays.sort(values);
      quantile[point] = Quantile.ofSorted(values, probability);
    }
    return quantile;
  }
}
