package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinearTest {

  private final Split forty = new Split(IntStream.range(0, 40).toArray(), new int[0], new int[0]);

  /** The formula for left-out residuals against leaving each row out indeed. */
  @Test
  void theChosenPenaltyIsTheOneThatRefittingWouldChoose() {
    double[] grid = {0.1, 1, 3, 10, 30, 100, 1000};
    for (int inputs : new int[] {5, 60}) {
      Dataset data = line(40, inputs, 2, inputs);
      Table pure = Standardiser.of(data.inputs(), forty.train()).apply(data.inputs());
      double chosen = new Ridge(grid).fit(data, forty, Progress.SILENT).lines().get(0).penalty();
      double best = Double.NaN;
      double least = Double.POSITIVE_INFINITY;
      for (double alpha : grid) {
        double error = refitted(data.withInputs(pure), alpha);
        if (error < least) {
          least = error;
          best = alpha;
        }
      }
      assertThat(chosen).as(inputs + " inputs").isEqualTo(best);
    }
  }

  @Test
  void aMissingTargetOnlyCostsItsOwnOutput() {
    Dataset data = Samples.wavy(40, 8);
    double[] targets = data.targets().values().clone();
    targets[0] = Double.NaN;
    targets[2 * 7] = Double.NaN;
    Dataset holes = data.withTargets(new Table(data.targets().columns(), 40, targets));
    LinearModel whole = new Ridge().fit(data, forty, Progress.SILENT);
    LinearModel partial = new Ridge().fit(holes, forty, Progress.SILENT);
    assertThat(partial.lines().get(1).coefficients())
        .isEqualTo(whole.lines().get(1).coefficients());
    assertThat(partial.lines().get(0).coefficients())
        .isNotEqualTo(whole.lines().get(0).coefficients());
    assertThat(new MeanBaseline().fit(holes, forty, Progress.SILENT).mean()[0])
        .isCloseTo(
            Arrays.stream(holes.targets().column(0))
                .filter(y -> !Double.isNaN(y))
                .average()
                .orElseThrow(),
            within(1e-12));
  }

  @Test
  void unitsOfInputAndTargetDoNotMatter() {
    Dataset data = Samples.wavy(40, 8);
    double[] inputs = Arrays.stream(data.inputs().values()).map(x -> 1e6 * x - 4e6).toArray();
    double[] targets = Arrays.stream(data.targets().values()).map(y -> 1e-8 * y + 1).toArray();
    Dataset other =
        data.withInputs(new Table(data.inputs().columns(), 40, inputs))
            .withTargets(new Table(data.targets().columns(), 40, targets));
    Predictions expected =
        new BayesianRidge().fit(data, forty, Progress.SILENT).predict(data.inputs());
    Predictions actual =
        new BayesianRidge().fit(other, forty, Progress.SILENT).predict(other.inputs());
    for (int row = 0; row < 40; row++) {
      // y + 1 leaves eight digits of 1e-8 y.
      assertThat((actual.mean()[row][0] - 1) * 1e8)
          .isCloseTo(expected.mean()[row][0], within(1e-6));
      assertThat(actual.deviation()[row][0] * 1e8)
          .isCloseTo(expected.deviation()[row][0], within(1e-6));
    }
  }

  /**
   * Of 2000 new rows of the same line, 68.3 % should lie within one deviation, give or take 3 × 1
   * %.
   */
  @Test
  void theDeviationOfBayesianRidgeHolds() {
    Dataset data = line(2060, 10, 3, 77);
    Split split =
        new Split(
            IntStream.range(0, 60).toArray(), new int[0], IntStream.range(60, 2060).toArray());
    BayesianLinearModel model = new BayesianRidge().fit(data, split, Progress.SILENT);
    assertThat(model.noiseDeviation()[0]).isCloseTo(3, within(0.9));
    Dataset test = data.selectRows(split.test());
    Predictions predictions = model.predict(test.inputs());
    double inside = 0;
    for (int row = 0; row < test.rows(); row++) {
      double error = Math.abs(predictions.mean()[row][0] - test.targets().get(row, 0));
      inside += error < predictions.deviation()[row][0] ? 1 : 0;
    }
    // One training set of 60 rows leaves the noise itself uncertain by 10 %.
    assertThat(inside / test.rows()).isBetween(0.60, 0.77);
  }

  @Test
  void doubtGrowsAwayFromTheTrainingRows() {
    Dataset data = line(40, 60, 1, 5);
    BayesianLinearModel model = new BayesianRidge().fit(data, forty, Progress.SILENT);
    double[] near = data.inputs().row(3);
    double[] far = Arrays.stream(near).map(x -> 20 * x).toArray();
    Table rows = Table.of(data.inputs().columns(), new double[][] {near, far});
    double[][] deviation = model.predict(rows).deviation();
    assertThat(deviation[1][0]).isGreaterThan(2 * deviation[0][0]);
  }

  @Test
  void constantColumnsAndTargetsDoNoHarm() {
    double[][] inputs = new double[40][];
    double[][] targets = new double[40][];
    for (int row = 0; row < 40; row++) {
      inputs[row] = new double[] {0.1, row, 1e9};
      targets[row] = new double[] {2.0 * row, 0.3};
    }
    Dataset data = Samples.dataset(inputs, targets);
    for (Estimator<? extends Model> estimator : List.of(new Ridge(), new BayesianRidge())) {
      double[][] mean = estimator.fit(data, forty, Progress.SILENT).predict(data.inputs()).mean();
      assertThat(Samples.column(mean, 0)).containsExactly(data.targets().column(0), within(0.01));
      assertThat(Samples.column(mean, 1)).containsExactly(data.targets().column(1), within(1e-9));
    }
    Dataset constant = data.withInputs(data.inputs().selectColumns(0, 2));
    double[][] mean =
        new Ridge().fit(constant, forty, Progress.SILENT).predict(constant.inputs()).mean();
    assertThat(mean[5][0]).isCloseTo(39, within(1e-9));
  }

  @Test
  void whatCannotBeLearnedFromIsNamed() {
    Dataset data = Samples.wavy(40, 8);
    double[] inputs = data.inputs().values().clone();
    inputs[4 * 3 + 1] = Double.NaN;
    Dataset hole = data.withInputs(new Table(data.inputs().columns(), 40, inputs));
    assertThatThrownBy(() -> new Ridge().fit(hole, forty, Progress.SILENT))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("Row 3 has NaN for x1 [eV]");
    LinearModel model = new Ridge().fit(data, forty, Progress.SILENT);
    assertThatThrownBy(() -> model.predict(hole.inputs())).isInstanceOf(LearnException.class);

    double[] targets = data.targets().values().clone();
    for (int row = 1; row < 40; row++) {
      targets[2 * row] = Double.NaN;
    }
    Dataset bare = data.withTargets(new Table(data.targets().columns(), 40, targets));
    assertThatThrownBy(() -> new BayesianRidge().fit(bare, forty, Progress.SILENT))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("y0 [K]' has 1 values");
    assertThatThrownBy(() -> new Ridge(new double[] {1, -1})).isInstanceOf(LearnException.class);
    Table renamed = new Table(Samples.columns("z", "eV", 4), 40, data.inputs().values());
    assertThatThrownBy(() -> model.predict(renamed))
        .hasMessageContaining("is z0 [eV], expected x0");
  }

  @Test
  void theStandardiserSeesOnlyItsRowsAndPassesGapsOn() {
    Table table =
        Table.of(
            Samples.columns("x", "eV", 2),
            new double[][] {{1, 5}, {3, 5}, {Double.NaN, 5}, {1e9, 7}});
    Standardiser standardiser = Standardiser.of(table, new int[] {0, 1, 2});
    assertThat(standardiser.mean()).containsExactly(2, 5);
    assertThat(standardiser.scale()).containsExactly(1, 1);
    Table applied = standardiser.apply(table);
    assertThat(applied.get(0, 0)).isEqualTo(-1);
    assertThat(applied.get(2, 0)).isNaN();
    assertThat(applied.get(3, 1)).isEqualTo(2);
    assertThat(applied.columns().get(0)).isEqualTo(new Column("x0", "1"));
    assertThat(standardiser.restore(applied.get(1, 0), 0)).isEqualTo(3);
    assertThatThrownBy(() -> Standardiser.of(table, new int[] {2}))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("x0 [eV]");
  }

  /** Columns that hardly vary stay small; those of another unit are no measure for them. */
  @Test
  void columnsFarSmallerThanOthersOfTheirUnitAreNotBlownUp() {
    List<Column> columns =
        List.of(new Column("peak", "1/eV"), new Column("foot", "1/eV"), new Column("ratio", "1"));
    Table table = Table.of(columns, new double[][] {{-2, -1e-9, 1e-9}, {2, 1e-9, -1e-9}});
    int[] both = {0, 1};
    assertThat(Standardiser.of(table, both).scale()).containsExactly(2, 2e-3, 1e-9);
    assertThat(Standardiser.of(table, both, 0).scale()).containsExactly(2, 1e-9, 1e-9);
  }

  @Test
  void aConstantColumnHasTheScaleItsReaderAsksFor() {
    List<Column> columns =
        List.of(new Column("C", "1"), new Column("F", "1"), new Column("alone", "eV"));
    Table table = Table.of(columns, new double[][] {{-2, 7, 7}, {2, 7, 7}});
    int[] both = {0, 1};
    assertThat(Standardiser.of(table, both, 0.1).scale()).containsExactly(2, 1, 1);
    assertThat(Standardiser.of(table, both, 0.1, Standardiser.Constant.FLOOR).scale())
        .containsExactly(2, 0.2, 1);
  }

  /** y = a few of the inputs and Gaussian noise. */
  private static Dataset line(int rows, int inputs, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] x = new double[rows][inputs];
    double[][] y = new double[rows][1];
    for (int row = 0; row < rows; row++) {
      for (int input = 0; input < inputs; input++) {
        x[row][input] = random.nextGaussian();
        y[row][0] += input % 3 == 0 ? 2 * x[row][input] : 0;
      }
      y[row][0] += noise * random.nextGaussian();
    }
    return Samples.dataset(x, y);
  }

  /** Leaves each row out in turn, with the inputs as they are standardised over all rows. */
  private static double refitted(Dataset data, double alpha) {
    double sum = 0;
    for (int left = 0; left < data.rows(); left++) {
      int out = left;
      int[] rest = IntStream.range(0, data.rows()).filter(row -> row != out).toArray();
      PrincipalBasis basis = PrincipalBasis.of(data.inputs().selectRows(rest));
      double[] y = Metrics.pick(data.targets().column(0), rest);
      double mean = Arrays.stream(y).average().orElseThrow();
      double[] b = basis.project(Arrays.stream(y).map(v -> v - mean).toArray());
      Arrays.setAll(b, k -> b[k] / (basis.eigenvalues()[k] + alpha));
      double[] coefficients = basis.coefficients(b);
      double predicted = basis.intercept(mean, coefficients);
      for (int input = 0; input < coefficients.length; input++) {
        predicted += coefficients[input] * data.inputs().get(left, input);
      }
      sum += Math.pow(data.targets().get(left, 0) - predicted, 2);
    }
    return sum;
  }
}
