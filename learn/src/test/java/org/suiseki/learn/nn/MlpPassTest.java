package org.suiseki.learn.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MlpPassTest {
  private static final List<Integer> WIDTHS = List.of(7, 6, 5, 3);
  private static final int NETWORKS = 4;
  private static final int ROWS = 9;

  /** The written-out backward pass against libtorch's autograd through the same products. */
  @ParameterizedTest
  @EnumSource(Activation.class)
  void gradientsEqualAutograd(Activation activation) {
    try (PointerScope scope = new PointerScope()) {
      float[] start = MlpWeights.initial(new long[] {1, 2, 3, 4}, WIDTHS);
      MlpWeights weights = MlpWeights.of(start, NETWORKS, WIDTHS);
      MlpWeights gradients = MlpWeights.zeros(NETWORKS, WIDTHS);
      torch.manual_seed(3);
      Tensor input = torch.randn(NETWORKS, ROWS, 7);
      Tensor target = torch.randn(NETWORKS, ROWS, 3);

      MlpPass pass = new MlpPass(weights, activation, input, 0, null);
      Tensor outputGradient = pass.output.sub(target).mul_(MlpPass.scalar(2));
      pass.backward(outputGradient, gradients);

      Tensor leaf = Torch.floats(start, start.length).set_requires_grad(true);
      Tensor leafInput = input.clone().set_requires_grad(true);
      Tensor loss = forward(leaf, leafInput, activation).sub(target).square().sum();
      loss.backward();
      assertClose(Torch.read(gradients.block), Torch.read(leaf.grad()));
      assertClose(Torch.read(pass.inputGradient(outputGradient)), Torch.read(leafInput.grad()));
    }
  }

  private static Tensor forward(Tensor block, Tensor input, Activation activation) {
    Tensor signal = input;
    long weightOffset = 0;
    long biasOffset = 4 * (7 * 6 + 6 * 5 + 5 * 3);
    for (int layer = 0; layer < 3; layer++) {
      long in = WIDTHS.get(layer);
      long out = WIDTHS.get(layer + 1);
      Tensor weight = block.narrow(0, weightOffset, NETWORKS * in * out).view(NETWORKS, in, out);
      Tensor bias = block.narrow(0, biasOffset, NETWORKS * out).view(NETWORKS, 1, out);
      weightOffset += NETWORKS * in * out;
      biasOffset += NETWORKS * out;
      signal = signal.bmm(weight).add(bias);
      signal = layer < 2 ? activation.forward(signal) : signal;
    }
    return signal;
  }

  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      // Single precision, sums over at most 36 products of order one.
      assertThat(actual[i]).isCloseTo(expected[i], within(2e-5f * (1 + Math.abs(expected[i]))));
    }
  }
}
