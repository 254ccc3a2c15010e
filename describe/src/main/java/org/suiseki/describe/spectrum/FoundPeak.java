package org.suiseki.describe.spectrum;

/**
 * A maximum that stands out of the noise.
 *
 * @param position in the axis's unit: the vertex of the parabola through the three highest smoothed
 *     points
 * @param height of that vertex, in the values' unit
 * @param width full, at half the prominence, in the axis's unit, of the smoothed spectrum
 * @param prominence how far one must go down from the peak before going up to a higher one, or to
 *     the end, in the values' unit
 * @param signalToNoise prominence by the noise of the spectrum there, before smoothing
 * @param index of the highest smoothed point
 */
public record FoundPeak(
    double position,
    double height,
    double width,
    double prominence,
    double signalToNoise,
    int index) {}
