package org.suiseki.describe;

/**
 * The {@link OrderParameter} of motifs that have neighbours at one polar angle or two, evenly
 * spread in azimuth, and perhaps one at the south pole. The best of all choices of pole and prime
 * meridian counts: the mean over the other neighbours of how near their polar angles are to the
 * motif's, times how near their azimuths are to multiples of 360°/folds. Cost: O(n³) for n
 * neighbours.
 */
final class PolarOrder implements OrderParameter {
  private final Targets targets;
  private final double target;
  private final double width;
  private final double poleFrom;
  private final double poleWidth;
  private final double lowestCosine;
  private final double[] wave;

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
   * @param poleFrom from this polar angle on a neighbour belongs to the south pole; above 1: never
   * @param lowestCosine the cosine of the largest azimuth that counts
   */
  PolarOrder(
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
    this.wave = wave(folds);
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
    int sides = lookAround(angles, j);
    double[] nearness = angles.scratch();
    double polarSum = 0;
    int polar = 0;
    for (int k = 0; k < angles.count(); k++) {
      if (k != j && angles.turn(j, k) >= poleFrom) {
        polarSum += nearness[k];
        polar++;
      }
    }
    double best = 0;
    for (int k = 0; k < angles.count(); k++) {
      if (k == j) {
        continue;
      }
      boolean onAxis = angles.onAxis(j, k);
      if (angles.turn(j, k) >= poleFrom) {
        if (polar > 1 && !onAxis) {
          best = Math.max(best, (polarSum - nearness[k]) / (polar - 1));
        }
      } else if (onAxis) {
        best = Math.max(best, nearness[k]);
      } else {
        best = Math.max(best, mean(angles, j, k, sides, nearness[k] + polarSum, 1 + polar));
      }
    }
    return best;
  }

  /** Writes how near each is to where it should be; chooses those with a meridian, and counts. */
  private int lookAround(NeighbourAngles angles, int j) {
    double[] nearness = angles.scratch();
    int sides = 0;
    for (int k = 0; k < angles.count(); k++) {
      double turn = angles.turn(j, k);
      if (turn >= poleFrom) {
        nearness[k] = OrderParameter.gaussian(poleWidth * (turn - 1));
      } else if (k != j) {
        nearness[k] = OrderParameter.gaussian(width * targets.miss(turn, target));
        if (!angles.onAxis(j, k)) {
          angles.chosen()[sides++] = k;
        }
      }
    }
    return sides;
  }

  /** Of k on the prime meridian, those at the south pole, and the others around. */
  private double mean(NeighbourAngles angles, int j, int k, int sides, double polarSum, int polar) {
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

  /**
   * Coefficients, from the constant on, of cos²(folds φ/2) = (1 + T(cos φ))/2 as a polynomial in
   * cos φ, with Chebyshev's T.
   */
  private static double[] wave(int folds) {
    return switch (folds) {
      case 2 -> new double[] {0, 0, 1, 0, 0, 0, 0};
      case 3 -> new double[] {0.5, -1.5, 0, 2, 0, 0, 0};
      case 4 -> new double[] {1, 0, -4, 0, 4, 0, 0};
      case 5 -> new double[] {0.5, 2.5, 0, -10, 0, 8, 0};
      case 6 -> new double[] {0, 0, 9, 0, -24, 0, 16};
      default -> throw new IllegalArgumentException(folds + " folds");
    };
  }
}
