package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.house.SharedCrystals;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;
import tools.jackson.databind.JsonNode;

class CrystalNNTest {
  /** The reference is printed with six decimals. */
  private static final double PRINTED = 1e-6;

  /** Rounding weights to 0.001 moves the border between two numbers by 0.0005 on either side. */
  private static final double ROUNDING = 4 / Math.PI * 0.001 + PRINTED;

  private static final Map<Element, Double> STATES = states();

  @Test
  void environmentsAgreeWithPymatgen() {
    int sites = 0;
    for (Map.Entry<String, JsonNode> entry : SharedCrystals.pymatgen().properties()) {
      String name = entry.getKey();
      Crystal crystal = SharedCrystals.crystal(entry.getValue());
      Crystal charged = crystal.withOxidationStates(STATES);
      for (JsonNode environment : entry.getValue().get("environments")) {
        compare(crystal, environment, environment.get("crystalnn_cn").asInt(), name);
        JsonNode oxidised = environment.get("with_oxidation_states");
        if (oxidised != null && oxidised.isObject()) {
          int site = environment.get("site").asInt();
          compare(charged, site, oxidised, oxidised.get("cn").asInt(), name + " with states");
        }
        sites++;
      }
    }
    assertThat(sites).isEqualTo(66);
  }

  @Test
  void neighboursAndTheirWeightsAgreeWithPymatgen() {
    for (Map.Entry<String, JsonNode> entry : SharedCrystals.pymatgen().properties()) {
      Crystal crystal = SharedCrystals.crystal(entry.getValue());
      CoordinationEnvironments rounded = CrystalNN.AS_PYMATGEN.environments(crystal);
      CoordinationEnvironments exact = CrystalNN.DEFAULT.environments(crystal);
      for (JsonNode environment : entry.getValue().get("environments")) {
        int site = environment.get("site").asInt();
        JsonNode expected = environment.get("neighbors");
        assertThat(rounded.to(site) - rounded.from(site)).isEqualTo(expected.size());
        // Weights are printed as they were rounded; a last digit may turn on round-off.
        assertWeights(rounded, site, expected, 1e-9, entry.getKey());
        assertWeights(exact, site, expected, 0.0005 + 1e-9, entry.getKey());
      }
    }
  }

