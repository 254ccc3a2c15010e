package org.suiseki.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One booster an output; knows no uncertainty (NaN). Each prediction opens the boosters anew, so
 * give all rows in one call. Missing inputs are borne.
 *
 * @param units of the outputs: the boosters speak in standard deviations
 * @param trees one an output
 * @param threads of a prediction
 */
public record BoostedTreesModel(
    List<Column> inputs, Standardiser units, List<Trees> trees, int threads) implements Model {

  /** What {@code model.json} calls it. */
  public static final String KIND = "boosted-trees";

  /**
   * A booster.
   *
   * @param bytes UBJSON as XGBoost writes it; its native library reads them unguarded, so they must
   *     come from a model whose hashes were checked and whose author is trusted
   * @param rounds how many of its rounds count; those after the best are kept but not used
   * @param treesPerRound trees in each round
   */
  public record Trees(byte[] bytes, int rounds, int treesPerRound) {

    int trees() {
      return rounds * treesPerRound;
    }
  }

  public BoostedTreesModel {
    inputs = List.copyOf(inputs);
    trees = List.copyOf(trees);
  }

  @Override
  public List<Column> outputs() {
    return units.columns();
  }

  @Override
  public Predictions predict(Table rows) {
    Columns.require(inputs, rows);
    double[][] mean = new double[rows.rows()][trees.size()];
    double[][] deviation = new double[rows.rows()][trees.size()];
    for (int output = 0; output < trees.size(); output++) {
      float[] predicted = Boosting.predict(trees.get(output), rows, threads);
      for (int row = 0; row < predicted.length; row++) {
        mean[row][output] = units.restore(predicted[row], output);
        deviation[row][output] = Double.NaN;
      }
    }
    return new Predictions(outputs(), mean, deviation);
  }

  public StoredModel toStored() {
    Map<String, byte[]> boosters = new LinkedHashMap<>();
    for (int output = 0; output < trees.size(); output++) {
      boosters.put(file(output), trees.get(output).bytes());
    }
    Map<String, DenseArray> tensors = new LinkedHashMap<>();
    tensors.put("output.mean", DenseArray.of(units.mean()));
    tensors.put("output.scale", DenseArray.of(units.scale()));
    tensors.put("rounds", DenseArray.of(trees.stream().mapToLong(Trees::rounds).toArray()));
    tensors.put(
        "trees-per-round", DenseArray.of(trees.stream().mapToLong(Trees::treesPerRound).toArray()));
    return StoredModel.of(KIND, inputs, outputs()).withTensors(tensors).withBlobs(boosters);
  }

  /** The native library sees the boosters only when the model first predicts. */
  public static BoostedTreesModel from(StoredModel stored) {
    stored.requireKind(KIND);
    int outputs = stored.outputs().size();
    long[] rounds = stored.longs("rounds", outputs);
    long[] treesPerRound = stored.longs("trees-per-round", outputs);
    List<Trees> trees = new ArrayList<>();
    for (int output = 0; output < outputs; output++) {
      trees.add(
          new Trees(
              stored.blob(file(output)), count(rounds[output]), count(treesPerRound[output])));
    }
    Standardiser units =
        new Standardiser(
            stored.outputs(),
            stored.doubles("output.mean", outputs),
            stored.doubles("output.scale", outputs));
    return new BoostedTreesModel(stored.inputs(), units, trees, 1);
  }

  static int count(long stored) {
    if (stored < 1 || stored > 1_000_000) {
      throw new LearnException(
          "The stored model says to have " + stored + " trees or rounds, expected 1 to 1,000,000.",
          "Copy it again, or train and save it anew.");
    }
    return (int) stored;
  }

  private static String file(int output) {
    return "booster-" + output + ".ubj";
  }
}
