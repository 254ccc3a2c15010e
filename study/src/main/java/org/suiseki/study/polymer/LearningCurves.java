package org.suiseki.study.polymer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.suiseki.learn.Column;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Folds;
import org.suiseki.learn.MeanBaseline;
import org.suiseki.learn.Metric;
import org.suiseki.learn.Metrics;
import org.suiseki.learn.Model;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.Workers;
import org.suiseki.learn.transfer.Approach;
import org.suiseki.learn.transfer.Head;
import org.suiseki.learn.transfer.Representation;
import org.suiseki.study.QuietProgress;

/**
 * Error over the number of training polymers, with and without sources. In each repeat the pool is
 * dealt anew: half of it, at most 200, for the test, and of the rest the first so many for
 * training, so that a larger training set holds the smaller ones.
 */
final class LearningCurves {
  private static final int INNER = 5;
  private static final int MOST_TESTED = 200;
  private static final int LARGEST_GAUSSIAN = 400;

  private final double[] target;
  private final Column column;
  private final Table own;
  private final Table said;
  private final List<Table> layers;
  private final PolymerOptions options;

  /**
   * @param target of the pool
   * @param own features of the pool
   * @param sources what they were trained on
   * @param represented what each makes of the pool
   */
  LearningCurves(
      double[] target,
      Column column,
      Table own,
      List<SourceModel> sources,
      List<Representation> represented,
      PolymerOptions options) {
    this.target = target;
    this.column = column;
    this.own = own;
    this.said = said(sources, represented);
    this.layers = represented.stream().map(one -> layer(one.approaches())).toList();
    this.options = options;
  }

  private static Table layer(List<Approach> approaches) {
    return approaches.get(0).inputs();
  }

  /** What all sources predict, each in deviations of its own training values. */
  static Table said(List<SourceModel> sources, List<Representation> represented) {
    int rows = represented.get(0).prediction().length;
    double[][] values = new double[rows][sources.size()];
    List<Column> columns = new ArrayList<>();
    for (int s = 0; s < sources.size(); s++) {
      columns.add(new Column(sources.get(s).learned().name(), "1"));
      for (int row = 0; row < rows; row++) {
        values[row][s] =
            (represented.get(s).prediction()[row] - sources.get(s).mean())
                / sources.get(s).deviation();
      }
    }
    return Table.of(columns, values);
  }

  /** All ways at all sizes, in that order. */
  List<CurvePoint> run(Progress progress) {
    List<int[]> jobs = new ArrayList<>();
    for (int size : options.sizes()) {
      for (int repeat = 0; repeat < options.repeats(); repeat++) {
        jobs.add(new int[] {size, repeat});
      }
    }
    List<Workers.Job<double[][]>> work = new ArrayList<>();
    for (int[] job : jobs) {
      work.add(running -> {
        double[][] scores = scores(job[0], job[1], running);
        running.step("learning curves", 1, 1);
        return scores;
      });
    }
    List<double[][]> done =
        Workers.run(options.threads(), work, progress, "learning curves", work.size());
    List<CurvePoint> points = new ArrayList<>();
    List<Way> ways = ways();
    for (int way = 0; way < ways.size(); way++) {
      for (int s = 0; s < options.sizes().length; s++) {
        double[][] columns = new double[3][options.repeats()];
        for (int repeat = 0; repeat < options.repeats(); repeat++) {
          double[] scores = done.get(s * options.repeats() + repeat)[way];
          for (int k = 0; k < 3; k++) {
            columns[k][repeat] = scores[k];
          }
        }
        points.add(
            new CurvePoint(
                ways.get(way).name(),
                ways.get(way).transfer(),
                options.sizes()[s],
                tested(),
                columns[0],
                columns[1],
                columns[2]));
      }
    }
    return points;
  }

  /** Training and test rows of a repeat. */
  Split split(int size, int repeat) {
    int[] dealt = Dealt.of(target.length, new SplittableRandom(options.seed() + repeat).nextLong());
    int test = tested();
    return new Split(
        Arrays.copyOfRange(dealt, test, Math.min(dealt.length, test + size)),
        new int[0],
        Arrays.copyOf(dealt, test));
  }

  private int tested() {
    return Math.min(MOST_TESTED, Math.max(5, target.length - options.largest()));
  }

  /** A way of learning. */
  private record Way(String name, boolean transfer) {}

  private List<Way> ways() {
    return List.of(
        new Way("mean", false),
        new Way("ridge from scratch", false),
        new Way("forest from scratch", false),
        new Way("Gaussian process from scratch", false),
        new Way("ridge on what sources say", true),
        new Way("forest on what sources say", true),
        new Way("Gaussian process on what sources say", true),
        new Way("best source's layer, ridge", true),
        new Way("own features and what sources say, ridge", true));
  }

  private double[][] scores(int size, int repeat, Progress progress) {
    Split split = split(size, repeat);
    long seed = options.seed() + 31L * repeat;
    Head ridge = Head.ridge();
    Head forest = Head.forest(seed);
    Head process = size <= LARGEST_GAUSSIAN ? Head.gaussianProcess(seed) : ridge;
    List<double[]> predicted = new ArrayList<>();
    Dataset data = SourceTraining.dataset("target", column, own, target);
    predicted.add(
        predict(new MeanBaseline().fit(data, split, new QuietProgress(progress)), own, split));
    for (Table inputs : List.of(own, said)) {
      for (Head head : List.of(ridge, forest, process)) {
        progress.check();
        predicted.add(predict(head, inputs, split, progress));
      }
    }
    predicted.add(predict(ridge, layers.get(best(split, seed, progress)), split, progress));
    predicted.add(predict(ridge, own.beside(said), split, progress));
    double[] truth = Arrays.stream(split.test()).mapToDouble(row -> target[row]).toArray();
    double[][] scores = new double[predicted.size()][];
    for (int way = 0; way < scores.length; way++) {
      Metrics metrics = Metrics.of(truth, predicted.get(way));
      boolean constant = Arrays.stream(predicted.get(way)).distinct().count() == 1;
      scores[way] =
          new double[] {
            metrics.mae(),
            metrics.r2(),
            constant ? 0 : Metric.SPEARMAN.of(truth, predicted.get(way))
          };
    }
    return scores;
  }

  /** The source whose layer has the least error on inner folds of the training rows. */
  private int best(Split split, long seed, Progress progress) {
    int folds = Math.min(INNER, split.train().length);
    List<Split> inner = Folds.inner(split, folds, seed);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s < layers.size(); s++) {
      progress.check();
      double sum = 0;
      for (Split fold : inner) {
        int[] asked = fold.validation().length > 0 ? fold.validation() : fold.test();
        double[] predicted =
            predict(
                Head.ridge(), layers.get(s), new Split(fold.train(), new int[0], asked), progress);
        for (int i = 0; i < asked.length; i++) {
          sum += Math.abs(predicted[i] - target[asked[i]]);
        }
      }
      if (sum < least) {
        least = sum;
        best = s;
      }
    }
    return best;
  }

  private double[] predict(Head head, Table inputs, Split split, Progress progress) {
    Dataset data = SourceTraining.dataset("target", column, inputs, target);
    return predict(head.estimator().fit(data, split, new QuietProgress(progress)), inputs, split);
  }

  private static double[] predict(Model model, Table inputs, Split split) {
    double[][] mean = model.predict(inputs.selectRows(split.test())).mean();
    return Arrays.stream(mean).mapToDouble(row -> row[0]).toArray();
  }
}
