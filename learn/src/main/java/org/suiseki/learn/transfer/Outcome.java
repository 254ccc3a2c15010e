package org.suiseki.learn.transfer;

import java.util.List;

/**
 * What nested selection gave for one contender.
 *
 * @param chosen place of the arm that the inner splits of each outer split chose
 * @param innerLoss of that arm
 * @param prediction outer splits × rows, by the chosen arm trained on all of the outer training
 *     rows; NaN for rows the split does not test
 */
record Outcome(Contender contender, int[] chosen, double[] innerLoss, double[][] prediction) {

  Arm arm(int outer) {
    return contender.arms().get(chosen[outer]);
  }

  /** The arm that was chosen most often; of several the first. */
  Arm usual() {
    int[] times = new int[contender.arms().size()];
    int best = chosen[0];
    for (int arm : chosen) {
      times[arm]++;
    }
    for (int arm = 0; arm < times.length; arm++) {
      best = times[arm] > times[best] ? arm : best;
    }
    return contender.arms().get(best);
  }

  /** In each outer split the contender whose inner loss is the least, as one procedure. */
  static int[] best(List<Outcome> outcomes) {
    int[] best = new int[outcomes.get(0).chosen.length];
    for (int outer = 0; outer < best.length; outer++) {
      for (int other = 1; other < outcomes.size(); other++) {
        boolean less =
            outcomes.get(other).innerLoss[outer] < outcomes.get(best[outer]).innerLoss[outer];
        best[outer] = less ? other : best[outer];
      }
    }
    return best;
  }

  /** Outer splits × rows, each by the contender that {@code best} names for it. */
  static double[][] predictions(List<Outcome> outcomes, int[] best) {
    double[][] prediction = new double[best.length][];
    for (int outer = 0; outer < best.length; outer++) {
      prediction[outer] = outcomes.get(best[outer]).prediction[outer];
    }
    return prediction;
  }
}
