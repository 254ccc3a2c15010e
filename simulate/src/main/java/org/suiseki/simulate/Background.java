package org.suiseki.simulate;

import java.util.List;
import org.suiseki.matter.Axis;

/**
 * What lies under the peaks: a smooth curve and broad humps, in the unit of the pattern.
 *
 * @param chebyshev coefficients of the Chebyshev polynomials of the first kind, T0 first, over the
 *     range of the axis mapped to −1 to 1
 * @param humps of glassy parts
 */
public record Background(List<Double> chebyshev, List<Hump> humps) {

  /**
   * The halo of a glass: a Gaussian.
   *
   * @param centre in degrees of 2θ
   * @param width full at half maximum, in degrees
   * @param height in the unit of the pattern
   */
  public record Hump(double centre, double width, double height) {
    /**
     * @throws SimulateException where a number is not finite or the width not above 0
     */
    public Hump {
      if (!(width > 0) || !Double.isFinite(centre + width + height)) {
        throw new SimulateException(
            "A hump at "
                + centre
                + "° with width "
                + width
                + "° and height "
                + height
                + " is impossible.",
            "Give finite numbers, and a width above 0.");
      }
    }

    private double at(double angle) {
      double t = (angle - centre) / width;
      return height * Math.exp(-4 * Math.log(2) * t * t);
    }
  }

  /**
   * @throws SimulateException where a coefficient is not finite
   */
  public Background {
    chebyshev = List.copyOf(chebyshev);
    humps = List.copyOf(humps);
    for (double coefficient : chebyshev) {
      if (!Double.isFinite(coefficient)) {
        throw new SimulateException(
            "The background has the coefficient " + coefficient + ".", "Give finite numbers.");
      }
    }
  }

  /** Nothing. */
  public static Background none() {
    return new Background(List.of(), List.of());
  }

  /** The same at all angles. */
  public static Background flat(double height) {
    return new Background(List.of(height), List.of());
  }

  /** Adds the background at each point of an axis. */
  void add(Axis axis, double[] values) {
    if (chebyshev.isEmpty() && humps.isEmpty()) {
      return;
    }
    double middle = (axis.first() + axis.last()) / 2;
    double half = (axis.last() - axis.first()) / 2;
    for (int i = 0; i < values.length; i++) {
      values[i] += polynomial((axis.at(i) - middle) / half);
      for (Hump hump : humps) {
        values[i] += hump.at(axis.at(i));
      }
    }
  }

  /** By Clenshaw's recurrence. */
  private double polynomial(double t) {
    double next = 0;
    double afterNext = 0;
    for (int k = chebyshev.size() - 1; k > 0; k--) {
      double here = chebyshev.get(k) + 2 * t * next - afterNext;
      afterNext = next;
      next = here;
    }
    return chebyshev.isEmpty() ? 0 : chebyshev.get(0) + t * next - afterNext;
  }
}
