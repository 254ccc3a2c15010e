package org.suiseki.learn.nn;

import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What the training of a stack of networks lessens. */
sealed interface Loss {

  /** ∂loss/∂output of a batch; both are networks × rows × outputs, the output is overwritten. */
  Tensor gradient(Tensor output, Tensor target);

  /** The loss of one network over some rows; both are 1 × rows × outputs. */
  double of(Tensor output, Tensor target);

  /**
   * The mean squared error of the standardised targets.
   *
   * @param complete whether every target is known; one that is not (NaN) counts as no error and so
   *     teaches nothing
   */
  record SquaredError(boolean complete) implements Loss {
    @Override
    public Tensor gradient(Tensor output, Tensor target) {
      Tensor error = output.sub(target);
      if (!complete) {
        error = torch.nan_to_num(error);
      }
      return error.mul_(new Scalar(2.0 / (target.size(1) * target.size(2))));
    }

    @Override
    public double of(Tensor output, Tensor target) {
      return torch.nan_to_num(output.sub(target)).square().mean().item_float();
    }
  }

  /**
   * −Σ weight · ln softmax(output)[class], over the rows. A target has a 1 for the class of the row
   * and 0 else; it is not scaled.
   *
   * @param weights of a row of each class
   */
  record CrossEntropy(float[] weights) implements Loss {
    @Override
    public Tensor gradient(Tensor output, Tensor target) {
      Tensor error = torch.softmax(output, 2).sub_(target);
      return error.mul_(weight(target)).mul_(new Scalar(1.0 / target.size(1)));
    }

    @Override
    public double of(Tensor output, Tensor target) {
      Tensor right = torch.log_softmax(output, 2).mul_(target).mul_(weight(target));
      return -right.sum().item_float() / target.size(1);
    }

    /** Networks × rows × 1. */
    private Tensor weight(Tensor target) {
      return target.matmul(Torch.floats(weights, weights.length, 1));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof CrossEntropy that && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(weights);
    }
  }
}
