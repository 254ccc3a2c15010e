package org.suiseki.study;

import java.util.List;
import org.suiseki.learn.Model;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

/**
 * What models say of the molecules they were not trained on: each row by the model of the fold that
 * tests it.
 *
 * @param mean rows × properties
 * @param deviation rows × properties; NaN where a model knows none
 * @param fold which fold tests each row
 */
public record OutOfFold(double[][] mean, double[][] deviation, int[] fold) {

  public static OutOfFold of(List<? extends Model> models, List<Split> splits, Table inputs) {
    OutOfFold result =
        new OutOfFold(
            new double[inputs.rows()][], new double[inputs.rows()][], new int[inputs.rows()]);
    for (int fold = 0; fold < models.size(); fold++) {
      int[] test = splits.get(fold).test();
      Predictions said = models.get(fold).predict(inputs.selectRows(test));
      for (int i = 0; i < test.length; i++) {
        result.mean[test[i]] = said.mean()[i];
        result.deviation[test[i]] = said.deviation()[i];
        result.fold[test[i]] = fold;
      }
    }
    return result;
  }

  public double[] mean(int property) {
    return column(mean, property);
  }

  public double[] deviation(int property) {
    return column(deviation, property);
  }

  public static double[] column(double[][] rows, int property) {
    double[] column = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      column[row] = rows[row][property];
    }
    return column;
  }
}
