package org.suiseki.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.suiseki.learn.Table;

class SpectrumColumnsTest {

  @Test
  void averagesItsColumnsInTheOrderOfTheAxis() {
    Table rows = Table.of(Made.columns(3, "1"), new double[][] {{1, 10, 100}, {3, 30, 300}});
    SpectrumColumns place = new SpectrumColumns(new int[] {2, 0}, new double[] {285, 286}, "eV");
    assertThat(place.mean(rows)).containsExactly(new double[] {200, 2}, within(1e-12));
    assertThat(place.points()).isEqualTo(2);
  }

  @Test
  void refusesAxesThatDoNotRiseAndColumnsThatAreNotThere() {
    assertThatThrownBy(() -> SpectrumColumns.leading(new double[] {285, 285}, "eV"))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("285.0 follows 285.0");
    assertThatThrownBy(() -> SpectrumColumns.leading(new double[] {285, Double.NaN}, "eV"))
        .isInstanceOf(ExplainException.class);
    assertThatThrownBy(() -> new SpectrumColumns(new int[1], new double[] {1, 2}, "eV"))
        .hasMessageContaining("1 columns for 2 grid points");
    Table rows = Table.of(Made.columns(2, "1"), new double[][] {{1, 2}});
    SpectrumColumns place = SpectrumColumns.leading(new double[] {1, 2, 3}, "eV");
    assertThatThrownBy(() -> place.checkFits(rows))
        .hasMessageContaining("column 2 of a table of 2");
  }
}
