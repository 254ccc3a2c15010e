package org.suiseki.explain.latent;

import java.util.List;
import org.suiseki.explain.ExplainException;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;
import org.suiseki.matter.Axis;

/**
 * Masking of peaks: the window of a peak is replaced, and the move of the pattern's point tells
 * what the feature space made of it. After Utimula et al., Adv. Theory Simul. (2022),
 * doi:10.1002/adts.202200613, who mask a peak by its background.
 *
 * <p>Patterns come as the space reads them: background taken off, normalised, transformed. They are
 * masked as they are and not normalised again, as a diffractometer would not count longer because a
 * peak is missing; a masked pattern's highest point or area is therefore not 1. The line under a
 * peak is straight on the scale of the transformed values.
 *
 * <p>A masked pattern is one the space may never have met. Where its point goes is then a property
 * of the space, and no proof that the peak tells samples apart: see {@link Replacement}. Where two
 * peaks say the same thing, masking one may move nothing.
 *
 * <p>Cost: one encoding for each row and peak, in blocks of 16 MB. What one row and peak give does
 * not depend on the others beyond what the space itself does with blocks.
 *
 * <pre>{@code
 * PeakWindows windows = PeakWindows.commonTo(reflections, instrument, axis);
 * PeakShifts shifts = PeakMasking.standard().shifts(
 *     space, rows, axis, windows, Replacement.BACKGROUND, Progress.SILENT);
 * shifts.shift()[12][0];   // how row 12 moves without its first peak
 * }</pre>
 *
 * @param edge points at each end of a window whose means carry the line; at most a third of the
 *     window is taken
 */
public record PeakMasking(int edge) {

  /**
   * @throws ExplainException for fewer than one point
   */
  public PeakMasking {
    if (edge < 1) {
      throw new ExplainException(
          "The background at an end of a window is the mean of " + edge + " points.",
          "Give 1 or more, such as 3.");
    }
  }

  /** Three points at each end. */
  public static PeakMasking standard() {
    return new PeakMasking(3);
  }

  /**
   * Patterns with replaced peaks.
   *
   * @param rows patterns × points of the axis
   * @param windows of these patterns, in their order
   * @throws ExplainException where the numbers of patterns or points differ, or the axis is too
   *     coarse for every window
   */
  public MaskedPatterns patterns(
      Table rows, Axis axis, PeakWindows windows, Replacement replacement) {
    return patterns(rows, axis, windows, replacement, means(rows, axis, windows));
  }

  /**
   * The mean peaks of a set of patterns.
   *
   * @param rows patterns × points of the axis
   * @param windows of these patterns, in their order
   * @throws ExplainException as {@link #patterns(Table, Axis, PeakWindows, Replacement)}
   */
  public MeanPeaks means(Table rows, Axis axis, PeakWindows windows) {
    return MaskedPatterns.means(rows, axis, windows, edge);
  }

  /**
   * New patterns whose peaks are compared with those of a set.
   *
   * @param rows patterns × points of the axis
   * @param windows of these patterns, with the set's peaks
   * @param set the mean peaks of the set, on the same axis
   * @throws ExplainException as {@link #patterns(Table, Axis, PeakWindows, Replacement)}, or where
   *     the set has other peaks
   */
  public MaskedPatterns patterns(
      Table rows, Axis axis, PeakWindows windows, Replacement replacement, MeanPeaks set) {
    return new MaskedPatterns(rows, axis, windows, replacement, set, edge);
  }

  /**
   * How each point moves when each peak is replaced.
   *
   * @param rows patterns × points of the axis, with the columns that the space reads
   * @throws ExplainException as {@link #patterns(Table, Axis, PeakWindows, Replacement)}, or where
   *     the space reads other columns
   */
  public PeakShifts shifts(
      LatentModel space,
      Table rows,
      Axis axis,
      PeakWindows windows,
      Replacement replacement,
      Progress progress) {
    return patterns(rows, axis, windows, replacement).shifts(space, List.of(), progress);
  }
}
