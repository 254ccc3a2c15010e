package org.suiseki.study.xrd;

import java.util.List;
import org.suiseki.learn.Interval;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

/**
 * How well one way to make a space reconstructs patterns of compositions it has not seen.
 *
 * @param name of the candidate
 * @param title for people
 * @param size coordinates
 * @param unexplained Σ |x − x̂|² / Σ |x − mean of the training rows|² over the held-out rows of all
 *     folds; 0 is perfect, 1 as good as the mean pattern
 * @param low end of its interval of 95 % over folds
 * @param high end of it
 * @param trustworthiness of the held-out points among all, mean over folds
 * @param seconds to train and judge all folds
 * @param points coordinates of all rows in the space of each fold: folds × rows × size
 */
record SpaceScore(
    String name,
    String title,
    boolean baseline,
    int size,
    double unexplained,
    double low,
    double high,
    double trustworthiness,
    double seconds,
    double[][][] points) {
  private static final double LEVEL = 0.95;

  static double unexplained(Table rows, List<Split> splits, List<LatentModel> models) {
    double left = 0;
    double all = 0;
    for (int fold = 0; fold < models.size(); fold++) {
      double[] parts = parts(rows, splits.get(fold), models.get(fold));
      left += parts[0];
      all += parts[1];
    }
    return left / all;
  }

  static Interval interval(Table rows, List<Split> splits, List<LatentModel> models) {
    double[] shares = new double[models.size()];
    for (int fold = 0; fold < shares.length; fold++) {
      double[] parts = parts(rows, splits.get(fold), models.get(fold));
      shares[fold] = parts[0] / parts[1];
    }
    int test = splits.get(0).test().length;
    return Interval.overFolds(shares, (double) test / splits.get(0).train().length, LEVEL);
  }

  /** What is left of the test rows of a fold, and what there was. */
  private static double[] parts(Table rows, Split split, LatentModel model) {
    int width = rows.width();
    double[] mean = new double[width];
    for (int row : split.train()) {
      for (int i = 0; i < width; i++) {
        mean[i] += rows.values()[row * width + i] / split.train().length;
      }
    }
    Table test = rows.selectRows(split.test());
    double[] given = test.values();
    double[] back = model.reconstruct(test).values();
    double left = 0;
    double all = 0;
    for (int i = 0; i < given.length; i++) {
      double lost = given[i] - back[i];
      double deviation = given[i] - mean[i % width];
      left += lost * lost;
      all += deviation * deviation;
    }
    return new double[] {left, all};
  }
}
