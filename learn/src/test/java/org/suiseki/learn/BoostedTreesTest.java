package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {

  private final Dataset data = Samples.wavy(300, 5);
  private final Split split = Folds.withValidation(Folds.random(data.rows(), 3, 7).get(0), 0.2, 11);

  @Test
  void learnsWhatTheMeanCannot() {
    BoostedTreesModel model = new BoostedTrees().fit(data, split, Progress.SILENT);
    for (int output = 0; output < 2; output++) {
      assertThat(r2(model, output)).isGreaterThan(0.9);
      assertThat(r2(new MeanBaseline().fit(data, split, Progress.SILENT), output)).isLessThan(0.05);
    }
    assertThat(r2(BoostedTrees.randomForestLike().fit(data, split, Progress.SILENT), 0))
        .isGreaterThan(0.7);
  }

  @Test
  void sameSeedGivesTheSameBits() {
    BoostedTrees options = new BoostedTrees().withRounds(30);
    double[][] first = predictions(options.withSeed(3));
    assertThat(predictions(options.withSeed(3))).isDeepEqualTo(first);
    assertThat(predictions(options.withSeed(4))[0]).isNotEqualTo(first[0]);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameTrees() {
    BoostedTrees options = new BoostedTrees().withRounds(20);
    List<Split> splits = Folds.random(data.rows(), 3, 7);
    List<BoostedTreesModel> together = options.withThreads(3).fitAll(data, splits, Progress.SILENT);
    assertThat(together).hasSize(3);
    for (int fold = 0; fold < 3; fold++) {
      BoostedTreesModel alone = options.fit(data, splits.get(fold), Progress.SILENT);
      for (int output = 0; output < 2; output++) {
        assertThat(together.get(fold).trees().get(output).bytes())
            .isEqualTo(alone.trees().get(output).bytes());
      }
      assertThat(together.get(fold).units().mean()).isEqualTo(alone.units().mean());
    }
  }

  @Test
  void tellsEachOutputOfEachSplitAndStopsWhenCancelled() {
    List<Long> steps = Collections.synchronizedList(new ArrayList<>());
    Progress cancelledAfterThree =
        new Progress() {
          @Override
          public void step(String stage, long done, long total) {
            assertThat(stage).isEqualTo("boosted-trees");
            assertThat(total).isEqualTo(6);
            steps.add(done);
          }

          @Override
          public boolean cancelled() {
            return steps.size() >= 3;
          }
        };
    List<Split> splits = Folds.random(data.rows(), 3, 7);
    BoostedTrees options = new BoostedTrees().withRounds(5);
    assertThatThrownBy(() -> options.fitAll(data, splits, cancelledAfterThree))
        .isInstanceOf(CancellationException.class);
    assertThat(steps).containsExactly(1L, 2L, 3L);
  }

  @Test
  void stopsOnceTheValidationRowsGainNothing() {
    BoostedTrees options = new BoostedTrees().withRounds(3000);
    BoostedTreesModel stopped = options.fit(data, split, Progress.SILENT);
    assertThat(stopped.trees().get(0).rounds()).isBetween(20, 2500);
    Split without = new Split(split.train(), new int[0], split.test());
    BoostedTreesModel all = options.withRounds(50).fit(data, without, Progress.SILENT);
    assertThat(all.trees().get(0).rounds()).isEqualTo(50);
  }

  @Test
  void roundsAfterTheBestDoNotCount() {
    Split without = new Split(split.train(), new int[0], split.test());
    BoostedTrees options = new BoostedTrees();
    BoostedTreesModel model = options.withRounds(20).fit(data, without, Progress.SILENT);
    BoostedTreesModel shorter = options.withRounds(10).fit(data, without, Progress.SILENT);
    BoostedTreesModel.Trees cut = new BoostedTreesModel.Trees(model.trees().get(0).bytes(), 10, 1);
    BoostedTreesModel limited =
        new BoostedTreesModel(model.inputs(), model.units(), List.of(cut, model.trees().get(1)), 1);
    double[] expected = Samples.column(shorter.predict(data.inputs()).mean(), 0);
    double[] actual = Samples.column(limited.predict(data.inputs()).mean(), 0);
    assertThat(Metric.MAX_ERROR.of(expected, actual)).isZero();
  }

  @Test
  void bearsMissingInputsAndTargets() {
    double[][] inputs = new double[60][];
    double[][] targets = new double[60][];
    for (int row = 0; row < 60; row++) {
      inputs[row] = new double[] {row % 5 == 0 ? Double.NaN : row, 1};
      targets[row] = new double[] {row % 7 == 0 ? Double.NaN : row};
    }
    Dataset holes = Samples.dataset(inputs, targets);
    Split all = new Split(IntStream.range(0, 60).toArray(), new int[0], new int[0]);
    double[][] mean =
        new BoostedTrees().fit(holes, all, Progress.SILENT).predict(holes.inputs()).mean();
    assertThat(Metrics.of(holes.targets().column(0), Samples.column(mean, 0)).r2())
        .isGreaterThan(0.7);
  }

  @Test
  void saysNothingOnTheConsole() {
    PrintStream before = System.out;
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    System.setOut(new PrintStream(heard, true));
    try {
      new BoostedTrees().withRounds(5).fit(data, split, Progress.SILENT).predict(data.inputs());
    } finally {
      System.setOut(before);
    }
    assertThat(heard.toString()).isEmpty();
  }

  @Test
  void refusesInfiniteInputsAndWrongColumns() {
    double[][] inputs = {{1}, {Double.POSITIVE_INFINITY}, {3}, {4}};
    Dataset infinite = Samples.dataset(inputs, new double[][] {{1}, {2}, {3}, {4}});
    Split all = new Split(new int[] {0, 1, 2, 3}, new int[0], new int[0]);
    assertThatThrownBy(() -> new BoostedTrees().fit(infinite, all, Progress.SILENT))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("inf");
    BoostedTreesModel model = new BoostedTrees().withRounds(2).fit(data, split, Progress.SILENT);
    assertThatThrownBy(() -> model.predict(infinite.inputs()))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("1 columns, expected 4");
  }

  private double[][] predictions(BoostedTrees options) {
    return options.fit(data, split, Progress.SILENT).predict(data.inputs()).mean();
  }

  private double r2(Model model, int output) {
    Dataset test = data.selectRows(split.test());
    double[] predicted = Samples.column(model.predict(test.inputs()).mean(), output);
    return Metrics.of(test.targets().column(output), predicted).r2();
  }
}
