package org.suiseki.explain.latent;

import org.suiseki.explain.ExplainException;

/**
 * A peak of one pattern and the part of its axis that it covers.
 *
 * @param label the same in every pattern of a set: Miller indices such as {@code 3 1 0}, several
 *     joined by {@code +} where they overlap, or {@code 31.2°} where no structure is known
 * @param position of the strongest reflection, or where no structure is known of the highest point,
 *     in the unit of the axis
 * @param from first position that the peak covers
 * @param to last position that it covers
 */
public record PeakWindow(String label, double position, double from, double to) {

  /**
   * @throws ExplainException where the window does not hold its position
   */
  public PeakWindow {
    if (!(from < to && from <= position && position <= to)) {
      throw new ExplainException(
          "The peak "
              + label
              + " at "
              + position
              + " has a window from "
              + from
              + " to "
              + to
              + ".",
          "Give a window that holds the peak.");
    }
  }
}
