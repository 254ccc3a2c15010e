package org.suiseki.learn.nn;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/**
 * Keeps, for each network of a stack, the weights of the epoch with the lowest validation loss so
 * far.
 */
final class EarlyStop {
  private final MlpWeights weights;
  private final Tensor best;
  private final double[] lowest;
  private final int[] since;
  private final int layers;
  private final int patience;
  private final MlpWeights bestWeights;

  EarlyStop(MlpWeights weights, int networks, int layers, int patience) {
    this.weights = weights;
    this.layers = layers;
    this.patience = patience;
    bestWeights = weights.copy();
    best = bestWeights.block;
    lowest = new double[networks];
    since = new int[networks];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
  }

  boolean watches() {
    return patience > 0;
  }

  void look(double[] losses) {
    for (int network = 0; network < losses.length; network++) {
      since[network]++;
      if (losses[network] < lowest[network] && since[network] <= patience) {
        lowest[network] = losses[network];
        since[network] = 0;
        for (int layer = 0; layer < layers; layer++) {
          bestWeights
              .weight[layer]
              .select(0, network)
              .copy_(weights.weight[layer].select(0, network));
          bestWeights.bias[layer].select(0, network).copy_(weights.bias[layer].select(0, network));
        }
      }
    }
  }

  boolean allStopped() {
    return Arrays.stream(since).allMatch(epochs -> epochs > patience);
  }

  Tensor best() {
    return best;
  }
}
