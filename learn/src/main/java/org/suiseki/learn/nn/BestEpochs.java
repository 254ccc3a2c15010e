package org.suiseki.learn.nn;

import java.util.Arrays;

/** Which epoch of each network had the lowest validation loss, and which networks wait no more. */
final class BestEpochs {
  private final int patience;
  private final double[] lowest;
  private final int[] epoch;
  private final int[] latest;

  /**
   * @param patience epochs without a better loss before a network stops; 0 never looks
   */
  BestEpochs(int networks, int patience) {
    this.patience = patience;
    lowest = new double[networks];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    epoch = new int[networks];
    latest = new int[networks];
  }

  boolean watches() {
    return patience > 0;
  }

  /** Whether this loss is the lowest of a network that has not stopped. */
  boolean improves(int network, double loss, int now) {
    latest[network] = now;
    if (now - epoch[network] > patience || !(loss < lowest[network])) {
      return false;
    }
    lowest[network] = loss;
    epoch[network] = now;
    return true;
  }

  boolean allStopped() {
    if (!watches()) {
      return false;
    }
    for (int network = 0; network < epoch.length; network++) {
      if (latest[network] - epoch[network] < patience) {
        return false;
      }
    }
    return true;
  }

  /** The epoch whose weights a network keeps. */
  int epoch(int network, int last) {
    return watches() && epoch[network] > 0 ? epoch[network] : last;
  }
}
