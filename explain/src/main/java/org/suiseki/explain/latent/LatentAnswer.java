package org.suiseki.explain.latent;

import java.util.List;
import java.util.function.UnaryOperator;
import org.suiseki.learn.Column;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.Model;
import org.suiseki.learn.Table;

/**
 * What is predicted of a pattern from its coordinates in a feature space, which need not be the
 * space whose points are looked at.
 *
 * @param space whose coordinates are read
 * @param outputs what is predicted
 * @param mean from points × coordinates to points × outputs, in the units of the outputs;
 *     thread-safe
 */
public record LatentAnswer(
    LatentModel space, List<Column> outputs, UnaryOperator<double[][]> mean) {

  public LatentAnswer {
    outputs = List.copyOf(outputs);
  }

  /** The means that a model predicts, its inputs being the coordinates. */
  public static LatentAnswer of(LatentModel space, Model model) {
    return new LatentAnswer(
        space, model.outputs(), points -> model.predict(Table.of(model.inputs(), points)).mean());
  }

  /**
   * Rows × all outputs of all answers.
   *
   * @param encoded a space in which the points of the rows are known already
   */
  static double[][] all(
      List<LatentAnswer> answers, Table rows, LatentModel encoded, double[][] points) {
    int width = answers.stream().mapToInt(answer -> answer.outputs().size()).sum();
    double[][] all = new double[rows.rows()][width];
    int offset = 0;
    for (LatentAnswer answer : answers) {
      double[][] own = answer.space() == encoded ? points : answer.space().encode(rows);
      double[][] mean = answer.mean().apply(own);
      int outputs = answer.outputs().size();
      for (int row = 0; row < all.length; row++) {
        System.arraycopy(mean[row], 0, all[row], offset, outputs);
      }
      offset += outputs;
    }
    return all;
  }
}
