package org.suiseki.learn.nn;

import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * One pass of a batch through a stack of perceptrons, and back. The backward pass is written out
 * instead of recorded by autograd: it writes the gradients of all layers straight into one block,
 * without a graph or temporary gradients. The tests hold it against autograd.
 */
final class MlpPass {
  private static final ScalarTypeOptional SAME_TYPE = new ScalarTypeOptional().retainReference();

  private final MlpWeights weights;
  private final Activation activation;
  private final Tensor[] inputs;
  private final Tensor[] sums;
  private final @Nullable Tensor[] kept;

  /** Networks × rows × outputs. */
  final Tensor output;

  /**
   * @param input networks × rows × inputs, or one × rows × inputs for all networks
   * @param random of the dropout; absent means none
   */
  MlpPass(
      MlpWeights weights,
      Activation activation,
      Tensor input,
      double dropout,
      @Nullable GeneratorOptional random) {
    int layers = weights.weight.length;
    this.weights = weights;
    this.activation = activation;
    inputs = new Tensor[layers];
    sums = new Tensor[layers];
    kept = new Tensor[layers];
    Tensor signal = input;
    for (int layer = 0; layer < layers; layer++) {
      inputs[layer] = signal;
      sums[layer] = torch.baddbmm(weights.bias[layer], signal, weights.weight[layer]);
      signal = sums[layer];
      if (layer + 1 < layers) {
        signal = activation.forward(signal);
        if (random != null && dropout > 0) {
          Tensor mask = torch.empty_like(signal).bernoulli_(1 - dropout, random);
          kept[layer] = mask.mul_(scalar(1 / (1 - dropout)));
          signal = signal.mul_(mask);
        }
      }
    }
    output = signal;
  }

  /** What a hidden layer gives out: networks × rows × its width. */
  Tensor hidden(int layer) {
    return inputs[layer + 1];
  }

  /** Writes ∂loss/∂parameters into {@code gradients}, given ∂loss/∂output. */
  void backward(Tensor outputGradient, MlpWeights gradients) {
    Tensor gradient = outputGradient;
    for (int layer = inputs.length - 1; layer >= 0; layer--) {
      torch.bmm_out(gradients.weight[layer], inputs[layer].transpose(1, 2), gradient);
      torch.sum_out(gradients.bias[layer], gradient, new long[] {1}, true, SAME_TYPE);
      if (layer > 0) {
        gradient = before(layer, gradient);
      }
    }
  }

  /** ∂loss/∂input, given ∂loss/∂output: networks × rows × inputs. */
  Tensor inputGradient(Tensor outputGradient) {
    Tensor gradient = outputGradient;
    for (int layer = inputs.length - 1; layer > 0; layer--) {
      gradient = before(layer, gradient);
    }
    return torch.bmm(gradient, weights.weight[0].transpose(1, 2));
  }

  private Tensor before(int layer, Tensor gradient) {
    Tensor entering = torch.bmm(gradient, weights.weight[layer].transpose(1, 2));
    Tensor mask = kept[layer - 1];
    if (mask != null) {
      entering = entering.mul_(mask);
    }
    return activation.backward(entering, sums[layer - 1]);
  }

  static Scalar scalar(double value) {
    return new Scalar(value);
  }
}
