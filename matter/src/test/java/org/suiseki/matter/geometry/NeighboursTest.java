package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Site;

class NeighboursTest {
  /** Far above the round-off of coordinates of some ten Å, far below any change of geometry. */
  private static final double ROUND_OFF = 1e-9;

  private static final Lattice COPPER =
      Lattice.of(0, 1.805, 1.805, 1.805, 0, 1.805, 1.805, 1.805, 0);

  @Test
  void shellsOfTheCubicLatticesAreThoseOfTheTextbook() {
    // Squares of shell radii and their counts: fcc 2:12 4:6 6:24 8:12 10:24 (in a/2).
    Crystal copper = Crystal.of(COPPER, List.of(new Site(Element.Cu, 0, 0, 0)));
    assertThat(shells(Neighbours.within(copper, 1.805 * Math.sqrt(10)), 0))
        .containsExactly(12, 6, 24, 12, 24);
    Crystal iron =
        Crystal.of(
            Lattice.cubic(2.87),
            List.of(new Site(Element.Fe, 0, 0, 0), new Site(Element.Fe, 0.5, 0.5, 0.5)));
    assertThat(shells(Neighbours.within(iron, 5.0), 1)).containsExactly(8, 6, 12, 24, 8);
  }

  @Test
  void aShellOfEqualDistancesIsNeverCut() {
    Crystal copper = Crystal.of(COPPER, List.of(new Site(Element.Cu, 0.1, 7.3, -2.2)));
    for (int k = 1; k <= 12; k++) {
      assertThat(Neighbours.nearest(copper, k, 0).count()).isEqualTo(12);
    }
    assertThat(Neighbours.nearest(copper, 13, 0).count()).isEqualTo(18);
    // The second shell is 1.057 Å farther.
    assertThat(Neighbours.nearest(copper, 1, 1.06).count()).isEqualTo(18);
    assertThat(Neighbours.nearest(copper, 1, 1.05).count()).isEqualTo(12);
  }

  @Test
  void entriesAreThoseOfASearchThroughAllImages() {
    RandomCrystals chance = new RandomCrystals(1);
    for (int round = 0; round < 30; round++) {
      Crystal crystal = chance.skewed(chance.translated(chance.crystal(1 + round % 9)));
      double cutoff = 1.5 + round % 7;
      Neighbours found = Neighbours.within(crystal, cutoff);
      for (int i = 0; i < crystal.siteCount(); i++) {
        assertThat(entries(found, i)).isEqualTo(exhaustive(crystal, i, cutoff));
      }
    }
  }

  @Test
  void imagesAndDisplacementsLeadToTheNeighbour() {
    RandomCrystals chance = new RandomCrystals(2);
    Crystal crystal = chance.skewed(chance.translated(chance.crystal(6)));
    Neighbours found = Neighbours.within(crystal, 6);
    for (int i = 0; i < crystal.siteCount(); i++) {
      for (int e = found.from(i); e < found.to(i); e++) {
        double[] way = new double[3];
        for (int axis = 0; axis < 3; axis++) {
          way[axis] =
              crystal.fractional(found.neighbour(e), axis)
                  + found.image(e, axis)
                  - crystal.fractional(i, axis);
        }
        crystal.lattice().toCartesian(way, 0, way, 0);
        double square = 0;
        for (int axis = 0; axis < 3; axis++) {
          assertThat(found.displacement(e, axis)).isCloseTo(way[axis], within(ROUND_OFF));
          square += way[axis] * way[axis];
        }
        assertThat(found.distance(e)).isCloseTo(Math.sqrt(square), within(ROUND_OFF));
      }
    }
  }

  @Test
  void theNearestAreTheFirstOfAllWithin() {
    RandomCrystals chance = new RandomCrystals(3);
    for (int round = 0; round < 30; round++) {
      Crystal crystal = chance.crystal(1 + round);
      int k = 1 + round % 17;
      Neighbours nearest = Neighbours.nearest(crystal, k, 0.3);
      Neighbours all = Neighbours.within(crystal, 9);
      for (int i = 0; i < crystal.siteCount(); i++) {
        double limit = all.distance(all.from(i) + k - 1) + 0.3;
        int length = 0;
        while (all.distance(all.from(i) + length) <= limit) {
          length++;
        }
        assertThat(entries(nearest, i)).isEqualTo(entries(all, i).subList(0, length));
      }
    }
  }

