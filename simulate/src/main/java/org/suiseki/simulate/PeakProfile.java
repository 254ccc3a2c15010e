package org.suiseki.simulate;

/**
 * The shape that a diffractometer and the crystallites give to a reflection: the pseudo-Voigt of
 * Thompson, Cox and Hastings, J. Appl. Cryst. 20, 79 (1987), 10.1107/S0021889887087090, from the
 * widths of a Gaussian and a Lorentzian, full at half maximum, in degrees of 2θ:
 *
 * <ul>
 *   <li>Γ(G)² = U tan² θ + V tan θ + W (Caglioti, Paoletti and Ricci, Nucl. Instrum. 3, 223 (1958),
 *       10.1016/0369-643X(58)90029-X);
 *   <li>Γ(L) = X tan θ + Y/cos θ, 0 where that is negative, and with the crystallites (180/π) (K
 *       λ/(D cos θ) + 4 ε tan θ).
 * </ul>
 *
 * <p>The letters X and Y are those of the paper and of FullProf; GSAS has them the other way round.
 * Axial divergence is added by the function of Finger, Cox and Jephcoat, J. Appl. Cryst. 27, 892
 * (1994), 10.1107/S0021889894004218.
 *
 * @param u degrees²
 * @param v degrees², mostly negative
 * @param w degrees²
 * @param x degrees
 * @param y degrees
 * @param size mean diameter D of the crystallites in Å, by Scherrer with K = 0.9; infinite for no
 *     broadening
 * @param strain ε, the microstrain Δd/d; a pure number, such as 0.001
 * @param axialSample S/L: half the height of the sample by the radius of the diffractometer
 * @param axialDetector H/L: half the height of the detector's slit by the radius
 */
public record PeakProfile(
    double u,
    double v,
    double w,
    double x,
    double y,
    double size,
    double strain,
    double axialSample,
    double axialDetector) {
  private static final double SCHERRER = 0.9;
  private static final double WIDEST_OPENING = 0.5;

  /**
   * @throws SimulateException where a number is not finite, a size, strain or opening negative
   */
  public PeakProfile {
    if (!Double.isFinite(u + v + w + x + y + strain)) {
      throw new SimulateException(
          "The widths U "
              + u
              + ", V "
              + v
              + ", W "
              + w
              + ", X "
              + x
              + ", Y "
              + y
              + " are not finite.",
          "Give degrees² for U, V, W and degrees for X, Y.");
    }
    if (!(size > 0) || !(strain >= 0)) {
      throw new SimulateException(
          "Crystallites of " + size + " Å with a microstrain of " + strain + " are impossible.",
          "Give a diameter above 0 Å, or infinity for none, and a strain of 0 or more.");
    }
    if (!(axialSample >= 0 && axialSample <= WIDEST_OPENING)
        || !(axialDetector >= 0 && axialDetector <= WIDEST_OPENING)) {
      throw new SimulateException(
          "The axial openings are " + axialSample + " and " + axialDetector + ".",
          "Give half heights by the radius, from 0 to 0.5, such as 0.02.");
    }
  }

  /** One Gaussian width at all angles, in degrees, full at half maximum. */
  public static PeakProfile gaussian(double width) {
    return new PeakProfile(0, 0, width * width, 0, 0, Double.POSITIVE_INFINITY, 0, 0, 0);
  }

  /** One Lorentzian width at all angles, but for 1/cos θ, in degrees, full at half maximum. */
  public static PeakProfile lorentzian(double width) {
    return new PeakProfile(0, 0, 0, 0, width, Double.POSITIVE_INFINITY, 0, 0, 0);
  }

  /**
   * A common laboratory diffractometer with coarse crystals: 0.07° at low angles and 0.1° at 90°,
   * nearly half Lorentzian.
   */
  public static PeakProfile laboratory() {
    return new PeakProfile(0.004, -0.003, 0.003, 0.02, 0.03, Double.POSITIVE_INFINITY, 0, 0, 0);
  }

  public PeakProfile withSize(double other) {
    return new PeakProfile(u, v, w, x, y, other, strain, axialSample, axialDetector);
  }

  public PeakProfile withStrain(double other) {
    return new PeakProfile(u, v, w, x, y, size, other, axialSample, axialDetector);
  }

  public PeakProfile withAxialDivergence(double sample, double detector) {
    return new PeakProfile(u, v, w, x, y, size, strain, sample, detector);
  }

  /**
   * The Gaussian's width at an angle θ in radians.
   *
   * @throws SimulateException where U, V and W give none
   */
  double gaussianWidth(double theta) {
    double tangent = Math.tan(theta);
    double square = (u * tangent + v) * tangent + w;
    if (square < 0) {
      throw new SimulateException(
          String.format(
              java.util.Locale.ROOT,
              "U %s, V %s and W %s give a negative width at 2θ = %.2f°.",
              u,
              v,
              w,
              Math.toDegrees(2 * theta)),
          "Choose them so that U tan²θ + V tanθ + W is positive in the whole range.");
    }
    return Math.sqrt(square);
  }

  /** The Lorentzian's width at an angle θ in radians, for a wavelength in Å. */
  double lorentzianWidth(double theta, double wavelength) {
    double cosine = Math.cos(theta);
    double tangent = Math.tan(theta);
    double crystallites = SCHERRER * wavelength / (size * cosine) + 4 * strain * tangent;
    return Math.max(0, x * tangent + y / cosine) + Math.toDegrees(crystallites);
  }

  /**
   * The full width at half maximum of a pseudo-Voigt from those of its parts, all in one unit
   * (Thompson, Cox and Hastings 1987).
   */
  public static double width(double gaussian, double lorentzian) {
    double g = gaussian;
    double l = lorentzian;
    double g2 = g * g;
    double l2 = l * l;
    double sum =
        g2 * g2 * g
            + 2.69269 * g2 * g2 * l
            + 2.42843 * g2 * g * l2
            + 4.47163 * g2 * l2 * l
            + 0.07842 * g * l2 * l2
            + l2 * l2 * l;
    return Math.pow(sum, 0.2);
  }

  /** The Lorentzian share of the whole, from its width and that of the Lorentzian part. */
  static double mixing(double lorentzian, double width) {
    double q = lorentzian / width;
    return q * (1.36603 + q * (-0.47719 + q * 0.11116));
  }
}
