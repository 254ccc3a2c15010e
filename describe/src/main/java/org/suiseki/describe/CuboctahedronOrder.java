package org.suiseki.describe;

/**
 * The {@link OrderParameter} of the corners of a cuboctahedron: seen from one, four stand at 60°,
 * two on the equator, four at 120° and one south. Two opposite neighbours alone make it 1, by the
 * source's definition, so that hexagonal close packing has 1 too; {@link ShapeMatch} tells them
 * apart. Cost: O(n³) for n neighbours.
 *
 * @param low equatorial neighbours have polar angles above this
 * @param high and below this
 * @param poleFrom from this polar angle on a neighbour belongs to the south pole
 */
record CuboctahedronOrder(
    double low, double high, double width, double sideWidth, double poleFrom, double poleWidth)
    implements OrderParameter {
  private static final double AZIMUTH_WIDTH = 0.0556;
  private static final double AZIMUTH = 0.81649658;

  @Override
  public double of(NeighbourAngles angles) {
    double best = 0;
    for (int j = 0; j < angles.count(); j++) {
      best = Math.max(best, bestMeridian(angles, j));
    }
    return best;
  }

  private double bestMeridian(NeighbourAngles angles, int j) {
    double[] nearness = angles.scratch();
    int[] around = angles.chosen();
    int sides = 0;
    double best = 0;
    for (int k = 0; k < angles.count(); k++) {
      double turn = angles.turn(j, k);
      if (turn >= poleFrom) {
        best = Math.max(best, OrderParameter.gaussian(poleWidth * (turn - 1)));
      } else if (k != j && !angles.onAxis(j, k)) {
        nearness[k] =
            equatorial(turn)
                ? OrderParameter.gaussian(width * (turn - 0.5))
                : OrderParameter.gaussian(sideWidth * (turn - (turn < low ? 1.0 : 2.0) / 3));
        around[sides++] = k;
      }
    }
    for (int i = 0; i < sides; i++) {
      if (sides > 1 && equatorial(angles.turn(j, around[i]))) {
        best = Math.max(best, mean(angles, j, around[i], sides));
      }
    }
    return best;
  }

  private double mean(NeighbourAngles angles, int j, int k, int sides) {
    double[] nearness = angles.scratch();
    int[] around = angles.chosen();
    double[] azimuths = angles.azimuths();
    int row = angles.azimuthRow(j, k);
    double sum = 0;
    for (int i = 0; i < sides; i++) {
      int m = around[i];
      if (m != k) {
        double cosine = azimuths[row + m];
        sum += nearness[m] * (equatorial(angles.turn(j, m)) ? cosine * cosine : sideways(cosine));
      }
    }
    return sum / (sides - 1);
  }

  /** Nearly 1 for all: the exponent is below 1.1e-3, so that the series ends in rounding. */
  private static double sideways(double cosine) {
    double sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
    double miss = AZIMUTH_WIDTH * (sine - AZIMUTH);
    double x = 0.5 * miss * miss;
    return 1 - x * (1 - x * (0.5 - x * (1.0 / 6 - x / 24)));
  }

  private boolean equatorial(double turn) {
    return turn > low && turn < high;
  }
}
