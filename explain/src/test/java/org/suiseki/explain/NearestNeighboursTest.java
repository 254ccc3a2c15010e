package org.suiseki.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {

  @Test
  void agreesWithSortingAllDistances() {
    double[][] reference = Made.gaussian(300, 37, 1);
    double[][] queries = Made.gaussian(20, 37, 2);
    Neighbours found = NearestNeighbours.plain(reference).of(queries, 7);
    for (int q = 0; q < 20; q++) {
      double[] query = queries[q];
      int[] sorted = sorted(reference, query);
      for (int i = 0; i < 7; i++) {
        assertThat(found.rows()[q][i]).isEqualTo(sorted[i]);
        assertThat(found.distances()[q][i])
            .isCloseTo(distance(reference[sorted[i]], query), within(1e-12));
      }
    }
  }

  @Test
  void leavesTheRowItselfOut() {
    double[][] reference = Made.gaussian(100, 5, 3);
    Neighbours found = NearestNeighbours.plain(reference).among(3);
    for (int row = 0; row < 100; row++) {
      int[] sorted = sorted(reference, reference[row]);
      assertThat(found.rows()[row]).containsExactly(sorted[1], sorted[2], sorted[3]);
    }
  }

  @Test
  void aTwinIsANeighbourAtDistanceZeroAndTiesGoToTheLowerRow() {
    double[][] reference = {{1, 1}, {0, 0}, {1, 1}, {1, 1}};
    Neighbours found = NearestNeighbours.plain(reference).among(2);
    assertThat(found.rows()[2]).containsExactly(0, 3);
    assertThat(found.distances()[2]).containsExactly(0, 0);
  }

  @Test
  void scalingMakesUnitsIrrelevant() {
    double[][] reference = Made.gaussian(80, 4, 4);
    double[][] rescaled = new double[80][4];
    for (int row = 0; row < 80; row++) {
      for (int i = 0; i < 4; i++) {
        rescaled[row][i] = Math.pow(10, 3 * i) * reference[row][i] - 5 * i;
      }
    }
    Neighbours one = NearestNeighbours.scaled(reference).among(5);
    Neighbours other = NearestNeighbours.scaled(rescaled).among(5);
    assertThat(other.rows()).isDeepEqualTo(one.rows());
    assertThat(other.distances()[9]).containsExactly(one.distances()[9], within(1e-9));
  }

  @Test
  void aFeatureThatNeverVariesDoesNoHarm() {
    double[][] reference = {{1, 0}, {2, 0}, {4, 0}};
    Neighbours found = NearestNeighbours.scaled(reference).of(new double[][] {{1.2, 0}}, 1);
    assertThat(found.rows()[0]).containsExactly(0);
    assertThat(found.distances()[0][0]).isFinite();
  }

  @Test
  void refusesWhatCannotBeCompared() {
    NearestNeighbours three = NearestNeighbours.plain(Made.gaussian(3, 2, 5));
    assertThatThrownBy(() -> three.among(3)).hasMessageContaining("3 neighbours");
    assertThatThrownBy(() -> three.of(new double[][] {{1}}, 1)).hasMessageContaining("features");
    assertThatThrownBy(() -> three.of(new double[][] {{1, Double.NaN}}, 1))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> NearestNeighbours.scaled(new double[0][]))
        .isInstanceOf(ExplainException.class);
  }

  private static int[] sorted(double[][] reference, double[] query) {
    return IntStream.range(0, reference.length)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> distance(reference[row], query)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
