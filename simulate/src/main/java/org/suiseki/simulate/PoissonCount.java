package org.suiseki.simulate;

import java.util.SplittableRandom;

/**
 * Draws from Poisson's distribution: below a mean of 10 by multiplying uniform numbers, from there
 * on by the transformed rejection PTRS of Hörmann, Insurance: Mathematics and Economics 12, 39
 * (1993), 10.1016/0167-6687(93)90997-4, in a time that does not grow with the mean.
 */
final class PoissonCount {
  private static final double LARGEST = 1e12;
  private static final double FEW = 10;

  private PoissonCount() {}

  static double draw(double mean, SplittableRandom random) {
    if (!(mean >= 0 && mean <= LARGEST)) {
      throw new SimulateException(
          "The expected number of counts is " + mean + ".",
          "Raise the background or change the scale, so that all values are from 0 to 1e12.");
    }
    return mean < FEW ? few(mean, random) : many(mean, random);
  }

  private static double few(double mean, SplittableRandom random) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  private static double many(double mean, SplittableRandom random) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double accepted = 0.9277 - 3.6224 / (b - 2);
    double logMean = Math.log(mean);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double count = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= accepted) {
        return count;
      }
      if (count < 0 || (us < 0.013 && v > us)) {
        continue;
      }
      double left = Math.log(v * inverseAlpha / (a / (us * us) + b));
      if (left <= count * logMean - mean - logFactorial(count)) {
        return count;
      }
    }
  }

  /** By Stirling's series, after the recurrence where it would be poor. */
  private static double logFactorial(double n) {
    double x = n + 1;
    double product = 1;
    while (x < 10) {
      product *= x;
      x++;
    }
    double s = 1 / (x * x);
    double series = (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s / 1680))) / x;
    return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
  }
}
