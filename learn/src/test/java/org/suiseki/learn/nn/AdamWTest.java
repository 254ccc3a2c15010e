package org.suiseki.learn.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

class AdamWTest {
  private static final List<Integer> WIDTHS = List.of(3, 2);

  /**
   * Against the update as the paper writes it (arXiv 1711.05101, algorithm 2), in double precision.
   */
  @Test
  void followsThePublishedUpdate() {
    try (PointerScope scope = new PointerScope()) {
      SplittableRandom random = new SplittableRandom(4);
      float[] start = MlpWeights.initial(new long[] {9}, WIDTHS);
      MlpWeights weights = MlpWeights.of(start, 1, WIDTHS);
      MlpWeights gradients = MlpWeights.zeros(1, WIDTHS);
      AdamW optimiser = new AdamW(weights.block, weights.weightCount, 0.1);
      double[] expected = new double[start.length];
      double[] first = new double[start.length];
      double[] second = new double[start.length];
      for (int i = 0; i < start.length; i++) {
        expected[i] = start[i];
      }
      for (int step = 1; step <= 20; step++) {
        float[] gradient = new float[start.length];
        for (int i = 0; i < gradient.length; i++) {
          gradient[i] = (float) random.nextDouble(-1, 1);
        }
        gradients.block.copy_(Torch.floats(gradient, gradient.length));
        optimiser.step(gradients.block, 0.01);
        for (int i = 0; i < expected.length; i++) {
          first[i] = 0.9 * first[i] + 0.1 * gradient[i];
          second[i] = 0.999 * second[i] + 0.001 * gradient[i] * gradient[i];
          double mean = first[i] / (1 - Math.pow(0.9, step));
          double variance = second[i] / (1 - Math.pow(0.999, step));
          // The six weights come first and decay; the two biases do not.
          expected[i] *= i < 6 ? 1 - 0.01 * 0.1 : 1;
          expected[i] -= 0.01 * mean / (Math.sqrt(variance) + 1e-8);
        }
      }
      float[] actual = Torch.read(weights.block);
      for (int i = 0; i < expected.length; i++) {
        // Twenty steps in single precision on values of order one.
        assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-5));
      }
    }
  }
}
