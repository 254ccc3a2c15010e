package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CommonScaleTest {
  private static final int[] TWO = {0, 1};

  private static Table table(double[]... rows) {
    return Table.of(Samples.columns("x", "1", rows[0].length), rows);
  }

  @Test
  void centresEachColumnAndDividesAllByOneNumber() {
    Table table = table(new double[] {1, 10}, new double[] {3, 10}, new double[] {100, 100});
    CommonScale scale = CommonScale.of(table, TWO);
    assertThat(scale.mean()).containsExactly(2, 10);
    // What is left is −1, 0, 1, 0: the root of a half.
    assertThat(scale.scale()).isCloseTo(Math.sqrt(0.5), within(1e-15));
    double[] scaled = scale.apply(table);
    double[] expected = {-Math.sqrt(2), 0, Math.sqrt(2), 0, 98 * Math.sqrt(2), 90 * Math.sqrt(2)};
    // Two roundings of values up to 139.
    assertThat(scaled).containsExactly(expected, within(1e-12));
    assertThat(scale.restore(scaled).values()).containsExactly(table.values(), within(1e-12));
    assertThat(scale.restore(scaled).columns()).isEqualTo(table.columns());
  }

  @Test
  void equalRowsAreLeftAtTheirSize() {
    double[] row = {0.1, 1e6, -7.3};
    double[][] rows = new double[7][];
    Arrays.fill(rows, row);
    CommonScale scale = CommonScale.of(table(rows), new int[] {0, 1, 2, 3, 4, 5, 6});
    assertThat(scale.scale()).isEqualTo(1);
    CommonScale one = CommonScale.of(table(row), new int[] {0});
    assertThat(one.scale()).isEqualTo(1);
    assertThat(one.apply(table(row))).containsOnly(0);
  }

  @Test
  void comesBackFromWhatItStored() {
    CommonScale scale = CommonScale.of(table(new double[] {1, 10}, new double[] {3, 11}), TWO);
    StoredModel stored =
        StoredModel.of("any", scale.columns(), scale.columns()).withTensors(scale.tensors());
    CommonScale back = CommonScale.from(stored);
    assertThat(back.mean()).isEqualTo(scale.mean());
    assertThat(back.scale()).isEqualTo(scale.scale());
    assertThat(back.columns()).isEqualTo(scale.columns());
  }

  @Test
  void badInputIsNamed() {
    Table table = table(new double[] {1, 2}, new double[] {3, Double.NaN});
    assertThatThrownBy(() -> CommonScale.of(table, TWO))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("Row 1")
        .hasMessageContaining("x1 [1]");
    assertThatThrownBy(() -> CommonScale.of(table, new int[0])).hasMessageContaining("0 rows");
    CommonScale scale = CommonScale.of(table, new int[] {0});
    assertThatThrownBy(() -> scale.apply(table)).hasMessageContaining("Row 1");
    assertThatThrownBy(() -> scale.apply(table(new double[] {1})))
        .hasMessageContaining("1 columns, expected 2");
    assertThatThrownBy(() -> scale.restore(new double[3])).hasMessageContaining("3 values");
    assertThatThrownBy(() -> new CommonScale(table.columns(), new double[2], 0))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("scale 0.0");
    assertThatThrownBy(
            () -> new CommonScale(table.columns(), new double[] {0, Double.POSITIVE_INFINITY}, 1))
        .isInstanceOf(LearnException.class);
  }
}
