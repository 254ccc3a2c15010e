package org.suiseki.describe;

/**
 * How much the directions of a site's neighbours resemble one motif, by Zimmermann, Horton, Jain,
 * Haranczyk, Front. Mater. 4, 34 (2017), doi 10.3389/fmats.2017.00034, after Peters, J. Chem. Phys.
 * 131, 244103 (2009), doi 10.1063/1.3270161: each neighbour in turn is put to the north pole, each
 * other one on the prime meridian, and the rest is compared with where the motif has it. 1 is a
 * perfect motif, 0 none; distances do not count.
 *
 * <p>Limits, which are those of the definition: neighbours exactly opposite to the pole (sine of
 * the angle below 1e-12) are left out of the mean because they have no meridian, and so the values
 * of unlike motifs jump when such a neighbour moves by the least: of "pentagonal pyramidal" from
 * 0.5 to 0.4 for a perfect octahedron. They also jump where a neighbour passes from the equatorial
 * to the polar range. The motifs are not scored on one scale. {@link ShapeMatch} has neither fault.
 */
sealed interface OrderParameter {

  /** The value for these neighbours; 0 where they are too few to tell. */
  double of(NeighbourAngles angles);

  /** exp(−x²/2). */
  private static double gaussian(double x) {
    return Math.exp(-0.5 * x * x);
  }

  /**
   * Coefficients, from the constant on, of cos²(folds φ/2) = (1 + T(cos φ))/2 as a polynomial in cos
   * φ, with Chebyshev's T.
   */
  private static double[] wave(int folds) {
    switch (folds) {
      case 2:
        return new double[] {0, 0, 1, 0, 0, 0, 0};
      case 3:
        return new double[] {0.5, -1.5, 0, 2, 0, 0, 0};
      case 4:
        return new double[] {1, 0, -4, 0, 4, 0, 0};
      case 5:
        return new double[] {0.5, 2.5, 0, -10, 0, 8, 0};
      case 6:
        return new double[] {0, 0, 9, 0, -24, 0, 16};
      default:
        throw new IllegalArgumentException(folds + " folds");
    }
  }

  /** A neighbour alone. */
  record Single() implements OrderParameter {
    @Override
    public double of(NeighbourAngles angles) {
      return angles.count() == 1 ? 1 : 0;
    }
  }

  /** The mean over all pairs of how near their angle is to a target. */
  record Bent(double target, double width) implements OrderParameter {
    @Override
    public double of(NeighbourAngles angles) {
      int n = angles.count();
      double sum = 0;
      for (int j = 1; j < n; j++) {
        for (int k = 0; k < j; k++) {
          sum += gaussian(width * (angles.turn(j, k) - target));
        }
      }
      return n < 2 ? 0 : sum / (0.5 * n * (n - 1));
    }
  }

  /** Which polar angles a motif has beside the south pole. */
  enum Targets {
    /** One, in all cases. */
    ANGLE {
      @Override
      double miss(double turn, double target) {
        return turn - target;
      }
    },
    /** 72° and 144°, parted at the target. */
    PENTAGON {
      @Override
      double miss(double turn, double target) {
        return turn - (turn <= target ? 0.4 : 0.8);
      }
    },
    /** 60° and 120°: the target away from the equator. */
    HEXAGON {
      @Override
      double miss(double turn, double target) {
        return Math.abs(turn - 0.5) - target;
      }
    };

    /** How far from the nearest target, in parts of 180°. */
    abstract double miss(double turn, double target);
  }

  /**
   * The best of all choices of pole and prime meridian: the mean over the other neighbours of how
   * near their polar angles are to the motif's, times how near their azimuths are to multiples of
   * 360°/folds.
   */
  final class Polar implements OrderParameter {
    private final Targets targets;
    private final double target;
    private final double width;
    private final double poleFrom;
    private final double poleWidth;
    private final double lowestCosine;
    private final double[] wave;

    /**
     * @param poleFrom from this polar angle on a neighbour belongs to the south pole; above 1: never
     * @param lowestCosine the cosine of the largest azimuth that counts
     */
    Polar(
        Targets targets,
        double target,
        double width,
        double poleFrom,
        double poleWidth,
        double lowestCosine,
        int folds) {
      this.targets = targets;
      this.target = target;
      this.width = width;
      this.poleFrom = poleFrom;
      this.poleWidth = poleWidth;
      this.lowestCosine = lowestCosine;
      this.wave = OrderParameter.wave(folds);
    }

