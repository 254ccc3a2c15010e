package org.suiseki.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Does a model err as much as it says it does? For predictions that are Gaussian distributions, on
 * rows the model has not seen.
 *
 * <ul>
 *   <li>Reliability: how many truths lie in the central interval mean ± z σ that should hold a
 *       nominal share of them. The expected calibration error is the mean over the levels of
 *       |observed − nominal| (after Kuleshov, Fenner and Ermon 2018, arXiv 1807.00263, who square
 *       the difference and use one-sided intervals; central ones ask for the size of an error, not
 *       for its sign).
 *   <li>Whether large deviations go with large errors: rows sorted by deviation, in bins of equal
 *       count, ENCE = mean over bins of |RMV − RMSE| / RMV (Levi et al. 2019, arXiv 1905.11659). A
 *       model whose deviations have nothing to do with its errors can still have a good reliability
 *       curve; the bins show it.
 *   <li>Sharpness: how small the deviations are; of two calibrated models the sharper one is
 *       better.
 * </ul>
 *
 * <p>With n rows the observed share at level p scatters by √(p (1 − p) / n): an error of 0.03 is
 * nothing on 200 rows.
 *
 * @param count rows
 * @param nominal levels, 0.05 … 0.95
 * @param observed share of rows within the central interval of each level
 * @param expectedCalibrationError mean over the levels of |observed − nominal|; a pure number
 * @param sharpness root mean predicted variance, in the unit of the output
 * @param negativeLogLikelihood mean over rows of ½ ln(2π σ²) + error² / (2 σ²), in nats
 * @param bins by rising deviation
 * @param normalisedError ENCE, a pure number
 */
public record Calibration(
    int count,
    double[] nominal,
    double[] observed,
    double expectedCalibrationError,
    double sharpness,
    double negativeLogLikelihood,
    List<Bin> bins,
    double normalisedError) {

  private static final int LEVELS = 19;
  private static final int MOST_BINS = 10;

  /** Fewer rows in a bin would make its error mostly chance. */
  private static final int ROWS_PER_BIN = 10;

  /**
   * Rows of similar deviation.
   *
   * @param count rows
   * @param deviation root mean predicted variance (RMV), in the unit of the output
   * @param error root mean squared error (RMSE), in the unit of the output
   */
  public record Bin(int count, double deviation, double error) {}

  public static Calibration of(Residuals residuals) {
    double[] nominal = new double[LEVELS];
    double[] observed = new double[LEVELS];
    double difference = 0;
    for (int level = 0; level < LEVELS; level++) {
      nominal[level] = (level + 1) / (LEVELS + 1.0);
      observed[level] = coverage(residuals, nominal[level]);
      difference += Math.abs(observed[level] - nominal[level]) / LEVELS;
    }
    List<Bin> bins = bins(residuals);
    double normalised = 0;
    for (Bin bin : bins) {
      normalised += Math.abs(bin.deviation() - bin.error()) / bin.deviation() / bins.size();
    }
    return new Calibration(
        residuals.count(),
        nominal,
        observed,
        difference,
        rootMeanSquare(residuals.deviations()),
        negativeLogLikelihood(residuals),
        bins,
        normalised);
  }

  /** The share of rows whose error is within the central interval of the given nominal share. */
  public static double coverage(Residuals residuals, double nominal) {
    double reach = StandardNormal.quantile((1 + nominal) / 2);
    int within = 0;
    for (int row = 0; row < residuals.count(); row++) {
      if (Math.abs(residuals.errors()[row]) <= reach * residuals.deviations()[row]) {
        within++;
      }
    }
    return (double) within / residuals.count();
  }

  private static double negativeLogLikelihood(Residuals residuals) {
    double sum = 0;
    for (int row = 0; row < residuals.count(); row++) {
      double z = residuals.errors()[row] / residuals.deviations()[row];
      sum += 0.5 * z * z + Math.log(residuals.deviations()[row]);
    }
    return sum / residuals.count() + 0.5 * Math.log(2 * Math.PI);
  }

  private static List<Bin> bins(Residuals residuals) {
    int count = residuals.count();
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> residuals.deviations()[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    int bins = Math.max(1, Math.min(MOST_BINS, count / ROWS_PER_BIN));
    List<Bin> result = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      int from = (int) ((long) count * bin / bins);
      int to = (int) ((long) count * (bin + 1) / bins);
      int[] rows = Arrays.copyOfRange(order, from, to);
      result.add(
          new Bin(
              rows.length,
              rootMeanSquare(select(residuals.deviations(), rows)),
              rootMeanSquare(select(residuals.errors(), rows))));
    }
    return List.copyOf(result);
  }

  private static double[] select(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  private static double rootMeanSquare(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum / values.length);
  }
}
