package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShortestBasisTest {
  @Test
  void aSkewedCubeBecomesACube() {
    Lattice skewed =
        Lattice.cubic(3)
            .transformed(1, 7, -4, 0, 1, 9, 0, 0, 1)
            .transformed(1, 0, 0, 5, 1, 0, -3, 2, 1);
    Lattice shortest = skewed.transformed(toDoubles(skewed.shortestBasis()));
    // Round-off of vectors of some 300 Å.
    assertThat(shortest.parameters())
        .containsExactly(new double[] {3, 3, 3, 90, 90, 90}, within(1e-10));
  }

  @Test
  void theVectorsAscendAndAreAtNoAngleThatCouldBeMended() {
    Lattice lattice = Lattice.of(3.1, 0.2, 0, 40.3, 5.2, 0.1, -77, 12.9, 6.4);
    Lattice shortest = lattice.transformed(toDoubles(lattice.shortestBasis()));
    assertThat(shortest.volume()).isCloseTo(lattice.volume(), within(1e-9));
    assertThat(shortest.a()).isLessThanOrEqualTo(shortest.b());
    assertThat(shortest.b()).isLessThanOrEqualTo(shortest.c());
    double[] metric = shortest.metric();
    assertThat(Math.abs(metric[1])).isLessThanOrEqualTo(metric[0] / 2 + 1e-9);
    assertThat(Math.abs(metric[2])).isLessThanOrEqualTo(metric[0] / 2 + 1e-9);
    assertThat(Math.abs(metric[5])).isLessThanOrEqualTo(metric[4] / 2 + 1e-9);
  }

  private static double[] toDoubles(int[] whole) {
    double[] numbers = new double[whole.length];
    for (int i = 0; i < whole.length; i++) {
      numbers[i] = whole[i];
    }
    return numbers;
  }
}
