package org.suiseki.learn;

/**
 * How good probabilities of classes are, in one number; 0 is perfect for each. A metric of no rows
 * is NaN.
 */
public enum ProbabilityMetric {
  /**
   * The mean of −ln P(true class), with P at least 10⁻¹⁵: a proper score, which only the true
   * probabilities minimise. One row that was called impossible costs 34.5.
   */
  LOG_LOSS {
    @Override
    public double of(ClassLabels truth, ClassProbabilities said, int... rows) {
      double sum = 0;
      for (int row : rows) {
        sum -= Math.log(Math.max(LEAST, said.of()[row][truth.of()[row]]));
      }
      return sum / rows.length;
    }
  },

  /**
   * The mean over rows of Σₖ (P(k) − [k is true])², from 0 to 2 (Brier, Mon. Weather Rev. 78, 1,
   * 1950): a proper score that no single row can ruin.
   */
  BRIER {
    @Override
    public double of(ClassLabels truth, ClassProbabilities said, int... rows) {
      double sum = 0;
      for (int row : rows) {
        double[] chance = said.of()[row];
        for (int one = 0; one < chance.length; one++) {
          double error = chance[one] - (one == truth.of()[row] ? 1 : 0);
          sum += error * error;
        }
      }
      return sum / rows.length;
    }
  },

  /**
   * The class-wise expected calibration error (Kull et al., NeurIPS 2019, arXiv 1910.12656, eq. 3):
   * for each class, rows are put into {@value #BINS} bins of equal width by P(class); the error is
   * the mean over rows of |mean P − share of the class| of their bin, and the result the mean over
   * classes. Where one class is nearly everything its easy rows make it small whatever happens to
   * the rare classes: read it beside {@link #RARE_CALIBRATION}.
   */
  CALIBRATION {
    @Override
    public double of(ClassLabels truth, ClassProbabilities said, int... rows) {
      double sum = 0;
      for (int one = 0; one < truth.classes().size(); one++) {
        sum += calibrationError(truth, said, one, 0, rows);
      }
      return sum / truth.classes().size();
    }
  },

  /**
   * The same over the rows alone for which P(class) is at least 0.1, so that what is certainly of
   * another class does not drown what is in question. 0 where there are none.
   */
  RARE_CALIBRATION {
    @Override
    public double of(ClassLabels truth, ClassProbabilities said, int... rows) {
      double sum = 0;
      for (int one = 0; one < truth.classes().size(); one++) {
        sum += calibrationError(truth, said, one, 1.0 / BINS, rows);
      }
      return sum / truth.classes().size();
    }
  };

  private static final double LEAST = 1e-15;

  /** Bins of a calibration error. */
  static final int BINS = 10;

  /**
   * Of some rows.
   *
   * @param said one for each row of the whole set
   */
  public abstract double of(ClassLabels truth, ClassProbabilities said, int... rows);

  private static double calibrationError(
      ClassLabels truth, ClassProbabilities said, int one, double least, int... rows) {
    double[] excess = new double[BINS];
    int counted = 0;
    for (int row : rows) {
      double chance = said.of()[row][one];
      if (chance >= least) {
        counted++;
        int bin = Math.min(BINS - 1, (int) (chance * BINS));
        excess[bin] += chance - (truth.of()[row] == one ? 1 : 0);
      }
    }
    double sum = 0;
    for (double difference : excess) {
      sum += Math.abs(difference);
    }
    return counted == 0 ? (rows.length == 0 ? Double.NaN : 0) : sum / counted;
  }
}
