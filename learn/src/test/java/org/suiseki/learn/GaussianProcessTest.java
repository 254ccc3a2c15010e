package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.learn.GaussianProcess.Kernel;

class GaussianProcessTest {

  @TempDir Path folder;

  private final Dataset data = Samples.wavy(90, 3);
  private final Split split = range(60, 90);

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void aCurveIsLearnedAndItsUncertaintyIsFair(Kernel kernel) {
    Dataset many = Samples.wavy(220, 5);
    Split half = range(120, 220);
    GaussianProcessModel model =
        new GaussianProcess(1).withKernel(kernel).fit(many, half, Progress.SILENT);
    Dataset test = many.selectRows(half.test());
    Predictions said = model.predict(test.inputs());
    int inside = 0;
    for (int output = 0; output < 2; output++) {
      Metrics metrics =
          Metrics.of(test.targets().column(output), Samples.column(said.mean(), output));
      assertThat(metrics.r2()).isGreaterThan(0.98);
      for (int row = 0; row < 100; row++) {
        double away = said.mean()[row][output] - test.targets().get(row, output);
        inside += Math.abs(away) <= 2 * said.deviation()[row][output] ? 1 : 0;
      }
    }
    // 95 of 100 if it were Gaussian to the last; 200 draws of that stray by 3 (one deviation).
    assertThat(inside).isGreaterThan(180);
    // Inputs that do not matter are given long lengths: y1 is 1000 x2.
    double[] lengths = model.learned(1).lengths();
    for (int input : new int[] {0, 1, 3}) {
      assertThat(lengths[input]).isGreaterThan(3 * lengths[2]);
    }
  }

  /** Noise that was added is found again. */
  @Test
  void noiseIsTold() {
    SplittableRandom random = new SplittableRandom(4);
    double[][] x = new double[120][2];
    double[][] y = new double[120][1];
    for (int row = 0; row < 120; row++) {
      x[row] = random.doubles(2, -1, 1).toArray();
      y[row][0] = 5 * Math.sin(2 * x[row][0]) + 3 * x[row][1] + 0.5 * random.nextGaussian();
    }
    GaussianProcessModel model =
        new GaussianProcess(1).fit(Samples.dataset(x, y), range(120, 120), Progress.SILENT);
    // The deviation of a deviation from 120 draws is 0.5 / √240, about 0.03.
    assertThat(model.learned(0).noiseDeviation()).isCloseTo(0.5, within(0.1));
  }

  /** The block formula against taking the rows away indeed. */
  @Test
  void leavingAGroupOutIsExact() {
    GaussianProcessModel model = fit(new GaussianProcess(1).withTrend(true), data);
    List<String> groups = IntStream.range(0, 60).mapToObj(row -> "g" + row % 13).toList();
    Predictions said = model.leaveOut(groups);
    Predictions alone = model.leaveOut();
    for (String group : List.of("g0", "g7", "g12")) {
      int[] kept = IntStream.range(0, 60).filter(row -> !groups.get(row).equals(group)).toArray();
      compare(model, said, kept);
    }
    compare(model, alone, IntStream.range(1, 60).toArray());
  }

