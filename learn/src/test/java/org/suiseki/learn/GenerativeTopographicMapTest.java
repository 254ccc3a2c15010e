package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of {@code gtm_numpy.json} are those of {@code gtm_numpy.py} beside it, which does the
 * same in dense linear algebra and was written apart from the code here.
 */
class GenerativeTopographicMapTest {

  /** Eight rounds, in each of which rounding passes through a system of condition about 10³. */
  private static final Offset<Double> EXACT = within(1e-9);

  @TempDir Path folder;

  private final Table rows = LatentSamples.mixtures(25, 12, 5);

  @Test
  void figuresOfAnotherImplementation() {
    JsonNode expected = reference();
    GenerativeTopographicMapModel model =
        new GenerativeTopographicMap(LatentGrid.rectangle(6, 6), 9, 1, 0.05, 8, 0)
            .fit(rows, LatentSamples.all(rows), Progress.SILENT);
    assertThat(model.history()).containsExactly(numbers(expected.get("history")), within(1e-7));
    assertThat(model.noise()).isCloseTo(expected.get("noise").doubleValue(), EXACT);
    double[][] points = model.encode(rows);
    int[] shown = {0, 1, 24};
    for (int k = 0; k < shown.length; k++) {
      assertThat(points[shown[k]]).containsExactly(numbers(expected.get("points").get(k)), EXACT);
      assertThat(model.logLikelihood(rows)[shown[k]])
          .isCloseTo(expected.get("density").get(k).doubleValue(), within(1e-8));
    }
    assertThat(model.prototypes().row(7))
        .containsExactly(numbers(expected.get("prototype")), EXACT);
    int[] modes = model.modes(rows);
    for (int row = 0; row < modes.length; row++) {
      assertThat(modes[row]).isEqualTo(expected.get("mode").get(row).intValue());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLikelihoodNeverFalls(LatentGrid.Shape shape) {
    double[] history = fit(grid(shape), rows).history();
    assertThat(history.length).isGreaterThan(5);
    for (int round = 1; round < history.length; round++) {
      // Rounding of a sum of 25 logarithms of about 10.
      assertThat(history[round]).isGreaterThan(history[round - 1] - 1e-9);
    }
    // At least a nat a row: the curved sheet is worth something over the plane it starts as.
    assertThat(history[history.length - 1] - history[0]).isGreaterThan(25);
  }

  /** Before the first round the sheet is flat and a row's node is that of its two scores. */
  @Test
  void itStartsAsThePlaneOfThePrincipalComponents() {
    LatentGrid grid = LatentGrid.rectangle(9, 9);
    GenerativeTopographicMapModel model =
        new GenerativeTopographicMap(grid, 16, 1, 0.01, 1, 0)
            .fit(rows, LatentSamples.all(rows), Progress.SILENT);
    double[][] scores =
        new PrincipalComponents(2).fit(rows, LatentSamples.all(rows), Progress.SILENT).encode(rows);
    double[][] points = model.encode(rows);
    for (int i = 0; i < 2; i++) {
      // One round moves the map a little, not away.
      assertThat(correlation(column(points, i), column(scores, i))).isGreaterThan(0.9);
    }
  }

  /** A bent sheet in five inputs: its own two coordinates come back, but for a stretch of them. */
  @Test
  void aKnownSheetIsFound() {
    int count = 200;
    double[] random = LatentSamples.uniform(2 * count, 3);
    double[] noise = LatentSamples.uniform(5 * count, 4);
    double[][] values = new double[count][];
    double[] u = new double[count];
    double[] v = new double[count];
    for (int row = 0; row < count; row++) {
      u[row] = 2 * random[2 * row] - 1;
      v[row] = 2 * random[2 * row + 1] - 1;
      double bend = 1.5 * u[row];
      values[row] =
          new double[] {Math.sin(bend), Math.cos(bend), v[row], 0.3 * u[row] * v[row], 0.2 * bend};
      for (int i = 0; i < 5; i++) {
        values[row][i] += 0.02 * (noise[5 * row + i] - 0.5);
      }
    }
    Table sheet = Table.of(Samples.columns("x", "1", 5), values);
    GenerativeTopographicMapModel model =
        new GenerativeTopographicMap(LatentGrid.rectangle(15, 15), 25, 1, 0.001, 60, 0)
            .fit(sheet, LatentSamples.all(sheet), Progress.SILENT);
    double[][] points = model.encode(sheet);
    // Points sit on fifteen nodes, whose steps along the sheet need not be even.
    assertThat(Math.abs(correlation(column(points, 0), u))).isGreaterThan(0.98);
    assertThat(Math.abs(correlation(column(points, 1), v))).isGreaterThan(0.98);
    // Nodes are 2/14 apart: 0.14/√12 along two of five inputs is 0.026, and the noise is 0.006.
    assertThat(LatentSamples.error(model, sheet)).isLessThan(0.03);
    double plane =
        LatentSamples.error(
            new PrincipalComponents(2).fit(sheet, LatentSamples.all(sheet), Progress.SILENT),
            sheet);
    assertThat(LatentSamples.error(model, sheet)).isLessThan(plane / 3);
  }

  /** A ring closes on a cylinder: its ends are neighbours and lie side by side. */
  @Test
  void aRingClosesOnACylinder() {
    int count = 48;
    double[][] values = new double[count][];
    for (int row = 0; row < count; row++) {
      double angle = 2 * Math.PI * row / count;
      values[row] = new double[] {Math.cos(angle), Math.sin(angle), 0.02 * (row % 3)};
    }
    Table ring = Table.of(Samples.columns("x", "1", 3), values);
    GenerativeTopographicMapModel model =
        new GenerativeTopographicMap(LatentGrid.cylinder(3, 24), 24, 1, 0.01, 200, 0)
            .fit(ring, LatentSamples.all(ring), Progress.SILENT);
    double[][] points = model.encode(ring);
    for (int row = 0; row < count; row++) {
      double away = Math.sqrt(LatentGrid.square(points[row], points[(row + 1) % count]));
      // A step along the ring is 2π/48 = 0.13; the nodes are 0.26 apart.
      assertThat(away).isLessThan(0.6);
    }
  }

  @Test
  void eachRowHasANodeOfItsOwn() {
    LatentGrid grid = LatentGrid.rectangle(6, 6);
    GenerativeTopographicMap shared = new GenerativeTopographicMap(grid, 9, 1, 0.1, 100, 0);
    GenerativeTopographicMapModel before =
        shared.fit(rows, LatentSamples.all(rows), Progress.SILENT);
    GenerativeTopographicMapModel after =
        shared.withExclusive(50).fit(rows, LatentSamples.all(rows), Progress.SILENT);
    int[] pairing = after.pairing(rows);
    assertThat(Arrays.stream(pairing).distinct().count()).isEqualTo(rows.rows());
    assertThat(cost(after, pairing)).isLessThan(cost(before, before.pairing(rows)));
    // Least of all pairings: no swap of two rows, and no move to a free node, makes it less.
    double least = cost(after, pairing);
    for (int one = 0; one < pairing.length; one++) {
      for (int other = 0; other < one; other++) {
        int[] swapped = pairing.clone();
        swapped[one] = pairing[other];
        swapped[other] = pairing[one];
        assertThat(cost(after, swapped)).isGreaterThanOrEqualTo(least - 1e-9);
      }
    }
    assertThatThrownBy(() ->
            new GenerativeTopographicMap(LatentGrid.rectangle(4, 6))
                .withExclusive(1)
                .fit(rows, LatentSamples.all(rows), Progress.SILENT))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("25 rows cannot have one of 24 nodes each");
  }

  @ParameterizedTest
  @EnumSource
  void whatHoldsForEveryFeatureSpace(LatentGrid.Shape shape) {
    GenerativeTopographicMapModel model = fit(grid(shape), rows);
    Table some = rows.selectRows(0, 3, 17);
    LatentSamples.takesRowsOneByOne(model, some);
    // Third derivatives grow with β³/², here some 10⁵, times the square of the step.
    LatentSamples.gradientsAreSlopes(model, some, 1e-5, 1e-4);
    LatentSamples.isStored(model, some, folder, GenerativeTopographicMapModel::from);
    for (double[] row : model.responsibilities(rows)) {
      assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-12));
    }
  }

