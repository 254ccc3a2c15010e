package org.suiseki.learn;

import java.util.List;
import java.util.Map;

/**
 * A booster with a tree for each class and round. Each prediction opens the booster anew, so give
 * all rows in one call. Missing inputs are borne.
 *
 * @param threads of a prediction
 */
public record BoostedClassModel(
    List<Column> inputs, List<String> classes, BoostedTreesModel.Trees trees, int threads)
    implements ClassModel {

  /** What {@code model.json} calls it. */
  public static final String KIND = "boosted-classes";

  private static final String FILE = "booster.ubj";

  public BoostedClassModel {
    inputs = List.copyOf(inputs);
    classes = List.copyOf(classes);
  }

  @Override
  public ClassProbabilities predict(Table rows) {
    Columns.require(inputs, rows);
    return new ClassProbabilities(
        classes, ClassBoosting.predict(trees, rows, classes.size(), threads));
  }

  @Override
  public StoredModel toStored() {
    return StoredModel.of(KIND, inputs, ClassModel.columns(classes))
        .withTensors(
            Map.of("rounds", DenseArray.of(new long[] {trees.rounds(), trees.treesPerRound()})))
        .withBlobs(Map.of(FILE, trees.bytes()));
  }

  /** The native library sees the booster only when the model first predicts. */
  public static BoostedClassModel from(StoredModel stored) {
    stored.requireKind(KIND);
    long[] rounds = stored.longs("rounds", 2);
    return new BoostedClassModel(
        stored.inputs(),
        ClassModel.classes(stored),
        new BoostedTreesModel.Trees(
            stored.blob(FILE),
            BoostedTreesModel.count(rounds[0]),
            BoostedTreesModel.count(rounds[1])),
        1);
  }
}
