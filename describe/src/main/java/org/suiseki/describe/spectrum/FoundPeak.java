package org.suiseki.describe.spectrum;

/**
 * A maximum that stands out of the noise, or a shoulder that bends out of it.
 *
 * <p>Of a shoulder the position is where the curve bends most, the width that of the nearest
 * maximum, the prominence the height of a Gaussian of this width that bends so, and the height the
 * curve's there.
 *
 * @param position in the axis's unit: the vertex of the parabola through the three highest smoothed
 *     points
 * @param height of that vertex, in the values' unit
 * @param width full, at half the prominence, in the axis's unit, of the smoothed spectrum
 * @param prominence how far one must go down from the peak before going up to a higher one, or to
 *     the end, in the values' unit
 * @param signalToNoise prominence by the noise of the spectrum there, before smoothing
 * @param index of the highest smoothed point
 * @param shoulder whether it has no maximum of its own
 */
public record FoundPeak(
    double position,
    double height,
    double width,
    double prominence,
    double signalToNoise,
    int index,
    boolean shoulder) {

  /** A maximum. */
  public FoundPeak(
      double position,
      double height,
      double width,
      double prominence,
      double signalToNoise,
      int index) {
    this(position, height, width, prominence, signalToNoise, index, false);
  }
}
