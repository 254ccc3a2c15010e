package org.suiseki.learn;

import java.util.Arrays;

/**
 * Which class a row is said to be of: the one with the largest factor × probability.
 *
 * <p>With equal factors it is the most probable class, which makes the fewest errors. Where rare
 * classes count as much as common ones, as in macro-F1, it pays to name them while they are not yet
 * the most probable (Lipton, Elkan and Naryanaswamy, ECML 2014, arXiv 1402.1892).
 *
 * @param factors one a class, above 0
 */
public record ClassDecision(double[] factors) {

  private static final int STEPS = 41;
  private static final double WIDEST = Math.log(20);
  private static final int ROUNDS = 4;

  /** The most probable class. */
  public static ClassDecision likeliest(int classes) {
    double[] factors = new double[classes];
    Arrays.fill(factors, 1);
    return new ClassDecision(factors);
  }

  /**
   * The factors with the best macro-F1 on these rows, each from 1/20 to 20, the first class having
   * 1. Macro-F1 is a staircase in the factors, so that many are equally good: the middle of the
   * longest best stretch is taken, factor by factor, in {@value #ROUNDS} rounds.
   *
   * <p>The macro-F1 it reaches on these very rows flatters: judge it on others.
   *
   * @param said by models that were not trained on the rows; one for each row of the whole set
   */
  public static ClassDecision forMacroF1(ClassLabels truth, ClassProbabilities said, int... rows) {
    double[] factors = likeliest(truth.classes().size()).factors;
    ClassLabels labels = truth.selectRows(rows);
    ClassProbabilities chances = said.selectRows(rows);
    for (int round = 0; round < ROUNDS; round++) {
      for (int one = 1; one < factors.length; one++) {
        factors[one] = best(labels, chances, factors, one);
      }
    }
    return new ClassDecision(factors);
  }

  private static double best(
      ClassLabels labels, ClassProbabilities chances, double[] factors, int one) {
    double[] scores = new double[STEPS];
    double[] tried = factors.clone();
    for (int step = 0; step < STEPS; step++) {
      tried[one] = factor(step);
      int[] said = new ClassDecision(tried.clone()).of(chances);
      scores[step] = ConfusionMatrix.of(labels, said).macroF1();
    }
    double most = Arrays.stream(scores).max().orElse(0);
    int bestFrom = 0;
    int bestLength = 0;
    int from = 0;
    for (int step = 0; step <= STEPS; step++) {
      if (step == STEPS || scores[step] < most) {
        if (step - from > bestLength) {
          bestFrom = from;
          bestLength = step - from;
        }
        from = step + 1;
      }
    }
    return factor(bestFrom + (bestLength - 1) / 2.0);
  }

  private static double factor(double step) {
    return Math.exp(WIDEST * (2 * step / (STEPS - 1) - 1));
  }

  /** The class of each row. */
  public int[] of(ClassProbabilities said) {
    int[] result = new int[said.rows()];
    for (int row = 0; row < result.length; row++) {
      result[row] = of(said.of()[row]);
    }
    return result;
  }

  /** The class of one row. */
  public int of(double[] chances) {
    int best = 0;
    for (int one = 1; one < chances.length; one++) {
      best = factors[one] * chances[one] > factors[best] * chances[best] ? one : best;
    }
    return best;
  }
}
