package org.suiseki.learn.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The non-linearity between two layers. */
public enum Activation {
  /** x·sigmoid(x), smooth (Elfwing, Uchibe and Doya, Neural Networks 107, 3, 2018). */
  SILU,
  /** max(x, 0). */
  RELU,
  /** max(x, 0.01·x), with PyTorch's slope. */
  LEAKY_RELU,
  /** tanh(x). */
  TANH;

  private static final double SLOPE = 0.01;

  Tensor forward(Tensor z) {
    return switch (this) {
      case SILU -> torch.silu(z);
      case RELU -> torch.relu(z);
      case LEAKY_RELU -> torch.leaky_relu(z, new Scalar(SLOPE));
      case TANH -> torch.tanh(z);
    };
  }

  /** The gradient with respect to {@code z}, from the gradient with respect to the activation. */
  Tensor backward(Tensor gradient, Tensor z) {
    return switch (this) {
      case SILU -> torch.silu_backward(gradient, z);
      case RELU -> torch.threshold_backward(gradient, z, new Scalar(0.0));
      case LEAKY_RELU -> torch.leaky_relu_backward(gradient, z, new Scalar(SLOPE), false);
      case TANH -> torch.tanh_backward(gradient, torch.tanh(z));
    };
  }

  /**
   * Whether {@link #back} needs the argument itself. The others find its sign, or its tangent, in
   * the activation, which can so take its place in memory.
   *
   * @param scaled whether activations are multiplied with factors of dropout afterwards
   */
  boolean needsArgument(boolean scaled) {
    return switch (this) {
      case SILU -> true;
      case RELU, LEAKY_RELU -> false;
      case TANH -> scaled;
    };
  }

  /**
   * As {@link #forward}, into memory that is there.
   *
   * @param activated may be {@code z} itself where {@link #needsArgument} does not forbid it
   */
  void apply(Tensor z, Tensor activated) {
    switch (this) {
      case SILU -> torch.silu_out(activated, z);
      case RELU -> torch.relu_out(activated, z);
      case LEAKY_RELU -> torch.leaky_relu_out(activated, z, new Scalar(SLOPE));
      case TANH -> {
        torch.tanh_out(activated, z);
        // Where both are kept it is the undamped tangent that the way back needs.
        if (!activated.equals(z)) {
          z.copy_(activated);
        }
      }
    }
  }

  /**
   * Turns the gradient with respect to the activation into that with respect to its argument.
   *
   * @param kept what {@link #apply} left of its first tensor
   */
  void back(Tensor gradient, Tensor kept) {
    switch (this) {
      case SILU -> torch.silu_backward_out(gradient, gradient, kept);
      case RELU -> torch.threshold_backward_out(gradient, gradient, kept, new Scalar(0.0));
      case LEAKY_RELU ->
          torch.leaky_relu_backward_out(gradient, gradient, kept, new Scalar(SLOPE), false);
      case TANH -> torch.tanh_backward_out(gradient, gradient, kept);
    }
  }
}
