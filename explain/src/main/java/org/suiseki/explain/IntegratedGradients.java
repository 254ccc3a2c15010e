package org.suiseki.explain;

import org.suiseki.learn.Column;
import org.suiseki.learn.DifferentiableModel;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;

/**
 * Integrated gradients: the attribution of input i is (x_i − b_i) ∫₀¹ ∂f/∂x_i (b + α (x − b)) dα
 * (Sundararajan, Taly and Yan 2017, arXiv 1703.01365, eq. 1), with Gauss–Legendre nodes in α. The
 * attributions of a row add up to f(x) − f(b); how well they do is reported as {@link
 * Completeness}.
 *
 * <p>Costs rows × steps gradients, made in blocks of bounded memory. The quadrature converges
 * exponentially for smooth networks and only as 1/steps for piecewise linear ones (ReLU): look at
 * the completeness and raise the steps. The answer depends on the baseline and tells of the
 * difference to it, not of x alone.
 *
 * @param steps nodes of the quadrature; 32 is plenty for smooth networks
 * @param baseline one value for each input of the model, spectrum and others, in the units of the
 *     inputs
 */
public record IntegratedGradients(int steps, double[] baseline) {

  public IntegratedGradients {
    if (steps < 1) {
      throw new ExplainException(
          "Integrated gradients with " + steps + " steps.", "Give one step or more; 32 is usual.");
    }
  }

  /** From the mean of the given rows (as a rule the training rows), with 32 steps. */
  public static IntegratedGradients fromMean(Table rows) {
    double[] mean = new double[rows.width()];
    for (int row = 0; row < rows.rows(); row++) {
      for (int column = 0; column < mean.length; column++) {
        mean[column] += rows.get(row, column) / rows.rows();
      }
    }
    return new IntegratedGradients(32, mean);
  }

  /** From zero in every input, with 32 steps. */
  public static IntegratedGradients fromZero(int inputs) {
    return new IntegratedGradients(32, new double[inputs]);
  }

  public IntegratedGradients withSteps(int other) {
    return new IntegratedGradients(other, baseline);
  }

  /**
   * Attributes the prediction of {@code output}; inputs outside the spectrum are reported beside
   * it.
   */
  public Attributions explain(
      DifferentiableModel model,
      Table rows,
      SpectrumColumns spectrum,
      int output,
      Progress progress) {
    spectrum.checkFits(rows);
    double[][] attributions = attribute(model, rows, output, progress);
    double[][] baselineRow = {baseline};
    double start = model.predict(Table.of(rows.columns(), baselineRow)).mean()[0][output];
    double[][] ends = model.predict(rows).mean();
    double[] differences = new double[rows.rows()];
    for (int row = 0; row < differences.length; row++) {
      differences[row] = ends[row][output] - start;
    }
    Column column = model.outputs().get(output);
    return Attributions.split(
        rows.columns(), column, spectrum, attributions, Completeness.of(attributions, differences));
  }

  /** The attribution of each input, rows × inputs, in the unit of the output. */
  public double[][] attribute(
      DifferentiableModel model, Table rows, int output, Progress progress) {
    checkBaseline(rows);
    double[][] attributions = meanGradients(model, rows, output, progress);
    for (int row = 0; row < attributions.length; row++) {
      for (int column = 0; column < baseline.length; column++) {
        attributions[row][column] *= rows.get(row, column) - baseline[column];
      }
    }
    return attributions;
  }

  /** The gradient of each row averaged along its path, rows × inputs. */
  private double[][] meanGradients(
      DifferentiableModel model, Table rows, int output, Progress progress) {
    GaussLegendre path = GaussLegendre.of(steps);
    double[][] means = new double[rows.rows()][rows.width()];
    long pairs = (long) rows.rows() * steps;
    Blocks.forEach(
        rows,
        steps,
        (row, step, copy) -> towardsBaseline(copy, path.nodes()[step]),
        (start, block) -> {
          progress.check();
          double[][] gradient = model.gradient(block, output);
          for (int i = 0; i < gradient.length; i++) {
            double weight = path.weights()[(int) ((start + i) % steps)];
            addScaled(means[(int) ((start + i) / steps)], weight, gradient[i]);
          }
          progress.step("integrated gradients", start + gradient.length, pairs);
        });
    return means;
  }

  private void checkBaseline(Table rows) {
    if (baseline.length != rows.width()) {
      throw new ExplainException(
          "The baseline has " + baseline.length + " values for " + rows.width() + " inputs.",
          "Give one baseline value for each input of the model.");
    }
  }

  private void towardsBaseline(double[] row, double share) {
    for (int column = 0; column < row.length; column++) {
      row[column] = baseline[column] + share * (row[column] - baseline[column]);
    }
  }

  private static void addScaled(double[] sum, double weight, double[] terms) {
    for (int column = 0; column < sum.length; column++) {
      sum[column] += weight * terms[column];
    }
  }
}
