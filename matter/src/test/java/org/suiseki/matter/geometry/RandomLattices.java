package org.suiseki.matter.geometry;

import java.util.Random;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Matrix3;

/** Lattices and changes of basis for property tests. */
final class RandomLattices {
  private RandomLattices() {}

  /** A lattice with the axes of a crystal system in its standard setting; hexagonal if trigonal. */
  static Lattice ofSystem(CrystalSystem system, Random random) {
    double a = 4 + 4 * random.nextDouble();
    double b = 4 + 4 * random.nextDouble();
    double c = 4 + 4 * random.nextDouble();
    double alpha = 70 + 40 * random.nextDouble();
    double beta = 92 + 25 * random.nextDouble();
    double gamma = 70 + 40 * random.nextDouble();
    return switch (system) {
      case TRICLINIC -> Lattice.ofParameters(a, b, c, alpha, beta, gamma);
      case MONOCLINIC -> Lattice.ofParameters(a, b, c, 90, beta, 90);
      case ORTHORHOMBIC -> Lattice.ofParameters(a, b, c, 90, 90, 90);
      case TETRAGONAL -> Lattice.ofParameters(a, a, c, 90, 90, 90);
      case TRIGONAL, HEXAGONAL -> Lattice.ofParameters(a, a, c, 90, 90, 120);
      case CUBIC -> Lattice.cubic(a);
    };
  }

  /** Whole numbers with determinant 1 or -1, row by row: so many random additions of rows. */
  static int[] unimodular(Random random, int steps) {
    int[] m = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    for (int step = 0; step < steps; step++) {
      int target = random.nextInt(3);
      int source = (target + 1 + random.nextInt(2)) % 3;
      int times = random.nextInt(5) - 2;
      for (int k = 0; k < 3; k++) {
        m[3 * target + k] += times * m[3 * source + k];
      }
    }
    if (random.nextBoolean()) {
      for (int k = 0; k < 3; k++) {
        m[k] = -m[k];
      }
    }
    return m;
  }

  /**
   * The same lattice turned about a random axis: its rows times a rotation made of a quaternion.
   */
  static Lattice turned(Lattice lattice, Random random) {
    double w = random.nextGaussian();
    double x = random.nextGaussian();
    double y = random.nextGaussian();
    double z = random.nextGaussian();
    double s = 2 / (w * w + x * x + y * y + z * z);
    double[] turn = {
      1 - s * (y * y + z * z),
      s * (x * y - z * w),
      s * (x * z + y * w),
      s * (x * y + z * w),
      1 - s * (x * x + z * z),
      s * (y * z - x * w),
      s * (x * z - y * w),
      s * (y * z + x * w),
      1 - s * (x * x + y * y)
    };
    return Lattice.of(Matrix3.multiply(lattice.rows(), turn));
  }
}
