package org.suiseki.learn.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The mean of the weights after each of the last epochs (Izmailov et al., arXiv 1803.05407). */
final class WeightAverage {
  private final MlpWeights weights;
  private final Tensor mean;
  private final int firstEpoch;
  private int count;

  WeightAverage(MlpWeights weights, MlpOptions options) {
    this.weights = weights;
    mean = weights.block.clone();
    firstEpoch = (int) Math.floor(options.epochs() * (1 - options.averaging()));
  }

  void add(int epoch) {
    if (epoch >= firstEpoch) {
      count++;
      mean.lerp_(weights.block, new Scalar(1.0 / count));
    }
  }

  Tensor result() {
    return count == 0 ? weights.block : mean;
  }
}
