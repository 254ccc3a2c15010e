package org.suiseki.study.coreloss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.MlpEnsemble;
import org.suiseki.learn.nn.MlpOptions;
import org.suiseki.learn.nn.MlpRegressor;
import org.suiseki.study.PartProgress;

/**
 * The networks of a cross-validation: for each outer fold the candidate that its inner folds
 * preferred, as an ensemble. Nothing of this sees the test rows of its fold.
 */
final class NetworkFolds {
  private final Dataset data;
  private final List<Split> splits;
  private final List<MlpOptions> candidates;
  private final int[] choice;
  private final int threads;
  private final List<MlpEnsemble> trained = new ArrayList<>();

  /**
   * @param choice index of the candidate of each fold
   */
  NetworkFolds(
      Dataset data, List<Split> splits, List<MlpOptions> candidates, int[] choice, int threads) {
    this.data = data;
    this.splits = splits;
    this.candidates = candidates;
    this.choice = choice;
    this.threads = threads;
  }

  List<Split> splits() {
    return splits;
  }

  /** The candidate that most folds preferred, the first among equals. */
  MlpOptions favourite() {
    int favourite = 0;
    for (int candidate = 1; candidate < candidates.size(); candidate++) {
      if (foldsOf(candidate).size() > foldsOf(favourite).size()) {
        favourite = candidate;
      }
    }
    return candidates.get(favourite);
  }

  /**
   * Trained at the first call; a resumed run trains the same networks again from the same seeds.
   */
  List<MlpEnsemble> models(Progress progress) {
    if (trained.isEmpty()) {
      trained.addAll(train(data, splits, progress));
    }
    return trained;
  }

  /** The same candidates trained on other rows, one split a fold. */
  List<MlpEnsemble> train(Dataset rows, List<Split> on, Progress progress) {
    return train(rows, on, 1, progress);
  }

  /** The same with so many times fewer epochs, for as many times more rows: as many steps. */
  List<MlpEnsemble> train(Dataset rows, List<Split> on, int fewer, Progress progress) {
    List<MlpEnsemble> models = new ArrayList<>(Collections.nCopies(on.size(), null));
    int done = 0;
    for (int candidate = 0; candidate < candidates.size(); candidate++) {
      List<Integer> folds = foldsOf(candidate);
      if (folds.isEmpty()) {
        continue;
      }
      Progress part = new PartProgress(progress, done, folds.size(), on.size());
      List<MlpEnsemble> some =
          new MlpRegressor(shortened(candidates.get(candidate), fewer), threads)
              .fitAll(rows, folds.stream().map(on::get).toList(), part);
      done += folds.size();
      for (int i = 0; i < folds.size(); i++) {
        models.set(folds.get(i), some.get(i));
      }
    }
    return models;
  }

  private static MlpOptions shortened(MlpOptions options, int fewer) {
    return options.withEpochs(Math.max(1, options.epochs() / fewer));
  }

  private List<Integer> foldsOf(int candidate) {
    List<Integer> folds = new ArrayList<>();
    for (int fold = 0; fold < choice.length; fold++) {
      if (choice[fold] == candidate) {
        folds.add(fold);
      }
    }
    return folds;
  }

  /**
   * For each outer fold, the candidate with the least mean squared error of the standardised
   * properties over its inner folds, one network each.
   *
   * @param inner the inner folds of each outer fold, all equally many
   */
  static int[] choose(
      Dataset data,
      List<List<Split>> inner,
      List<MlpOptions> candidates,
      int threads,
      Progress progress) {
    int[] choice = new int[inner.size()];
    if (candidates.size() == 1) {
      return choice;
    }
    double[] least = new double[inner.size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    List<Split> all = inner.stream().flatMap(List::stream).toList();
    for (int candidate = 0; candidate < candidates.size(); candidate++) {
      MlpRegressor one = new MlpRegressor(candidates.get(candidate).withMembers(1), threads);
      Progress part = new PartProgress(progress, candidate, 1, candidates.size());
      List<MlpEnsemble> models = one.fitAll(data, all, part);
      int next = 0;
      for (int fold = 0; fold < inner.size(); fold++) {
        double loss = 0;
        for (Split split : inner.get(fold)) {
          loss += loss(models.get(next++), data, split);
        }
        if (loss < least[fold]) {
          least[fold] = loss;
          choice[fold] = candidate;
        }
      }
    }
    return choice;
  }

  private static double loss(MlpEnsemble model, Dataset data, Split split) {
    double[][] said = model.predict(data.inputs().selectRows(split.test())).mean();
    Table targets = data.targets();
    double sum = 0;
    for (int property = 0; property < targets.width(); property++) {
      double variance = variance(targets, property, split.train());
      for (int i = 0; i < said.length; i++) {
        double error = said[i][property] - targets.get(split.test()[i], property);
        if (!Double.isNaN(error) && variance > 0) {
          sum += error * error / variance / said.length;
        }
      }
    }
    return sum;
  }

  private static double variance(Table targets, int property, int[] rows) {
    return KnownValues.variance(
        Arrays.stream(rows).mapToDouble(row -> targets.get(row, property)).toArray());
  }
}
