package org.suiseki.explain.latent;

/**
 * Two peaks replaced by their backgrounds together. Means over the patterns that have both, in
 * units of the map's spread.
 *
 * @param first number of a peak, from 0
 * @param second number of the other
 * @param shift length of the joint move
 * @param sum length of the vector sum of both single moves
 * @param interaction length of the difference of these two vectors: 0 where the peaks are read
 *     independently
 */
public record PeakPair(int first, int second, double shift, double sum, double interaction) {}
