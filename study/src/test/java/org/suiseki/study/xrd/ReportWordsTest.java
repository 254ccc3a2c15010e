package org.suiseki.study.xrd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How peaks and families are written in the report. */
final class ReportWordsTest {

  @Test
  void indicesOfOneDigitStandTogether() {
    assertThat(XrdHeadline.compact("3 1 0")).isEqualTo("310");
    assertThat(XrdHeadline.compact("3 2 1 + 2 0 2 + 4 0 0")).isEqualTo("321+202+400");
  }

  @Test
  void otherLabelsKeepTheirSpaces() {
    assertThat(XrdHeadline.compact("10 1 2")).isEqualTo("10 1 2");
    assertThat(XrdHeadline.compact("1 0 10")).isEqualTo("1 0 10");
    assertThat(XrdHeadline.compact("-1 0 2")).isEqualTo("-1 0 2");
    assertThat(XrdHeadline.compact("31.2°")).isEqualTo("31.2°");
  }

  @Test
  void numbersOfAFormulaAreIndices() {
    assertThat(ClusterText.formula("Sm(Fe,Ti)12")).isEqualTo("Sm(Fe,Ti)_{12}");
    assertThat(ClusterText.formula("CaF2-SrF2")).isEqualTo("CaF_{2}-SrF_{2}");
    assertThat(ClusterText.formula("Fe11.5Ti0.5")).isEqualTo("Fe_{11.5}Ti_{0.5}");
  }

  @Test
  void otherNamesStayAsTheyAre() {
    assertThat(ClusterText.formula("film12")).isEqualTo("film12");
    assertThat(ClusterText.formula("series 2")).isEqualTo("series 2");
    assertThat(ClusterText.formula("batch_3")).isEqualTo("batch_3");
  }
}
