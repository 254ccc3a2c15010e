package org.suiseki.learn.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StackedPassTest {
  private static final int ROWS = 9;
  private static final int INPUTS = 7;
  private static final int OUTPUTS = 2;

  /** Of different widths, one of them a single neuron, so that nothing hangs on a round number. */
  private static final List<List<Integer>> HIDDEN =
      List.of(List.of(6, 5), List.of(3, 1), List.of(17, 8), List.of(1, 4));

  private static final StackLayout LAYOUT = new StackLayout(INPUTS, OUTPUTS, HIDDEN);

  private static float[] normal(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** With biases that are not zero, as they are behind the start. */
  private static float[] network(int network) {
    int count = Math.toIntExact(MlpWeights.size(1, LAYOUT.widths(network)));
    float[] values = normal(count, 100 + network);
    for (int i = 0; i < count; i++) {
      values[i] *= 0.5f;
    }
    return values;
  }

  /** The same products one after another, recorded by libtorch's autograd. */
  private static Tensor alone(
      Tensor block, List<Integer> widths, Activation activation, Tensor input, Tensor[] masks) {
    int layers = widths.size() - 1;
    long offset = 0;
    List<Tensor> weights = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      long in = widths.get(layer);
      long out = widths.get(layer + 1);
      weights.add(block.narrow(0, offset, in * out).view(in, out));
      offset += in * out;
    }
    Tensor signal = input;
    for (int layer = 0; layer < layers; layer++) {
      long out = widths.get(layer + 1);
      signal = signal.matmul(weights.get(layer)).add(block.narrow(0, offset, out));
      offset += out;
      if (layer + 1 < layers) {
        signal = activation.forward(signal);
        signal = masks.length > 0 ? signal.mul(masks[layer]) : signal;
      }
    }
    return signal;
  }

  private static StackBlock block() {
    float[] all = new float[LAYOUT.size()];
    for (int network = 0; network < LAYOUT.networks(); network++) {
      LAYOUT.put(network(network), network, all);
    }
    StackBlock block = new StackBlock(LAYOUT);
    block.start.put(all, 0, all.length);
    return block;
  }

  private static float[] read(StackBlock block) {
    float[] all = new float[LAYOUT.size()];
    block.start.get(all, 0, all.length);
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "SILU,0",
    "RELU,0",
    "LEAKY_RELU,0",
    "TANH,0",
    "SILU,0.3",
    "RELU,0.3",
    "LEAKY_RELU,0.3",
    "TANH,0.3"
  })
  void outputsAndGradientsEqualThoseOfEachNetworkAlone(Activation activation, double drop) {
    try (PointerScope scope = new PointerScope()) {
      Torch.threads(1);
      StackBlock gradients = new StackBlock(LAYOUT);
      StackedPass pass = new StackedPass(LAYOUT, activation, block(), gradients, ROWS, drop > 0);
      double[] dropouts = {drop, 0, drop, drop / 2};
      DropoutMasks dropout = new DropoutMasks(LAYOUT, dropouts, new long[] {1, 2, 3, 4}, ROWS);
      dropout.draw();
      float[] input = normal(ROWS * INPUTS, 1);
      float[] output = new float[ROWS * OUTPUTS * LAYOUT.networks()];
      float[] outputGradient = normal(output.length, 2);

      // Twice, so that nothing is left over from the pass before.
      pass.forward(normal(ROWS * INPUTS, 3), dropout.masks, output);
      pass.backward(normal(output.length, 4), dropout.masks);
      pass.forward(input, dropout.masks, output);
      pass.backward(outputGradient, dropout.masks);

      for (int network = 0; network < LAYOUT.networks(); network++) {
        float[] start = network(network);
        Tensor leaf = Torch.floats(start, start.length).set_requires_grad(true);
        Tensor said =
            alone(
                leaf,
                LAYOUT.widths(network),
                activation,
                Torch.floats(input, ROWS, INPUTS),
                own(dropout.masks, network));
        float[] seed = own(outputGradient, network);
        said.mul(Torch.floats(seed, ROWS, OUTPUTS)).sum().backward();
        assertClose(own(output, network), Torch.read(said));
        assertClose(LAYOUT.get(read(gradients), network), Torch.read(leaf.grad()));
      }
    }
  }

  private static Tensor[] own(Tensor[] masks, int network) {
    Tensor[] own = new Tensor[masks.length];
    for (int layer = 0; layer < own.length; layer++) {
      own[layer] =
          masks[layer].narrow(1, LAYOUT.column(layer, network), LAYOUT.outputs(layer, network));
    }
    return own;
  }

  private static float[] own(float[] outputs, int network) {
    float[] own = new float[ROWS * OUTPUTS];
    for (int row = 0; row < ROWS; row++) {
      System.arraycopy(
          outputs, (row * LAYOUT.networks() + network) * OUTPUTS, own, row * OUTPUTS, OUTPUTS);
    }
    return own;
  }

  /** Along a random direction, through all layers of all networks at once. */
  @ParameterizedTest
  @EnumSource(Activation.class)
  void gradientIsTheSlopeOfTheLoss(Activation activation) {
    try (PointerScope scope = new PointerScope()) {
      StackBlock parameters = block();
      StackBlock gradients = new StackBlock(LAYOUT);
      StackedPass pass = new StackedPass(LAYOUT, activation, parameters, gradients, ROWS, false);
      float[] input = normal(ROWS * INPUTS, 1);
      float[] output = new float[ROWS * OUTPUTS * LAYOUT.networks()];
      float[] seed = normal(output.length, 2);
      pass.forward(input, new Tensor[0], output);
      pass.backward(seed, new Tensor[0]);
      float[] gradient = read(gradients);
      float[] start = read(parameters);
      float[] direction = normal(start.length, 5);
      double slope = 0;
      for (int i = 0; i < start.length; i++) {
        slope += (double) gradient[i] * direction[i];
      }

      float step = 1e-3f;
      double[] losses = new double[2];
      for (int side = 0; side < 2; side++) {
        float[] moved = start.clone();
        for (int i = 0; i < moved.length; i++) {
          moved[i] += (side == 0 ? -step : step) * direction[i];
        }
        parameters.start.put(moved, 0, moved.length);
        pass.forward(input, new Tensor[0], output);
        for (int i = 0; i < output.length; i++) {
          losses[side] += (double) output[i] * seed[i];
        }
      }
      double found = (losses[1] - losses[0]) / (2 * step);
      // Single precision over a step of 1e-3 leaves three digits; a kink of RELU may lie within.
      assertThat(found).isCloseTo(slope, within(0.01 * Math.max(1, Math.abs(slope))));
    }
  }

  @Test
  void aNetworkComesOutOfTheBlockAsItWentIn() {
    float[] all = new float[LAYOUT.size()];
    for (int network = 0; network < LAYOUT.networks(); network++) {
      LAYOUT.put(network(network), network, all);
    }
    for (int network = 0; network < LAYOUT.networks(); network++) {
      assertThat(LAYOUT.get(all, network)).containsExactly(network(network));
    }
  }

  @Test
  void dropsTheShareThatItShallAndKeepsTheMean() {
    try (PointerScope scope = new PointerScope()) {
      StackLayout layout = new StackLayout(3, 1, List.of(List.of(100), List.of(50)));
      DropoutMasks dropout =
          new DropoutMasks(layout, new double[] {0.25, 0}, new long[] {7, 8}, 200);
      dropout.draw();
      float[] first = Torch.read(dropout.masks[0].narrow(1, 0, 100).contiguous());
      dropout.draw();
      float[] second = Torch.read(dropout.masks[0].narrow(1, 0, 100).contiguous());
      float[] untouched = Torch.read(dropout.masks[0].narrow(1, 100, 50).contiguous());

      int dropped = 0;
      int both = 0;
      for (int i = 0; i < first.length; i++) {
        assertThat(first[i] == 0 || first[i] == (float) (1 / 0.75)).isTrue();
        dropped += first[i] == 0 ? 1 : 0;
        both += first[i] == 0 && second[i] == 0 ? 1 : 0;
      }
      // 20,000 draws: standard deviations of 61 around 5,000 and of 34 around 1,250, five each.
      assertThat(dropped).isBetween(4695, 5305);
      assertThat(both).isBetween(1080, 1420);
      assertThat(untouched).containsOnly(1);
      float[] again = new float[untouched.length];
      Arrays.fill(again, 1);
      assertThat(untouched).containsExactly(again);
    }
  }

  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      // Single precision, sums over at most 17 products of order one.
      assertThat(actual[i]).isCloseTo(expected[i], within(2e-5f * (1 + Math.abs(expected[i]))));
    }
  }
}
