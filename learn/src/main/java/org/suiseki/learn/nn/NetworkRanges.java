package org.suiseki.learn.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where the architectures and rates of networks are drawn from at random, as the library of XenonPy
 * was filled (Yamada et al., ACS Cent. Sci. 5, 1717, 2019, 10.1021/acscentsci.9b00804): pyramids
 * whose hidden layers do not widen towards the output. Deviations: no batch normalisation, and
 * rates are drawn too.
 *
 * <p>The number of layers is uniform, widths are uniform in their logarithm and sorted, activation
 * and dropout are uniform over the lists, rate and decay uniform in their logarithm. The draw of a
 * number depends on the seed and that number alone, so a list can be made longer or resumed.
 *
 * @param fewestLayers hidden layers at least, 1 or more
 * @param mostLayers hidden layers at most
 * @param narrowest least width of a hidden layer
 * @param widest greatest width of a hidden layer
 * @param activations to choose from
 * @param dropouts to choose from, each in [0, 1)
 * @param lowestRate least learning rate, above 0
 * @param highestRate greatest learning rate
 * @param lowestDecay least weight decay, above 0
 * @param highestDecay greatest weight decay
 */
public record NetworkRanges(
    int fewestLayers,
    int mostLayers,
    int narrowest,
    int widest,
    List<Activation> activations,
    List<Double> dropouts,
    double lowestRate,
    double highestRate,
    double lowestDecay,
    double highestDecay) {

  /** One to four hidden layers of 16 to 128 for some hundred inputs and some thousand rows. */
  public static final NetworkRanges DEFAULT =
      new NetworkRanges(
          1,
          4,
          16,
          128,
          List.of(Activation.LEAKY_RELU, Activation.RELU, Activation.SILU, Activation.TANH),
          List.of(0.0, 0.0, 0.05, 0.1),
          5e-4,
          1e-2,
          1e-4,
          1e-1);

  public NetworkRanges {
    activations = List.copyOf(activations);
    dropouts = List.copyOf(dropouts);
    NetworkDraw.require(fewestLayers > 0, "fewestLayers", fewestLayers);
    NetworkDraw.require(mostLayers >= fewestLayers, "mostLayers", mostLayers);
    NetworkDraw.require(narrowest > 0, "narrowest", narrowest);
    NetworkDraw.require(widest >= narrowest, "widest", widest);
    NetworkDraw.require(!activations.isEmpty(), "activations", activations);
    NetworkDraw.require(
        !dropouts.isEmpty() && dropouts.stream().allMatch(share -> share >= 0 && share < 1),
        "dropouts",
        dropouts);
    NetworkDraw.require(lowestRate > 0, "lowestRate", lowestRate);
    NetworkDraw.require(highestRate >= lowestRate, "highestRate", highestRate);
    NetworkDraw.require(lowestDecay > 0, "lowestDecay", lowestDecay);
    NetworkDraw.require(highestDecay >= lowestDecay, "highestDecay", highestDecay);
  }

  /**
   * Draws number {@code from} to {@code from + count − 1} of the endless list of this seed.
   *
   * @param from 0 for the first
   */
  public List<NetworkDraw> draw(long seed, int from, int count) {
    List<NetworkDraw> draws = new ArrayList<>(count);
    for (int number = from; number < from + count; number++) {
      // A generator of its own for each number; the seed is mixed so that neighbours differ.
      draws.add(draw(new SplittableRandom(new SplittableRandom(seed).nextLong() + number)));
    }
    return draws;
  }

  private NetworkDraw draw(SplittableRandom random) {
    int layers = fewestLayers + below(mostLayers - fewestLayers + 1, random);
    Integer[] widths = new Integer[layers];
    for (int layer = 0; layer < layers; layer++) {
      widths[layer] = (int) Math.round(between(narrowest, widest, random));
    }
    Arrays.sort(widths, (a, b) -> Integer.compare(b, a));
    return new NetworkDraw(
        List.of(widths),
        activations.get(below(activations.size(), random)),
        dropouts.get(below(dropouts.size(), random)),
        between(lowestRate, highestRate, random),
        between(lowestDecay, highestDecay, random),
        random.nextLong());
  }

  private static int below(int bound, SplittableRandom random) {
    return (int) (random.nextDouble() * bound);
  }

  private static double between(double low, double high, SplittableRandom random) {
    return Math.min(high, low * Math.pow(high / low, random.nextDouble()));
  }
}
