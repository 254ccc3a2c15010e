package org.suiseki.learn.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Column;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Metric;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

class MlpRegressorTest {
  private static final int ROWS = 240;
  private static final Split SPLIT = new Split(range(0, 160), range(160, 200), range(200, ROWS));
  private static final MlpOptions SMALL =
      new MlpOptions(List.of(32, 16), Activation.SILU, 0, 0, 1e-2, 1e-4, 32, 150, 0, 0.1, 3, 5);

  /** y1 = sin 2x₀ + x₁x₂, y2 = 1000 + 50 x₃²: smooth, non-linear, of very different scales. */
  private static Dataset data(int missingEvery) {
    SplittableRandom random = new SplittableRandom(11);
    double[][] inputs = new double[ROWS][5];
    double[][] targets = new double[ROWS][2];
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < 5; i++) {
        inputs[row][i] = random.nextDouble(-1, 1);
      }
      targets[row][0] = Math.sin(2 * inputs[row][0]) + inputs[row][1] * inputs[row][2];
      targets[row][1] = 1000 + 50 * inputs[row][3] * inputs[row][3];
      if (missingEvery > 0 && row % missingEvery == 0) {
        targets[row][0] = Double.NaN;
      }
    }
    List<Column> columns = IntStream.range(0, 5).mapToObj(i -> new Column("x" + i, "1")).toList();
    return new Dataset(
        IntStream.range(0, ROWS).mapToObj(i -> "row" + i).toList(),
        Table.of(columns, inputs),
        Table.of(List.of(new Column("a", "eV"), new Column("b", "K")), targets),
        new Origin("made by the test", "none", "none"));
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  private static double r2(Dataset data, Predictions said, int target) {
    double[] truth = data.selectRows(SPLIT.test()).targets().column(target);
    double[] mean = Arrays.stream(said.mean()).mapToDouble(row -> row[target]).toArray();
    return Metric.R2.of(truth, mean);
  }

  @Test
  void learnsASmoothFunctionOfSeveralInputs() {
    Dataset data = data(0);
    MlpEnsemble model = new MlpRegressor(SMALL, 1).fit(data, SPLIT, Progress.SILENT);
    Predictions said = model.predict(data.inputs().selectRows(SPLIT.test()));
    assertThat(r2(data, said, 0)).isGreaterThan(0.95);
    assertThat(r2(data, said, 1)).isGreaterThan(0.95);
    assertThat(said.deviation()[0][0]).isPositive();
  }

  @Test
  void learnsWhereSomeTargetsAreUnknown() {
    Dataset complete = data(0);
    MlpEnsemble model = new MlpRegressor(SMALL, 1).fit(data(3), SPLIT, Progress.SILENT);
    Predictions said = model.predict(complete.inputs().selectRows(SPLIT.test()));
    assertThat(r2(complete, said, 0)).isGreaterThan(0.9);
  }

  @Test
  void givesTheSameNetworksOnAnyNumberOfThreads() {
    Dataset data = data(0);
    MlpOptions options =
        new MlpOptions(List.of(8), Activation.RELU, 0.3, 0.2, 1e-2, 0, 16, 5, 0, 0, 8, 42);
    List<Split> splits =
        List.of(SPLIT, SPLIT, new Split(range(50, 240), range(0, 0), range(0, 50)));
    double[][][] runs = new double[3][][];
    for (int threads = 1; threads <= 3; threads++) {
      List<MlpEnsemble> models =
          new MlpRegressor(options, threads).fitAll(data, splits, Progress.SILENT);
      runs[threads - 1] = models.get(2).predict(data.inputs()).mean();
      assertThat(models.get(0).predict(data.inputs()).mean())
          .isNotEqualTo(models.get(1).predict(data.inputs()).mean());
    }
    assertThat(runs[1]).isDeepEqualTo(runs[0]);
    assertThat(runs[2]).isDeepEqualTo(runs[0]);
  }

  @Test
  void inputGradientsAgreeWithFiniteDifferences() {
    Dataset data = data(0);
    MlpEnsemble model = new MlpRegressor(SMALL, 1).fit(data, SPLIT, Progress.SILENT);
    Table rows = data.inputs().selectRows(3, 77);
    double[][] gradient = model.gradient(rows, 1);
    double step = 1e-2;
    for (int column = 0; column < 5; column++) {
      Table up = new Table(rows.columns(), 2, rows.values().clone());
      Table down = new Table(rows.columns(), 2, rows.values().clone());
      for (int row = 0; row < 2; row++) {
        up.values()[row * 5 + column] += step;
        down.values()[row * 5 + column] -= step;
      }
      for (int row = 0; row < 2; row++) {
        double slope =
            (model.predict(up).mean()[row][1] - model.predict(down).mean()[row][1]) / (2 * step);
        // Single precision of values near 1000 leaves about 0.01 in a difference over 0.02.
        assertThat(gradient[row][column]).isCloseTo(slope, within(0.05 + 0.02 * Math.abs(slope)));
      }
    }
  }

  @Test
  void earlyStoppingKeepsTheBestValidationWeights() {
    Dataset data = data(0);
    AtomicLong epochs = new AtomicLong();
    Progress count =
        new Progress() {
          @Override
          public void step(String stage, long done, long total) {
            epochs.set(done);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    MlpOptions patient =
        new MlpOptions(List.of(32, 16), Activation.TANH, 0, 0, 1e-2, 0, 32, 4000, 20, 0, 2, 5);
    MlpEnsemble model = new MlpRegressor(patient, 1).fit(data, SPLIT, count);
    assertThat(epochs.get()).isLessThan(4000);
    assertThat(r2(data, model.predict(data.inputs().selectRows(SPLIT.test())), 0))
        .isGreaterThan(0.9);
  }

  @Test
  void earlyStoppingNeedsValidationRows() {
    MlpOptions patient =
        new MlpOptions(List.of(8), Activation.SILU, 0, 0, 1e-2, 0, 32, 10, 3, 0, 1, 5);
    Split without = new Split(range(0, 200), range(0, 0), range(200, 240));
    assertThatThrownBy(() -> new MlpRegressor(patient, 1).fit(data(0), without, Progress.SILENT))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("validation rows");
  }

  @Test
  void stopsWhenCancelled() {
    Progress impatient =
        new Progress() {
          private volatile boolean seen;

          @Override
          public void step(String stage, long done, long total) {
            seen = done >= 3;
          }

          @Override
          public boolean cancelled() {
            return seen;
          }
        };
    assertThatThrownBy(
            () -> new MlpRegressor(SMALL.withEpochs(100000), 2).fit(data(0), SPLIT, impatient))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void refusesInputsThatAreNotNumbers() {
    Dataset data = data(0);
    data.inputs().values()[7] = Double.NaN;
    assertThatThrownBy(() -> new MlpRegressor(SMALL, 1).fit(data, SPLIT, Progress.SILENT))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("row1")
        .hasMessageContaining("x2 [1]");
  }
}
