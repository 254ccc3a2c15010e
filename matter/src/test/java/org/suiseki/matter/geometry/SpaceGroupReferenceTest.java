package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Matrix3;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpaceGroupReferenceTest {
  private static final Path REFERENCE =
      Path.of("..", "..", "shared", "reference", "pymatgen", "reference.json");

  /** Numbers, symbols and the letters of all sites as spglib 2.0.2 gives them. */
  @Test
  void agreesWithSpglibOnThirtyCrystals() throws IOException {
    assumeTrue(Files.exists(REFERENCE), "the reference values " + REFERENCE + " are absent here");
    JsonNode structures =
        JsonMapper.shared().readTree(Files.readString(REFERENCE)).get("structures");
    assertThat(structures.size()).isEqualTo(30);
    for (JsonNode structure : structures) {
      String name = structure.get("name").asString();
      SpaceGroup group = SpaceGroup.ofHall(structure.get("hall").asString()).orElseThrow();
      Lattice lattice = lattice(structure.get("lattice"));
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

  private static Lattice lattice(JsonNode node) {
    return Lattice.ofParameters(
        node.get("a").asDouble(),
        node.get("b").asDouble(),
        node.get("c").asDouble(),
        node.get("alpha").asDouble(),
        node.get("beta").asDouble(),
        node.get("gamma").asDouble());
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
