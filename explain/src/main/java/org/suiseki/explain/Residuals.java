package org.suiseki.explain;

import java.util.Arrays;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Table;

/**
 * Errors of predictions beside the deviations that were ascribed to them.
 *
 * @param errors truth − mean, in the unit of the output
 * @param deviations the predicted standard deviations, positive, in the unit of the output
 */
public record Residuals(double[] errors, double[] deviations) {

  public Residuals {
    if (errors.length != deviations.length || errors.length == 0) {
      throw new ExplainException(
          errors.length + " errors and " + deviations.length + " deviations.",
          "Give one deviation for each error, and one row or more with a known target.");
    }
    for (int row = 0; row < errors.length; row++) {
      double deviation = deviations[row];
      if (!Double.isFinite(errors[row]) || !(deviation > 0 && Double.isFinite(deviation))) {
        throw new ExplainException(
            "Row " + row + " errs by " + errors[row] + " and has the deviation " + deviation + ".",
            "Calibrate a model that predicts a positive deviation for every row.");
      }
    }
  }

  /** From truths (NaN where missing: such rows are left out), means and deviations. */
  public static Residuals of(double[] truth, double[] mean, double[] deviation) {
    double[] errors = new double[truth.length];
    double[] deviations = new double[truth.length];
    int count = 0;
    for (int row = 0; row < truth.length; row++) {
      if (!Double.isNaN(truth[row])) {
        errors[count] = truth[row] - mean[row];
        deviations[count] = deviation[row];
        count++;
      }
    }
    return new Residuals(Arrays.copyOf(errors, count), Arrays.copyOf(deviations, count));
  }

  /** The residuals of one output; {@code targets} has the columns of the predictions. */
  public static Residuals of(Table targets, Predictions predictions, int output) {
    int rows = targets.rows();
    double[] mean = new double[rows];
    double[] deviation = new double[rows];
    for (int row = 0; row < rows; row++) {
      mean[row] = predictions.mean()[row][output];
      deviation[row] = predictions.deviation()[row][output];
    }
    return of(targets.column(output), mean, deviation);
  }

  public int count() {
    return errors.length;
  }
}
