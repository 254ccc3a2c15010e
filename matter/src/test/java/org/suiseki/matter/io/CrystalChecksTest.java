package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;

class CrystalChecksTest {
  private static final Lattice CUBE = Lattice.cubic(4);

  @Test
  void aSoundCrystalRaisesNoDoubt() {
    assertThat(warnings(CUBE, new Site(Element.Cs, 0, 0, 0), new Site(Element.Cl, 0.5, 0.5, 0.5)))
        .isEmpty();
  }

  @Test
  void namesOverlappingSitesAlsoOverTheBorder() {
    assertThat(
            warnings(
                CUBE,
                new Site(Element.Cs, 0, 0.5, 0),
                new Site(Element.Cl, 0.5, 0, 0.5),
                new Site(Occupation.of(Element.Br), 0.9, -0.5, 3, "Br1")))
        .containsExactly(
            "The sites 0 (Cs) and 2 (Br1), counted from 0, overlap: they are 0.400 Å apart.");
  }

  @Test
  void sitesThatAreFilledInPartMayShareAPlace() {
    Species iron = Species.of(Element.Fe);
    Site half = new Site(Occupation.of(Map.of(iron, 0.5)), 0, 0, 0);
    Site most = new Site(Occupation.of(Map.of(iron, 0.7)), 0, 0, 0);
    assertThat(warnings(CUBE, half, half)).isEmpty();
    assertThat(warnings(CUBE, half, most)).hasSize(1);
  }

  @Test
  void doubtsDensitiesOccupanciesAndHands() {
    assertThat(warnings(Lattice.cubic(100), new Site(Element.H, 0, 0, 0)))
        .containsExactly("The density is 1.67e-06 g/cm³; are the lengths in Å?");
    assertThat(warnings(Lattice.cubic(1), new Site(Element.U, 0, 0, 0)))
        .containsExactly("The density is 395 g/cm³; are the lengths in Å?");
    assertThat(warnings(Lattice.of(0, 4, 0, 4, 0, 0, 0, 0, 4), new Site(Element.Fe, 0, 0, 0)))
        .containsExactly("The lattice vectors are left-handed.");
    Occupation full =
        Occupation.of(Map.of(Species.of(Element.Fe), 0.5005, Species.of(Element.Ni), 0.5));
    assertThat(warnings(CUBE, new Site(full, 0, 0, 0, "M1")))
        .containsExactly("The occupancies of site 0 (M1), counted from 0, add up to 1.0005.");
  }

  /** The boxes find what all pairs do, in cells long, thin and skewed. */
  @Test
  void boxesFindWhatAllPairsDo() {
    Random random = new Random(3);
    int found = 0;
    for (int round = 0; round < 60; round++) {
      Lattice lattice =
          round % 3 == 0
              ? Lattice.of(0.7, 0, 0, 0.3, 30, 0, 5, 6, 20)
              : Lattice.of(10, 0, 0, 9, 3, 0, -7, 5, 9);
      List<Site> sites = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        sites.add(
            new Site(
                Element.C, random.nextDouble() * 4 - 2, random.nextDouble(), random.nextDouble()));
      }
      Crystal crystal = Crystal.of(lattice, sites);
      Set<List<Integer>> expected = new HashSet<>();
      for (int i = 0; i < 60; i++) {
        for (int j = 0; j < i; j++) {
          if (crystal.distance(j, i) < 0.5) {
            expected.add(List.of(j, i));
          }
        }
      }
      Set<List<Integer>> pairs = new HashSet<>();
      OverlappingSites.of(crystal, 0.5, 10_000)
          .forEach(pair -> pairs.add(List.of(pair[0], pair[1])));
      assertThat(pairs).isEqualTo(expected);
      found += expected.size();
    }
    assertThat(found).isGreaterThan(100);
  }

  /** Looks are bounded; all pairs of so many sites would be minutes. */
  @Test
  void manySitesOnOnePlaceEndSoon() {
    Site faint = new Site(Occupation.of(Map.of(Species.of(Element.Fe), 1e-6)), 0, 0, 0);
    assertThat(warnings(CUBE, Collections.nCopies(100_000, faint).toArray(Site[]::new)))
        .noneMatch(warning -> warning.contains("overlap"));
    Site whole = new Site(Element.Fe, 0, 0, 0);
    assertThat(warnings(CUBE, Collections.nCopies(100_000, whole).toArray(Site[]::new))).hasSize(4);
  }

  private static List<String> warnings(Lattice lattice, Site... sites) {
    return CrystalChecks.warnings(Crystal.of(lattice, List.of(sites)));
  }
}
