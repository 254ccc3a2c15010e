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
sealed interface OrderParameter
    permits OrderParameter.Single,
        OrderParameter.Bent,
        OrderParameter.BondOrder,
        OrderParameter.Shape,
        PolarOrder,
        CubeOrder,
        CuboctahedronOrder {

  /** The value for these neighbours; 0 where they are too few to tell. */
  double of(NeighbourAngles angles);

  /** exp(−x²/2). */
  static double gaussian(double x) {
    return Math.exp(-0.5 * x * x);
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
