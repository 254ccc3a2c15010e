package org.suiseki.describe.spectrum;

import java.util.List;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/**
 * The background as a polynomial (of Chebyshev's kind: on −1 to 1, where its order can be high)
 * fitted by least squares again and again to values clipped at the polynomial plus the standard
 * deviation from it: Zhao, Lui, McLean and Zeng, Appl. Spectrosc. 61, 1225 (2007),
 * 10.1366/000370207782597003, here without smoothing. Cost: O(n degree) for each of at most 200
 * rounds.
 *
 * @param degree of the polynomial
 */
public record Chebyshev(int degree) implements Background {
  private static final int HIGHEST = 30;
  private static final int MOST_ROUNDS = 200;
  private static final double SETTLED = 1e-4;

  public Chebyshev {
    if (degree < 0 || degree > HIGHEST) {
      throw new DescribeException(
          "A background of degree " + degree + " is not offered.", "Give a degree of 0 to 30.");
    }
  }

  @Override
  public String name() {
    return "chebyshev";
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of(StepParameter.of("degree", degree, "1"));
  }

  /**
   * @throws DescribeException where there are not at least twice as many points as coefficients
   */
  @Override
  public double[] under(Spectrum spectrum) {
    double[] y = spectrum.values();
    if (y.length < 2 * (degree + 1)) {
      throw new DescribeException(
          "A background of degree " + degree + " cannot be told from " + y.length + " points.",
          "Choose a lower degree.");
    }
    PolynomialBasis basis = new PolynomialBasis(scaled(spectrum.axis()), degree);
    double[] fitted = new double[y.length];
    basis.fit(y, fitted);
    double deviation = deviation(y, fitted);
    for (int round = 0; round < MOST_ROUNDS && deviation > 0; round++) {
      for (int i = 0; i < y.length; i++) {
        y[i] = Math.min(y[i], fitted[i] + deviation);
      }
      basis.fit(y, fitted);
      double before = deviation;
      deviation = deviation(y, fitted);
      if (Math.abs(before - deviation) <= SETTLED * deviation) {
        break;
      }
    }
    return fitted;
  }

  private static double[] scaled(Axis axis) {
    double middle = 0.5 * (axis.first() + axis.last());
    double half = 0.5 * (axis.last() - axis.first());
    double[] x = axis.values();
    for (int i = 0; i < x.length; i++) {
      x[i] = (x[i] - middle) / half;
    }
    return x;
  }

  private static double deviation(double[] y, double[] fitted) {
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      squares += (y[i] - fitted[i]) * (y[i] - fitted[i]);
    }
    return Math.sqrt(squares / y.length);
  }
}
