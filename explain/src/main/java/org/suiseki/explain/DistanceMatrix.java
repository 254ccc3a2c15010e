package org.suiseki.explain;

/**
 * The distances of all pairs of rows, each stored once: (0, 1), (0, 2), …, (1, 2), …, the order of
 * {@code scipy.spatial.distance.pdist}. The array is handed over, not copied: neither side changes
 * it afterwards.
 *
 * @param rows at least 1, at most 65,536
 * @param values rows (rows − 1) / 2 distances, finite and not below 0
 */
public record DistanceMatrix(int rows, double[] values) {

  private static final int MOST = 65_536;

  /**
   * @throws ExplainException where the count does not fit or a distance is none
   */
  public DistanceMatrix {
    if (values.length != pairs(rows)) {
      throw new ExplainException(
          values.length + " distances were given for " + rows + " rows.",
          "Give rows × (rows − 1) / 2, each pair once.");
    }
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY)) {
        throw new ExplainException(
            "The distance " + i + " is " + values[i] + ".", "Give finite distances from 0.");
      }
    }
  }

  /** How many pairs so many rows have. */
  public static int pairs(int rows) {
    if (rows < 1 || rows > MOST) {
      throw new ExplainException(
          "The distances of all pairs of " + rows + " rows cannot be held.",
          "Give 1 to " + MOST + " rows, or cluster points by Ward's method, which needs none.");
    }
    return (int) ((long) rows * (rows - 1) / 2);
  }

  /** Euclidean distances, in O(rows² · width). */
  public static DistanceMatrix euclidean(double[][] points) {
    int width = Rows.check(points, "point");
    double[] values = new double[pairs(points.length)];
    int at = 0;
    for (int i = 0; i < points.length; i++) {
      double[] a = points[i];
      for (int j = i + 1; j < points.length; j++) {
        double[] b = points[j];
        double sum = 0;
        for (int k = 0; k < width; k++) {
          sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        values[at++] = Math.sqrt(sum);
      }
    }
    return new DistanceMatrix(points.length, values);
  }

  public double get(int i, int j) {
    return i == j ? 0 : values[index(rows, i, j)];
  }

  /** Where the distance of two different rows is stored. */
  static int index(int rows, int i, int j) {
    int first = Math.min(i, j);
    int second = Math.max(i, j);
    return (int) ((long) first * rows - (long) first * (first + 1) / 2 + second - first - 1);
  }
}
