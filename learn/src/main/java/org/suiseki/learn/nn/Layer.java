package org.suiseki.learn.nn;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The shape of one linear layer, and how it is applied; its numbers lie elsewhere. */
sealed interface Layer {

  /** Numbers that a row has before the layer, all channels together. */
  int inputs();

  /** Numbers that a row has behind it. */
  int outputs();

  int[] weightShape();

  /** How many numbers are added, one for each output or each channel of it. */
  int biases();

  /** How many inputs reach an output. */
  double fanIn();

  /** Rows × inputs to rows × outputs. */
  Tensor apply(Tensor rows, Tensor weight, Tensor bias);

  default int weights() {
    int count = 1;
    for (int size : weightShape()) {
      count = Math.multiplyExact(count, size);
    }
    return count;
  }

  /** All with all; the weight is inputs × outputs. */
  record Dense(int inputs, int outputs) implements Layer {
    @Override
    public int[] weightShape() {
      return new int[] {inputs, outputs};
    }

    @Override
    public int biases() {
      return outputs;
    }

    @Override
    public double fanIn() {
      return inputs;
    }

    @Override
    public Tensor apply(Tensor rows, Tensor weight, Tensor bias) {
      return torch.addmm(bias, rows, weight);
    }
  }

  /**
   * Both directions of a convolution with half a kernel of zeros at either end, between {@code
   * longer} points of {@code outer} channels and the shorter signal of {@code inner} channels.
   *
   * @param down whether the shorter signal is the output; the other direction is the transposed
   *     convolution
   */
  record Convolution(int outer, int longer, int inner, int kernel, int stride, boolean down)
      implements Layer {

    int shorter() {
      return (longer - 1) / stride + 1;
    }

    @Override
    public int inputs() {
      return down ? outer * longer : inner * shorter();
    }

    @Override
    public int outputs() {
      return down ? inner * shorter() : outer * longer;
    }

    /** Inner × outer × kernel, which is libtorch's order in both directions. */
    @Override
    public int[] weightShape() {
      return new int[] {inner, outer, kernel};
    }

    @Override
    public int biases() {
      return down ? inner : outer;
    }

    @Override
    public double fanIn() {
      return down ? (double) outer * kernel : (double) inner * kernel / stride;
    }

    @Override
    public Tensor apply(Tensor rows, Tensor weight, Tensor bias) {
      long count = rows.size(0);
      long[] strides = {stride};
      long[] padding = {kernel / 2};
      TensorOptional added = new TensorOptional(bias);
      if (down) {
        Tensor signal = rows.view(count, outer, longer);
        return torch
            .conv1d(signal, weight, added, strides, padding, new long[] {1}, 1)
            .reshape(count, outputs());
      }
      Tensor signal = rows.view(count, inner, shorter());
      long[] beyond = {(longer - 1) % stride};
      return torch
          .conv_transpose1d(signal, weight, added, strides, padding, beyond, 1, 1)
          .reshape(count, outputs());
    }
  }
}
