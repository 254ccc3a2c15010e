package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.suiseki.house.SharedCrystals;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Matrix3;
import tools.jackson.databind.JsonNode;

class SpaceGroupReferenceTest {
  /** Numbers, symbols and the letters of all sites as spglib 2.0.2 gives them. */
  @Test
  void agreesWithSpglibOnThirtyCrystals() {
    JsonNode structures = SharedCrystals.pymatgen();
    assertThat(structures.size()).isEqualTo(30);
    for (JsonNode structure : structures) {
      String name = structure.get("name").asString();
      SpaceGroup group = SpaceGroup.ofHall(structure.get("hall").asString()).orElseThrow();
      Lattice lattice = SharedCrystals.lattice(structure.get("lattice"));
      SpaceGroupMatch match = SpaceGroupMatch.of(group.operations(), lattice);
      SpaceGroup found = match.spaceGroup();
      assertThat(found.number()).as(name).isEqualTo(structure.get("spacegroup_number").asInt());
      assertThat(found.international())
          .as(name)
          .isEqualTo(structure.get("spacegroup_symbol").asString());
      assertThat(found.hall()).as(name).isEqualTo(structure.get("hall").asString());
      assertThat(found.pointGroup().international())
          .as(name)
          .isEqualTo(structure.get("point_group").asString());
      assertThat(found.operations()).as(name).hasSize(structure.get("n_symops").asInt());
      assertThat(letters(structure.get("sites"), match, lattice))
          .as(name)
          .isEqualTo(expected(structure.get("wyckoffs")));
    }
  }

  private static String letters(JsonNode sites, SpaceGroupMatch match, Lattice lattice) {
    WyckoffFinder finder = WyckoffFinder.of(match.spaceGroup(), match.lattice(lattice), 0.01);
    double[] back = Matrix3.inverse(match.transformation());
    double[] origin = match.originShift();
    StringBuilder letters = new StringBuilder();
    for (JsonNode site : sites) {
      double[] point = new double[3];
      for (int k = 0; k < 3; k++) {
        point[k] = site.get("frac").get(k).asDouble() - origin[k];
      }
      letters.append(finder.position(Matrix3.apply(back, point)).letter());
    }
    return letters.toString();
  }

  private static String expected(JsonNode wyckoffs) {
    StringBuilder letters = new StringBuilder();
    for (JsonNode letter : wyckoffs) {
      letters.append(letter.asString());
    }
    return letters.toString();
  }
}
