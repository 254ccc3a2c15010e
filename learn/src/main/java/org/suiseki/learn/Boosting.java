package org.suiseki.learn;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * With {@link ClassBoosting} the only class that speaks to XGBoost's native library. Nothing native
 * outlives a call: boosters come and go as bytes in the UBJSON format of XGBoost, so memory that
 * Java's collector cannot see stays bounded.
 */
final class Boosting {

  private static final String FORMAT = "ubj";

  private Boosting() {}

  /** Trains one output; {@code target} in standard deviations, NaN where missing. */
  static BoostedTreesModel.Trees run(
      BoostedTrees options,
      int output,
      Table inputs,
      double[] target,
      Split split,
      Progress progress) {
    int[] train = present(split.train(), target);
    int[] validation = present(split.validation(), target);
    try (Matrix learned = Matrix.of(inputs, train, target);
        Matrix held = Matrix.of(inputs, validation, target);
        Handle handle = new Handle(blank(learned, held, options, output))) {
      int rounds =
          validation.length == 0
              ? allRounds(handle.booster, learned, options, progress)
              : untilBest(handle.booster, learned, held, options, progress);
      progress.step(options.name(), 1, 1);
      return new BoostedTreesModel.Trees(
          handle.booster.toByteArray(FORMAT), rounds, options.treesPerRound());
    } catch (XGBoostError e) {
      throw failed("could not be trained", e);
    }
  }

  /** What a booster says of each row, in standard deviations. */
  static float[] predict(BoostedTreesModel.Trees trees, Table rows, int threads) {
    if (rows.rows() == 0) {
      return new float[0];
    }
    int[] all = IntStream.range(0, rows.rows()).toArray();
    try (Matrix matrix = Matrix.of(rows, all, new double[rows.rows()]);
        Handle handle = new Handle(XGBoost.loadModel(trees.bytes()))) {
      handle.booster.setParams(Map.of("nthread", threads, "verbosity", 0));
      if (handle.booster.getNumFeature() != rows.width()) {
        throw new LearnException(
            "A booster has "
                + handle.booster.getNumFeature()
                + " inputs, its model "
                + rows.width()
                + ".",
            "Train and save the model anew.");
      }
      float[][] predicted = handle.booster.predict(matrix.matrix, false, trees.trees());
      float[] result = new float[predicted.length];
      for (int row = 0; row < result.length; row++) {
        result[row] = predicted[row][0];
      }
      return result;
    } catch (XGBoostError | IOException e) {
      throw failed("could not be read", e);
    }
  }

  private static int allRounds(
      Booster booster, Matrix learned, BoostedTrees options, Progress progress)
      throws XGBoostError {
    for (int round = 0; round < options.rounds(); round++) {
      progress.check();
      booster.update(learned.matrix, round);
    }
    return options.rounds();
  }

  private static int untilBest(
      Booster booster, Matrix learned, Matrix held, BoostedTrees options, Progress progress)
      throws XGBoostError {
    float least = Float.POSITIVE_INFINITY;
    int best = 0;
    for (int round = 0; round < options.rounds() && round - best < options.patience(); round++) {
      progress.check();
      booster.update(learned.matrix, round);
      float[] error = new float[1];
      booster.evalSet(new DMatrix[] {held.matrix}, new String[] {"validation"}, round, error);
      if (error[0] < least) {
        least = error[0];
        best = round + 1;
      }
    }
    if (best == 0) {
      throw new LearnException(
          "The boosted trees have no finite error on the validation rows.",
          "Look for extreme values among the targets.");
    }
    return best;
  }

  /**
   * A booster without trees, which knows both matrices, so that each round adds to their cached
   * predictions.
   */
  private static Booster blank(Matrix learned, Matrix held, BoostedTrees options, int output)
      throws XGBoostError {
    Map<String, DMatrix> watched = held.rows == 0 ? Map.of() : Map.of("validation", held.matrix);
    return XGBoost.train(learned.matrix, options.parameters(output), 0, watched, null, null);
  }

  private static int[] present(int[] rows, double[] target) {
    return Arrays.stream(rows).filter(row -> !Double.isNaN(target[row])).toArray();
  }

  static LearnException failed(String what, Exception cause) {
    String message = String.valueOf(cause.getMessage());
    return new LearnException(
        "The boosted trees "
            + what
            + ": "
            + message.lines().findFirst().orElse("no reason given")
            + ".",
        null,
        "Look for infinite inputs, or train and save the model anew.",
        cause);
  }

  /** A native booster that is let go at the end of a block. */
  record Handle(Booster booster) implements AutoCloseable {
    @Override
    public void close() {
      booster.dispose();
    }
  }

  /** Rows in native memory, let go at the end of a block. */
  record Matrix(DMatrix matrix, int rows) implements AutoCloseable {

    static Matrix of(Table inputs, int[] rows, double[] target) throws XGBoostError {
      int width = inputs.width();
      float[] values = new float[rows.length * width];
      float[] labels = new float[rows.length];
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < width; column++) {
          values[row * width + column] = (float) inputs.get(rows[row], column);
        }
        labels[row] = (float) target[rows[row]];
      }
      DMatrix matrix = new DMatrix(values, rows.length, width, Float.NaN);
      if (rows.length > 0) {
        matrix.setLabel(labels);
      }
      return new Matrix(matrix, rows.length);
    }

    @Override
    public void close() {
      matrix.dispose();
    }
  }
}
