package org.suiseki.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suiseki.explain.ApplicabilityDomain.Options;
import org.suiseki.explain.ApplicabilityDomain.Verdict;
import org.suiseki.learn.Column;
import org.suiseki.learn.Table;

class ApplicabilityDomainTest {
  private static final double[] AXIS = Made.axis(280, 300, 0.25);

  @Test
  void rowsLikeTheTrainingRowsAreInside() {
    for (Options options : List.of(Options.defaults(), Options.scaledOnly())) {
      Table training = Table.of(Made.columns(8, "1"), Made.gaussian(600, 8, 1));
      Table fresh = Table.of(Made.columns(8, "1"), Made.gaussian(2000, 8, 2));
      double inside = ApplicabilityDomain.fit(training, options).judge(fresh).insideShare();
      // The quantile of 600 rows scatters by sqrt(0.95 * 0.05 / 600) = 0.009.
      assertThat(inside).isCloseTo(0.95, within(0.03));
    }
  }

  @Test
  void freshSpectraOfTheFamilyAreInsideThoughRowsAreFewerThanColumns() {
    Table training = noisy(Made.spectra(AXIS, 60, 3), 1);
    Table fresh = noisy(Made.spectra(AXIS, 400, 4), 2);
    double inside =
        ApplicabilityDomain.fit(training, Options.defaults()).judge(fresh).insideShare();
    assertThat(inside).isBetween(0.88, 1.0);
  }

  @Test
  void farRowsAndRowsOutsideTheSubspaceAreOutside() {
    Table training = Made.spectra(AXIS, 200, 5);
    ApplicabilityDomain domain = ApplicabilityDomain.fit(training, Options.defaults());
    double[] bright = training.row(0);
    double[] strange = training.row(0);
    for (int point = 0; point < AXIS.length; point++) {
      bright[point] *= 4;
      // A small peak where no training spectrum has one: orthogonal to all they span.
      double z = (AXIS[point] - 297.5) / 0.4;
      strange[point] += 0.3 * Math.exp(-0.5 * z * z);
    }
    Table rows = Table.of(training.columns(), new double[][] {bright, strange, training.row(0)});

    Verdict verdict = domain.judge(rows);

    assertThat(verdict.inside()).containsExactly(false, false, true);
    assertThat(verdict.scores()[0]).isGreaterThan(2);
    assertThat(verdict.neighbourDistances()[0]).isGreaterThan(verdict.neighbourDistances()[2]);
    assertThat(verdict.residuals()[1]).isGreaterThan(10 * verdict.residuals()[2]);
    assertThat(verdict.nearest().rows()[2][0]).isZero();
  }

  @Test
  void unitsOfColumnsDoNotMatter() {
    double[][] values = Made.gaussian(150, 6, 6);
    double[][] fresh = Made.gaussian(50, 6, 7);
    ApplicabilityDomain one =
        ApplicabilityDomain.fit(Table.of(ownUnits(), values), Options.defaults());
    ApplicabilityDomain other =
        ApplicabilityDomain.fit(Table.of(ownUnits(), rescaled(values)), Options.defaults());
    double[] scores = one.judge(Table.of(ownUnits(), fresh)).scores();
    assertThat(other.judge(Table.of(ownUnits(), rescaled(fresh))).scores())
        .containsExactly(scores, within(1e-6));
  }

  @Test
  void aColumnThatNeverVariedInTrainingIsWatched() {
    double[][] values = Made.gaussian(100, 4, 8);
    for (double[] row : values) {
      row[3] = 0;
    }
    ApplicabilityDomain domain =
        ApplicabilityDomain.fit(Table.of(Made.columns(4, "1"), values), Options.defaults());
    double[] fluorinated = {0, 0, 0, 0.25};
    double[] plain = {0, 0, 0, 0};
    assertThat(
            domain
                .judge(Table.of(Made.columns(4, "1"), new double[][] {fluorinated, plain}))
                .inside())
        .containsExactly(false, true);
  }

  @Test
  void isRebuiltFromItsParts() {
    Table training = Made.spectra(AXIS, 50, 9);
    ApplicabilityDomain domain = ApplicabilityDomain.fit(training, Options.defaults());
    InputSpace space = domain.space();
    ApplicabilityDomain again =
        new ApplicabilityDomain(
            domain.options(),
            new InputSpace(
                space.mean().clone(),
                space.scale().clone(),
                space.axes().clone(),
                space.deviations().clone(),
                space.residualVariance()),
            domain.training().clone(),
            domain.threshold());
    Table fresh = Made.spectra(AXIS, 20, 10);
    assertThat(again.judge(fresh).scores()).containsExactly(domain.judge(fresh).scores());
  }

  @Test
  void tinyTrainingSetsHaveADomainToo() {
    Table training = Made.spectra(AXIS, 4, 11);
    ApplicabilityDomain domain = ApplicabilityDomain.fit(training, Options.defaults());
    assertThat(domain.options().neighbours()).isEqualTo(3);
    assertThat(domain.judge(training).scores()).doesNotContain(Double.NaN);
  }

  @Test
  void refusesWhatSpansNoDomain() {
    Table two = Made.spectra(AXIS, 2, 12);
    assertThatThrownBy(() -> ApplicabilityDomain.fit(two, Options.defaults()))
        .isInstanceOf(ExplainException.class);
    Table same = Table.of(Made.columns(2, "1"), new double[][] {{1, 2}, {1, 2}, {1, 2}, {1, 2}});
    assertThatThrownBy(() -> ApplicabilityDomain.fit(same, Options.defaults()))
        .hasMessageContaining("all the same");
    Table training = Made.spectra(AXIS, 20, 13);
    training.values()[AXIS.length + 2] = Double.NaN;
    assertThatThrownBy(() -> ApplicabilityDomain.fit(training, Options.defaults()))
        .hasMessageContaining("Row 1 has NaN in the column 'x2'");
  }

  private static Table noisy(Table spectra, long seed) {
    return new Disturbance.Noise(0.02).apply(spectra, SpectrumColumns.leading(AXIS, "eV"), seed);
  }

  private static List<Column> ownUnits() {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      columns.add(new Column("x" + i, "unit " + i));
    }
    return columns;
  }

  private static double[][] rescaled(double[][] values) {
    double[][] rescaled = new double[values.length][6];
    for (int row = 0; row < values.length; row++) {
      for (int i = 0; i < 6; i++) {
        rescaled[row][i] = 100 * i - Math.pow(10, i - 3) * values[row][i];
      }
    }
    return rescaled;
  }
}
