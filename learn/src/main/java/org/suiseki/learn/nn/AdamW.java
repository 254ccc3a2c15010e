package org.suiseki.learn.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, arXiv 1711.05101) on one block of
 * parameters. libtorch's own optimiser walks a list of tensors; one block needs one call of each
 * operator for all layers and networks.
 */
final class AdamW {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final Tensor parameters;
  private final Tensor decayed;
  private final Tensor first;
  private final Tensor second;
  private final Tensor denominator;
  private final double weightDecay;
  private int step;

  /**
   * @param parameters one long vector
   * @param weightCount how many of them, from the first on, decay
   */
  AdamW(Tensor parameters, long weightCount, double weightDecay) {
    this.parameters = parameters;
    decayed = parameters.narrow(0, 0, weightCount);
    first = parameters.clone().zero_();
    second = first.clone();
    denominator = first.clone();
    this.weightDecay = weightDecay;
  }

  void step(Tensor gradient, double rate) {
    step++;
    first.lerp_(gradient, scalar(1 - BETA1));
    second.mul_(scalar(BETA2)).addcmul_(gradient, gradient, scalar(1 - BETA2));
    // m̂ / (√v̂ + ε) with both bias corrections drawn into the rate and ε, which saves two passes.
    double correction = Math.sqrt(1 - Math.pow(BETA2, step));
    torch.sqrt_out(denominator, second).add_(scalar(EPSILON * correction));
    if (weightDecay > 0) {
      decayed.mul_(scalar(1 - rate * weightDecay));
    }
    parameters.addcdiv_(
        first, denominator, scalar(-rate * correction / (1 - Math.pow(BETA1, step))));
  }

  private static Scalar scalar(double value) {
    return new Scalar(value);
  }
}
