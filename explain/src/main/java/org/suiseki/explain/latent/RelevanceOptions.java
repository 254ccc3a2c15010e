package org.suiseki.explain.latent;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.suiseki.explain.ExplainException;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;
import org.suiseki.matter.Axis;

/**
 * How the relevance of peaks is asked for.
 *
 * <p>Cost: 3 rows × peaks encodings and answers, and rows × pairs. For sets of thousands of
 * patterns a sample of a few hundred gives the same means.
 *
 * @param masking how a peak is replaced
 * @param intensity from the values of the patterns to intensities, such as {@link #squared} for
 *     patterns as roots; areas of peaks are taken of it
 * @param paired of how many peaks, those that move the points most, all pairs are masked; 0 or 1
 *     for no pairs
 */
public record RelevanceOptions(PeakMasking masking, DoubleUnaryOperator intensity, int paired) {
  private static final int MOST_PAIRED = 40;

  /**
   * @throws ExplainException for fewer than 0 or more than 40 paired peaks
   */
  public RelevanceOptions {
    if (paired < 0 || paired > MOST_PAIRED) {
      throw new ExplainException(
          "Pairs of " + paired + " peaks were asked for.",
          "Give a number from 0 to " + MOST_PAIRED + ", such as 6.");
    }
  }

  /** Of patterns whose values are intensities; pairs of the six that move the points most. */
  public static RelevanceOptions ofIntensities() {
    return new RelevanceOptions(PeakMasking.standard(), DoubleUnaryOperator.identity(), 6);
  }

  /** The same of patterns whose values are roots of intensities. */
  public static RelevanceOptions ofRoots() {
    return new RelevanceOptions(PeakMasking.standard(), RelevanceOptions::squared, 6);
  }

  /** y |y|: undoes the root that keeps the sign. */
  public static double squared(double value) {
    return value * Math.abs(value);
  }

  /**
   * The relevance of each peak in a feature space.
   *
   * @param space the map whose points are looked at
   * @param rows patterns × points of the axis, as the space reads them
   * @param windows of these patterns, in their order
   * @param answers what is predicted from this or other spaces; none, one or several
   * @throws ExplainException where the numbers of patterns or points differ, the space reads other
   *     columns, or all points are one
   */
  public PeakRelevance explain(
      LatentModel space,
      Table rows,
      Axis axis,
      PeakWindows windows,
      List<LatentAnswer> answers,
      Progress progress) {
    return new RelevanceCalculation(this, space, rows, axis, windows, answers, progress).result();
  }
}
