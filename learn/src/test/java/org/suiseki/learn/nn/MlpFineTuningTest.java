package org.suiseki.learn.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.learn.Column;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Metric;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

class MlpFineTuningTest {
  private static final int INPUTS = 10;
  private static final int SOURCE_ROWS = 1500;
  private static final int TARGET_ROWS = 230;

  /** Thirty rows to learn from and two hundred to test on. */
  private static final Split FEW = new Split(range(0, 30), new int[0], range(30, TARGET_ROWS));

  private static final MlpTuningOptions USUAL = MlpTuningOptions.DEFAULT;

  private static Dataset sourceData;
  private static MlpEnsemble source;

  /** Both targets hang on the same two hidden quantities, which the inputs mix. */
  private static Dataset data(int rows, long seed, boolean target, String unit) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] inputs = new double[rows][INPUTS];
    double[][] targets = new double[rows][1];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < INPUTS; i++) {
        inputs[row][i] = random.nextGaussian();
      }
      double[] x = inputs[row];
      double u = Math.sin(x[0] + x[1]) + x[2] * x[3] / 2;
      double v = Math.tanh(x[4] - x[5] + x[6] / 2);
      targets[row][0] = target ? 40 + 5 * u - 8 * v + u * v : u + v;
    }
    return new Dataset(
        IntStream.range(0, rows).mapToObj(i -> "row" + i).toList(),
        Table.of(
            IntStream.range(0, INPUTS).mapToObj(i -> new Column("x" + i, "1")).toList(), inputs),
        Table.of(List.of(new Column("y", unit)), targets),
        new Origin("made by the test", "none", "none"));
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  @BeforeAll
  static void trainTheSource() {
    sourceData = data(SOURCE_ROWS, 1, false, "eV");
    MlpOptions options =
        new MlpOptions(List.of(48, 24), Activation.SILU, 0, 0, 1e-2, 1e-3, 64, 60, 0, 0, 2, 3);
    Split all = new Split(range(0, SOURCE_ROWS), new int[0], new int[0]);
    source = new MlpRegressor(options, 2).fit(sourceData, all, Progress.SILENT);
  }

  private static MlpEnsemble tune(MlpTuningOptions options, Dataset data) {
    return new MlpFineTuning(source, options, 2).fit(data, FEW, Progress.SILENT);
  }

  private static double r2(MlpEnsemble model, Dataset data) {
    Dataset test = data.selectRows(FEW.test());
    double[] said =
        Arrays.stream(model.predict(test.inputs()).mean()).mapToDouble(row -> row[0]).toArray();
    return Metric.R2.of(test.targets().column(0), said);
  }

  private static MlpTuningOptions rate(MlpTuningOptions options, double rate, double layerDecay) {
    return new MlpTuningOptions(
        options.head(), options.frozen(), layerDecay, rate, 0, 0, options.schedule());
  }

  @Test
  void aRelatedSourceHelpsWhereRowsAreFew() {
    Dataset data = data(TARGET_ROWS, 2, true, "W/(m K)");
    MlpEnsemble tuned = tune(USUAL, data);
    MlpOptions scratch =
        new MlpOptions(List.of(48, 24), Activation.SILU, 0, 0, 3e-3, 1e-2, 16, 150, 0, 0, 2, 3);
    MlpEnsemble alone = new MlpRegressor(scratch, 2).fit(data, FEW, Progress.SILENT);
    assertThat(r2(tuned, data)).isGreaterThan(r2(alone, data) + 0.1);
    assertThat(tuned.size()).isEqualTo(2);
    assertThat(tuned.outputs()).isEqualTo(data.targets().columns());
    assertThat(tuned.predict(data.inputs()).mean())
        .isDeepEqualTo(MlpEnsemble.from(tuned.toStored()).predict(data.inputs()).mean());
  }

  @Test
  void withoutARateTheKeptHeadSaysWhatTheSourceSays() {
    Dataset data = data(TARGET_ROWS, 2, false, "eV");
    MlpTuningOptions still = rate(USUAL.withHead(MlpTuningOptions.Head.KEPT), 1e-12, 1);
    double[][] expected = source.predict(data.inputs()).mean();
    double[][] actual = tune(still, data).predict(data.inputs()).mean();
    for (int row = 0; row < TARGET_ROWS; row++) {
      assertThat(actual[row][0]).isCloseTo(expected[row][0], within(1e-6));
    }
  }

  @Test
  void ofAnotherUnitTheKeptHeadIsScaledByItsOwnRows() {
    Dataset data = data(TARGET_ROWS, 2, true, "K");
    MlpEnsemble tuned = tune(rate(USUAL.withHead(MlpTuningOptions.Head.KEPT), 1e-12, 1), data);
    double mean =
        Arrays.stream(tuned.predict(data.inputs()).mean())
            .mapToDouble(row -> row[0])
            .average()
            .orElseThrow();
    // The targets lie around 40 with a deviation of 9.
    assertThat(mean).isBetween(30.0, 50.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void frozenLayersStayAndTheOthersMove(int frozen) {
    Dataset data = data(TARGET_ROWS, 2, true, "K");
    MlpEnsemble tuned = tune(USUAL.withFrozen(frozen), data);
    for (int layer = 0; layer < 2; layer++) {
      double[][] now = tuned.features(data.inputs(), layer);
      double[][] before = source.features(data.inputs(), layer);
      if (layer < frozen) {
        assertThat(now).isDeepEqualTo(before);
      } else {
        assertThat(Arrays.deepEquals(now, before)).isFalse();
      }
    }
    assertThat(r2(tuned, data)).isGreaterThan(0.3);
  }

  @Test
  void aHeadAloneComesToTheLeastSquaresOfItsFeatures() {
    Dataset data = data(TARGET_ROWS, 2, true, "K");
    Split many = new Split(range(0, 200), new int[0], range(200, TARGET_ROWS));
    MlpTuningOptions options =
        new MlpTuningOptions(
            MlpTuningOptions.Head.NEW, 2, 1, 1e-2, 0, 0, new NetworkSchedule(200, 6000, 0, 1));
    MlpEnsemble one = source.only(0);
    MlpEnsemble tuned = new MlpFineTuning(one, options, 1).fit(data, many, Progress.SILENT);
    // At the minimum of the squared error, residuals are orthogonal to every feature and to 1.
    double[][] features = one.features(data.inputs());
    double[][] said = tuned.predict(data.inputs()).mean();
    double[] slopes = new double[25];
    double error = 0;
    for (int row = 0; row < 200; row++) {
      double residual = said[row][0] - data.targets().get(row, 0);
      error += residual * residual / 200;
      for (int i = 0; i < 25; i++) {
        slopes[i] += residual * (i < 24 ? features[row][i] : 1) / 200;
      }
    }
    assertThat(error).isPositive();
    for (double slope : slopes) {
      // Targets deviate by 9; what is left of the slope is the last of 6000 steps.
      assertThat(slope).isCloseTo(0, within(0.05));
    }
  }

  @Test
  void lowerLayersMoveLess() {
    Dataset data = data(TARGET_ROWS, 2, true, "K");
    double even = moved(tune(rate(USUAL, 3e-3, 1), data));
    double graded = moved(tune(rate(USUAL, 3e-3, 0.1), data));
    assertThat(graded).isLessThan(even / 20);
  }

  /** Mean square by which the first layer's weights moved. */
  private static double moved(MlpEnsemble tuned) {
    double sum = 0;
    for (int i = 0; i < INPUTS * 48; i++) {
      double difference = tuned.member(0)[i] - source.member(0)[i];
      sum += difference * difference;
    }
    return sum;
  }

  @Test
  void tuningManyIsTuningEachWhateverTheThreads() {
    Dataset data = data(TARGET_ROWS, 2, true, "K");
    Split other = new Split(range(100, 150), range(150, 170), range(0, 100));
    MlpTuningOptions options = USUAL.withSchedule(new NetworkSchedule(16, 20, 0, 5));
    List<MlpFineTuning.Task> tasks =
        List.of(
            new MlpFineTuning.Task(source, FEW),
            new MlpFineTuning.Task(source.only(1), other),
            new MlpFineTuning.Task(source.only(0), FEW));
    List<MlpEnsemble> one = MlpFineTuning.tuneAll(data, tasks, options, 1, Progress.SILENT);
    List<MlpEnsemble> two = MlpFineTuning.tuneAll(data, tasks, options, 3, Progress.SILENT);
    for (int task = 0; task < 3; task++) {
      assertThat(two.get(task).predict(data.inputs()).mean())
          .isDeepEqualTo(one.get(task).predict(data.inputs()).mean());
    }
    assertThat(one.get(2).predict(data.inputs()).mean())
        .isDeepEqualTo(one.get(0).only(0).predict(data.inputs()).mean());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Dataset data = data(TARGET_ROWS, 2, true, "K");
    assertThatThrownBy(() -> tune(USUAL.withFrozen(3), data))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("2 hidden layers");
    Dataset narrow = data.withInputs(data.inputs().selectColumns(0, 1));
    assertThatThrownBy(() -> tune(USUAL, narrow))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("10 columns");
    Dataset two = data.withTargets(data.inputs().selectColumns(0, 1));
    assertThatThrownBy(() -> tune(USUAL.withHead(MlpTuningOptions.Head.KEPT), two))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("1 outputs for 2 targets");
    assertThatThrownBy(() -> new MlpFineTuning(source, USUAL, 0))
        .isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> tune(USUAL.withSchedule(new NetworkSchedule(16, 5, 2, 1)), data))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("validation");
  }
}