  @Test
  void thereIsAWayBackForEveryWay() {
    Neighbours found = Neighbours.within(new RandomCrystals(4).crystal(12), 7);
    List<String> there = new ArrayList<>();
    List<String> back = new ArrayList<>();
    for (int i = 0; i < found.siteCount(); i++) {
      for (int e = found.from(i); e < found.to(i); e++) {
        int j = found.neighbour(e);
        int[] image = {found.image(e, 0), found.image(e, 1), found.image(e, 2)};
        there.add(i + " " + j + Arrays.toString(image) + found.distance(e));
        for (int axis = 0; axis < 3; axis++) {
          image[axis] = -image[axis];
        }
        back.add(j + " " + i + Arrays.toString(image) + found.distance(e));
      }
    }
    assertThat(back).containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void distancesDoNotHangOnTheDescription() {
    RandomCrystals chance = new RandomCrystals(5);
    for (int round = 0; round < 20; round++) {
      Crystal crystal = chance.crystal(1 + round % 6);
      int n = crystal.siteCount();
      double[][] expected = sorted(Neighbours.within(crystal, 6), n, 1);
      same(sorted(Neighbours.within(chance.skewed(crystal), 6), n, 1), expected);
      same(sorted(Neighbours.within(chance.rotated(crystal), 6), n, 1), expected);
      same(sorted(Neighbours.within(chance.translated(crystal), 6), n, 1), expected);
      same(sorted(Neighbours.within(crystal.supercell(2, 1, 3), 6), n, 6), expected);
      int[] order = chance.order(n);
      double[][] permuted = sorted(Neighbours.within(crystal.permuted(order), 6), n, 1);
      for (int i = 0; i < n; i++) {
        assertThat(permuted[i]).containsExactly(expected[order[i]], within(ROUND_OFF));
      }
    }
  }

  @Test
  void largeCellsAreSearchedInBoxes() {
    Crystal copper = Crystal.of(COPPER, List.of(new Site(Element.Cu, 0, 0, 0)));
    Neighbours found = Neighbours.within(copper.supercell(12, 13, 14), 4);
    assertThat(found.siteCount()).isEqualTo(2184);
    assertThat(found.count()).isEqualTo(2184 * 18);
    assertThat(Neighbours.nearest(copper.supercell(12, 13, 14), 12, 0).count())
        .isEqualTo(2184 * 12);
  }

  @Test
  void extremelySkewedCellsAreSearchedOrRefused() {
    for (int skew = 1; skew <= 100_000_000; skew *= 10) {
      int[] twist = {1, skew, -skew, 0, 1, skew, 0, 0, 1};
      double[] vectors = new double[9];
      for (int i = 0; i < 9; i++) {
        vectors[i] = 3.0 * twist[i];
      }
      if (skew > 100_000) {
        // Vectors beyond 1e6 Å or as good as in a plane are no lattice.
        assertThatThrownBy(() -> twelve(vectors)).isInstanceOf(MatterException.class);
      } else {
        try {
          // Two atoms of a cube of 3 Å, one in its middle: 8 at 2.598 and 6 at 3 Å.
          assertThat(twelve(vectors)).isEqualTo(28);
        } catch (MatterException refused) {
          assertThat(skew).isGreaterThan(100);
        }
      }
    }
  }

  private static int twelve(double[] vectors) {
    Lattice lattice = Lattice.of(vectors);
    double[] middle = {1.5, 1.5, 1.5};
    lattice.toFractional(middle, 0, middle, 0);
    Site second = new Site(Element.Cl, middle[0], middle[1], middle[2]);
    return Neighbours.nearest(
            Crystal.of(lattice, List.of(new Site(Element.Cs, 0, 0, 0), second)), 12, 1e-3)
        .count();
  }

  @Test
  void overlappingAtomsAreNamed() {
    Crystal twice =
        Crystal.of(
            Lattice.cubic(4), List.of(new Site(Element.Na, 0, 0, 0), new Site(Element.K, 1, 2, 3)));
    assertThatThrownBy(() -> Neighbours.nearest(twice, 12, 0.1))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("Site 0 (Na) and site 1 (K)");
    assertThat(Neighbours.within(twice, 1).count()).isEqualTo(2);
  }

  @Test
  void sensibleLimitsAreAskedFor() {
    Crystal copper = Crystal.of(COPPER, List.of(new Site(Element.Cu, 0, 0, 0)));
    for (double cutoff : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e5}) {
      assertThatThrownBy(() -> Neighbours.within(copper, cutoff))
          .isInstanceOf(MatterException.class);
    }
    assertThatThrownBy(() -> Neighbours.nearest(copper, Integer.MAX_VALUE, 0))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> Neighbours.nearest(copper, 0, 0)).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> Neighbours.nearest(copper, 3, -1)).isInstanceOf(MatterException.class);
  }

  private static List<Integer> shells(Neighbours found, int site) {
    List<Integer> counts = new ArrayList<>();
    for (int e = found.from(site); e < found.to(site); e++) {
      boolean next = e == found.from(site) || found.distance(e) - found.distance(e - 1) > 0.01;
      if (next) {
        counts.add(1);
      } else {
        counts.set(counts.size() - 1, counts.get(counts.size() - 1) + 1);
      }
    }
    return counts;
  }

  private static List<String> entries(Neighbours found, int site) {
    List<String> entries = new ArrayList<>();
    for (int e = found.from(site); e < found.to(site); e++) {
      entries.add(
          entry(
              found.distance(e),
              found.neighbour(e),
              found.image(e, 0),
              found.image(e, 1),
              found.image(e, 2)));
    }
    return entries;
  }

  private static String entry(double distance, int j, int a, int b, int c) {
    return String.format(Locale.ROOT, "%.6f %d (%d %d %d)", distance, j, a, b, c);
  }

  /** The distances of ten thousands of images, as a person would write it first. */
  private static List<String> exhaustive(Crystal crystal, int i, double cutoff) {
    double[] reciprocal = crystal.lattice().reciprocalRows();
    int[] reach = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      double length =
          Math.sqrt(
              reciprocal[3 * axis] * reciprocal[3 * axis]
                  + reciprocal[3 * axis + 1] * reciprocal[3 * axis + 1]
                  + reciprocal[3 * axis + 2] * reciprocal[3 * axis + 2]);
      reach[axis] = (int) Math.ceil(cutoff * length) + 1;
    }
    List<String> entries = new ArrayList<>();
    double[] way = new double[3];
    int[] near = new int[3];
    for (int j = 0; j < crystal.siteCount(); j++) {
      for (int axis = 0; axis < 3; axis++) {
        near[axis] = (int) Math.rint(crystal.fractional(i, axis) - crystal.fractional(j, axis));
      }
      for (int a = near[0] - reach[0]; a <= near[0] + reach[0]; a++) {
        for (int b = near[1] - reach[1]; b <= near[1] + reach[1]; b++) {
          for (int c = near[2] - reach[2]; c <= near[2] + reach[2]; c++) {
            int[] image = {a, b, c};
            for (int axis = 0; axis < 3; axis++) {
              way[axis] = crystal.fractional(j, axis) + image[axis] - crystal.fractional(i, axis);
            }
            crystal.lattice().toCartesian(way, 0, way, 0);
            double distance = Math.sqrt(way[0] * way[0] + way[1] * way[1] + way[2] * way[2]);
            if (distance <= cutoff && !(i == j && a == 0 && b == 0 && c == 0)) {
              entries.add(entry(distance, j, a, b, c));
            }
          }
        }
      }
    }
    entries.sort(Comparator.comparingDouble(text -> Double.parseDouble(text.split(" ")[0])));
    return entries;
  }

  /** The distances of each of n sites, of which every one has copies one after another. */
  private static double[][] sorted(Neighbours found, int n, int copies) {
    assertThat(found.siteCount()).isEqualTo(n * copies);
    double[][] rows = new double[n][];
    for (int i = 0; i < n * copies; i++) {
      double[] row = new double[found.to(i) - found.from(i)];
      for (int e = found.from(i); e < found.to(i); e++) {
        row[e - found.from(i)] = found.distance(e);
      }
      Arrays.sort(row);
      if (i % copies > 0) {
        assertThat(row).containsExactly(rows[i / copies], within(ROUND_OFF));
      }
      rows[i / copies] = row;
    }
    return rows;
  }

  private static void same(double[][] rows, double[][] expected) {
    for (int i = 0; i < rows.length; i++) {
      assertThat(rows[i]).containsExactly(expected[i], within(ROUND_OFF));
    }
  }
}
