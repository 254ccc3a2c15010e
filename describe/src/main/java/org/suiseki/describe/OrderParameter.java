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

  /** cos²(folds φ/2) from cos φ, by Chebyshev's polynomials: (1 + T(cos φ))/2. */
  private static double wave(int folds, double cosine) {
    double square = cosine * cosine;
    switch (folds) {
      case 2:
        return square;
      case 3:
        return 0.5 + cosine * (2 * square - 1.5);
      case 4:
        return (2 * square - 1) * (2 * square - 1);
      case 5:
        return 0.5 + cosine * (2.5 + square * (8 * square - 10));
      default:
        double cube = cosine * (4 * square - 3);
        return cube * cube;
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
   * 360°/{@code folds}.
   *
   * @param poleFrom from this polar angle on a neighbour belongs to the south pole; above 1: never
   * @param lowestCosine the cosine of the largest azimuth that counts
   */
  record Polar(
      Targets targets,
      double target,
      double width,
      int folds,
      double poleFrom,
      double poleWidth,
      double lowestCosine)
      implements OrderParameter {

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
      for (int k = 0; k < n; k++) {
        double turn = angles.turn(j, k);
        nearness[k] =
            turn >= poleFrom
                ? gaussian(poleWidth * (turn - 1))
                : gaussian(width * targets.miss(turn, target));
      }
      double best = 0;
      for (int k = 0; k < n; k++) {
        if (k != j) {
          best = Math.max(best, mean(angles, j, k, nearness));
        }
      }
      return best;
    }

    private double mean(NeighbourAngles angles, int j, int k, double[] nearness) {
      boolean polar = angles.turn(j, k) >= poleFrom;
      double sum = polar ? 0 : nearness[k];
      int count = polar ? 0 : 1;
      if (!angles.onAxis(j, k)) {
        for (int m = 0; m < angles.count(); m++) {
          if (m == j || m == k) {
            continue;
          }
          if (angles.turn(j, m) >= poleFrom) {
            sum += nearness[m];
            count++;
          } else if (!polar && !angles.onAxis(j, m)) {
            double cosine = angles.azimuth(j, k, m);
            if (cosine > lowestCosine) {
              sum += nearness[m] * wave(folds, cosine);
              count++;
            }
          }
        }
      }
      return count == 0 ? 0 : sum / count;
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
        for (int k = 0; k < n; k++) {
          if (j != k && angles.precedence(j, k) > 0) {
            sum += angles.precedence(j, k) * pair(angles, j, k);
          }
        }
      }
      return sum / (0.5 * n * (6 + (n - 2) * (n - 3)));
    }

    private double pair(NeighbourAngles angles, int j, int k) {
      double turn = angles.turn(j, k);
      if (turn >= poleFrom) {
        return poleWeight * gaussian(poleWidth * (turn - 1));
      }
      double sum = 0;
      if (!angles.onAxis(j, k)) {
        for (int m = 0; m < angles.count(); m++) {
          if (m != j && m != k && !angles.onAxis(j, m)) {
            double cosine = angles.azimuth(j, k, m);
            double tilt = (angles.turn(j, m) - 0.5) / TILT;
            sum += cosine * (4 * cosine * cosine - 3) * PEAK * tilt * gaussian(tilt);
          }
        }
      }
      return turn > 0.5 ? sum : -sum;
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
        for (int k = 0; k < angles.count(); k++) {
          if (j != k) {
            best = Math.max(best, mean(angles, j, k));
          }
        }
      }
      return best;
    }

    private double mean(NeighbourAngles angles, int j, int k) {
      double turn = angles.turn(j, k);
      if (turn >= poleFrom) {
        return gaussian(poleWidth * (turn - 1));
      }
      if (!(turn > low && turn < high) || angles.onAxis(j, k)) {
        return 0;
      }
      double sum = 0;
      int count = 0;
      for (int m = 0; m < angles.count(); m++) {
        double other = angles.turn(j, m);
        if (m != j && m != k && !angles.onAxis(j, m) && other < poleFrom) {
          sum += nearness(other, angles.azimuth(j, k, m));
          count++;
        }
      }
      return count == 0 ? 0 : sum / count;
    }

    private double nearness(double turn, double cosine) {
      if (turn > low && turn < high) {
        return cosine * cosine * gaussian(width * (turn - 0.5));
      }
      double sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
      double centre = turn < low ? 1.0 / 3 : 2.0 / 3;
      return gaussian(AZIMUTH_WIDTH * (sine - AZIMUTH)) * gaussian(sideWidth * (turn - centre));
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
