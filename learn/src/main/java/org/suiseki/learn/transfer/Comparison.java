package org.suiseki.learn.transfer;

import java.util.stream.IntStream;
import org.suiseki.learn.Interval;
import org.suiseki.learn.StudentT;

/**
 * One way to learn against another on the same outer splits, by the corrected resampled t test:
 * training sets of different splits overlap, so the variance of their mean difference is taken as
 * (1/J + n_test/n_train) s² with s² that over the J splits, and t has J − 1 degrees of freedom
 * (Nadeau and Bengio, Mach. Learn. 52, 239, 2003, doi:10.1023/A:1024068626366, eq. 9; for repeated
 * folds Bouckaert and Frank, PAKDD 2004, doi:10.1007/978-3-540-24775-3_3). The correction is a rule
 * of thumb: no unbiased estimate of that variance exists (Bengio and Grandvalet, J. Mach. Learn.
 * Res. 5, 1089, 2004).
 *
 * @param loss of the one, the mean over the splits
 * @param other loss of the other
 * @param gain how much less the first loses, {@code other − loss}
 * @param interval of the gain
 * @param p the probability of a gain at least as large by chance alone, if there were none
 *     (one-sided)
 */
public record Comparison(double loss, double other, double gain, Interval interval, double p) {

  /** At which an interval is given and a verdict taken. */
  public static final double LEVEL = 0.95;

  /** What the comparison allows to say. */
  public enum Verdict {
    HELPS,
    HURTS,
    UNDECIDED
  }

  /**
   * @param losses of each split
   * @param others of each split
   * @param testPerTrain rows for the test for each one for training
   */
  static Comparison of(double[] losses, double[] others, double testPerTrain) {
    int splits = losses.length;
    double[] gains = IntStream.range(0, splits).mapToDouble(j -> others[j] - losses[j]).toArray();
    double gain = mean(gains);
    double squares = 0;
    for (double one : gains) {
      squares += (one - gain) * (one - gain);
    }
    double error = Math.sqrt((1.0 / splits + testPerTrain) * squares / (splits - 1));
    double p = error > 0 ? StudentT.above(gain / error, splits - 1) : gain > 0 ? 0 : 1;
    return new Comparison(
        mean(losses), mean(others), gain, Interval.overFolds(gains, testPerTrain, LEVEL), p);
  }

  /** Whether the whole interval lies on one side of no difference. */
  public Verdict verdict() {
    if (interval.low() > 0) {
      return Verdict.HELPS;
    }
    return interval.high() < 0 ? Verdict.HURTS : Verdict.UNDECIDED;
  }

  private static double mean(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(j -> values[j]).sum() / values.length;
  }
}
