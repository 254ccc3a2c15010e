package org.suiseki.describe;

/**
 * Mean, standard deviation and range of weighted values as they come, by West's update (Commun. ACM
 * 22, 532 (1979), 10.1145/359146.359153). The deviation is that of all, divided by the sum of
 * weights; without any value all are NaN.
 */
final class WeightedStatistics {
  private double weights;
  private double mean;
  private double squares;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;

  void add(double value, double weight) {
    if (weight > 0) {
      weights += weight;
      double off = value - mean;
      mean += off * weight / weights;
      squares += weight * off * (value - mean);
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
  }

  double mean() {
    return weights > 0 ? mean : Double.NaN;
  }

  double standardDeviation() {
    return weights > 0 ? Math.sqrt(squares / weights) : Double.NaN;
  }

  double least() {
    return weights > 0 ? least : Double.NaN;
  }

  double greatest() {
    return weights > 0 ? greatest : Double.NaN;
  }

  /** Writes mean, standard deviation, least and greatest from {@code offset} on. */
  void write(double[] out, int offset) {
    out[offset] = mean();
    out[offset + 1] = standardDeviation();
    out[offset + 2] = least();
    out[offset + 3] = greatest();
  }
}
