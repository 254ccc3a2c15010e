package org.suiseki.simulate;

import org.suiseki.matter.Axis;

/** A spectral line of unit area. */
sealed interface LineShape permits GaussianLine, VoigtLine {

  /**
   * Adds a line of the given area, centred at {@code energy}, to the values at the points of the
   * axis.
   */
  void add(double energy, double area, Axis axis, double[] values);
}
