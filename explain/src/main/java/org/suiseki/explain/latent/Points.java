package org.suiseki.explain.latent;

/** Arithmetic of sets of points, rows × coordinates. */
final class Points {

  private Points() {}

  /** The mean of each coordinate. */
  static double[] centre(double[][] points) {
    double[] centre = new double[points[0].length];
    for (double[] point : points) {
      for (int i = 0; i < centre.length; i++) {
        centre[i] += point[i];
      }
    }
    for (int i = 0; i < centre.length; i++) {
      centre[i] /= points.length;
    }
    return centre;
  }

  /** Each point less the centre. */
  static double[][] less(double[][] points, double[] centre) {
    double[][] moved = new double[points.length][centre.length];
    for (int row = 0; row < points.length; row++) {
      for (int i = 0; i < centre.length; i++) {
        moved[row][i] = points[row][i] - centre[i];
      }
    }
    return moved;
  }

  /** √ Σ of all squared coordinates. */
  static double norm(double[][] points) {
    double sum = 0;
    for (double[] point : points) {
      for (double value : point) {
        sum += value * value;
      }
    }
    return Math.sqrt(sum);
  }
}
