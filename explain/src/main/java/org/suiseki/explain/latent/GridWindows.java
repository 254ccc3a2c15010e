package org.suiseki.explain.latent;

import org.suiseki.explain.ExplainException;
import org.suiseki.matter.Axis;

/**
 * The windows of a set of patterns as points of the grid that all of them share. A window of fewer
 * than three points, from which nothing can be taken that a line through its ends does not hold,
 * counts as absent.
 */
final class GridWindows {
  private static final int FEWEST = 3;

  private final int[][] first;
  private final int[][] last;

  /**
   * @throws ExplainException where no window of any pattern holds three points
   */
  GridWindows(PeakWindows windows, Axis axis) {
    this.first = new int[windows.patterns()][windows.peaks()];
    this.last = new int[windows.patterns()][windows.peaks()];
    Grid places = new Grid(axis);
    boolean any = false;
    for (int pattern = 0; pattern < windows.patterns(); pattern++) {
      for (int peak = 0; peak < windows.peaks(); peak++) {
        first[pattern][peak] = -1;
        last[pattern][peak] = -1;
        if (windows.present(pattern, peak)) {
          int begin = places.atOrAbove(windows.from()[pattern][peak]);
          int end = places.atOrAbove(Math.nextUp(windows.to()[pattern][peak])) - 1;
          if (end - begin + 1 >= FEWEST) {
            first[pattern][peak] = begin;
            last[pattern][peak] = end;
            any = true;
          }
        }
      }
    }
    if (!any) {
      throw new ExplainException(
          "No peak's window holds three points of the axis (" + axis + ").",
          "Give a finer axis or wider windows.");
    }
  }

  boolean present(int pattern, int peak) {
    return first[pattern][peak] >= 0;
  }

  /** The first point of a window, −1 where the peak is absent. */
  int first(int pattern, int peak) {
    return first[pattern][peak];
  }

  /** The last point of a window, −1 where the peak is absent. */
  int last(int pattern, int peak) {
    return last[pattern][peak];
  }
}
