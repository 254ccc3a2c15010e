package org.suiseki.learn;

import java.util.Arrays;

/**
 * How much a row of each class counts in training: (n / (K nₖ))^power for n rows of K classes of
 * which nₖ belong to its class, scaled so that the mean over the training rows is 1.
 *
 * <p>Weights shift the probabilities of a model towards the rare classes: calibrate them on rows
 * with the true frequencies ({@link ProbabilityCalibration}) before reading them as such. With some
 * ten rows of a class among thousands, full balance lets single rows speak as loudly as a hundred
 * others; a power of a half is often better, and for trees none at all.
 *
 * @param power 0 counts all rows alike, 1 gives every class the same total (King and Zeng, Polit.
 *     Anal. 9, 137, 2001; scikit-learn's {@code balanced}), 0.5 lies between; in [0, 1]
 */
public record ClassBalance(double power) {

  /** All rows alike. */
  public static final ClassBalance NONE = new ClassBalance(0);

  /** Every class with the same total. */
  public static final ClassBalance EQUAL = new ClassBalance(1);

  public ClassBalance {
    if (!(power >= 0 && power <= 1)) {
      throw new LearnException(
          "The balance of classes has the power " + power + ".", "Give a number from 0 to 1.");
    }
  }

  /** The weight of a row of each class; 0 for classes without training rows. */
  public double[] weights(ClassLabels labels, int... train) {
    int[] counts = labels.counts(train);
    double[] weights = new double[counts.length];
    double total = 0;
    for (int one = 0; one < counts.length; one++) {
      weights[one] = counts[one] == 0 ? 0 : Math.pow((double) train.length / counts[one], power);
      total += counts[one] * weights[one];
    }
    double mean = total / Math.max(1, train.length);
    return Arrays.stream(weights).map(weight -> weight / mean).toArray();
  }
}
