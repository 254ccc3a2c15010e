package org.suiseki.describe;

import java.util.Random;

/** Unit vectors to test with. */
final class Directions {
  private Directions() {}

  /** Evenly spread over the sphere. */
  static double[] random(int count, Random random) {
    double[] vectors = new double[3 * count];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = random.nextGaussian();
    }
    ReferenceEnvironments.normalise(vectors);
    return vectors;
  }

  /** Each turned by a Gaussian angle of this standard deviation in two directions, in degrees. */
  static double[] distorted(double[] directions, double degrees, Random random) {
    double[] moved = directions.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += Math.toRadians(degrees) * random.nextGaussian();
    }
    ReferenceEnvironments.normalise(moved);
    return moved;
  }

  /** All turned by one random rotation, or a rotation and a mirror. */
  static double[] turned(double[] directions, boolean mirrored, Random random) {
    double[] q = new double[4];
    double square = 0;
    for (int i = 0; i < 4; i++) {
      q[i] = random.nextGaussian();
      square += q[i] * q[i];
    }
    double s = 2 / square;
    double[] turned = new double[directions.length];
    for (int i = 0; i < turned.length; i += 3) {
      double x = mirrored ? -directions[i] : directions[i];
      double y = directions[i + 1];
      double z = directions[i + 2];
      double cx = q[2] * z - q[3] * y + q[0] * x;
      double cy = q[3] * x - q[1] * z + q[0] * y;
      double cz = q[1] * y - q[2] * x + q[0] * z;
      turned[i] = x + s * (q[2] * cz - q[3] * cy);
      turned[i + 1] = y + s * (q[3] * cx - q[1] * cz);
      turned[i + 2] = z + s * (q[1] * cy - q[2] * cx);
    }
    return turned;
  }

  /** The same vectors in random order. */
  static double[] shuffled(double[] directions, Random random) {
    double[] shuffled = directions.clone();
    for (int i = directions.length / 3 - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      for (int axis = 0; axis < 3; axis++) {
        double kept = shuffled[3 * i + axis];
        shuffled[3 * i + axis] = shuffled[3 * j + axis];
        shuffled[3 * j + axis] = kept;
      }
    }
    return shuffled;
  }
}
