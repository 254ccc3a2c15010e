package org.suiseki.learn.nn;

/**
 * How a trained network is tuned to other data.
 *
 * @param head what becomes of the output layer
 * @param frozen hidden layers, from the inputs on, that stay as they are; all of them leaves the
 *     output alone to learn
 * @param layerDecay factor of the learning rate from one layer to the one before it, in (0, 1]; 1
 *     moves all alike (Howard and Ruder, arXiv 1801.06146, have 1/2.6)
 * @param learningRate highest rate of AdamW, that of the output layer; see {@link NetworkSchedule}
 * @param weightDecay decoupled decay of the weights (not the biases), per step and unit of rate
 * @param dropout share of the hidden activations that learn set to zero in a training step, in [0,
 *     1)
 * @param schedule batch, epochs, patience and the seed of the order of rows, of a new head and of
 *     the dropout
 */
public record MlpTuningOptions(
    Head head,
    int frozen,
    double layerDecay,
    double learningRate,
    double weightDecay,
    double dropout,
    NetworkSchedule schedule) {

  /** What becomes of the output layer. */
  public enum Head {
    /** It is drawn anew, and the targets are scaled by their own training rows. */
    NEW,
    /**
     * It stays and learns on: for a target that goes with what the source predicts. Its scale stays
     * too where the outputs have the name and unit of the targets; others are scaled by their own
     * training rows.
     */
    KEPT
  }

  /** For some tens to some hundred rows. */
  public static final MlpTuningOptions DEFAULT =
      new MlpTuningOptions(Head.NEW, 0, 0.4, 3e-3, 1e-2, 0, new NetworkSchedule(16, 150, 0, 1));

  public MlpTuningOptions {
    NetworkDraw.require(frozen >= 0, "frozen", frozen);
    NetworkDraw.require(layerDecay > 0 && layerDecay <= 1, "layerDecay", layerDecay);
    NetworkDraw.require(learningRate > 0, "learningRate", learningRate);
    NetworkDraw.require(weightDecay >= 0, "weightDecay", weightDecay);
    NetworkDraw.require(dropout >= 0 && dropout < 1, "dropout", dropout);
  }

  public MlpTuningOptions withHead(Head other) {
    return new MlpTuningOptions(
        other, frozen, layerDecay, learningRate, weightDecay, dropout, schedule);
  }

  public MlpTuningOptions withFrozen(int layers) {
    return new MlpTuningOptions(
        head, layers, layerDecay, learningRate, weightDecay, dropout, schedule);
  }

  public MlpTuningOptions withSchedule(NetworkSchedule other) {
    return new MlpTuningOptions(
        head, frozen, layerDecay, learningRate, weightDecay, dropout, other);
  }
}
