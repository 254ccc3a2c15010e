package org.suiseki.describe;

/**
 * The {@link OrderParameter} of the corners of a cube (Peters 2009). The source sums each pair of
 * neighbours once, the one earlier in the list at the pole, so that its value depends on how equal
 * neighbours happen to be sorted; here equal ones take both parts by half, which is the mean over
 * all such orders. Cost: O(n³) for n neighbours.
 *
 * @param poleFrom from this polar angle on a neighbour belongs to the south pole
 */
record CubeOrder(double poleFrom, double poleWidth, double poleWeight) implements OrderParameter {
  private static final double PEAK = Math.exp(0.5);
  private static final double TILT = Math.asin(1.0 / 3) / Math.PI;

  @Override
  public double of(NeighbourAngles angles) {
    int n = angles.count();
    if (n < 4) {
      return 0;
    }
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += atPole(angles, j);
    }
    return sum / (0.5 * n * (6 + (n - 2) * (n - 3)));
  }

  private double atPole(NeighbourAngles angles, int j) {
    int n = angles.count();
    double[] heights = angles.scratch();
    for (int m = 0; m < n; m++) {
      double tilt = (angles.turn(j, m) - 0.5) / TILT;
      heights[m] = m == j || angles.onAxis(j, m) ? 0 : PEAK * tilt * OrderParameter.gaussian(tilt);
    }
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double precedence = k == j ? 0 : angles.precedence(j, k);
      if (precedence > 0) {
        double turn = angles.turn(j, k);
        sum +=
            precedence
                * (turn >= poleFrom
                    ? poleWeight * OrderParameter.gaussian(poleWidth * (turn - 1))
                    : onMeridian(angles, j, k));
      }
    }
    return sum;
  }

  private static double onMeridian(NeighbourAngles angles, int j, int k) {
    if (angles.onAxis(j, k)) {
      return 0;
    }
    double[] heights = angles.scratch();
    double[] azimuths = angles.azimuths();
    int row = angles.azimuthRow(j, k);
    double sum = 0;
    for (int m = 0; m < angles.count(); m++) {
      if (m != k) {
        double cosine = azimuths[row + m];
        sum += cosine * (4 * cosine * cosine - 3) * heights[m];
      }
    }
    return angles.turn(j, k) > 0.5 ? sum : -sum;
  }
}
