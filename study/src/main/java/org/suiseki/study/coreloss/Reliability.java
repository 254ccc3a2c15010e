package org.suiseki.study.coreloss;

import java.util.Arrays;
import org.suiseki.explain.Calibration;
import org.suiseki.explain.Residuals;
import org.suiseki.learn.Metric;

/**
 * What the recalibrated deviations of one property are worth.
 *
 * @param calibrationError expected calibration error: whether intervals hold as often as they say
 * @param normalisedError ENCE: whether a deviation is as large as the errors of rows like it
 * @param rank Spearman's correlation of |error| and deviation: whether a larger deviation warns of
 *     a larger error; NaN where all deviations are equal
 */
record Reliability(double calibrationError, double normalisedError, double rank) {

  static Reliability of(Residuals residuals) {
    Calibration calibration = Calibration.of(residuals);
    double[] sizes = Arrays.stream(residuals.errors()).map(Math::abs).toArray();
    return new Reliability(
        calibration.expectedCalibrationError(),
        calibration.normalisedError(),
        Metric.SPEARMAN.of(sizes, residuals.deviations()));
  }
}
