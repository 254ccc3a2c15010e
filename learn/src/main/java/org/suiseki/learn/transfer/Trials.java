package org.suiseki.learn.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.suiseki.learn.Folds;
import org.suiseki.learn.Split;

/** The outer splits, which judge, and the splits within each, which choose. */
record Trials(List<Split> outer, List<List<Split>> inner) {

  Trials {
    outer = List.copyOf(outer);
    inner = List.copyOf(inner);
  }

  /** Folds at random over whole groups, several times over. */
  static Trials folds(TransferTask task, int folds, int innerFolds, int repeats, long seed) {
    List<Split> outer = new ArrayList<>();
    List<List<Split>> inner = new ArrayList<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      for (Split split : Folds.grouped(task.groups(), folds, seed + repeat)) {
        outer.add(split);
        inner.add(Folds.inner(split, task.groups(), innerFolds, seed + 31L * outer.size()));
      }
    }
    return new Trials(outer, inner);
  }

  /**
   * Trains below a quantile of the target and tests above it. The rows below are dealt to folds:
   * each split tests one of them together with all rows above, so that the top has to be found
   * among others. The inner task is the outer one in small, with the same quantile of what is left.
   */
  static Trials tail(TransferTask task, double quantile, int folds, int innerFolds, long seed) {
    int[] all = IntStream.range(0, task.rows()).toArray();
    List<Split> outer = tail(task, all, quantile, folds, seed);
    List<List<Split>> inner = new ArrayList<>();
    for (Split split : outer) {
      inner.add(tail(task, split.train(), quantile, innerFolds, seed + 31L * (inner.size() + 1)));
    }
    return new Trials(outer, inner);
  }

  private static List<Split> tail(
      TransferTask task, int[] rows, double quantile, int folds, long seed) {
    boolean[] top = new boolean[task.rows()];
    List<String> low = new ArrayList<>();
    List<Integer> lowRows = new ArrayList<>();
    List<Integer> topRows = new ArrayList<>();
    markTop(task, rows, quantile, top);
    for (int row : rows) {
      if (top[row]) {
        topRows.add(row);
      } else {
        low.add(task.groups().get(row));
        lowRows.add(row);
      }
    }
    List<Split> splits = new ArrayList<>();
    for (Split split : Folds.grouped(low, folds, seed)) {
      int[] train = IntStream.of(split.train()).map(lowRows::get).sorted().toArray();
      int[] test =
          IntStream.concat(
                  IntStream.of(split.test()).map(lowRows::get),
                  topRows.stream().mapToInt(Integer::intValue))
              .sorted()
              .toArray();
      splits.add(new Split(train, new int[0], test));
    }
    return splits;
  }

  /** Whole groups, by the mean of their values: the highest, down to the quantile of the groups. */
  static void markTop(TransferTask task, int[] rows, double quantile, boolean[] top) {
    TreeMap<String, double[]> sums = new TreeMap<>();
    for (int row : rows) {
      double[] sum = sums.computeIfAbsent(task.groups().get(row), group -> new double[2]);
      sum[0] += task.values()[row];
      sum[1]++;
    }
    List<String> ascending =
        sums.keySet().stream()
            .sorted((a, b) -> Double.compare(mean(sums, a), mean(sums, b)))
            .toList();
    int from = Math.min(ascending.size() - 1, (int) Math.round(quantile * ascending.size()));
    List<String> chosen = ascending.subList(from, ascending.size());
    for (int row : rows) {
      top[row] = chosen.contains(task.groups().get(row));
    }
  }

  private static double mean(TreeMap<String, double[]> sums, String group) {
    double[] sum = sums.getOrDefault(group, new double[] {0, 1});
    return sum[0] / sum[1];
  }
}
