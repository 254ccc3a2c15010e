package org.suiseki.learn.nn;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** The scalings of all networks of a stack: networks × 1 × columns. */
record StackedScaling(Tensor mean, Tensor inverse) {

  static StackedScaling of(List<Scaling> scalings) {
    int width = scalings.get(0).mean().length;
    float[] mean = new float[scalings.size() * width];
    float[] inverse = new float[mean.length];
    for (int network = 0; network < scalings.size(); network++) {
      for (int column = 0; column < width; column++) {
        mean[network * width + column] = scalings.get(network).mean()[column];
        inverse[network * width + column] = 1 / scalings.get(network).scale()[column];
      }
    }
    return new StackedScaling(
        Torch.floats(mean, scalings.size(), 1, width),
        Torch.floats(inverse, scalings.size(), 1, width));
  }

  Tensor scale(Tensor values) {
    return values.sub(mean).mul_(inverse);
  }

  StackedScaling only(int network) {
    return new StackedScaling(mean.narrow(0, network, 1), inverse.narrow(0, network, 1));
  }
}
