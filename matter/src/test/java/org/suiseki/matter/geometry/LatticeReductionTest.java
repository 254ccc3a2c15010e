package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.MatterException;

class LatticeReductionTest {
  /** The reference has six decimals. */
  private static final double LAST_DIGIT = 1e-6;

  /** spglib 2.0.2, niggli_reduce with its default eps of 1e-5. */
  @ParameterizedTest
  @CsvSource({
    "0 2.82 2.82 2.82 0 2.82 2.82 2.82 0, 3.988082 3.988082 3.988082 60 60 60",
    "5 0 0 15 5 0 -20 35 5, 5 5 5 90 90 90",
    "-1.5 1.5 1.5 1.5 -1.5 1.5 1.5 1.5 -1.5, "
        + "2.598076 2.598076 2.598076 109.471221 109.471221 109.471221",
    "6.3 0 0 2.1 7.2 0 -3.3 2.9 8.1, 6.3 7.5 9.111531 66.563169 70.776551 73.739795",
    "5.1 0 0 0 9.2 0 -7.7 0 6.6, 5.1 7.05762 9.2 90 90 110.74608",
    "3 0 0 -0.5 5.1720402164 0 1 1 2, 2.44949 3 4.863735 72.036868 81.93211 65.905157",
    "0 3.1 4.7 2.2 0 4.7 2.2 3.1 0, 3.801316 3.801316 5.189412 104.202759 104.202759 109.275076"
  })
  void agreesWithSpglibOnNiggliCells(String rows, String parameters) {
    double[] expected = numbers(parameters);
    LatticeReduction reduction = LatticeReduction.niggli(Lattice.of(numbers(rows)));
    for (int i = 0; i < 6; i++) {
      assertThat(reduction.lattice().parameters()[i]).isCloseTo(expected[i], within(LAST_DIGIT));
    }
  }

  /** b·c = b²/2: two cells of shortest vectors, of which the one with 2 a·c ≥ a·b is Niggli's. */
  @Test
  void choosesAmongCellsOfShortestVectors() {
    double gamma = Math.toDegrees(Math.acos(1 / 4.0));
    Lattice other = Lattice.ofParameters(2, 4, 4, 60, Math.toDegrees(Math.acos(1 / 16.0)), gamma);
    double[] found = LatticeReduction.niggli(other).lattice().parameters();
    double[] expected = {2, 4, 4, 60, Math.toDegrees(Math.acos(3 / 16.0)), gamma};
    for (int i = 0; i < 6; i++) {
      assertThat(found[i]).isCloseTo(expected[i], within(1e-9));
    }
  }

  @Test
  void givesOneNiggliCellForAllDescriptionsOfALattice() {
    Random random = new Random(20041);
    for (int round = 0; round < 500; round++) {
      Lattice lattice = RandomLattices.ofSystem(CrystalSystem.values()[round % 7], random);
      double[] expected = LatticeReduction.niggli(lattice).lattice().parameters();
      int[] change = RandomLattices.unimodular(random, 6);
      Lattice other = lattice.transformed(Matrix3.ofWhole(change));
      LatticeReduction reduction = LatticeReduction.niggli(other);
      double[] found = reduction.lattice().parameters();
      for (int i = 0; i < 6; i++) {
        // Coefficients up to some hundreds cost as many units of the last of sixteen digits.
        assertThat(found[i]).as("%s", other).isCloseTo(expected[i], within(1e-7));
      }
      requireSameLattice(other, reduction);
    }
  }

  @Test
  void findsTheShortestVectorsBothWays() {
    Random random = new Random(1933);
    for (int round = 0; round < 300; round++) {
      Lattice lattice =
          RandomLattices.ofSystem(CrystalSystem.values()[round % 7], random)
              .transformed(Matrix3.ofWhole(RandomLattices.unimodular(random, 6)));
      LatticeReduction delaunay = LatticeReduction.delaunay(lattice);
      double[] niggli = LatticeReduction.niggli(lattice).lattice().parameters();
      double[] found = delaunay.lattice().parameters();
      for (int i = 0; i < 3; i++) {
        assertThat(found[i]).isCloseTo(niggli[i], within(1e-7));
      }
      requireSameLattice(lattice, delaunay);
    }
  }

  @Test
  void reducesWhatIsSkewedAThousandfold() {
    Lattice skewed = Lattice.of(4, 0, 0, 4_000, 5, 0, -3_996, 5_000, 6);
    double[] found = LatticeReduction.niggli(skewed).lattice().parameters();
    double[] expected = {4, 5, 6, 90, 90, 90};
    for (int i = 0; i < 6; i++) {
      assertThat(found[i]).isCloseTo(expected[i], within(1e-6));
    }
  }

  @Test
  void keepsTheHand() {
    Lattice left = Lattice.of(3, 0.1, 0, 0.2, 4, 0, 7, 1, -5);
    assertThat(left.rightHanded()).isFalse();
    assertThat(LatticeReduction.niggli(left).lattice().rightHanded()).isFalse();
    assertThat(LatticeReduction.delaunay(left).lattice().rightHanded()).isFalse();
  }

  @Test
  void refusesAToleranceThatIsNone() {
    Lattice lattice = Lattice.cubic(3);
    assertThatThrownBy(() -> LatticeReduction.niggli(lattice, Double.NaN))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> LatticeReduction.niggli(lattice, -1))
        .isInstanceOf(MatterException.class);
  }

  private static void requireSameLattice(Lattice given, LatticeReduction reduction) {
    int[] transformation = reduction.transformation();
    assertThat(Matrix3.determinant(transformation)).isEqualTo(1);
    double[] expected = given.transformed(Matrix3.ofWhole(transformation)).rows();
    for (int i = 0; i < 9; i++) {
      assertThat(reduction.lattice().rows()[i]).isCloseTo(expected[i], within(1e-9));
    }
  }

  private static double[] numbers(String text) {
    return Pattern.compile(" ")
        .splitAsStream(text.trim())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
