package org.suiseki.explain.latent;

/**
 * How much a peak varies over a set of patterns, noise included.
 *
 * @param intensity standard deviation of its integrated intensity by the mean; of a peak that is in
 *     some patterns only noise it is large
 * @param positionDeviation standard deviation of its position, in the unit of the axis
 * @param positionRange from the least to the greatest position, in the unit of the axis
 * @param profile all that it varies by: root mean square over the patterns of the distance between
 *     pattern and the same with the set's mean peak, by the length of the mean peak, both as
 *     vectors of the values that the space reads
 */
public record PeakVariation(
    double intensity, double positionDeviation, double positionRange, double profile) {}
