package org.suiseki.explain.latent;

import org.suiseki.explain.ExplainException;

/** What all methods on points ask of them: at least one, of one width, all coordinates finite. */
final class Points {

  private Points() {}

  /**
   * The width of sound points.
   *
   * @param noun what one of them is, for the message
   */
  static int check(double[][] points, String noun) {
    if (points.length == 0 || points[0].length == 0) {
      throw new ExplainException(
          "There is no " + noun + " or it has no coordinates.", "Give at least one.");
    }
    int width = points[0].length;
    for (int row = 0; row < points.length; row++) {
      if (points[row].length != width) {
        throw new ExplainException(
            "The "
                + noun
                + " "
                + row
                + " has "
                + points[row].length
                + " coordinates, the first has "
                + width
                + ".",
            "Give points of one space.");
      }
      for (int i = 0; i < width; i++) {
        if (!Double.isFinite(points[row][i])) {
          throw new ExplainException(
              "The " + noun + " " + row + " has " + points[row][i] + " at coordinate " + i + ".",
              "Leave out points with missing or infinite coordinates.");
        }
      }
    }
    return width;
  }

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
