package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompositionTest {
  private static final Path SHARED = Path.of("..", "..", "shared");
  private static final Path REFERENCE =
      SHARED.resolve("reference/xenonpy/compositions_inputs.json");
  private static final Path MATERIALS_PROJECT =
      SHARED.resolve("data/composition/mp_stable_formation_energy_35463.csv.gz");

  @Test
  void agreesWithPymatgenOnFortyFormulas() throws IOException {
    assumeTrue(Files.exists(REFERENCE), "the reference values " + REFERENCE + " are absent here");
    JsonNode entries = JsonMapper.shared().readTree(Files.readString(REFERENCE));
    assertThat(entries.size()).isEqualTo(40);
    for (JsonNode entry : entries) {
      String formula = entry.get("formula").asString();
      Map<Element, Double> expected = new EnumMap<>(Element.class);
      entry
          .get("composition")
          .properties()
          .forEach(amount ->
              expected.put(Element.valueOf(amount.getKey()), amount.getValue().asDouble()));
      assertThat(Composition.parse(formula).amounts()).as(formula).isEqualTo(expected);
    }
  }

  /** Molar masses of the CRC Handbook (97th edition, section 4); printed to 0.001 g/mol. */
  @ParameterizedTest
  @CsvSource({
    "H2O, 18.015",
    "NaCl, 58.443",
    "CuSO4·5H2O, 249.685",
    "K4[Fe(CN)6], 368.343",
    "Al2(SO4)3, 342.151",
    "C6H12O6, 180.155",
    "Fe2O3, 159.688",
    "KAl(SO4)2·12H2O, 474.388",
    "UO2, 270.027"
  })
  void molarMassIsThatOfHandbooks(String formula, double mass) {
    // The Handbook adds S 32.065 and Cl 35.453; IUPAC's conventional values are 32.06 and 35.45.
    assertThat(Composition.parse(formula).molarMass()).isCloseTo(mass, within(1e-4 * mass));
  }

  @Test
  void countsAtomsSharesAndElements() {
    Composition vitriol = Composition.parse("CuSO4·5H2O");
    assertThat(vitriol.elements()).containsExactly(Element.H, Element.O, Element.S, Element.Cu);
    assertThat(vitriol.amount(Element.O)).isEqualTo(9);
    assertThat(vitriol.amount(Element.Fe)).isZero();
    assertThat(vitriol.total()).isEqualTo(21);
    assertThat(vitriol.fraction(Element.H)).isEqualTo(10.0 / 21);
    assertThat(vitriol.charge()).isZero();
    assertThat(vitriol).hasToString("CuH10O9S");
  }

  @ParameterizedTest
  @CsvSource({
    "CH3COOH, C2H4O2",
    "H2SO4, H2O4S",
    "C60, C60",
    "HCN, CHN",
    "SO4^2-, O4S^2-",
    "NH4+, H4N^+",
    "CBr4, CBr4",
    "NaCl, ClNa",
    "Fe0.5Ni0.5, Fe0.5Ni0.5"
  })
  void formulaIsInHillsOrder(String formula, String hill) {
    assertThat(Composition.parse(formula).formula()).isEqualTo(hill);
  }

  /** Printed by pymatgen 2022.11.7. */
  @ParameterizedTest
  @CsvSource({
    "Fe4O6, Fe2O3",
    "Li4Fe4P4O16, LiFePO4",
    "Li3Fe2P3O12, Li3Fe2(PO4)3",
    "Ca10P6O26H2, Ca5P3HO13",
    "Al2S3O12, Al2(SO4)3",
    "N2H8S1O4, H8S(NO2)2",
    "C6H12O6, H2CO",
    "CH3NH3PbI3, H6PbCI3N",
    "K4FeC6N6, K4Fe(CN)6",
    "YBa2Cu3O7, Ba2YCu3O7",
    "NaO, Na2O2",
    "Na2O2, Na2O2",
    "O2, O2",
    "H2, H2",
    "N4, N2",
    "CoCrFeMnNi, MnCrFeCoNi",
    "Ti6Al4V, Ti6Al4V",
    "Mg0.95Zn0.05O, Mg0.95Zn0.05O",
    "Si0.999P0.001, Si0.999P0.001",
    "CuSO9H10, CuH10SO9",
    "Ca2C2O6, CaCO3",
    "Mg3Si2O9H4, Mg3Si2H4O9",
    "Hg2Cl2, HgCl",
    "InGaAs2, InGaAs2",
    "C60, C",
    "Na3AlF6, Na3AlF6",
    "Ca5P3O12F, Ca5P3O12F",
    "PN2Cl2, P(NCl)2",
    "Ba2N2O6, BaNO3"
  })
  void reducedFormulaIsThatOfPymatgen(String formula, String reduced) {
    assertThat(Composition.parse(formula).reducedFormula()).isEqualTo(reduced);
  }

  @Test
  void reducedFormulasAreThoseOfTheMaterialsProject() throws IOException {
    assumeTrue(
        Files.exists(MATERIALS_PROJECT), "the formulas " + MATERIALS_PROJECT + " are absent here");
    int count = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(MATERIALS_PROJECT)),
                StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String pretty = line.split(",")[1];
        Composition composition = Composition.parse(pretty);
        assertThat(composition.reducedFormula()).isEqualTo(pretty);
        assertThat(composition.times(4).reducedFormula()).isEqualTo(pretty);
        count++;
      }
    }
    assertThat(count).isEqualTo(35_463);
  }

  @Test
  void elementsWithoutElectronegativityComeLast() {
    assertThat(Composition.parse("HeFe").reducedFormula()).isEqualTo("FeHe");
    assertThat(Composition.parse("XeF2").reducedFormula()).isEqualTo("XeF2");
  }

  @Test
  void equalityIsThatOfExactAmountsAndCharge() {
    assertThat(Composition.parse("CH3COOH"))
        .isEqualTo(Composition.parse("C2H4O2"))
        .hasSameHashCodeAs(Composition.parse("C2H4O2"))
        .isEqualTo(Composition.of(Map.of(Element.C, 2.0, Element.H, 4.0, Element.O, 2.0)))
        .isNotEqualTo(Composition.parse("CH2O"))
        .isNotEqualTo(Composition.parse("C2H4O2^-"));
  }

  @Test
  void addsAndMultiplies() {
    Composition salt = Composition.parse("Na+").plus(Composition.parse("Cl-"));
    assertThat(salt).isEqualTo(Composition.parse("NaCl"));
    assertThat(Composition.parse("SO4^2-").times(1.5)).isEqualTo(Composition.parse("S1.5O6^3-"));
    assertThatThrownBy(() -> Composition.parse("Na+").times(0.5))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("charge is 0.5");
    for (double factor : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
      assertThatThrownBy(() -> salt.times(factor)).isInstanceOf(MatterException.class);
    }
  }

  @Test
  void refusesAmountsThatAreNone() {
    assertThatThrownBy(() -> Composition.of(Map.of()))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("no element");
    for (double amount : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e13}) {
      assertThatThrownBy(() -> Composition.of(Map.of(Element.Fe, amount)))
          .isInstanceOf(MatterException.class)
          .hasMessageContaining("amount of Fe");
    }
  }

  @Test
  void refusesChargesThatCouldNotBeReadBack() {
    assertThat(Composition.of(Map.of(Element.C, 60.0), -999)).hasToString("C60^999-");
    assertThatThrownBy(() -> Composition.of(Map.of(Element.C, 60.0), 1000))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("-999 to 999");
    Composition highest = Composition.of(Map.of(Element.C, 60.0), 999);
    assertThatThrownBy(() -> highest.plus(highest)).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> highest.times(2)).isInstanceOf(MatterException.class);
  }

  @Test
  void whatIsWrittenReadsBackEqual() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      Composition composition = anyComposition(random);
      assertThat(Composition.parse(composition.formula()))
          .as(composition.formula())
          .isEqualTo(composition);
    }
  }

  @Test
  void whatIsWrittenOfWaterAndDecimalsIsNoHydrate() {
    for (double amount : new double[] {4.5, 0.5, 1.05, 2.0, 10.25, 1e-9, 1.0 / 3}) {
      for (Element other : new Element[] {Element.C, Element.Al, Element.Cu}) {
        Composition composition =
            Composition.of(Map.of(other, amount, Element.H, 2.0, Element.O, 1.0), 1);
        assertThat(Composition.parse(composition.formula())).isEqualTo(composition);
      }
    }
  }

  @Test
  void fractionsAndReducedFormulaDoNotDependOnScale() {
    Random random = new Random(8);
    for (int i = 0; i < 2_000; i++) {
      Composition composition = anyComposition(random);
      Composition scaled =
          Composition.of(composition.times(composition.charge() == 0 ? 7 : 3).amounts());
      double sum = 0;
      for (Element element : composition.elements()) {
        sum += composition.fraction(element);
        // Rounding only: a product and a quotient, each to half a unit of the last place.
        assertThat(scaled.fraction(element))
            .isCloseTo(composition.fraction(element), within(1e-14));
      }
      assertThat(sum).isCloseTo(1, within(1e-14));
    }
    assertThat(Composition.parse("Li3Fe2(PO4)3").times(12).reducedFormula())
        .isEqualTo("Li3Fe2(PO4)3");
  }

  @Test
  void bracketsMultiplyOut() {
    Random random = new Random(9);
    for (int i = 0; i < 5_000; i++) {
      Map<Element, Double> expected = new EnumMap<>(Element.class);
      StringBuilder formula = new StringBuilder();
      nest(random, 4, 1, formula, expected);
      assertThat(Composition.parse(formula.toString()).amounts())
          .as(formula.toString())
          .isEqualTo(expected);
    }
  }

  @Test
  void orderOfSymbolsDoesNotMatter() {
    Random random = new Random(10);
    for (int i = 0; i < 2_000; i++) {
      Composition composition = anyComposition(random);
      List<Element> order = new ArrayList<>(composition.elements());
      Collections.shuffle(order, random);
      StringBuilder formula = new StringBuilder();
      for (Element element : order) {
        // A bracket keeps decimals from being taken for hydrates.
        String amount = BigDecimal.valueOf(composition.amount(element)).toPlainString();
        formula.append('(').append(element).append(')').append(amount);
      }
      assertThat(Composition.parse(formula.toString()).amounts()).isEqualTo(composition.amounts());
    }
  }

  /** One to eight elements; whole amounts, short decimals, and doubles with all their digits. */
  private static Composition anyComposition(Random random) {
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      double amount =
          switch (random.nextInt(4)) {
            case 0 -> 1 + random.nextInt(200);
            case 1 -> (1 + random.nextInt(999)) / 100.0;
            case 2 -> random.nextDouble() * Math.pow(10, random.nextInt(18) - 8) + 1e-12;
            default -> 1;
          };
      // Half of the draws from the first eight elements, where the reading of H2O is at stake.
      int range = random.nextBoolean() ? 8 : Element.values().length;
      amounts.put(Element.values()[random.nextInt(range)], amount);
    }
    return Composition.of(amounts, random.nextInt(3) == 0 ? random.nextInt(9) - 4 : 0);
  }

  /** Writes a nested formula with whole amounts, and adds up what it holds, without the parser. */
  private static void nest(
      Random random, int depth, int times, StringBuilder formula, Map<Element, Double> sums) {
    int groups = 1 + random.nextInt(3);
    for (int i = 0; i < groups; i++) {
      int amount = 1 + random.nextInt(5);
      if (depth > 0 && random.nextInt(3) == 0) {
        int kind = random.nextInt(3);
        formula.append("([{".charAt(kind));
        nest(random, depth - 1, times * amount, formula, sums);
        formula.append(")]}".charAt(kind));
      } else {
        Element element = Element.values()[random.nextInt(118)];
        formula.append(element);
        sums.merge(element, (double) times * amount, Double::sum);
      }
      formula.append(amount == 1 && random.nextBoolean() ? "" : Integer.toString(amount));
    }
  }
}
