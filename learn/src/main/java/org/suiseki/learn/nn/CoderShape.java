package org.suiseki.learn.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.nn.AutoencoderOptions.Layers;

/**
 * The layers of an autoencoder: those to the coordinates and those back.
 *
 * @param encoder first to last
 * @param decoder first to last
 */
record CoderShape(List<Layer> encoder, List<Layer> decoder, Activation activation) {

  /** More numbers than this in one layer would be a mistake. */
  private static final long MOST = 1L << 28;

  /**
   * @param inputs of a row
   * @param size coordinates
   * @param heads numbers that the encoder gives, a multiple of {@code size}
   */
  static CoderShape of(Layers layers, int inputs, int size, int heads) {
    CoderShape shape =
        switch (layers.encoding()) {
          case DENSE -> dense(layers, inputs, size, heads);
          case CONVOLUTIONAL -> convolutional(layers, inputs, size, heads);
        };
    for (Layer layer : shape.all()) {
      long weights = 1;
      for (int length : layer.weightShape()) {
        weights = Math.min(2 * MOST, weights * length);
      }
      if (weights > MOST) {
        throw new LearnException(
            "An autoencoder of " + inputs + " inputs and the layers " + layers + " is too large.",
            "Give fewer inputs or narrower layers.");
      }
    }
    return shape;
  }

  private static CoderShape dense(Layers layers, int inputs, int size, int heads) {
    List<Layer> encoder = new ArrayList<>();
    List<Layer> decoder = new ArrayList<>();
    int before = inputs;
    for (int width : layers.widths()) {
      encoder.add(new Layer.Dense(before, width));
      decoder.add(0, new Layer.Dense(width, before));
      before = width;
    }
    encoder.add(new Layer.Dense(before, heads));
    decoder.add(0, new Layer.Dense(size, before));
    return new CoderShape(encoder, decoder, layers.activation());
  }

  private static CoderShape convolutional(Layers layers, int inputs, int size, int heads) {
    List<Layer> encoder = new ArrayList<>();
    List<Layer> decoder = new ArrayList<>();
    int channels = 1;
    int length = inputs;
    for (int inner : layers.widths()) {
      Layer.Convolution down =
          new Layer.Convolution(channels, length, inner, layers.kernel(), layers.stride(), true);
      encoder.add(down);
      decoder.add(
          0,
          new Layer.Convolution(channels, length, inner, layers.kernel(), layers.stride(), false));
      channels = inner;
      length = down.shorter();
    }
    int flat = Math.multiplyExact(channels, length);
    encoder.add(new Layer.Dense(flat, layers.bridge()));
    encoder.add(new Layer.Dense(layers.bridge(), heads));
    decoder.add(0, new Layer.Dense(layers.bridge(), flat));
    decoder.add(0, new Layer.Dense(size, layers.bridge()));
    return new CoderShape(encoder, decoder, layers.activation());
  }

  /** Of the encoder and then the decoder. */
  List<Layer> all() {
    List<Layer> all = new ArrayList<>(encoder);
    all.addAll(decoder);
    return all;
  }

  /** Rows × inputs to rows × what the last encoder layer gives. */
  Tensor encode(Tensor rows, Parameters parameters) {
    return pass(encoder, 0, rows, parameters);
  }

  /** Rows × coordinates to rows × inputs. */
  Tensor decode(Tensor points, Parameters parameters) {
    return pass(decoder, encoder.size(), points, parameters);
  }

  private Tensor pass(List<Layer> layers, int first, Tensor rows, Parameters parameters) {
    Tensor signal = rows;
    for (int i = 0; i < layers.size(); i++) {
      signal =
          layers.get(i).apply(signal, parameters.weight(first + i), parameters.bias(first + i));
      signal = i + 1 < layers.size() ? activation.forward(signal) : signal;
    }
    return signal;
  }

  /** The numbers of all layers as tensors: {@link #all()} in order. */
  record Parameters(Tensor[] weights, Tensor[] biases) {
    Tensor weight(int layer) {
      return weights[layer];
    }

    Tensor bias(int layer) {
      return biases[layer];
    }
  }

  /** The same numbers as plain arrays. */
  record Numbers(float[][] weights, float[][] biases) {}

  /** Copies for one call, in the open scope. */
  Parameters tensors(Numbers numbers) {
    List<Layer> all = all();
    Tensor[] weights = new Tensor[all.size()];
    Tensor[] biases = new Tensor[all.size()];
    for (int i = 0; i < weights.length; i++) {
      int[] shape = all.get(i).weightShape();
      weights[i] = Torch.floats(numbers.weights[i], Arrays.stream(shape).asLongStream().toArray());
      biases[i] = Torch.floats(numbers.biases[i], numbers.biases[i].length);
    }
    return new Parameters(weights, biases);
  }
}
