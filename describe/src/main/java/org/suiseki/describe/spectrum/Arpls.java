package org.suiseki.describe.spectrum;

import java.util.Arrays;
import java.util.List;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Spectrum;

/**
 * The background by asymmetrically reweighted penalised least squares: Baek, Park, Ahn and Choo,
 * Analyst 140, 250 (2015), 10.1039/C4AN01061B. It runs through the middle of the noise. The penalty
 * is on second differences between neighbouring points, which are taken to be evenly spaced. Cost:
 * O(n) for each of about 20 reweightings.
 *
 * <p>Not for patterns whose peaks overlap nearly everywhere: where no background is seen, it rises
 * under the peaks. Nor for patterns without noise, such as simulated ones: it weighs by the noise
 * below the background, and without any it settles on a few points; {@link Snip} is right there.
 *
 * @param stiffness λ; 100 times larger follows structures about 3 times wider. 1e5 suits 1,000 to
 *     5,000 points
 * @param change of the weights, relative, below which it ends; 0.001 is mostly enough
 */
public record Arpls(double stiffness, double change) implements Background {
  private static final int MOST_ROUNDS = 100;
  private static final double STIFFEST = 1e12;

  /** Beyond this the logistic function is 0 or 1 to the last digit. */
  private static final double STEEPEST = 40;

  public Arpls {
    if (!(stiffness > 0 && stiffness <= STIFFEST)) {
      throw new DescribeException(
          "The stiffness is " + stiffness + ".", "Give a number from 0 to 1e12, such as 1e5.");
    }
    if (!(change > 0 && change < 1)) {
      throw new DescribeException(
          "The change is " + change + ".", "Give a number between 0 and 1, such as 0.001.");
    }
  }

  @Override
  public String name() {
    return "arpls";
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of(
        StepParameter.of("stiffness", stiffness, "1"), StepParameter.of("change", change, "1"));
  }

  /**
   * @throws DescribeException for fewer than five points
   */
  @Override
  public double[] under(Spectrum spectrum) {
    double[] y = spectrum.values();
    if (y.length < 5) {
      throw new DescribeException(
          "The spectrum has " + y.length + " points, too few for a background.",
          "Give at least five.");
    }
    double[] weights = new double[y.length];
    double[] background = new double[y.length];
    Arrays.fill(weights, 1);
    WhittakerSmoother smoother = new WhittakerSmoother(y.length, stiffness);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      smoother.smooth(y, weights, background);
      if (reweigh(y, background, weights) < change) {
        break;
      }
    }
    return background;
  }

  /** The relative change of the weights; 0 where nothing lies below the background. */
  private static double reweigh(double[] y, double[] background, double[] weights) {
    double sum = 0;
    double squares = 0;
    int below = 0;
    for (int i = 0; i < y.length; i++) {
      double d = y[i] - background[i];
      if (d < 0) {
        sum += d;
        squares += d * d;
        below++;
      }
    }
    if (below < 2) {
      return 0;
    }
    double mean = sum / below;
    double deviation = Math.sqrt(Math.max(0, squares / below - mean * mean));
    if (!(deviation > 0)) {
      return 0;
    }
    double changed = 0;
    double all = 0;
    for (int i = 0; i < y.length; i++) {
      double argument = 2 * (y[i] - background[i] - (2 * deviation - mean)) / deviation;
      double weight = logistic(argument);
      double difference = weight - weights[i];
      changed += difference * difference;
      all += weights[i] * weights[i];
      weights[i] = weight;
    }
    return Math.sqrt(changed / all);
  }

  private static double logistic(double argument) {
    if (argument > STEEPEST) {
      return 0;
    }
    return argument < -STEEPEST ? 1 : 1 / (1 + Math.exp(argument));
  }
}