  /** p is a density of the inputs as they are: over the plane it has the integral 1. */
  @Test
  void theDensityIsOne() {
    Table two = rows.selectColumns(3, 6);
    GenerativeTopographicMapModel model =
        new GenerativeTopographicMap(LatentGrid.rectangle(4, 4), 4, 1, 1, 100, 0)
            .fit(two, LatentSamples.all(two), Progress.SILENT);
    double sum = 0;
    double step = 0.01;
    int side = 400;
    double[][] places = new double[side * side][];
    for (int i = 0; i < side * side; i++) {
      places[i] = new double[] {-1.5 + step * (i % side), -1.5 + step * (i / side)};
    }
    for (double log : model.logLikelihood(Table.of(two.columns(), places))) {
      sum += Math.exp(log) * step * step;
    }
    // The tails beyond the square, and a Gaussian narrower than a few steps.
    assertThat(sum).isCloseTo(1, within(1e-3));
  }

  @Test
  void gridsAreEven() {
    LatentGrid sheet = LatentGrid.rectangle(3, 5);
    assertThat(sheet.nodes()[0]).containsExactly(-1, 0.5);
    assertThat(sheet.nodes()[14]).containsExactly(1, -0.5);
    assertThat(sheet.step()).isCloseTo(0.5, within(1e-12));
    assertThat(LatentGrid.cylinder(4, 12).step())
        .isCloseTo(2 * Math.sin(Math.PI / 12), within(1e-12));
    for (double[] node : LatentGrid.sphere(50).nodes()) {
      assertThat(LatentGrid.square(node, new double[3])).isCloseTo(1, within(1e-12));
    }
    assertThat(LatentGrid.rectangle(9, 9).covering(16).count()).isEqualTo(16);
    assertThat(LatentGrid.rectangle(2, 2).covering(16).count()).isEqualTo(4);
    assertThat(LatentGrid.of(sheet.nodes()).covering(4).count()).isEqualTo(4);
  }

