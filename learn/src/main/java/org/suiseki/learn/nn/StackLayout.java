package org.suiseki.learn.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the numbers of several perceptrons of equal depth and any widths lie.
 *
 * <p>In the block of parameters come first the weights of the first layer of all networks (network
 * by network, outputs × inputs), which so are one matrix; then the biases, layer by layer; then the
 * weights of the other layers, network by network, inputs × outputs. What a layer gives out are
 * rows × the columns of all networks side by side.
 */
final class StackLayout {
  private final List<List<Integer>> widths;
  private final int[][] column;
  private final int[] columns;
  private final int[][] weight;
  private final int[][] bias;
  private final int size;

  /**
   * @param hidden widths of the hidden layers of each network
   */
  StackLayout(int inputs, int outputs, List<List<Integer>> hidden) {
    widths = new ArrayList<>();
    for (List<Integer> own : hidden) {
      List<Integer> all = new ArrayList<>();
      all.add(inputs);
      all.addAll(own);
      all.add(outputs);
      widths.add(List.copyOf(all));
    }
    int layers = widths.get(0).size() - 1;
    column = new int[layers][widths.size()];
    columns = new int[layers];
    weight = new int[layers][widths.size()];
    bias = new int[layers][widths.size()];
    for (int layer = 0; layer < layers; layer++) {
      for (int network = 0; network < widths.size(); network++) {
        column[layer][network] = columns[layer];
        columns[layer] += widths.get(network).get(layer + 1);
      }
    }
    size = place(Math.multiplyExact(inputs, columns[0]));
  }

  private int place(int offset) {
    int next = offset;
    for (int layer = 0; layer < layers(); layer++) {
      for (int network = 0; network < networks(); network++) {
        bias[layer][network] = next;
        next += outputs(layer, network);
      }
    }
    for (int network = 0; network < networks(); network++) {
      weight[0][network] = column[0][network] * inputs(0, network);
      for (int layer = 1; layer < layers(); layer++) {
        weight[layer][network] = next;
        next = Math.addExact(next, weights(layer, network));
      }
    }
    return next;
  }

  int networks() {
    return widths.size();
  }

  /** Layers with weights: the hidden ones and the output. */
  int layers() {
    return columns.length;
  }

  /** Numbers in the block of parameters. */
  int size() {
    return size;
  }

  /** Widths of one network, inputs and outputs included. */
  List<Integer> widths(int network) {
    return widths.get(network);
  }

  int inputs(int layer, int network) {
    return widths.get(network).get(layer);
  }

  int outputs(int layer, int network) {
    return widths.get(network).get(layer + 1);
  }

  int weights(int layer, int network) {
    return inputs(layer, network) * outputs(layer, network);
  }

  /** Columns that a layer of all networks gives out. */
  int columns(int layer) {
    return columns[layer];
  }

  /** The first of them that is this network's. */
  int column(int layer, int network) {
    return column[layer][network];
  }

  /** Where in the block its weights begin. */
  int weight(int layer, int network) {
    return weight[layer][network];
  }

  /** Where in the block its biases begin. */
  int bias(int layer, int network) {
    return bias[layer][network];
  }

  /** Copies one network, in the layout of {@link MlpWeights}, to its place in the block. */
  void put(float[] alone, int network, float[] block) {
    copy(alone, network, block, true);
  }

  /** One network of the block, in the layout of {@link MlpWeights}. */
  float[] get(float[] block, int network) {
    float[] alone = new float[Math.toIntExact(MlpWeights.size(1, widths(network)))];
    copy(alone, network, block, false);
    return alone;
  }

  private void copy(float[] alone, int network, float[] block, boolean in) {
    int at = 0;
    int inputs = inputs(0, network);
    int outputs = outputs(0, network);
    for (int input = 0; input < inputs; input++) {
      for (int output = 0; output < outputs; output++) {
        int there = weight(0, network) + output * inputs + input;
        if (in) {
          block[there] = alone[at];
        } else {
          alone[at] = block[there];
        }
        at++;
      }
    }
    for (int layer = 1; layer < layers(); layer++) {
      at += copy(alone, at, block, weight(layer, network), weights(layer, network), in);
    }
    for (int layer = 0; layer < layers(); layer++) {
      at += copy(alone, at, block, bias(layer, network), outputs(layer, network), in);
    }
  }

  private static int copy(float[] alone, int at, float[] block, int there, int count, boolean in) {
    if (in) {
      System.arraycopy(alone, at, block, there, count);
    } else {
      System.arraycopy(block, there, alone, at, count);
    }
    return count;
  }
}