  @Test
  void geometricEnvironmentsAgreeWithPymatgen() {
    int compared = 0;
    for (Map.Entry<String, JsonNode> entry : SharedCrystals.pymatgen().properties()) {
      CoordinationEnvironments around =
          CrystalNN.GEOMETRIC.environments(SharedCrystals.crystal(entry.getValue()));
      for (JsonNode environment : entry.getValue().get("environments")) {
        int site = environment.get("site").asInt();
        for (Map.Entry<String, JsonNode> value : environment.get("ops_geometric").properties()) {
          if (value.getKey().startsWith("wt CN_")) {
            int number = Integer.parseInt(value.getKey().substring(6));
            assertThat(around.probability(site, number))
                .as("%s, site %d, %d", entry.getKey(), site, number)
                .isCloseTo(value.getValue().asDouble(), within(ROUNDING));
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(66);
  }

  /** pymatgen 2022.11.7 with cation_anion=True, of the reference crystals with formal charges. */
  @ParameterizedTest
  @CsvSource({
    "K2CrO4, 0, 10, 0.491050",
    "K2CrO4, 8, 4, 0.990809",
    "K2CrO4, 12, 5, 0.235264",
    "SrTiO3, 2, 6, 0.482499",
    "CsPbI3, 2, 6, 0.670593",
    "CdI2, 1, 3, 1",
    "NiAs, 0, 6, 1"
  })
  void onlyOppositeChargesCountWhereAskedFor(String name, int site, int number, double expected) {
    Crystal crystal = SharedCrystals.crystal(SharedCrystals.pymatgen().get(name));
    CoordinationEnvironments around =
        CrystalNN.AS_PYMATGEN
            .withCationAnion(true)
            .environments(crystal.withOxidationStates(STATES));
    assertThat(around.probability(site, number)).isCloseTo(expected, within(PRINTED));
  }

  /** pymatgen 2022.11.7, local_env._get_radius; the first by interpolation, then means. */
  @ParameterizedTest
  @CsvSource({
    "Fe, 2.667, 0.829955",
    "Fe, 4, 0.8525",
    "Ni, 2, 0.74",
    "Cr, 6, 0.94",
    "As, -3, 0",
    "Cl, 0, 1.02",
    "Mn, 0, 1.5",
    "O, -1.5, 1.26",
    "S, 5, 0.47"
  })
  void radiiAreThoseOfTheCalibration(Element element, double state, double expected) {
    assertThat(BondRadii.standard().ionic(Species.of(element, state)))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void anEnvironmentDoesNotHangOnTheDescription() {
    RandomCrystals chance = new RandomCrystals(21);
    for (int round = 0; round < 20; round++) {
      Crystal crystal = chance.crystal(1 + round % 8);
      int n = crystal.siteCount();
      CoordinationEnvironments expected = CrystalNN.DEFAULT.environments(crystal);
      assertAlike(chance.skewed(crystal), expected, n, 1);
      assertAlike(chance.rotated(crystal), expected, n, 1);
      assertAlike(chance.translated(crystal), expected, n, 1);
      assertAlike(crystal.supercell(1, 3, 2), expected, n, 6);
      int[] order = chance.order(n);
      CoordinationEnvironments permuted = CrystalNN.DEFAULT.environments(crystal.permuted(order));
      for (int i = 0; i < n; i++) {
        assertAlike(permuted, i, expected, order[i]);
      }
    }
  }

  /**
   * Between its layers, the cell of S in layered PbS (mp-20526) is bounded by atoms beyond 7 Å.
   * pymatgen 2022.11.7 finds one neighbour with its search cutoff of 7 Å, and five with 14 Å.
   */
  @Test
  void farAtomsBoundTheCellsOfLayers() {
    Crystal layers =
        Crystal.of(
            Lattice.ofParameters(4.254706, 4.254706, 11.370189, 90, 90, 89.887622),
            List.of(
                new Site(Element.S, 0.767, 0.267, 0.612),
                new Site(Element.S, 0.267, 0.767, 0.388),
                new Site(Element.Pb, 0.254, 0.754, 0.625),
                new Site(Element.Pb, 0.754, 0.254, 0.375)));
    CoordinationEnvironments near = CrystalNN.AS_PYMATGEN.environments(layers);
    CoordinationEnvironments exact = CrystalNN.DEFAULT.environments(layers);
    assertThat(near.coordinationNumber(0)).isEqualTo(1);
    assertThat(near.probability(0, 1)).isCloseTo(0.735843, within(PRINTED));
    assertThat(exact.coordinationNumber(0)).isEqualTo(5);
    assertThat(exact.probability(0, 5)).isCloseTo(0.617795, within(ROUNDING));
    assertThat(near.probability(2, 5)).isCloseTo(0.617795, within(PRINTED));
  }

  @Test
  void probabilitiesAreWhole() {
    for (Crystal crystal : SharedCrystals.phonons(100)) {
      CoordinationEnvironments around = CrystalNN.DEFAULT.environments(crystal);
      for (int i = 0; i < around.siteCount(); i++) {
        double sum = 0;
        double members = 0;
        for (int number = 0; number <= around.to(i) - around.from(i); number++) {
          assertThat(around.probability(i, number)).isNotNegative();
          sum += around.probability(i, number);
        }
        for (int e = around.from(i); e < around.to(i); e++) {
          members += around.membership(i, e);
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(members).isCloseTo(around.meanNumber(i), within(1e-9));
      }
    }
  }

  @Test
  void anAtomAloneHasNoNeighbours() {
    Crystal argon = Crystal.of(Lattice.cubic(40), List.of(new Site(Element.Ar, 0, 0, 0)));
    for (CrystalNN options : List.of(CrystalNN.DEFAULT, CrystalNN.AS_PYMATGEN)) {
      CoordinationEnvironments around = options.environments(argon);
      assertThat(around.coordinationNumber(0)).isZero();
      assertThat(around.probability(0, 0)).isEqualTo(1);
      assertThat(around.from(0)).isEqualTo(around.to(0));
    }
    assertThat(CrystalNN.GEOMETRIC.environments(argon).coordinationNumber(0)).isEqualTo(6);
  }

  @Test
  void theLargestPartOfASiteSpeaksForIt() {
    Crystal pure = rockSalt(Occupation.of(Element.Na));
    Crystal shared =
        rockSalt(Occupation.of(Map.of(Species.of(Element.Na), 0.6, Species.of(Element.Cs), 0.4)));
    CoordinationEnvironments expected = CrystalNN.DEFAULT.environments(pure);
    CoordinationEnvironments around = CrystalNN.DEFAULT.environments(shared);
    for (int number = 0; number <= 18; number++) {
      assertThat(around.probability(0, number)).isEqualTo(expected.probability(0, number));
    }
  }

  @Test
  void badOptionsAndAbsentStatesAreTold() {
    assertThatThrownBy(() ->
            CrystalNN.DEFAULT
                .withCationAnion(true)
                .environments(rockSalt(Occupation.of(Element.Na))))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("Site 0 (Na) has no oxidation state");
    assertThatThrownBy(() -> new CrystalNN(false, 1, 0.5, 3, true, 7, 0))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> new CrystalNN(false, 0.5, 1, Double.NaN, true, 7, 0))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> new CrystalNN(false, 0.5, 1, 3, true, -7, 0))
        .isInstanceOf(MatterException.class);
  }

  private static Crystal rockSalt(Occupation cation) {
    return Crystal.of(
        Lattice.of(0, 2.8, 2.8, 2.8, 0, 2.8, 2.8, 2.8, 0),
        List.of(new Site(cation, 0, 0, 0), new Site(Element.Cl, 0.5, 0.5, 0.5)));
  }

  /** Formal charges of the reference crystals. */
  private static Map<Element, Double> states() {
    Map<Element, Double> states = new HashMap<>();
    String text =
        "Na 1 Cl -1 Mg 2 O -2 Zn 2 S -2 Ga 3 As -3 Ca 2 F -1 Li 1 Ti 4 Sr 2 Si 4 Al 3 K 1 Cr 6 "
            + "Cd 2 I -1 B 3 N -3 Ni 3 Cu 1 Fe 3 C 4 Pt 2 Re 6 Ba 2 Y 3 Cs 1 Pb 2";
    String[] parts = text.split(" ");
    for (int i = 0; i < parts.length; i += 2) {
      states.put(Element.valueOf(parts[i]), Double.valueOf(parts[i + 1]));
    }
    return states;
  }

  private static void compare(Crystal crystal, JsonNode environment, int number, String name) {
    compare(crystal, environment.get("site").asInt(), environment, number, name);
  }

  private static void compare(
      Crystal crystal, int site, JsonNode reference, int number, String name) {
    CoordinationEnvironments rounded = CrystalNN.AS_PYMATGEN.environments(crystal);
    CoordinationEnvironments exact = CrystalNN.DEFAULT.environments(crystal);
    assertThat(rounded.coordinationNumber(site)).as(name).isEqualTo(number);
    assertThat(exact.coordinationNumber(site)).as(name).isEqualTo(number);
    JsonNode weights = reference.get("cn_weights");
    for (int n = 0; n <= 60; n++) {
      double expected = weights.has("" + n) ? weights.get("" + n).asDouble() : 0;
      String what = name + ", site " + site + ", number " + n;
      assertThat(rounded.probability(site, n)).as(what).isCloseTo(expected, within(PRINTED));
      assertThat(exact.probability(site, n)).as(what).isCloseTo(expected, within(ROUNDING));
    }
  }

  private static void assertWeights(
      CoordinationEnvironments around, int site, JsonNode expected, double off, String name) {
    Map<List<Integer>, Integer> entries = new HashMap<>();
    for (int e = around.from(site); e < around.to(site); e++) {
      entries.put(
          List.of(around.neighbour(e), around.image(e, 0), around.image(e, 1), around.image(e, 2)),
          e);
    }
    for (JsonNode one : expected) {
      JsonNode image = one.get("image");
      List<Integer> key =
          List.of(
              one.get("index").asInt(),
              image.get(0).asInt(),
              image.get(1).asInt(),
              image.get(2).asInt());
      assertThat(entries).as(name).containsKey(key);
      int entry = entries.get(key);
      assertThat(around.weight(entry)).as(name).isCloseTo(one.get("w").asDouble(), within(off));
      // Distances are printed with five decimals.
      assertThat(around.distance(entry)).isCloseTo(one.get("d").asDouble(), within(1e-5));
    }
  }

  private static void assertAlike(
      Crystal crystal, CoordinationEnvironments expected, int n, int copies) {
    CoordinationEnvironments around = CrystalNN.DEFAULT.environments(crystal);
    for (int i = 0; i < n * copies; i++) {
      assertAlike(around, i, expected, i / copies);
    }
  }

  private static void assertAlike(
      CoordinationEnvironments around, int i, CoordinationEnvironments expected, int j) {
    assertThat(around.coordinationNumber(i)).isEqualTo(expected.coordinationNumber(j));
    for (int n = 0; n <= 40; n++) {
      // Weights below 1e-6 are none; beside that only round-off is left.
      assertThat(around.probability(i, n)).isCloseTo(expected.probability(j, n), within(3e-6));
    }
  }
}
