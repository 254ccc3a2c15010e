package org.suiseki.simulate;

/**
 * How the waves are polarised: by the part of the intensity whose electric vector stands
 * perpendicular to the plane of diffraction. The powder weakens the rest by cos² 2θ, so that P = f
 * + (1 − f) cos² 2θ.
 *
 * @param perpendicular f, from 0 to 1
 */
public record Polarisation(double perpendicular) {

  /**
   * @throws SimulateException where f is not from 0 to 1
   */
  public Polarisation {
    if (!(perpendicular >= 0 && perpendicular <= 1)) {
      throw new SimulateException(
          "The polarised fraction is " + perpendicular + ".", "Give a number from 0 to 1.");
    }
  }

  /** A tube without a monochromator: P = (1 + cos² 2θ)/2. */
  public static Polarisation none() {
    return new Polarisation(0.5);
  }

  /**
   * A tube and an ideally mosaic monochromator before or behind the powder, diffracting in the same
   * plane: P = (1 + cos² 2θₘ cos² 2θ)/(1 + cos² 2θₘ).
   *
   * @param twoTheta 2θₘ in degrees, such as 26.6 for graphite (002) and Cu Kα
   */
  public static Polarisation monochromator(double twoTheta) {
    if (!(twoTheta >= 0 && twoTheta < 180)) {
      throw new SimulateException(
          "The monochromator stands at " + twoTheta + "°.",
          "Give its angle 2θ from 0 to 180 degrees.");
    }
    double cosine = Math.cos(Math.toRadians(twoTheta));
    return new Polarisation(1 / (1 + cosine * cosine));
  }

  /** A synchrotron's beam; {@code perpendicular} is about 0.95 to 1 for a vertical plane. */
  public static Polarisation synchrotron(double perpendicular) {
    return new Polarisation(perpendicular);
  }

  /** No loss at any angle, as for neutrons. */
  public static Polarisation full() {
    return new Polarisation(1);
  }

  /** P for cos 2θ. */
  double factor(double cosine) {
    return perpendicular + (1 - perpendicular) * cosine * cosine;
  }
}