  @Test
  void whatMakesNoMapIsRefused() {
    assertThatThrownBy(() -> LatentGrid.rectangle(1, 1)).isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> LatentGrid.of(new double[][] {{0, 1}, {0, Double.NaN}}))
        .isInstanceOf(LearnException.class);
    LatentGrid grid = LatentGrid.rectangle(3, 3);
    assertThatThrownBy(() -> new GenerativeTopographicMap(grid, 1, 1, 0, 1, 0))
        .isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> new GenerativeTopographicMap(grid, 4, Double.NaN, 0, 1, 0))
        .isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> fit(grid, rows.selectRows(0, 0, 0)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("vary in");
    double[] holes = rows.values().clone();
    holes[5] = Double.NaN;
    assertThatThrownBy(() -> fit(grid, new Table(rows.columns(), rows.rows(), holes)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("NaN");
  }

  private double cost(GenerativeTopographicMapModel model, int[] pairing) {
    Table nodes = model.prototypes();
    double sum = 0;
    for (int row = 0; row < pairing.length; row++) {
      sum += LatentGrid.square(rows.row(row), nodes.row(pairing[row]));
    }
    return sum;
  }

  private static LatentGrid grid(LatentGrid.Shape shape) {
    return switch (shape) {
      case RECTANGLE -> LatentGrid.rectangle(5, 7);
      case CYLINDER -> LatentGrid.cylinder(4, 9);
      case SPHERE -> LatentGrid.sphere(40);
      case GIVEN -> LatentGrid.of(LatentGrid.rectangle(5, 6).nodes());
    };
  }

  private static GenerativeTopographicMapModel fit(LatentGrid grid, Table rows) {
    return new GenerativeTopographicMap(grid).fit(rows, LatentSamples.all(rows), Progress.SILENT);
  }

  private static double[] column(double[][] points, int i) {
    return Arrays.stream(points).mapToDouble(point -> point[i]).toArray();
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int k = 0; k < a.length; k++) {
      ab += (a[k] - meanA) * (b[k] - meanB);
      aa += (a[k] - meanA) * (a[k] - meanA);
      bb += (b[k] - meanB) * (b[k] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static double[] numbers(JsonNode array) {
    return array.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
  }

  private static JsonNode reference() {
    try (InputStream in =
        GenerativeTopographicMapTest.class.getResourceAsStream("gtm_numpy.json")) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
