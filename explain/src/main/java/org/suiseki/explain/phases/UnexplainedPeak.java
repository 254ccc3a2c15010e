package org.suiseki.explain.phases;

/**
 * A peak of the pattern that no phase accounts for.
 *
 * @param twoTheta where it is, in degrees
 * @param spacing d in Å, at the mean wavelength, after the zero shift that the phases have
 * @param height what is not explained, by the highest of all peaks, from 0 to 1
 */
public record UnexplainedPeak(double twoTheta, double spacing, double height) {}
