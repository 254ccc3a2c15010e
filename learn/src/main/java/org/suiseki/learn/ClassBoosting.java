package org.suiseki.learn;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** What {@link Boosting} is for numbers, for classes. */
final class ClassBoosting {

  private static final String FORMAT = "ubj";

  private ClassBoosting() {}

  static BoostedTreesModel.Trees run(
      BoostedClassifier options, Table inputs, ClassLabels labels, Split split, Progress progress) {
    double[] target = Arrays.stream(labels.of()).asDoubleStream().toArray();
    double[] weights = options.balance().weights(labels, split.train());
    try (Boosting.Matrix learned = Boosting.Matrix.of(inputs, split.train(), target);
        Boosting.Matrix held = Boosting.Matrix.of(inputs, split.validation(), target)) {
      weigh(learned, labels, split.train(), weights);
      weigh(held, labels, split.validation(), weights);
      Map<String, DMatrix> watched = held.rows() == 0 ? Map.of() : Map.of("held", held.matrix());
      Map<String, Object> parameters = options.parameters(labels.classes().size());
      try (Boosting.Handle handle =
          new Boosting.Handle(
              XGBoost.train(learned.matrix(), parameters, 0, watched, null, null))) {
        int rounds = rounds(handle.booster(), learned, held, options.trees(), progress);
        progress.step(options.name(), 1, 1);
        return new BoostedTreesModel.Trees(
            handle.booster().toByteArray(FORMAT), rounds, options.trees().treesPerRound());
      }
    } catch (XGBoostError e) {
      throw Boosting.failed("could not be trained", e);
    }
  }

  private static void weigh(
      Boosting.Matrix matrix, ClassLabels labels, int[] rows, double[] weights)
      throws XGBoostError {
    if (rows.length > 0) {
      float[] each = new float[rows.length];
      for (int i = 0; i < each.length; i++) {
        each[i] = (float) weights[labels.of()[rows[i]]];
      }
      matrix.matrix().setWeight(each);
    }
  }

  /** How many rounds count: all, or those up to the least log loss of the held rows. */
  private static int rounds(
      Booster booster,
      Boosting.Matrix learned,
      Boosting.Matrix held,
      BoostedTrees options,
      Progress progress)
      throws XGBoostError {
    float least = Float.POSITIVE_INFINITY;
    int best = 0;
    for (int round = 0; round < options.rounds(); round++) {
      progress.check();
      booster.update(learned.matrix(), round);
      if (held.rows() == 0) {
        best = round + 1;
        continue;
      }
      float[] loss = new float[1];
      booster.evalSet(new DMatrix[] {held.matrix()}, new String[] {"held"}, round, loss);
      if (loss[0] < least) {
        least = loss[0];
        best = round + 1;
      }
      if (round + 1 - best >= options.patience()) {
        break;
      }
    }
    if (best == 0) {
      throw new LearnException(
          "The boosted trees have no finite log loss on the validation rows.",
          "Look for extreme values among the inputs.");
    }
    return best;
  }

  static double[][] predict(BoostedTreesModel.Trees trees, Table rows, int classes, int threads) {
    if (rows.rows() == 0) {
      return new double[0][];
    }
    int[] all = IntStream.range(0, rows.rows()).toArray();
    try (Boosting.Matrix matrix = Boosting.Matrix.of(rows, all, new double[rows.rows()]);
        Boosting.Handle handle = new Boosting.Handle(XGBoost.loadModel(trees.bytes()))) {
      handle.booster().setParams(Map.of("nthread", threads, "verbosity", 0));
      requireInputs(handle.booster(), rows);
      float[][] said = handle.booster().predict(matrix.matrix(), false, trees.trees());
      double[][] chances = new double[said.length][];
      for (int row = 0; row < said.length; row++) {
        chances[row] = chances(said[row], classes);
      }
      return chances;
    } catch (XGBoostError | IOException e) {
      throw Boosting.failed("could not be read", e);
    }
  }

  private static void requireInputs(Booster booster, Table rows) throws XGBoostError {
    if (booster.getNumFeature() != rows.width()) {
      throw new LearnException(
          "A booster has " + booster.getNumFeature() + " inputs, its model " + rows.width() + ".",
          "Train and save the model anew.");
    }
  }

  private static double[] chances(float[] said, int classes) {
    if (said.length != classes) {
      throw new LearnException(
          "A booster knows " + said.length + " classes, its model " + classes + ".",
          "Train and save the model anew.");
    }
    double[] chances = new double[classes];
    double sum = 0;
    for (int one = 0; one < classes; one++) {
      chances[one] = said[one];
      sum += said[one];
    }
    for (int one = 0; one < classes; one++) {
      chances[one] /= sum;
    }
    return chances;
  }
}
