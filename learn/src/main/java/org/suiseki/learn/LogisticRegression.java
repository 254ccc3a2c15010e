package org.suiseki.learn;

import java.util.Arrays;

/**
 * Multinomial logistic regression (Hastie, Tibshirani and Friedman, The Elements of Statistical
 * Learning, 2nd ed., §4.4): P(k | x) = softmax(bₖ + wₖ·z) with z the standardised inputs, found as
 * the minimum of Σ weight · (−ln P(class)) + ½ penalty Σ w². The same problem as scikit-learn's
 * {@code LogisticRegression} with C = 1/penalty on standardised inputs.
 *
 * <p>The linear baseline: classes that are not parted by planes are beyond it. It works in the
 * principal directions of the training rows, at most {@value #MOST_DIRECTIONS} of them, so that a
 * step costs O(rows × directions × classes + (directions × classes)²).
 *
 * @param penalty on squared coefficients, above 0
 * @param balance how much rows of rare classes count
 * @param steps at most, of the quasi-Newton method
 */
public record LogisticRegression(double penalty, ClassBalance balance, int steps)
    implements Classifier<LogisticModel> {

  private static final int MOST_DIRECTIONS = 300;

  public LogisticRegression {
    if (!(penalty > 0 && penalty < Double.POSITIVE_INFINITY) || steps < 1) {
      throw new LearnException(
          "A logistic regression of penalty " + penalty + " and " + steps + " steps.",
          "Give a penalty above 0 and at least one step.");
    }
  }

  /** Penalty 1, no balance. */
  public LogisticRegression() {
    this(1, ClassBalance.NONE, 300);
  }

  @Override
  public String name() {
    return "logistic";
  }

  @Override
  public LogisticModel fit(Table inputs, ClassLabels labels, Split split, Progress progress) {
    labels.requireFor(inputs, split.train());
    Columns.requireFinite(inputs, split.train());
    Standardiser standardiser = Standardiser.of(inputs, split.train(), 0);
    Table rows = standardiser.apply(inputs).selectRows(split.train());
    PrincipalDirections basis = PrincipalDirections.of(rows);
    int directions = Math.min(MOST_DIRECTIONS, basis.rank());
    double[][] axes = new double[directions][];
    Arrays.setAll(axes, basis::direction);
    Softmax softmax =
        new Softmax(
            projected(rows, axes),
            labels.selectRows(split.train()).of(),
            balance.weights(labels, split.train()),
            penalty,
            progress);
    double[] found =
        new QuasiNewton(steps, 1e-9 * rows.rows(), 5).from(softmax.start(), softmax).x();
    return model(standardiser, labels, axes, found);
  }

  private static double[][] projected(Table rows, double[][] axes) {
    double[][] projected = new double[rows.rows()][axes.length];
    int width = rows.width();
    for (int row = 0; row < projected.length; row++) {
      for (int axis = 0; axis < axes.length; axis++) {
        projected[row][axis] = DotProduct.of(rows.values(), row * width, axes[axis], 0, width);
      }
    }
    return projected;
  }

  private static LogisticModel model(
      Standardiser standardiser, ClassLabels labels, double[][] axes, double[] found) {
    int classes = labels.classes().size();
    int stride = axes.length + 1;
    double[] intercepts = new double[classes];
    double[][] coefficients = new double[classes][standardiser.columns().size()];
    for (int one = 0; one < classes; one++) {
      intercepts[one] = found[one * stride + axes.length];
      for (int axis = 0; axis < axes.length; axis++) {
        double along = found[one * stride + axis];
        for (int column = 0; column < coefficients[one].length; column++) {
          coefficients[one][column] += along * axes[axis][column];
        }
      }
    }
    return new LogisticModel(standardiser, labels.classes(), intercepts, coefficients);
  }

  /** The penalised loss and its gradient; for each class its coefficients, then its intercept. */
  private record Softmax(
      double[][] rows, int[] labels, double[] weights, double penalty, Progress progress)
      implements QuasiNewton.Objective {

    double[] start() {
      return new double[weights.length * (rows.length == 0 ? 1 : rows[0].length + 1)];
    }

    @Override
    public double at(double[] x, double[] gradient) {
      progress.check();
      int classes = weights.length;
      int width = rows[0].length;
      int stride = width + 1;
      Arrays.fill(gradient, 0);
      double[] chance = new double[classes];
      double loss = 0;
      for (int row = 0; row < rows.length; row++) {
        for (int one = 0; one < classes; one++) {
          chance[one] =
              x[one * stride + width] + DotProduct.of(rows[row], 0, x, one * stride, width);
        }
        ClassProbabilities.softmax(chance);
        double weight = weights[labels[row]];
        loss -= weight * Math.log(Math.max(chance[labels[row]], Double.MIN_NORMAL));
        chance[labels[row]] -= 1;
        for (int one = 0; one < classes; one++) {
          double pull = weight * chance[one];
          int from = one * stride;
          for (int column = 0; column < width; column++) {
            gradient[from + column] += pull * rows[row][column];
          }
          gradient[from + width] += pull;
        }
      }
      for (int i = 0; i < x.length; i++) {
        if (i % stride < width) {
          loss += 0.5 * penalty * x[i] * x[i];
          gradient[i] += penalty * x[i];
        }
      }
      return loss;
    }
  }
}
