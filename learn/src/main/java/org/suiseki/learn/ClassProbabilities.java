package org.suiseki.learn;

import java.util.Arrays;
import java.util.List;

/**
 * How probable each class is for each row.
 *
 * @param classes their names
 * @param of rows × classes; each row adds up to 1. Handed over, not copied
 */
public record ClassProbabilities(List<String> classes, double[][] of) {

  public ClassProbabilities {
    classes = List.copyOf(classes);
  }

  public int rows() {
    return of.length;
  }

  /** The most probable class of each row; the earlier one where two are equal. */
  public int[] likeliest() {
    return Arrays.stream(of).mapToInt(ClassProbabilities::largest).toArray();
  }

  public ClassProbabilities selectRows(int... rows) {
    return new ClassProbabilities(
        classes, Arrays.stream(rows).mapToObj(row -> of[row]).toArray(double[][]::new));
  }

  /**
   * What each fold's model says of the rows that test it, put together; rows that no fold tests
   * have NaN, and rows that several test have the mean of what they were said to be.
   */
  public static ClassProbabilities outOfFold(
      List<? extends ClassModel> models, List<Split> splits, Table inputs) {
    List<String> classes = models.get(0).classes();
    double[][] sum = new double[inputs.rows()][classes.size()];
    int[] times = new int[inputs.rows()];
    for (int fold = 0; fold < splits.size(); fold++) {
      int[] test = splits.get(fold).test();
      double[][] said = models.get(fold).predict(inputs.selectRows(test)).of();
      for (int i = 0; i < test.length; i++) {
        times[test[i]]++;
        for (int one = 0; one < classes.size(); one++) {
          sum[test[i]][one] += said[i][one];
        }
      }
    }
    for (int row = 0; row < sum.length; row++) {
      for (int one = 0; one < classes.size(); one++) {
        sum[row][one] = times[row] == 0 ? Double.NaN : sum[row][one] / times[row];
      }
    }
    return new ClassProbabilities(classes, sum);
  }

  /** Logarithms to probabilities that add up to 1, in place; large ones do no harm. */
  public static void softmax(double[] logits) {
    double most = Arrays.stream(logits).max().orElse(0);
    double sum = 0;
    for (int one = 0; one < logits.length; one++) {
      logits[one] = Math.exp(logits[one] - most);
      sum += logits[one];
    }
    for (int one = 0; one < logits.length; one++) {
      logits[one] /= sum;
    }
  }

  static int largest(double[] values) {
    int best = 0;
    for (int one = 1; one < values.length; one++) {
      best = values[one] > values[best] ? one : best;
    }
    return best;
  }
}
