package org.suiseki.learn;

import java.util.Arrays;

/**
 * Makes probabilities as true as they sound: P′ = softmax(s ln P + b), a temperature 1/s and a bias
 * for each class, fitted to rows that the model was not trained on by their log loss.
 *
 * <p>This is bias-corrected temperature scaling (Alexandari, Kundaje and Shrikumar, ICML 2020,
 * arXiv 1901.06852; the temperature alone: Guo et al., ICML 2017, arXiv 1706.04599). The biases
 * undo what weights for rare classes did to the frequencies, which a temperature alone cannot.
 * Isotonic regression bends more freely and needs hundreds of rows of each class, which rare
 * classes do not have; Dirichlet calibration needs a matrix.
 *
 * <p>A weak pull to s = 1 and b = 0, worth {@value #PULL} of a squared unit, keeps few rows from
 * deciding everything. ln P is taken of at least {@value #LEAST}.
 *
 * @param sharpness s, above 0
 * @param biases one a class
 */
public record ProbabilityCalibration(double sharpness, double[] biases) {

  private static final double PULL = 0.05;
  private static final double LEAST = 1e-6;
  private static final QuasiNewton SEARCH = new QuasiNewton(200, 1e-8, 2);

  /** Leaves probabilities as they are, but for the least one. */
  public static ProbabilityCalibration none(int classes) {
    return new ProbabilityCalibration(1, new double[classes]);
  }

  /**
   * Fitted to these rows.
   *
   * @param said by models that were not trained on the rows; one for each row of the whole set
   */
  public static ProbabilityCalibration fit(
      ClassLabels truth, ClassProbabilities said, int... rows) {
    int classes = truth.classes().size();
    double[][] logarithms = new double[rows.length][];
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      logarithms[i] = logarithms(said.of()[rows[i]]);
      labels[i] = truth.of()[rows[i]];
    }
    // The sharpness as its logarithm, so that it stays positive.
    double[] found =
        SEARCH
            .from(new double[classes + 1], (x, gradient) -> loss(logarithms, labels, x, gradient))
            .x();
    return new ProbabilityCalibration(Math.exp(found[classes]), Arrays.copyOf(found, classes));
  }

  private static double loss(double[][] rows, int[] labels, double[] x, double[] gradient) {
    int classes = x.length - 1;
    double sharpness = Math.exp(x[classes]);
    double loss = 0;
    Arrays.fill(gradient, 0);
    double[] chance = new double[classes];
    for (int row = 0; row < rows.length; row++) {
      for (int one = 0; one < classes; one++) {
        chance[one] = sharpness * rows[row][one] + x[one];
      }
      ClassProbabilities.softmax(chance);
      loss -= Math.log(Math.max(chance[labels[row]], Double.MIN_NORMAL));
      chance[labels[row]] -= 1;
      for (int one = 0; one < classes; one++) {
        gradient[one] += chance[one];
        gradient[classes] += chance[one] * sharpness * rows[row][one];
      }
    }
    for (int i = 0; i < x.length; i++) {
      loss += 0.5 * PULL * x[i] * x[i];
      gradient[i] += PULL * x[i];
    }
    return loss;
  }

  public ClassProbabilities apply(ClassProbabilities said) {
    double[][] calibrated = new double[said.rows()][];
    for (int row = 0; row < calibrated.length; row++) {
      double[] one = logarithms(said.of()[row]);
      for (int place = 0; place < one.length; place++) {
        one[place] = sharpness * one[place] + biases[place];
      }
      ClassProbabilities.softmax(one);
      calibrated[row] = one;
    }
    return new ClassProbabilities(said.classes(), calibrated);
  }

  private static double[] logarithms(double[] chances) {
    return Arrays.stream(chances).map(chance -> Math.log(Math.max(LEAST, chance))).toArray();
  }
}
