package org.suiseki.explain.phases;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.describe.spectrum.SymmetricSystem;

/**
 * Weight fractions from scales: w ∝ S Z M V (Hill and Howard, J. Appl. Cryst. 20, 467 (1987),
 * 10.1107/S0021889887086199), where Z M is the mass of the cell that |F|² is of.
 *
 * @param fractions together 1
 * @param deviations from the normal equations, inflated by the reduced χ² where that is above 1 and
 *     by the correlation of neighbouring residuals, which are not independent; NaN where the
 *     equations are singular or there is one phase alone
 */
record WeightFractions(double[] fractions, double[] deviations) {

  static WeightFractions of(PatternFit fit, Mixture mixture, Refinement refinement) {
    int n = mixture.phases().size();
    double[] mass = new double[n];
    double[] fractions = new double[n];
    double all = 0;
    for (int i = 0; i < n; i++) {
      PhaseState phase = mixture.phases().get(i);
      mass[i] = phase.lines().massPerScale() * phase.lines().volumeFactor(phase.strains());
      fractions[i] = mass[i] * mixture.scales()[i];
      all += fractions[i];
    }
    for (int i = 0; i < n; i++) {
      fractions[i] /= all;
    }
    return new WeightFractions(fractions, deviations(fit, mixture, refinement, mass, all));
  }

  private static double[] deviations(
      PatternFit fit, Mixture mixture, Refinement refinement, double[] mass, double all) {
    int n = mass.length;
    double[] deviations = new double[n];
    Refinement.Normal normal = refinement.normal(mixture);
    int size = normal.size();
    SymmetricSystem system = new SymmetricSystem(size);
    // Of one phase alone it is 100 % by definition.
    boolean whole = n > 1 && size - refinement.size() == n;
    if (!whole || !system.factorise(normal.matrix(), 0)) {
      Arrays.fill(deviations, Double.NaN);
      return deviations;
    }
    double[] covariance = system.inverse();
    double inflation = inflation(fit.rest(mixture.columns(), mixture.scales()), size);
    for (int i = 0; i < n; i++) {
      double own = mass[i] * mixture.scales()[i] / all;
      double sum = 0;
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          int at = (size - n + j) * size + size - n + k;
          double dj = mass[j] / all * ((i == j ? 1 : 0) - own);
          double dk = mass[k] / all * ((i == k ? 1 : 0) - own);
          sum += dj * dk * covariance[at];
        }
      }
      deviations[i] = Math.sqrt(Math.max(0, sum * inflation));
    }
    return deviations;
  }

  /** Of the variance: the reduced χ² times 1 + 2 Σ of the residuals' first correlations above 0. */
  private static double inflation(double[] rest, int parameters) {
    double squares = BackgroundBasis.dot(rest, rest);
    double sum = 1;
    for (int lag = 1; lag < rest.length / 4; lag++) {
      double product = 0;
      for (int i = lag; i < rest.length; i++) {
        product += rest[i] * rest[i - lag];
      }
      if (!(product > 0.02 * squares)) {
        break;
      }
      sum += 2 * product / squares;
    }
    return Math.max(1, squares / Math.max(1, rest.length - parameters)) * sum;
  }

  /** The indices, the greatest fraction first. */
  List<Integer> order() {
    return IntStream.range(0, fractions.length)
        .boxed()
        .sorted((i, j) -> Double.compare(fractions[j], fractions[i]))
        .toList();
  }
}
