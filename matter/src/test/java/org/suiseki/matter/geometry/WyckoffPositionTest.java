package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;

class WyckoffPositionTest {

  /** Irrational steps apart, so that no value is special by chance. */
  private static final double[] FREE = {0.1347, 0.2719, 0.4127};

  /** International Tables A. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "225 | a | 4a m-3m 0,0,0",
        "225 | e | 24e 4m.m x,0,0",
        "227 | c | 16c .-3m 1/8,1/8,1/8",
        "227 | e | 32e .3m x,x,x",
        "62 | c | 4c .m. x,1/4,z",
        "194 | c | 2c -6m2 1/3,2/3,1/4",
        "166 | h | 18h .m x,-x,z",
        "14 | d | 2d -1 1/2,0,1/2"
      })
  void areThoseOfTheTables(int number, char letter, String expected) {
    assertThat(SpaceGroup.ofNumber(number).wyckoffPositions())
        .filteredOn(position -> position.letter() == letter)
        .singleElement()
        .hasToString(expected);
  }

  /**
   * For a point of each position of each setting: as many images as the multiplicity, and as many
   * operations that keep it as the order of the group divided by that, which is also the order of
   * the point group that the site symmetry names.
   */
  @Test
  void multiplicityTimesStabiliserIsTheOrder() {
    for (SpaceGroup group : SpaceGroup.all()) {
      List<SymmetryOperation> operations = group.operations();
      for (WyckoffPosition position : group.wyckoffPositions()) {
        double[] point = position.point(FREE[0], FREE[1], FREE[2]);
        Set<List<Long>> images = new HashSet<>();
        List<int[]> keeping = new ArrayList<>();
        for (SymmetryOperation operation : operations) {
          double[] image = new double[3];
          operation.apply(point, 0, image, 0);
          images.add(rounded(image));
          if (rounded(image).equals(rounded(point))) {
            keeping.add(operation.rotation());
          }
        }
        assertThat(images).as(group + " " + position).hasSize(position.multiplicity());
        assertThat(keeping.size() * position.multiplicity()).isEqualTo(operations.size());
        assertThat(order(position.siteSymmetry())).isEqualTo(keeping.size());
      }
    }
  }

  private static List<Long> rounded(double[] point) {
    List<Long> rounded = new ArrayList<>();
    for (double coordinate : point) {
      rounded.add(Math.floorMod(Math.round(coordinate * 1e6), 1_000_000L));
    }
    return rounded;
  }

  /** The order of the point group whose oriented symbol this is: dots only tell directions. */
  private static int order(String oriented) {
    String plain = oriented.replace(".", "");
    return switch (plain) {
      case "2mm", "m2m", "mm2" -> 4;
      case "-42m", "-4m2" -> 8;
      case "-6m2", "-62m" -> 12;
      default -> {
        int order = 0;
        for (PointGroup group : PointGroup.values()) {
          if (group.international().equals(plain)) {
            order = SpaceGroup.ofNumber(first(group)).sortedOperations().size;
          }
        }
        yield order;
      }
    };
  }

  private static int first(PointGroup group) {
    int number = 1;
    while (SpaceGroup.ofNumber(number).pointGroup() != group) {
      number++;
    }
    return number;
  }

  /** A point of each position, moved by any operation and lattice vector, has the letter again. */
  @Test
  void everyImageHasTheLetter() {
    Random random = new Random(27);
    for (SpaceGroup group : SpaceGroup.all()) {
      Lattice lattice = SpaceGroupMatchTest.lattice(group, random);
      WyckoffFinder finder = WyckoffFinder.of(group, lattice, 1e-3);
      for (WyckoffPosition position : group.wyckoffPositions()) {
        double[] point = position.point(FREE[0], FREE[1], FREE[2]);
        for (int i = 0; i < 4; i++) {
          SymmetryOperation operation =
              group.operations().get(random.nextInt(group.operations().size()));
          double[] image = new double[3];
          operation.apply(point, 0, image, 0);
          for (int k = 0; k < 3; k++) {
            // Off by less than 1e-3 Å in all.
            image[k] += random.nextInt(5) - 2 + 5e-5 * (random.nextDouble() - 0.5);
          }
          assertThat(finder.position(image)).as(group + " " + position).isEqualTo(position);
        }
      }
    }
  }

  /** In Å and not in fractions: 0.02 of a long axis is far, of a short one near. */
  @Test
  void measuresInAngstrom() {
    SpaceGroup group = SpaceGroup.ofSymbol("P 4/m m m").orElseThrow();
    Lattice flat = Lattice.ofParameters(40, 40, 2, 90, 90, 90);
    WyckoffFinder finder = WyckoffFinder.of(group, flat, 0.1);
    assertThat(finder.position(0, 0, 0.04).letter()).isEqualTo('a');
    assertThat(finder.position(0, 0, 0.06).letter()).isEqualTo('g');
    assertThat(finder.position(0.002, 0, 0).letter()).isEqualTo('a');
    assertThat(finder.position(0.003, 0, 0).letter()).isEqualTo('l');
  }

  /** In a skewed cell the distance to a line is not that along an axis. */
  @Test
  void measuresInSkewedCells() {
    SpaceGroup group = SpaceGroup.ofNumber(2);
    Lattice skewed = Lattice.ofParameters(5, 5, 5, 60, 60, 60);
    // x - y is a vector of 5 Å too, x + y of 8.7 Å.
    WyckoffFinder finder = WyckoffFinder.of(group, skewed, 0.06);
    assertThat(finder.position(0.01, -0.01, 0).letter()).isEqualTo('a');
    assertThat(finder.position(0.01, 0.01, 0).letter()).isEqualTo('i');
  }

  @Test
  void refusesNoTolerance() {
    assertThatThrownBy(() -> WyckoffFinder.of(SpaceGroup.ofNumber(1), Lattice.cubic(3), 0))
        .isInstanceOf(MatterException.class);
  }
}
