package org.suiseki.simulate;

/**
 * A preferred orientation of the crystallites by March's function with Dollase's symmetry: plates
 * or needles turned about one direction, W = (r² cos² α + sin² α / r)^(−3/2), where α is the angle
 * between the reflection and the direction. Its mean over the sphere is 1.
 *
 * <p>W. A. Dollase, J. Appl. Cryst. 19, 267 (1986), 10.1107/S0021889886089458, eq. (1).
 *
 * @param h of the planes that are turned
 * @param k as h
 * @param l as h
 * @param r below 1 the planes prefer to lie in the surface of the sample (plates, reflected), above
 *     1 to stand; 1 for none
 */
public record Texture(int h, int k, int l, double r) {
  private static final double STRONGEST = 100;

  /**
   * @throws SimulateException for the plane 0 0 0 or an r outside 0.01 to 100
   */
  public Texture {
    if (h == 0 && k == 0 && l == 0) {
      throw new SimulateException(
          "The texture's planes are 0 0 0.", "Give the indices of a lattice plane, such as 0 0 1.");
    }
    if (!(r >= 1 / STRONGEST && r <= STRONGEST)) {
      throw new SimulateException(
          "The March coefficient is " + r + ".",
          "Give a number from 0.01 to 100; 1 is no texture.");
    }
  }

  /** No preferred orientation. */
  public static Texture none() {
    return new Texture(0, 0, 1, 1);
  }

  /** The unit vector across the planes, in the Cartesian axes of the reciprocal vectors. */
  double[] direction(double[] reciprocal) {
    double[] v = new double[3];
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      v[axis] = h * reciprocal[axis] + k * reciprocal[3 + axis] + l * reciprocal[6 + axis];
      square += v[axis] * v[axis];
    }
    double length = Math.sqrt(square);
    for (int axis = 0; axis < 3; axis++) {
      v[axis] /= length;
    }
    return v;
  }

  /** W of the reflection whose indices begin at {@code at}. */
  double factor(double[] direction, double[] reciprocal, int[] indices, int at) {
    double along = 0;
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      double component =
          indices[at] * reciprocal[axis]
              + indices[at + 1] * reciprocal[3 + axis]
              + indices[at + 2] * reciprocal[6 + axis];
      along += component * direction[axis];
      square += component * component;
    }
    double cosine2 = Math.min(1, along * along / square);
    double x = r * r * cosine2 + (1 - cosine2) / r;
    return 1 / (x * Math.sqrt(x));
  }
}
