package org.suiseki.learn.nn;

import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;

/**
 * The parameters of many equal perceptrons in one block of memory: first the weights of all layers,
 * then the biases, each as networks × fan-in × fan-out. The layers are views of the block, so that
 * the optimiser sees one long vector and the products see the layers.
 */
final class MlpWeights {
  final Tensor block;
  final Tensor[] weight;
  final Tensor[] bias;

  /** Number of leading elements of {@link #block} that are weights and not biases. */
  final long weightCount;

  private final int networks;
  private final List<Integer> widths;

  private MlpWeights(Tensor block, int networks, List<Integer> widths) {
    this.block = block;
    this.networks = networks;
    this.widths = widths;
    int layers = widths.size() - 1;
    weight = new Tensor[layers];
    bias = new Tensor[layers];
    long offset = 0;
    for (int layer = 0; layer < layers; layer++) {
      long in = widths.get(layer);
      long out = widths.get(layer + 1);
      weight[layer] = block.narrow(0, offset, networks * in * out).view(networks, in, out);
      offset += networks * in * out;
    }
    weightCount = offset;
    for (int layer = 0; layer < layers; layer++) {
      long out = widths.get(layer + 1);
      bias[layer] = block.narrow(0, offset, networks * out).view(networks, 1, out);
      offset += networks * out;
    }
  }

  static MlpWeights zeros(int networks, List<Integer> widths) {
    return of(new float[Math.toIntExact(size(networks, widths))], networks, widths);
  }

  static MlpWeights of(float[] block, int networks, List<Integer> widths) {
    return new MlpWeights(Torch.floats(block, block.length), networks, widths);
  }

  private MlpWeights(MlpWeights all, int network) {
    block = all.block;
    networks = 1;
    widths = all.widths;
    weightCount = all.weightCount;
    weight = new Tensor[all.weight.length];
    bias = new Tensor[all.bias.length];
    for (int layer = 0; layer < weight.length; layer++) {
      weight[layer] = all.weight[layer].narrow(0, network, 1);
      bias[layer] = all.bias[layer].narrow(0, network, 1);
    }
  }

  /** The layers of one network alone, as views of the same memory. */
  MlpWeights only(int network) {
    return new MlpWeights(this, network);
  }

  MlpWeights copy() {
    return new MlpWeights(block.clone(), networks, widths);
  }

  /** Parameters of {@code networks} perceptrons with these widths, input and output included. */
  static long size(int networks, List<Integer> widths) {
    long size = 0;
    for (int layer = 0; layer + 1 < widths.size(); layer++) {
      size += (widths.get(layer) + 1L) * widths.get(layer + 1);
    }
    return Math.multiplyExact(size, networks);
  }

  /**
   * Gaussian weights of variance 2/fan-in before a non-linearity (He et al., arXiv 1502.01852) and
   * 1/fan-in in the last layer; biases zero. Each network draws from its own seed, so that it does
   * not depend on its neighbours in the block.
   */
  static float[] initial(long[] seeds, List<Integer> widths) {
    float[] block = new float[Math.toIntExact(size(seeds.length, widths))];
    int layers = widths.size() - 1;
    for (int network = 0; network < seeds.length; network++) {
      SplittableRandom random = new SplittableRandom(seeds[network]);
      int offset = 0;
      for (int layer = 0; layer < layers; layer++) {
        int count = widths.get(layer) * widths.get(layer + 1);
        double deviation = Math.sqrt((layer + 1 == layers ? 1.0 : 2.0) / widths.get(layer));
        int start = offset + network * count;
        for (int i = 0; i < count; i++) {
          block[start + i] = (float) (deviation * random.nextGaussian());
        }
        offset += seeds.length * count;
      }
    }
    return block;
  }

  /**
   * The parameters of {@code count} networks from the {@code from}-th on, as a block of their own.
   */
  static float[] slice(float[] block, int networks, int from, int count, List<Integer> widths) {
    float[] result = new float[Math.toIntExact(size(count, widths))];
    int layers = widths.size() - 1;
    int source = 0;
    int target = 0;
    for (int part = 0; part < 2 * layers; part++) {
      int layer = part % layers;
      int each = (part < layers ? widths.get(layer) : 1) * widths.get(layer + 1);
      System.arraycopy(block, source + from * each, result, target, count * each);
      source += networks * each;
      target += count * each;
    }
    return result;
  }

  /** The layers of one network from {@code layer} on, as a network of their own. */
  static float[] behind(float[] alone, List<Integer> widths, int layer) {
    List<Integer> rest = widths.subList(layer, widths.size());
    float[] result = new float[Math.toIntExact(size(1, rest))];
    copyLayers(alone, widths, layer, result, rest, 0, rest.size() - 1);
    return result;
  }

  /** Puts what {@link #behind} gave back in its place. */
  static void replaceBehind(float[] alone, List<Integer> widths, int layer, float[] rest) {
    List<Integer> own = widths.subList(layer, widths.size());
    copyLayers(rest, own, 0, alone, widths, layer, own.size() - 1);
  }

  /** Takes the first {@code layers} from another network, which are as wide there. */
  static void replaceBefore(
      float[] alone, List<Integer> widths, int layers, float[] other, List<Integer> theirs) {
    copyLayers(other, theirs, 0, alone, widths, 0, layers);
  }

  private static void copyLayers(
      float[] from,
      List<Integer> fromWidths,
      int fromLayer,
      float[] to,
      List<Integer> toWidths,
      int toLayer,
      int count) {
    for (int layer = 0; layer < count; layer++) {
      for (boolean weight : new boolean[] {true, false}) {
        int source = offset(fromWidths, fromLayer + layer, weight);
        int target = offset(toWidths, toLayer + layer, weight);
        int in = weight ? fromWidths.get(fromLayer + layer) : 1;
        int size = in * fromWidths.get(fromLayer + layer + 1);
        System.arraycopy(from, source, to, target, size);
      }
    }
  }

  /** Where a layer's weights, or biases, begin in the block of one network. */
  private static int offset(List<Integer> widths, int layer, boolean weight) {
    int offset = 0;
    for (int before = 0; before < (weight ? layer : widths.size() - 1); before++) {
      offset += widths.get(before) * widths.get(before + 1);
    }
    for (int before = 0; !weight && before < layer; before++) {
      offset += widths.get(before + 1);
    }
    return offset;
  }
}
