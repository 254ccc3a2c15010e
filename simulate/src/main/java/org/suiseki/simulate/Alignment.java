package org.suiseki.simulate;

/**
 * By how much a diffractometer of Bragg and Brentano shows other angles: Δ2θ = zero − (2 s/R) cos
 * θ.
 *
 * @param zero added to every angle 2θ, in degrees
 * @param displacement s of the sample's surface in mm, positive below the axis, which lowers angles
 * @param radius R of the diffractometer in mm
 */
public record Alignment(double zero, double displacement, double radius) {
  private static final double FARTHEST = 10;

  /**
   * @throws SimulateException beyond 10 degrees, beyond the radius, or for a radius that is not
   *     above 0
   */
  public Alignment {
    if (!(Math.abs(zero) <= FARTHEST)
        || !(radius > 0)
        || !(Math.abs(displacement) < radius)
        || !Double.isFinite(radius)) {
      throw new SimulateException(
          "A zero shift of "
              + zero
              + "° and a displacement of "
              + displacement
              + " mm at a radius of "
              + radius
              + " mm are impossible.",
          "Give degrees within ±10, and a displacement below the radius, both in mm.");
    }
  }

  /** Perfect. */
  public static Alignment perfect() {
    return new Alignment(0, 0, 200);
  }

  /** Degrees added to 2θ, for θ in radians. */
  double shift(double theta) {
    return zero - Math.toDegrees(2 * displacement / radius * Math.cos(theta));
  }
}
