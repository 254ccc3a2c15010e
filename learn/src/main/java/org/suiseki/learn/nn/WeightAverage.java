package org.suiseki.learn.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The mean of the weights after each of the last epochs (Izmailov et al., arXiv 1803.05407). */
final class WeightAverage {
  private final Tensor weights;
  private final Tensor mean;
  private final int firstEpoch;
  private int count;

  /**
   * @param weights that training changes
   * @param averaging share of the last epochs that count
   */
  WeightAverage(Tensor weights, int epochs, double averaging) {
    this.weights = weights;
    mean = weights.clone();
    firstEpoch = (int) Math.floor(epochs * (1 - averaging));
  }

  void add(int epoch) {
    if (epoch >= firstEpoch) {
      count++;
      mean.lerp_(weights, new Scalar(1.0 / count));
    }
  }

  Tensor result() {
    return count == 0 ? weights : mean;
  }
}
