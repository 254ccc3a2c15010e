package org.suiseki.learn.nn;

import java.util.List;
import org.suiseki.learn.LearnException;

/**
 * How a multilayer perceptron is built and trained.
 *
 * @param hidden widths of the hidden layers, first to last; at least one
 * @param activation between layers
 * @param dropout share of hidden activations set to zero in a training step, in [0, 1)
 * @param inputNoise standard deviation of Gaussian noise on the standardised inputs of a training
 *     step
 * @param learningRate highest rate of AdamW; it rises over the first steps and falls along a half
 *     cosine to zero
 * @param weightDecay decoupled decay of the weights (not the biases), per step and unit of rate
 * @param batch rows per step and network
 * @param epochs passes over the training rows
 * @param patience epochs without a better validation loss before a network stops; 0 trains all
 *     epochs and leaves the validation rows unused
 * @param averaging share of the last epochs whose weights are averaged, in [0, 1); 0 keeps the last
 *     weights
 * @param members networks in the ensemble, which differ in initial weights, order of rows and
 *     dropout
 * @param seed of every random draw
 */
public record MlpOptions(
    List<Integer> hidden,
    Activation activation,
    double dropout,
    double inputNoise,
    double learningRate,
    double weightDecay,
    int batch,
    int epochs,
    int patience,
    double averaging,
    int members,
    long seed) {

  /** Good for some hundred to some thousand rows of a hundred inputs. */
  public static final MlpOptions DEFAULT =
      new MlpOptions(
          List.of(128, 128, 64), Activation.SILU, 0.1, 0.05, 3e-3, 1e-2, 32, 300, 0, 0.1, 5, 1);

  public MlpOptions {
    hidden = List.copyOf(hidden);
    require(!hidden.isEmpty() && hidden.stream().allMatch(width -> width > 0), "hidden", hidden);
    require(dropout >= 0 && dropout < 1, "dropout", dropout);
    require(inputNoise >= 0, "inputNoise", inputNoise);
    require(learningRate > 0, "learningRate", learningRate);
    require(weightDecay >= 0, "weightDecay", weightDecay);
    require(batch > 0, "batch", batch);
    require(epochs > 0, "epochs", epochs);
    require(patience >= 0, "patience", patience);
    require(averaging >= 0 && averaging < 1, "averaging", averaging);
    require(members > 0, "members", members);
  }

  public MlpOptions withEpochs(int count) {
    return with(count, members, seed);
  }

  public MlpOptions withMembers(int count) {
    return with(epochs, count, seed);
  }

  public MlpOptions withSeed(long other) {
    return with(epochs, members, other);
  }

  private MlpOptions with(int newEpochs, int newMembers, long newSeed) {
    return new MlpOptions(
        hidden,
        activation,
        dropout,
        inputNoise,
        learningRate,
        weightDecay,
        batch,
        newEpochs,
        patience,
        averaging,
        newMembers,
        newSeed);
  }

  private static void require(boolean valid, String option, Object value) {
    if (!valid) {
      throw new LearnException(
          "The option " + option + " = " + value + " of a network is out of range.",
          "See the ranges in the documentation of MlpOptions.");
    }
  }
}
