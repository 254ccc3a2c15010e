package org.suiseki.study.quasicrystal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.suiseki.learn.ClassLabels;
import org.suiseki.learn.ClassProbabilities;
import org.suiseki.learn.ConfusionMatrix;
import org.suiseki.learn.Interval;
import org.suiseki.learn.ProbabilityMetric;

/**
 * How good one model is over all tests of one kind of split. All tests are put behind one another:
 * a confusion matrix of a single test has too few quasicrystals.
 *
 * @param macroF1 of the published test or, for folds, of all rows together; for repeated draws the
 *     mean over the draws
 * @param interval of the macro-F1: by bootstrap over the rows of a single test; over repeated draws
 *     by Nadeau and Bengio's corrected t; over folds by the jackknife
 * @param calibrationInQuestion over rows with a probability of at least 0.1 alone
 * @param logLossInterval made as that of the macro-F1
 * @param calibrationInterval of {@code calibrationInQuestion}; a bootstrap of few rows is biased
 *     upwards
 */
record SplitScore(
    SplitKind kind,
    String model,
    int tests,
    ConfusionMatrix confusion,
    double macroF1,
    Interval interval,
    double logLoss,
    double brier,
    double calibrationError,
    double calibrationInQuestion,
    Interval logLossInterval,
    Interval calibrationInterval) {

  private static final int DRAWS = 2000;
  private static final double LEVEL = 0.95;

  /** All that is scored of one kind of split, model by model. */
  static List<SplitScore> of(
      SplitKind kind,
      List<SplitResult> results,
      ClassLabels truth,
      double testPerTrain,
      long seed) {
    List<SplitScore> scores = new ArrayList<>();
    for (SplitResult.Said model : results.get(0).models()) {
      scores.add(new Joined(kind, results, truth, model.model()).score(testPerTrain, seed));
    }
    return scores;
  }

  /** How much more macro-F1 one model has than another, on the same rows. */
  static Gain gain(
      SplitKind kind,
      List<SplitResult> results,
      ClassLabels truth,
      String model,
      String other,
      double testPerTrain,
      long seed) {
    Joined one = new Joined(kind, results, truth, model);
    Joined two = new Joined(kind, results, truth, other);
    double difference = one.macroF1() - two.macroF1();
    Interval interval =
        one.interval(rows -> one.macroF1(rows) - two.macroF1(rows), testPerTrain, seed);
    return new Gain(difference, interval);
  }

  /** A difference of macro-F1. */
  record Gain(double value, Interval interval) {}

  /** The tests of one model behind one another. */
  private static final class Joined {
    private final SplitKind kind;
    private final String model;
    private final int tests;
    private final ClassLabels labels;
    private final ClassProbabilities chances;
    private final int[] said;
    private final int[] test;

    Joined(SplitKind kind, List<SplitResult> results, ClassLabels truth, String model) {
      this.kind = kind;
      this.model = model;
      this.tests = results.size();
      int[] rows = results.stream().flatMapToInt(one -> Arrays.stream(one.test())).toArray();
      this.labels = truth.selectRows(rows);
      this.chances =
          new ClassProbabilities(
              truth.classes(),
              results.stream()
                  .flatMap(one -> Arrays.stream(one.model(model).chances()))
                  .toArray(double[][]::new));
      this.said =
          results.stream().flatMapToInt(one -> Arrays.stream(one.model(model).said())).toArray();
      this.test =
          results.stream()
              .flatMapToInt(one -> IntStream.generate(one::number).limit(one.test().length))
              .toArray();
    }

    double macroF1(int[] rows) {
      return ConfusionMatrix.of(labels, said, rows).macroF1();
    }

    double macroF1() {
      return kind == SplitKind.STRATIFIED
          ? Arrays.stream(perTest(this::macroF1)).average().orElse(Double.NaN)
          : macroF1(all());
    }

    private double[] perTest(ToDoubleFunction<int[]> statistic) {
      return IntStream.range(0, tests)
          .mapToDouble(number ->
              statistic.applyAsDouble(
                  Arrays.stream(all()).filter(row -> test[row] == number).toArray()))
          .toArray();
    }

    private int[] all() {
      return IntStream.range(0, said.length).toArray();
    }

    Interval interval(ToDoubleFunction<int[]> statistic, double testPerTrain, long seed) {
      return switch (kind) {
        case PUBLISHED -> Interval.bootstrap(all(), statistic, DRAWS, LEVEL, seed);
        case STRATIFIED -> Interval.overFolds(perTest(statistic), testPerTrain, LEVEL);
        case SYSTEMS -> Interval.jackknifeOverFolds(all(), test, statistic, LEVEL);
      };
    }

    private Interval interval(ProbabilityMetric metric, double testPerTrain, long seed) {
      return interval(rows -> metric.of(labels, chances, rows), testPerTrain, seed);
    }

    /** A score lies between 0 and 1, which Student's interval over few tests does not know. */
    private static Interval bounded(Interval interval) {
      return new Interval(
          Math.max(0, interval.low()), Math.min(1, interval.high()), interval.level());
    }

    SplitScore score(double testPerTrain, long seed) {
      return new SplitScore(
          kind,
          model,
          tests,
          ConfusionMatrix.of(labels, said),
          macroF1(),
          bounded(interval(this::macroF1, testPerTrain, seed)),
          ProbabilityMetric.LOG_LOSS.of(labels, chances, all()),
          ProbabilityMetric.BRIER.of(labels, chances, all()),
          ProbabilityMetric.CALIBRATION.of(labels, chances, all()),
          ProbabilityMetric.RARE_CALIBRATION.of(labels, chances, all()),
          interval(ProbabilityMetric.LOG_LOSS, testPerTrain, seed),
          bounded(interval(ProbabilityMetric.RARE_CALIBRATION, testPerTrain, seed)));
    }
  }
}
