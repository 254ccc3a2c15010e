package org.suiseki.learn.nn;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Parameters, or their gradients, of the networks of a {@link StackLayout} where native code can
 * reach them. Belongs to the scope that is open.
 */
final class StackBlock {
  final FloatPointer start;

  /** The weights by layer and network; those of layer 0 are one matrix from the first one on. */
  final FloatPointer[][] weight;

  /** The biases of each layer of all networks: as many as the layer has columns. */
  final Tensor[] bias;

  StackBlock(StackLayout layout) {
    Tensor block = torch.zeros(layout.size());
    start = block.data_ptr_float();
    weight = new FloatPointer[layout.layers()][layout.networks()];
    bias = new Tensor[layout.layers()];
    for (int layer = 0; layer < layout.layers(); layer++) {
      bias[layer] = block.narrow(0, layout.bias(layer, 0), layout.columns(layer));
      for (int network = 0; network < layout.networks(); network++) {
        weight[layer][network] = start.getPointer(layout.weight(layer, network));
      }
    }
  }
}
