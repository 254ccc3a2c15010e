package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.learn.Interval;
import org.suiseki.learn.Metrics;
import org.suiseki.learn.Table;

/**
 * How well one reading tells one property, over all held-out patterns together.
 *
 * @param property index
 * @param reading name of the {@link Reading}
 * @param mae mean absolute error, in the unit of the property
 * @param rmse root mean square error, in it too
 * @param low end of the interval of R², 95 %, leaving out one fold at a time
 * @param high end of it
 * @param coverage share of truths within two stated deviations; NaN where none is stated
 */
record ConcentrationScore(
    int property,
    String reading,
    double mae,
    double rmse,
    double r2,
    double low,
    double high,
    double coverage) {
  private static final double LEVEL = 0.95;

  /** Of all readings and properties; a property is left out that no pattern gives. */
  static List<ConcentrationScore> of(List<Reading> readings, Table targets) {
    List<ConcentrationScore> scores = new ArrayList<>();
    for (int property = 0; property < targets.width(); property++) {
      double[] truth = targets.column(property);
      for (Reading reading : readings) {
        scores.add(of(reading, property, truth));
      }
    }
    return scores;
  }

  private static ConcentrationScore of(Reading reading, int property, double[] truth) {
    double[] said = reading.said().mean(property);
    Metrics metrics = Metrics.of(truth, said);
    Interval interval = Interval.ofR2OverFolds(truth, said, reading.said().fold(), LEVEL);
    return new ConcentrationScore(
        property,
        reading.name(),
        metrics.mae(),
        metrics.rmse(),
        metrics.r2(),
        interval.low(),
        interval.high(),
        coverage(truth, said, reading.said().deviation(property)));
  }

  private static double coverage(double[] truth, double[] said, double[] deviation) {
    int known = 0;
    int inside = 0;
    for (int row = 0; row < truth.length; row++) {
      if (Double.isFinite(truth[row]) && Double.isFinite(deviation[row])) {
        known++;
        inside += Math.abs(truth[row] - said[row]) <= 2 * deviation[row] ? 1 : 0;
      }
    }
    return known == 0 ? Double.NaN : (double) inside / known;
  }
}
