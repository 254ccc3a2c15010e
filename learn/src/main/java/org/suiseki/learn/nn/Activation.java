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
  /** tanh(x). */
  TANH;

  Tensor forward(Tensor z) {
    return switch (this) {
      case SILU -> torch.silu(z);
      case RELU -> torch.relu(z);
      case TANH -> torch.tanh(z);
    };
  }

  /** The gradient with respect to {@code z}, from the gradient with respect to the activation. */
  Tensor backward(Tensor gradient, Tensor z) {
    return switch (this) {
      case SILU -> torch.silu_backward(gradient, z);
      case RELU -> torch.threshold_backward(gradient, z, new Scalar(0.0));
      case TANH -> torch.tanh_backward(gradient, torch.tanh(z));
    };
  }
}
