package org.suiseki.learn.nn;

import java.util.List;
import org.suiseki.learn.LearnException;

/**
 * One perceptron as it was drawn: its architecture and how it is to be trained.
 *
 * @param hidden widths of the hidden layers, first to last; at least one
 * @param activation between layers
 * @param dropout share of hidden activations set to zero in a training step, in [0, 1)
 * @param learningRate highest rate of AdamW, above 0; see {@link NetworkSchedule}
 * @param weightDecay decoupled decay of the weights (not the biases), per step and unit of rate
 * @param seed of the initial weights and the dropout
 */
public record NetworkDraw(
    List<Integer> hidden,
    Activation activation,
    double dropout,
    double learningRate,
    double weightDecay,
    long seed) {

  public NetworkDraw {
    hidden = List.copyOf(hidden);
    require(!hidden.isEmpty() && hidden.stream().allMatch(width -> width > 0), "hidden", hidden);
    require(dropout >= 0 && dropout < 1, "dropout", dropout);
    require(learningRate > 0 && Double.isFinite(learningRate), "learningRate", learningRate);
    require(weightDecay >= 0 && Double.isFinite(weightDecay), "weightDecay", weightDecay);
  }

  static void require(boolean valid, String option, Object value) {
    if (!valid) {
      throw new LearnException(
          "The option " + option + " = " + value + " of a network is out of range.",
          "See the ranges in the documentation of NetworkDraw, NetworkRanges, NetworkSchedule and"
              + " MlpFineTuning.");
    }
  }
}
