package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LatticeTest {
  /** A few units in the last place of lengths around 10 Å. */
  private static final double ROUND_OFF = 1e-12;

  @Test
  void givesBackTheParametersOfATriclinicCell() {
    Lattice anorthite = Lattice.ofParameters(8.1768, 12.8768, 14.1690, 93.17, 115.85, 91.22);
    assertThat(anorthite.parameters())
        .containsExactly(
            new double[] {8.1768, 12.8768, 14.1690, 93.17, 115.85, 91.22}, within(1e-10));
    // Wainwright & Starkey, Z. Kristallogr. 133, 75 (1971) give 1,336 to 1,340 Å³ for this cell.
    assertThat(anorthite.volume()).isCloseTo(1338, within(4.0));
    assertThat(anorthite.rightHanded()).isTrue();
    assertThat(anorthite.get(0, 1)).isZero();
    assertThat(anorthite.get(1, 2)).isZero();
  }

  @Test
  void keepsRightAnglesAndHexagonsExact() {
    Lattice hexagonal = Lattice.ofParameters(3, 3, 5, 90, 90, 120);
    assertThat(hexagonal.get(1, 0)).isEqualTo(-1.5);
    assertThat(hexagonal.get(2, 0)).isZero();
    assertThat(hexagonal.volume()).isCloseTo(45 * Math.sqrt(3) / 2, within(ROUND_OFF * 10));
    assertThat(Lattice.cubic(4).volume()).isEqualTo(64);
  }

  @Test
  void turnsFractionsToCartesianAndBack() {
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      Lattice lattice = random(random);
      double[] point = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      double[] back = point.clone();
      lattice.toCartesian(back, 0, back, 0);
      lattice.toFractional(back, 0, back, 0);
      // The cells of random() have condition numbers below 1e4.
      assertThat(back).containsExactly(point, within(1e-10));
    }
  }

  @Test
  void reciprocalRowsArePlaneNormals() {
    Lattice lattice = Lattice.ofParameters(4, 5, 6, 80, 95, 110);
    double[] star = lattice.reciprocalRows();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double product = 0;
        for (int axis = 0; axis < 3; axis++) {
          product += star[3 * i + axis] * lattice.get(j, axis);
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(ROUND_OFF));
      }
    }
    assertThat(Lattice.cubic(5.4309).spacing(1, 1, 1))
        .isCloseTo(5.4309 / Math.sqrt(3), within(ROUND_OFF));
    assertThat(Lattice.ofParameters(3, 3, 5, 90, 90, 120).spacing(1, 0, 0))
        .isCloseTo(3 * Math.sqrt(3) / 2, within(ROUND_OFF));
  }

  @Test
  void findsTheShortestImageInSkewedCellsAsASearchOverManyImagesDoes() {
    Random random = new Random(5);
    for (int i = 0; i < 60; i++) {
      Lattice lattice = random(random);
      double[] skew = {1, 0, 0, random.nextInt(7) - 3, 1, 0, random.nextInt(7) - 3, 2, 1};
      Lattice skewed = lattice.transformed(skew);
      double[] d = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      double[] less = d.clone();
      skewed.toCartesian(less, 0, less, 0);
      lattice.toFractional(less, 0, less, 0);
      assertThat(skewed.distance(0, 0, 0, d[0], d[1], d[2]))
          .isCloseTo(byManyImages(lattice, less), within(1e-10));
    }
  }

  @Test
  void scalesToAVolumeAndKeepsTheAngles() {
    Lattice lattice = Lattice.ofParameters(4, 5, 6, 80, 95, 110);
    Lattice larger = lattice.withVolume(2 * lattice.volume());
    assertThat(larger.volume()).isCloseTo(2 * lattice.volume(), within(1e-9));
    assertThat(larger.alpha()).isCloseTo(80, within(1e-10));
    assertThat(larger.a() / lattice.a()).isCloseTo(Math.cbrt(2), within(ROUND_OFF));
  }

  @Test
  void refusesWhatIsNoLattice() {
    assertThatThrownBy(() -> Lattice.of(1, 0, 0, 0, 1, 0))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("nine components, got 6");
    assertThatThrownBy(() -> Lattice.of(1, 0, 0, 0, 1, 0, 1, 1, 0))
        .hasMessageContaining("span no volume");
    assertThatThrownBy(() -> Lattice.of(0, 0, 0, 0, 1, 0, 1, 1, 0))
        .hasMessageContaining("span no volume");
    assertThatThrownBy(() -> Lattice.of(1, 0, 0, 0, Double.NaN, 0, 1, 1, 0))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> Lattice.of(1, 0, 0, 0, 1e308, 0, 1, 1, 0))
        .hasMessageContaining("1.0E308");
    assertThatThrownBy(() -> Lattice.ofParameters(1, 1, 1, 90, 90, 180))
        .hasMessageContaining("angles between 0 and 180");
    assertThatThrownBy(() -> Lattice.ofParameters(1, 1, 1, 30, 30, 100))
        .hasMessageContaining("close to no cell");
    assertThatThrownBy(() -> Lattice.ofParameters(-1, 1, 1, 90, 90, 90))
        .hasMessageContaining("lengths above 0");
  }

  private static Lattice random(Random random) {
    while (true) {
      double[] rows = new double[9];
      for (int i = 0; i < 9; i++) {
        rows[i] = 4 * random.nextGaussian();
      }
      double determinant =
          rows[0] * (rows[4] * rows[8] - rows[5] * rows[7])
              - rows[1] * (rows[3] * rows[8] - rows[5] * rows[6])
              + rows[2] * (rows[3] * rows[7] - rows[4] * rows[6]);
      if (Math.abs(determinant) > 3) {
        return Lattice.of(rows);
      }
    }
  }

  private static double byManyImages(Lattice lattice, double[] d) {
    double best = Double.POSITIVE_INFINITY;
    double[] at = new double[3];
    for (int i = -25; i <= 25; i++) {
      for (int j = -25; j <= 25; j++) {
        for (int k = -25; k <= 25; k++) {
          at[0] = d[0] + i;
          at[1] = d[1] + j;
          at[2] = d[2] + k;
          lattice.toCartesian(at, 0, at, 0);
          best = Math.min(best, at[0] * at[0] + at[1] * at[1] + at[2] * at[2]);
        }
      }
    }
    return Math.sqrt(best);
  }
}
