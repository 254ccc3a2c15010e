package org.suiseki.explain.latent;

/**
 * Where patterns go when their peaks are replaced. Shifts of peaks that a pattern does not have are
 * NaN.
 *
 * <p>The arrays are handed over, not copied.
 *
 * @param points rows × coordinates, of the whole patterns
 * @param answers rows × outputs, what is predicted of the whole patterns
 * @param shift rows × peaks × coordinates: the point of the masked pattern less that of the whole
 * @param change rows × peaks × outputs: the answer for the masked pattern less that for the whole,
 *     in the unit of the output
 */
public record PeakShifts(
    double[][] points, double[][] answers, double[][][] shift, double[][][] change) {}
