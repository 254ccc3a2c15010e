package org.suiseki.study.coreloss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void holdsAllOfASmallSet() {
    Sample sample = Sample.of(3, 400);
    assertThat(sample.rows()).containsExactly(0, 1, 2);
    assertThat(sample.place()).containsExactly(0, 1, 2);
  }

  @Test
  void choosesEvenlyFromALargeSet() {
    Sample sample = Sample.of(10, 4);
    assertThat(sample.rows()).containsExactly(0, 2, 5, 7);
    assertThat(sample.place()).containsExactly(0, -1, 1, -1, -1, 2, -1, 3, -1, -1);
    assertThat(sample.among(new int[] {1, 2, 3, 7})).containsExactly(2, 7);
  }
}