  private void compare(GaussianProcessModel model, Predictions said, int[] kept) {
    Map<String, DenseArray> tensors = new HashMap<>(model.toStored().tensors());
    for (int output = 0; output < 2; output++) {
      String prefix = "process." + output + ".";
      double[] targets = ((DenseArray.Doubles) tensors.get(prefix + "targets")).values();
      tensors.put(prefix + "targets", DenseArray.of(Metrics.pick(targets, kept)));
      tensors.put(prefix + "rows", DenseArray.of(Arrays.stream(kept).asLongStream().toArray()));
    }
    GaussianProcessModel less =
        GaussianProcessModel.from(model.toStored().withTensors(Map.copyOf(tensors)));
    Predictions expected = less.predict(data.inputs());
    for (int row = 0; row < 60; row++) {
      if (Arrays.binarySearch(kept, row) < 0) {
        for (int output = 0; output < 2; output++) {
          // Targets up to 1000 with noise 10⁻³ of them: a condition number of about 10⁶.
          assertThat(said.mean()[row][output])
              .isCloseTo(expected.mean()[row][output], within(1e-7));
          assertThat(said.deviation()[row][output])
              .isCloseTo(expected.deviation()[row][output], within(1e-7));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void gradientsAreSlopes(Kernel kernel) {
    GaussianProcessModel model =
        fit(new GaussianProcess(1).withKernel(kernel).withTrend(true), data);
    Table rows = data.inputs().selectRows(0, 59, 75);
    double step = 1e-4;
    for (int output = 0; output < 2; output++) {
      double[][] gradient = model.gradient(rows, output);
      for (int input = 0; input < 4; input++) {
        double[] above = Samples.column(model.predict(moved(rows, input, step)).mean(), output);
        double[] below = Samples.column(model.predict(moved(rows, input, -step)).mean(), output);
        for (int row = 0; row < 3; row++) {
          double slope = (above[row] - below[row]) / (2 * step);
          // Rounding of some 10⁻¹¹ over the step, third derivatives of some 10, slopes up to 1000.
          assertThat(gradient[row][input]).isCloseTo(slope, within(1e-6 * (output == 0 ? 1 : 1e3)));
        }
      }
    }
  }

  @Test
  void missingTargetsCostOnlyTheirOwnOutput() {
    double[] targets = data.targets().values().clone();
    targets[0] = Double.NaN;
    targets[2 * 7] = Double.NaN;
    Dataset holes = data.withTargets(new Table(data.targets().columns(), 90, targets));
    GaussianProcessModel partial = fit(new GaussianProcess(1), holes);
    GaussianProcessModel whole = fit(new GaussianProcess(1), data);
    double[][] expected = whole.predict(data.inputs()).mean();
    double[][] actual = partial.predict(data.inputs()).mean();
    assertThat(Samples.column(actual, 1)).isEqualTo(Samples.column(expected, 1));
    assertThat(Samples.column(actual, 0)).isNotEqualTo(Samples.column(expected, 0));
    Predictions left = partial.leaveOut();
    assertThat(left.mean()[7][0]).isNaN();
    assertThat(left.deviation()[7][0]).isNaN();
    assertThat(left.mean()[7][1]).isFinite();
    assertThat(left.mean()[8][0]).isFinite();
    Predictions stored = GaussianProcessModel.from(partial.toStored()).predict(data.inputs());
    assertThat(stored.mean()).isDeepEqualTo(actual);
  }

  /** More rows than the search looks at: the two stages, and the draw. */
  @Test
  void sameSeedSameModelAndNoTestRowIsRead() {
    Dataset many = Samples.wavy(190, 5);
    double[] targets = many.targets().values().clone();
    double[] inputs = many.inputs().values().clone();
    Arrays.fill(targets, 2 * 170, targets.length, 1e9);
    Arrays.fill(inputs, 4 * 170, inputs.length, Double.NaN);
    Dataset spoilt =
        many.withTargets(new Table(many.targets().columns(), 190, targets))
            .withInputs(new Table(many.inputs().columns(), 190, inputs));
    GaussianProcess options = new GaussianProcess(Kernel.MATERN, true, false, 2, 160, 9);
    double[][] first =
        options.fit(many, range(170, 190), Progress.SILENT).predict(many.inputs()).mean();
    double[][] second =
        options.fit(spoilt, range(170, 190), Progress.SILENT).predict(many.inputs()).mean();
    assertThat(second).isDeepEqualTo(first);
  }

  @Test
  void unitsOfInputAndTargetDoNotMatter() {
    double[] inputs = Arrays.stream(data.inputs().values()).map(x -> 1e6 * x - 4e6).toArray();
    double[] targets = Arrays.stream(data.targets().values()).map(y -> 1e-3 * y + 1).toArray();
    Dataset other =
        data.withInputs(new Table(data.inputs().columns(), 90, inputs))
            .withTargets(new Table(data.targets().columns(), 90, targets));
    Predictions expected = fit(new GaussianProcess(1), data).predict(data.inputs());
    Predictions actual = fit(new GaussianProcess(1), other).predict(other.inputs());
    for (int row = 0; row < 90; row++) {
      // y + 1 leaves 13 digits of 10⁻³ y; the search then takes the same way but for rounding.
      assertThat((actual.mean()[row][0] - 1) * 1e3)
          .isCloseTo(expected.mean()[row][0], within(1e-6));
      assertThat(actual.deviation()[row][0] * 1e3)
          .isCloseTo(expected.deviation()[row][0], within(1e-6));
    }
  }

  @Test
  void farAwayItFallsBackAndATrendGoesOn() {
    double[][] x = IntStream.range(0, 30).mapToObj(k -> new double[] {k}).toArray(double[][]::new);
    double[][] y =
        IntStream.range(0, 30)
            .mapToObj(k -> new double[] {2 * k + Math.sin(k)})
            .toArray(double[][]::new);
    Dataset line = Samples.dataset(x, y);
    Table far = Table.of(line.inputs().columns(), new double[][] {{1e6}, {45}});
    GaussianProcessModel plain = new GaussianProcess(1).fit(line, range(30, 30), Progress.SILENT);
    double mean = Arrays.stream(line.targets().values()).average().orElseThrow();
    Predictions said = plain.predict(far);
    assertThat(said.mean()[0][0]).isCloseTo(mean, within(1e-6));
    double signal = plain.learned(0).signalDeviation();
    double noise = plain.learned(0).noiseDeviation();
    assertThat(said.deviation()[0][0]).isCloseTo(Math.hypot(signal, noise), within(1e-6));
    double beyond =
        new GaussianProcess(1)
            .withTrend(true)
            .fit(line, range(30, 30), Progress.SILENT)
            .predict(far)
            .mean()[1][0];
    assertThat(beyond).isCloseTo(90, within(5.0));
  }

  /** Few rows, many inputs, and nothing to learn: it must not find a pattern in noise. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noiseAloneIsToldAsNoise(boolean separate) {
    int inside = 0;
    for (int seed = 0; seed < 10; seed++) {
      SplittableRandom random = new SplittableRandom(77L * seed + 1);
      double[][] x = new double[60][];
      double[][] y = new double[60][];
      for (int row = 0; row < 60; row++) {
        x[row] = random.doubles(8, -1, 1).toArray();
        y[row] = new double[] {3 + random.nextGaussian()};
      }
      Dataset noise = Samples.dataset(x, y);
      Dataset test = noise.selectRows(range(20, 60).test());
      Predictions said =
          new GaussianProcess(1)
              .withSeparateLengths(separate)
              .fit(noise, range(20, 60), Progress.SILENT)
              .predict(test.inputs());
      for (int row = 0; row < 40; row++) {
        double away = said.mean()[row][0] - test.targets().get(row, 0);
        inside += Math.abs(away) <= 2 * said.deviation()[row][0] ? 1 : 0;
      }
    }
    // Of 400, 380 would be right. With a length for each input and the wide prior of the source it
    // is 308, with that of this class 348: twenty rows are few to learn ten hyperparameters from.
    assertThat(inside).isGreaterThan(330);
  }

  @Test
  void oddDataDoNotBreakIt() {
    double[][] x = {{1, 5}, {1, 5}, {2, 5}, {2, 5}};
    double[][] y = {{3, 1}, {3, 1}, {3, 2}, {3, 2}};
    GaussianProcessModel model =
        new GaussianProcess(1).fit(Samples.dataset(x, y), range(4, 4), Progress.SILENT);
    Predictions said = model.predict(Samples.dataset(x, y).inputs());
    assertThat(Samples.column(said.mean(), 0)).containsOnly(3);
    // Four values, two of them twice, with a prior that suspects noise.
    assertThat(said.mean()[0][1]).isCloseTo(1, within(0.2));
    assertThat(said.mean()[2][1]).isCloseTo(2, within(0.2));
    assertThat(model.leaveOut(List.of("a", "a", "a", "a")).mean()[1][1])
        .isCloseTo(1.5, within(1e-9));
  }

  @Test
  void isStored() {
    GaussianProcessModel model =
        fit(new GaussianProcess(1).withKernel(Kernel.SQUARED_EXPONENTIAL), data);
    Path file = folder.resolve("process.suiseki");
    ModelArchive.save(model.toStored(), file);
    GaussianProcessModel loaded = GaussianProcessModel.from(ModelArchive.load(file));
    Predictions expected = model.predict(data.inputs());
    Predictions actual = loaded.predict(data.inputs());
    assertThat(actual.mean()).isDeepEqualTo(expected.mean());
    assertThat(actual.deviation()).isDeepEqualTo(expected.deviation());
    assertThat(loaded.outputs()).isEqualTo(data.targets().columns());
    assertThat(loaded.leaveOut().mean()).isDeepEqualTo(model.leaveOut().mean());
    assertThat(loaded.features(data.inputs())[0]).hasSize(120);
  }

  @Test
  void aStoredModelThatIsNotSoundIsRefused() {
    StoredModel stored = fit(new GaussianProcess(1), data).toStored();
    Map<String, DenseArray> tensors = new HashMap<>(stored.tensors());
    double[] numbers = stored.doubles("process.0.hyperparameters", 9).clone();
    numbers[1] = -1;
    tensors.put("process.0.hyperparameters", DenseArray.of(numbers));
    assertThatThrownBy(() -> GaussianProcessModel.from(stored.withTensors(tensors)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("hold -1.0");
    tensors.putAll(stored.tensors());
    long[] rows = stored.longs("process.1.rows", 60).clone();
    rows[3] = 60;
    tensors.put("process.1.rows", DenseArray.of(rows));
    assertThatThrownBy(() -> GaussianProcessModel.from(stored.withTensors(tensors)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("row 60 of 60");
    assertThatThrownBy(() ->
            GaussianProcessModel.from(new Ridge().fit(data, split, Progress.SILENT).toStored()))
        .isInstanceOf(LearnException.class);
  }

  @Test
  void whatItCannotLearnFromIsRefused() {
    double[] holes = data.inputs().values().clone();
    holes[5] = Double.NaN;
    Dataset missing = data.withInputs(new Table(data.inputs().columns(), 90, holes));
    assertThatThrownBy(() -> fit(new GaussianProcess(1), missing))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("Row 1 has NaN");
    Table mixed =
        Table.of(
            List.of(new Column("a", "eV"), new Column("b", "K")), new double[][] {{1, 2}, {2, 3}});
    Dataset units =
        new Dataset(
            List.of("a", "b"),
            mixed,
            data.targets().selectRows(0, 1),
            new Origin("made by a test", "CC0-1.0", "00"));
    assertThatThrownBy(() ->
            new GaussianProcess(1)
                .withSeparateLengths(false)
                .fit(units, range(2, 2), Progress.SILENT))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("several units");
    assertThatThrownBy(() -> GaussianProcess.requireRows(5_001)).isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> new GaussianProcess(Kernel.MATERN, true, false, 0, 100, 1))
        .isInstanceOf(LearnException.class);
    GaussianProcessModel model = fit(new GaussianProcess(1), data);
    assertThatThrownBy(() -> model.leaveOut(List.of("a"))).isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> model.predict(mixed)).isInstanceOf(LearnException.class);
  }

  @Test
  void itStopsWhenTold() {
    Progress stop =
        new Progress() {
          @Override
          public void step(String stage, long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> new GaussianProcess(1).fit(data, split, stop))
        .isInstanceOf(CancellationException.class);
  }

  private GaussianProcessModel fit(GaussianProcess options, Dataset from) {
    return options.fit(from, split, Progress.SILENT);
  }

  private static Split range(int train, int end) {
    return new Split(
        IntStream.range(0, train).toArray(), new int[0], IntStream.range(train, end).toArray());
  }

  private static Table moved(Table rows, int input, double step) {
    double[] values = rows.values().clone();
    for (int at = input; at < values.length; at += rows.width()) {
      values[at] += step;
    }
    return new Table(rows.columns(), rows.rows(), values);
  }
}
