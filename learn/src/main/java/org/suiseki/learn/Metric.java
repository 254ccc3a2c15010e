package org.suiseki.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How far predictions are from the truth, in one number. Arrays have one value a row; no value is
 * NaN ({@link Metrics#of} takes care of missing truths). A metric that is undefined for the rows is
 * NaN.
 *
 * <p>The definitions are those of scikit-learn 1.2, §3.3.4 of its guide, and of SciPy's {@code
 * pearsonr} and {@code spearmanr}.
 */
public enum Metric {
  /**
   * 1 − Σ(y − ŷ)² / Σ(y − ȳ)², with ȳ the mean of these very truths (not of the training rows). 1
   * is perfect, 0 is as good as knowing the mean of the test, below 0 is worse. Undefined for fewer
   * than two rows or equal truths.
   */
  R2 {
    @Override
    public double of(double[] truth, double[] prediction) {
      if (constant(truth)) {
        return Double.NaN;
      }
      double mean = mean(truth);
      double total = Arrays.stream(truth).map(value -> (value - mean) * (value - mean)).sum();
      return 1 - squaredError(truth, prediction) / total;
    }
  },

  /** Mean of |y − ŷ|, in the unit of the output. */
  MAE {
    @Override
    public double of(double[] truth, double[] prediction) {
      double sum = 0;
      for (int row = 0; row < truth.length; row++) {
        sum += Math.abs(truth[row] - prediction[row]);
      }
      return sum / truth.length;
    }
  },

  /** √ mean of (y − ŷ)², in the unit of the output. */
  RMSE {
    @Override
    public double of(double[] truth, double[] prediction) {
      return Math.sqrt(squaredError(truth, prediction) / truth.length);
    }
  },

  /** Largest |y − ŷ|, in the unit of the output. */
  MAX_ERROR {
    @Override
    public double of(double[] truth, double[] prediction) {
      return IntStream.range(0, truth.length)
          .mapToDouble(row -> Math.abs(truth[row] - prediction[row]))
          .max()
          .orElse(Double.NaN);
    }
  },

  /** Pearson's correlation of truth and prediction; blind to a constant offset or factor. */
  PEARSON {
    @Override
    public double of(double[] truth, double[] prediction) {
      return correlation(truth, prediction);
    }
  },

  /**
   * Spearman's: Pearson's correlation of the ranks, equal values sharing the mean of their ranks.
   */
  SPEARMAN {
    @Override
    public double of(double[] truth, double[] prediction) {
      return correlation(ranks(truth), ranks(prediction));
    }
  };

  /** The metric over all rows. */
  public abstract double of(double[] truth, double[] prediction);

  private static double squaredError(double[] truth, double[] prediction) {
    double sum = 0;
    for (int row = 0; row < truth.length; row++) {
      sum += (truth[row] - prediction[row]) * (truth[row] - prediction[row]);
    }
    return sum;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /** Compared value by value: the variance of equal values need not round to 0. */
  private static boolean constant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  private static double correlation(double[] x, double[] y) {
    if (constant(x) || constant(y)) {
      return Double.NaN;
    }
    double meanX = mean(x);
    double meanY = mean(y);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int row = 0; row < x.length; row++) {
      xy += (x[row] - meanX) * (y[row] - meanY);
      xx += (x[row] - meanX) * (x[row] - meanX);
      yy += (y[row] - meanY) * (y[row] - meanY);
    }
    return xy / Math.sqrt(xx) / Math.sqrt(yy);
  }

  private static double[] ranks(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> values[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int place = from; place < to; place++) {
        ranks[order[place]] = (from + to + 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
