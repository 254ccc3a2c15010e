package org.suiseki.describe.spectrum;

import java.util.List;

/**
 * Peaks that were fitted together over one straight background.
 *
 * @param from first point, in the axis's unit
 * @param to last point
 * @param peaks in rising position
 * @param background at {@code from} and at {@code to}, in the values' unit
 * @param chiSquare sum of squared differences by squared deviations
 * @param freedom points less fitted numbers; χ² by it is about 1 where model and deviations are
 *     right
 * @param converged whether the fit settled and the data tell all its numbers; else trust none
 */
public record FittedWindow(
    double from,
    double to,
    List<FittedPeak> peaks,
    double[] background,
    double chiSquare,
    int freedom,
    boolean converged) {

  public FittedWindow {
    peaks = List.copyOf(peaks);
    background = background.clone();
  }

  /** A copy. */
  @Override
  public double[] background() {
    return background.clone();
  }

  public double reducedChiSquare() {
    return chiSquare / freedom;
  }
}
