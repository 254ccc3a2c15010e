package org.suiseki.study.tasks;

import java.util.Arrays;

/**
 * One number from a spectrum of evenly spaced points, where a task's target is a list.
 *
 * @param statistic of the distribution
 * @param from position of the first point
 * @param to position of the last point
 */
record Reduction(Statistic statistic, double from, double to) {

  /** Of positions, weighted by the values of the spectrum. */
  enum Statistic {
    MEAN {
      @Override
      double of(double[] positions, double[] weights) {
        double sum = 0;
        double moment = 0;
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i];
          moment += weights[i] * positions[i];
        }
        return moment / sum;
      }
    },
    DEVIATION {
      @Override
      double of(double[] positions, double[] weights) {
        double mean = MEAN.of(positions, weights);
        double[] squares =
            Arrays.stream(positions)
                .map(position -> (position - mean) * (position - mean))
                .toArray();
        return Math.sqrt(MEAN.of(squares, weights));
      }
    },
    /** The position of the largest value. */
    PEAK {
      @Override
      double of(double[] positions, double[] weights) {
        int best = 0;
        for (int i = 1; i < weights.length; i++) {
          best = weights[i] > weights[best] ? i : best;
        }
        return positions[best];
      }
    };

    abstract double of(double[] positions, double[] weights);
  }

  /** NaN where the spectrum is empty or zero throughout. */
  double of(double[] weights) {
    if (weights.length < 2 || !(Arrays.stream(weights).sum() > 0)) {
      return Double.NaN;
    }
    double[] positions = new double[weights.length];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = from + (to - from) * i / (positions.length - 1);
    }
    return statistic.of(positions, weights);
  }
}
