package org.suiseki.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.suiseki.learn.Column;
import org.suiseki.learn.LearnException;

class RelevanceTest {
  private static final Column GAP = new Column("gap", "eV");

  @Test
  void summarisesRows() {
    double[][] perRow = {{-1, 2}, {3, 2}, {1, 2}, {-3, 6}};
    Relevance relevance = new Relevance("masking", GAP, new double[] {285, 286}, "eV", perRow);
    assertThat(relevance.meanAbsolute()).containsExactly(2, 3);
    assertThat(relevance.signedMean()).containsExactly(0, 3);
    // numpy.quantile([-3, -1, 1, 3], 0.25) and of [2, 2, 2, 6].
    assertThat(relevance.quantile(0.25)).containsExactly(new double[] {-1.5, 2}, within(1e-15));
    assertThat(relevance.quantile(1)).containsExactly(3, 6);
  }

  @Test
  void refusesAQuantileOfNothing() {
    Relevance empty = new Relevance("masking", GAP, new double[] {285}, "eV", new double[0][]);
    assertThatThrownBy(() -> empty.quantile(0.5)).isInstanceOf(LearnException.class);
  }

  @Test
  void refusesARowOfAnotherGrid() {
    assertThatThrownBy(
            () -> new Relevance("masking", GAP, new double[] {285}, "eV", new double[][] {{1, 2}}))
        .hasMessageContaining("2 relevances on an axis of 1");
  }
}