    @Override
    public double of(NeighbourAngles angles) {
      double best = 0;
      for (int j = 0; j < angles.count(); j++) {
        best = Math.max(best, bestMeridian(angles, j));
      }
      return best;
    }

    private double bestMeridian(NeighbourAngles angles, int j) {
      int n = angles.count();
      double[] nearness = angles.scratch();
      int[] around = angles.chosen();
      int sides = 0;
      double polarSum = 0;
      int polar = 0;
      for (int k = 0; k < n; k++) {
        if (k != j) {
          double turn = angles.turn(j, k);
          if (turn >= poleFrom) {
            nearness[k] = gaussian(poleWidth * (turn - 1));
            polarSum += nearness[k];
            polar++;
          } else {
            nearness[k] = gaussian(width * targets.miss(turn, target));
            if (!angles.onAxis(j, k)) {
              around[sides++] = k;
            }
          }
        }
      }
      double best = 0;
      for (int k = 0; k < n; k++) {
        if (k != j) {
          double mean;
          if (angles.turn(j, k) >= poleFrom) {
            boolean alone = polar == 1 || angles.onAxis(j, k);
            mean = alone ? 0 : (polarSum - nearness[k]) / (polar - 1);
          } else if (angles.onAxis(j, k)) {
            mean = nearness[k];
          } else {
            mean = mean(angles, j, k, sides, nearness[k] + polarSum, 1 + polar);
          }
          best = Math.max(best, mean);
        }
      }
      return best;
    }

    /** Of k on the prime meridian, those at the south pole, and the others around. */
    private double mean(
        NeighbourAngles angles, int j, int k, int sides, double polarSum, int polar) {
      double[] nearness = angles.scratch();
      int[] around = angles.chosen();
      double[] azimuths = angles.azimuths();
      int row = angles.azimuthRow(j, k);
      double[] w = wave;
      double sum = polarSum;
      int count = polar;
      for (int i = 0; i < sides; i++) {
        int m = around[i];
        double c = azimuths[row + m];
        if (m != k && c > lowestCosine) {
          double height =
              w[0] + c * (w[1] + c * (w[2] + c * (w[3] + c * (w[4] + c * (w[5] + c * w[6])))));
          sum += nearness[m] * height;
          count++;
        }
      }
      return sum / count;
    }
  }

  /**
   * The corners of a cube (Peters 2009). The source sums each pair once, the neighbour earlier in
   * the list at the pole, so that its value depends on how equal neighbours happen to be sorted;
   * here equal ones take both parts by half, which is the mean over all such orders.
   */
  record Cube(double poleFrom, double poleWidth, double poleWeight) implements OrderParameter {
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
        heights[m] = m == j || angles.onAxis(j, m) ? 0 : PEAK * tilt * gaussian(tilt);
      }
      double sum = 0;
      for (int k = 0; k < n; k++) {
        double precedence = k == j ? 0 : angles.precedence(j, k);
        if (precedence > 0) {
          double turn = angles.turn(j, k);
          sum +=
              precedence
                  * (turn >= poleFrom
                      ? poleWeight * gaussian(poleWidth * (turn - 1))
                      : onMeridian(angles, j, k));
        }
      }
      return sum;
    }

    private double onMeridian(NeighbourAngles angles, int j, int k) {
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

  /** The corners of a cuboctahedron: four on the equator, four each at 60° and 120°, one south. */
  record Cuboctahedron(
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
          best = Math.max(best, gaussian(poleWidth * (turn - 1)));
        } else if (k != j && !angles.onAxis(j, k)) {
          nearness[k] =
              equatorial(turn)
                  ? gaussian(width * (turn - 0.5))
                  : gaussian(sideWidth * (turn - (turn < low ? 1.0 : 2.0) / 3));
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
          sum +=
              nearness[m]
                  * (equatorial(angles.turn(j, m)) ? cosine * cosine : sideways(cosine));
        }
      }
      return sum / (sides - 1);
    }

    /** Nearly 1 for all; the exponent is below 1.1e-3, so that the series ends in rounding. */
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

  /** Steinhardt's bond-orientational order, specific to no motif. */
  record BondOrder(int degree) implements OrderParameter {
    @Override
    public double of(NeighbourAngles angles) {
      return angles.bondOrder(degree);
    }
  }

  /** The score of the best match with an ideal shape, see {@link ShapeMatch}. */
  record Shape(CoordinationShape shape) implements OrderParameter {
    @Override
    public double of(NeighbourAngles angles) {
      return new ShapeMatch(shape, angles.deviation(shape)).score();
    }
  }
}
