package org.suiseki.explain;

/**
 * A map of variances σ'² = scale · σ² + offset that makes predicted deviations fit errors seen on
 * rows held out from training. The scale mends over- or underconfidence (Levi et al. 2019, arXiv
 * 1905.11659, scale the deviation by one number); the offset is the part of the error that the
 * model sees no sign of. Fit and judge it on different rows.
 *
 * <p>Fitted by maximum likelihood over scale, offset ≥ 0. With v(t) = (1 − t) σ² / mean(σ²) + t the
 * variances are c · v(t), where the best c for a given mixture t is the mean of error² / v(t): one
 * parameter in [0, 1] is left, both ends included. The profile may have two minima, so a grid finds
 * the basin and golden-section search the minimum in it; no start value, no failure to converge.
 * O(n) for each of about 150 evaluations.
 *
 * <p>Two parameters need rows: with fewer than {@value #ROWS_FOR_OFFSET} only the scale is fitted,
 * and its relative uncertainty is √(2 / n), so that few rows are better left alone.
 *
 * @param scale pure number ≥ 0
 * @param offset variance ≥ 0, in the square of the unit of the output
 */
public record Recalibration(double scale, double offset) {

  /** Changes nothing. */
  public static final Recalibration NONE = new Recalibration(1, 0);

  private static final int ROWS_FOR_OFFSET = 10;
  private static final int GRID = 50;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /** Errors that are all zero would ask for no variance at all; this share of it always stays. */
  private static final double LEAST_FACTOR = 1e-6;

  public Recalibration {
    if (!(scale >= 0 && offset >= 0 && scale + offset > 0 && Double.isFinite(scale + offset))) {
      throw new ExplainException(
          "A variance map of scale " + scale + " and offset " + offset + ".",
          "Give finite numbers of zero or more, one of them positive.");
    }
  }

  public static Recalibration fit(Residuals heldOut) {
    double meanVariance = meanSquare(heldOut.deviations());
    double share = heldOut.count() < ROWS_FOR_OFFSET ? 0 : bestShare(heldOut, meanVariance);
    double factor = Math.max(factor(heldOut, meanVariance, share), LEAST_FACTOR * meanVariance);
    return new Recalibration(factor * (1 - share) / meanVariance, factor * share);
  }

  /** The mended standard deviation of a predicted one, both in the unit of the output. */
  public double apply(double deviation) {
    return Math.sqrt(scale * deviation * deviation + offset);
  }

  /** The mended standard deviations. */
  public double[] apply(double[] deviations) {
    double[] mended = new double[deviations.length];
    for (int row = 0; row < mended.length; row++) {
      mended[row] = apply(deviations[row]);
    }
    return mended;
  }

  /** The same errors beside mended deviations. */
  public Residuals apply(Residuals residuals) {
    return new Residuals(residuals.errors(), apply(residuals.deviations()));
  }

  private static double bestShare(Residuals residuals, double meanVariance) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= GRID; i++) {
      double value = profile(residuals, meanVariance, gridShare(i));
      // Strictly better only: where all deviations are alike so are all mixtures, and 0 does.
      if (value < least - 1e-12) {
        least = value;
        best = i;
      }
    }
    double found =
        golden(
            residuals,
            meanVariance,
            gridShare(Math.max(0, best - 1)),
            gridShare(Math.min(GRID, best + 1)));
    boolean better = profile(residuals, meanVariance, found) < least - 1e-12;
    return better ? found : gridShare(best);
  }

  /** Dense near 0 and 1, where the likelihood bends most. */
  private static double gridShare(int i) {
    double sine = Math.sin(Math.PI / 2 * i / GRID);
    return i == GRID ? 1 : sine * sine;
  }

  private static double golden(Residuals residuals, double meanVariance, double from, double to) {
    double low = from;
    double high = to;
    while (high - low > 1e-9) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (profile(residuals, meanVariance, left) < profile(residuals, meanVariance, right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return (low + high) / 2;
  }

  /** Twice the mean negative log-likelihood at the best factor, up to a constant. */
  private static double profile(Residuals residuals, double meanVariance, double share) {
    double logs = 0;
    for (double deviation : residuals.deviations()) {
      logs += Math.log(mixed(deviation, meanVariance, share)) / residuals.count();
    }
    double factor = factor(residuals, meanVariance, share);
    return logs + Math.log(Math.max(factor, LEAST_FACTOR * meanVariance));
  }

  private static double factor(Residuals residuals, double meanVariance, double share) {
    double sum = 0;
    for (int row = 0; row < residuals.count(); row++) {
      double error = residuals.errors()[row];
      sum += error * error / mixed(residuals.deviations()[row], meanVariance, share);
    }
    return sum / residuals.count();
  }

  private static double mixed(double deviation, double meanVariance, double share) {
    return (1 - share) * deviation * deviation / meanVariance + share;
  }

  private static double meanSquare(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value / values.length;
    }
    return sum;
  }
}
