package org.suiseki.learn.nn;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Passes of one batch through perceptrons that read the same rows, and back.
 *
 * <p>The first layer of all networks is one product, and so is the gradient of its weights: with
 * 290 inputs that is nine tenths of the work, and it runs near the peak of the processor. The other
 * layers are a product for each network, of its own widths, so nothing is padded. The products go
 * straight to the BLAS that libtorch itself uses: at these sizes its {@code bmm} spends more on
 * each call than on the product.
 *
 * <p>All memory is laid out once; a pass allocates nothing but handles. The tests hold both
 * directions against autograd.
 */
final class StackedPass {
  private static final int ROW_MAJOR = 101;
  private static final int PLAIN = 111;
  private static final int TURNED = 112;
  private static final ScalarTypeOptional SAME_TYPE = new ScalarTypeOptional().retainReference();

  private final StackLayout layout;
  private final Activation activation;
  private final StackBlock parameters;
  private final StackBlock gradients;
  private final int rows;
  private final FloatPointer input;
  private final Signal[] signals;

  /** What one layer gives out, rows × columns of all networks. */
  private static final class Signal {
    /** Weighted sums, and behind {@link Activation#apply} what its way back needs. */
    final Tensor sums;

    final Tensor activated;
    final Tensor gradient;
    final FloatPointer[] sumsOf;
    final FloatPointer[] activatedOf;
    final FloatPointer[] gradientOf;

    Signal(StackLayout layout, int layer, int rows, boolean apart) {
      sums = torch.zeros(rows, layout.columns(layer));
      activated = apart ? torch.zeros_like(sums) : sums;
      gradient = torch.zeros_like(sums);
      sumsOf = columns(sums, layout, layer);
      activatedOf = columns(activated, layout, layer);
      gradientOf = columns(gradient, layout, layer);
    }

    private static FloatPointer[] columns(Tensor tensor, StackLayout layout, int layer) {
      FloatPointer[] columns = new FloatPointer[layout.networks()];
      for (int network = 0; network < columns.length; network++) {
        columns[network] = tensor.data_ptr_float().getPointer(layout.column(layer, network));
      }
      return columns;
    }
  }

  /**
   * @param gradients may be the parameters themselves where {@link #backward} is never called
   * @param rows of a batch
   * @param drops whether some passes have dropout
   */
  StackedPass(
      StackLayout layout,
      Activation activation,
      StackBlock parameters,
      StackBlock gradients,
      int rows,
      boolean drops) {
    this.layout = layout;
    this.activation = activation;
    this.parameters = parameters;
    this.gradients = gradients;
    this.rows = rows;
    input = torch.zeros(rows, layout.inputs(0, 0)).data_ptr_float();
    signals = new Signal[layout.layers()];
    for (int layer = 0; layer < signals.length; layer++) {
      signals[layer] = new Signal(layout, layer, rows, activation.needsArgument(drops));
    }
  }

  int rows() {
    return rows;
  }

  /**
   * @param batch rows × inputs
   * @param masks the factors of dropout, one tensor for each hidden layer; none means no dropout
   * @param output filled with rows × the outputs of all networks
   */
  void forward(float[] batch, Tensor[] masks, float[] output) {
    input.put(batch, 0, batch.length);
    try (PointerScope scope = new PointerScope()) {
      int last = layout.layers() - 1;
      for (int layer = 0; layer <= last; layer++) {
        Signal signal = signals[layer];
        multiply(layer);
        signal.sums.add_(parameters.bias[layer]);
        if (layer < last) {
          activation.apply(signal.sums, signal.activated);
          if (masks.length > 0) {
            signal.activated.mul_(masks[layer]);
          }
        }
      }
      signals[last].sumsOf[0].get(output, 0, rows * layout.columns(last));
    }
  }

  private void multiply(int layer) {
    int width = layout.columns(layer);
    if (layer == 0) {
      int inputs = layout.inputs(0, 0);
      FloatPointer first = parameters.weight[0][0];
      gemm(
          PLAIN,
          TURNED,
          rows,
          width,
          inputs,
          input,
          inputs,
          first,
          inputs,
          signals[0].sumsOf[0],
          width);
      return;
    }
    int before = layout.columns(layer - 1);
    for (int network = 0; network < layout.networks(); network++) {
      int in = layout.inputs(layer, network);
      int out = layout.outputs(layer, network);
      FloatPointer from = signals[layer - 1].activatedOf[network];
      FloatPointer weight = parameters.weight[layer][network];
      FloatPointer to = signals[layer].sumsOf[network];
      gemm(PLAIN, PLAIN, rows, out, in, from, before, weight, out, to, width);
    }
  }

  /**
   * Writes ∂loss/∂parameters, after {@link #forward} with the same masks.
   *
   * @param outputGradient ∂loss/∂output: rows × the outputs of all networks
   */
  void backward(float[] outputGradient, Tensor[] masks) {
    int last = layout.layers() - 1;
    signals[last].gradientOf[0].put(outputGradient, 0, rows * layout.columns(last));
    try (PointerScope scope = new PointerScope()) {
      for (int layer = last; layer >= 0; layer--) {
        Signal signal = signals[layer];
        torch.sum_out(gradients.bias[layer], signal.gradient, new long[] {0}, false, SAME_TYPE);
        if (layer == 0) {
          firstGradient();
          return;
        }
        back(layer);
        Signal before = signals[layer - 1];
        if (masks.length > 0) {
          before.gradient.mul_(masks[layer - 1]);
        }
        activation.back(before.gradient, before.sums);
      }
    }
  }

  private void firstGradient() {
    int width = layout.columns(0);
    int inputs = layout.inputs(0, 0);
    FloatPointer gradient = signals[0].gradientOf[0];
    FloatPointer to = gradients.weight[0][0];
    gemm(TURNED, PLAIN, width, inputs, rows, gradient, width, input, inputs, to, inputs);
  }

  private void back(int layer) {
    int width = layout.columns(layer);
    int before = layout.columns(layer - 1);
    for (int network = 0; network < layout.networks(); network++) {
      int in = layout.inputs(layer, network);
      int out = layout.outputs(layer, network);
      FloatPointer gradient = signals[layer].gradientOf[network];
      FloatPointer entered = signals[layer - 1].activatedOf[network];
      FloatPointer to = gradients.weight[layer][network];
      gemm(TURNED, PLAIN, in, out, rows, entered, before, gradient, width, to, out);
      FloatPointer weight = parameters.weight[layer][network];
      FloatPointer entering = signals[layer - 1].gradientOf[network];
      gemm(PLAIN, TURNED, rows, in, out, gradient, width, weight, out, entering, before);
    }
  }

  /** {@code to} (m × n) = {@code a} (m × k) · {@code b} (k × n), each turned first where told. */
  private static void gemm(
      int turnA,
      int turnB,
      int m,
      int n,
      int k,
      FloatPointer a,
      int strideA,
      FloatPointer b,
      int strideB,
      FloatPointer to,
      int stride) {
    openblas_nolapack.cblas_sgemm(
        ROW_MAJOR, turnA, turnB, m, n, k, 1, a, strideA, b, strideB, 0, to, stride);
  }
}
