package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.suiseki.matter.io.CifTexts.CUBE;
import static org.suiseki.matter.io.CifTexts.OCCUPIED;
import static org.suiseki.matter.io.CifTexts.P1;
import static org.suiseki.matter.io.CifTexts.SITES;
import static org.suiseki.matter.io.CifTexts.one;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Species;

/** What stands on a site: elements, charges, occupancies, disorder. */
class CifAtomsTest {
  @Test
  void speciesOnOnePositionShareTheSite() {
    CrystalEntry entry =
        one(CUBE + P1 + OCCUPIED + "Mg1 0 0 0 0.7(1)\nFe1 0 0.0001 0 0.3\nO1 0.5 0.5 0.5 .\n");
    assertThat(entry.crystal().siteCount()).isEqualTo(2);
    assertThat(entry.crystal().occupation(0).toString()).isEqualTo("Mg:0.7 Fe:0.3");
    assertThat(entry.crystal().label(0)).isEqualTo("Mg1/Fe1");
    assertThat(entry.crystal().occupation(1).ordered()).isTrue();
    assertThat(entry.warnings()).isEmpty();
  }

  @Test
  void occupanciesAboveOneAreScaledOrRefused() {
    CrystalEntry slight =
        one(CUBE + P1 + OCCUPIED + "Mg1 0 0 0 0.67\nFe1 0 0 0 0.35\nO1 .5 .5 .5 1.01\n");
    assertThat(slight.crystal().occupation(0).total()).isCloseTo(1, within(1e-12));
    assertThat(slight.crystal().occupation(1).toString()).isEqualTo("O");
    assertThat(slight.warnings())
        .containsExactly(
            "The occupancy of Mg1/Fe1, 1.02 in all, was scaled to 1 (line 10).",
            "The occupancy of O1, 1.01 in all, was scaled to 1 (line 12).");
    assertThatThrownBy(() -> one(CUBE + P1 + OCCUPIED + "Mg1 0 0 0 0.7\nFe1 0 0 0 0.4\n"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(
            "test.cif:11:1: The occupancies of Mg1/Fe1, which lie on one site, add up to 1.1.");
    assertThatThrownBy(() -> one(CUBE + P1 + OCCUPIED + "Mg1 0 0 0 70\n"))
        .hasMessageContaining("test.cif:10:11: The occupancy is 70.0.");
  }

  @Test
  void overlapIsTold() {
    assertThat(one(CUBE + P1 + SITES + "Na 0 0 0\nCl 0.1 0 0\n").warnings())
        .containsExactly(
            "Atoms overlap, and their occupancies add up to more than 1: Na and Cl are 0.400 Å"
                + " apart.");
  }

  @ParameterizedTest
  @CsvSource({
    "Fe, Fe",
    "Fe3+, Fe3+",
    "Fe+3, Fe3+",
    "FE, Fe",
    "fe, Fe",
    "O2-, O2-",
    "O-2, O2-",
    "Cl1-, Cl-",
    "D, D",
    "T, T",
    "Cu0+, Cu0+",
    "Zn+2, Zn2+",
    "FE3+, Fe3+"
  })
  void typeSymbolsAreRead(String type, String species) {
    CrystalEntry entry = one(typed(type));
    assertThat(entry.crystal().occupation(0).toString()).isEqualTo(species);
    assertThat(entry.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Fea, Fe", "Siva, Si", "Cval, C", "Wat, O", "OW, O", "OH, O", "HW, H", "O-H, O"})
  void looserTypeSymbolsAreGuessedWithAWarning(String type, String symbol) {
    CrystalEntry entry = one(typed(type));
    assertThat(entry.crystal().element(0).symbol()).isEqualTo(symbol);
    assertThat(entry.warnings())
        .containsExactly("'" + type + "' in line 11 was taken as " + symbol + ".");
  }

  private static String typed(String type) {
    return CUBE
        + P1
        + "loop_ _atom_site_label _atom_site_type_symbol _atom_site_fract_x"
        + " _atom_site_fract_y\n_atom_site_fract_z\n"
        + "a1 "
        + type
        + " 0 0 0\n";
  }

  @Test
  void aTypeMayBeAMixture() {
    assertThat(one(typed("'0.75Si + 0.25Al'")).crystal().occupation(0).toString())
        .isEqualTo("Al:0.25 Si:0.75");
    assertThatThrownBy(() -> one(typed("'0.75Si + 0.75Al'")))
        .hasMessageContaining("test.cif:11:4: The occupancies");
    assertThatThrownBy(() -> one(typed("'0.75Xx + 0.25Al'")))
        .hasMessageContaining("test.cif:11:4: The type symbol '0.75Xx + 0.25Al' names no element.");
  }

  @ParameterizedTest
  @CsvSource({"Fe1, Fe", "C12A, C", "Ca(1), Ca", "O1W, O", "H2', H", "Na+, Na", "Cl_2, Cl"})
  void labelsTellTheElement(String label, String symbol) {
    assertThat(one(CUBE + P1 + SITES + label + " 0 0 0\n").crystal().element(0).symbol())
        .isEqualTo(symbol);
  }

  @Test
  void theFormulaSettlesLabelsInCapitals() {
    String formula = "_chemical_formula_sum 'C1 H1'\n";
    Crystal organic = one(CUBE + formula + P1 + SITES + "CA 0 0 0\nHO 0.3 0 0\n").crystal();
    assertThat(organic.element(0)).isEqualTo(Element.C);
    assertThat(organic.element(1)).isEqualTo(Element.H);
    String oxide = "_chemical_formula_sum 'Ca1 Ho1'\n";
    Crystal inorganic = one(CUBE + oxide + P1 + SITES + "CA 0 0 0\nHO 0.5 0 0\n").crystal();
    assertThat(inorganic.element(0)).isEqualTo(Element.Ca);
    assertThat(inorganic.element(1)).isEqualTo(Element.Ho);
  }

  @Test
  void dummiesAndUnknownPlacesAreLeftOut() {
    CrystalEntry entry =
        one(
            CUBE
                + P1
                + OCCUPIED
                + "Na 0 0 0 1\nQ1 0.1 0.1 0.1 1\nX2 0 0 .2 1\nH1 ? ? ? 1\nCl .5 .5 .5 0\n");
    assertThat(entry.crystal().siteCount()).isEqualTo(1);
    assertThat(entry.warnings())
        .containsExactly(
            "4 listed atom(s) were left out, being dummies or vacancies like Q1 (line 11); dummies"
                + " or vacancies like X2 (line 12); without coordinates (line 13); of occupancy 0"
                + " (line 14).");
    assertThatThrownBy(() -> one(CUBE + P1 + OCCUPIED + "Xx1 0 0 0 1\nJ 0.1 0 0 1\n"))
        .hasMessageContaining("test.cif:10:1: The label 'Xx1' names no element.");
  }

  @Test
  void oxidationNumbersComeFromTheListOfTypes() {
    CrystalEntry entry =
        one(
            CUBE
                + P1
                + "loop_ _atom_type_symbol _atom_type_oxidation_number\nFe3+ 3\nO -2.0\nNa ?\n"
                + "loop_ _atom_site_label _atom_site_type_symbol _atom_site_fract_x"
                + " _atom_site_fract_y _atom_site_fract_z\n"
                + "Fe1 Fe3+ 0 0 0\nO1 O .5 0 0\nNa1 Na 0 .5 0\n");
    assertThat(entry.crystal().occupation(0).dominant()).isEqualTo(Species.of(Element.Fe, 3));
    assertThat(entry.crystal().occupation(1).dominant()).isEqualTo(Species.of(Element.O, -2));
    assertThat(entry.crystal().occupation(2).dominant()).isEqualTo(Species.of(Element.Na));
  }

  @Test
  void disorderIsKeptOrResolved() {
    String groups =
        "loop_ _atom_site_label _atom_site_fract_x _atom_site_fract_y"
            + " _atom_site_fract_z _atom_site_occupancy _atom_site_disorder_assembly"
            + " _atom_site_disorder_group\n";
    CrystalEntry kept =
        one(CUBE + P1 + groups + "C1A 0.1 0 0 0.6 A 1\nC1B 0.2 0 0 0.4 A 2\nO 0 .5 .5 1 . .\n");
    assertThat(kept.crystal().siteCount()).isEqualTo(3);
    assertThat(kept.crystal().composition().amount(Element.C)).isCloseTo(1, within(1e-12));
    assertThat(kept.warnings())
        .containsExactly(
            "2 of the listed atoms are disordered; they are kept with their" + " occupancies.");
    CrystalEntry resolved =
        one(CUBE + P1 + groups + "C1A 0.1 0 0 0.5 A 1\nC1B 0.2 0 0 ? A 2\nO 0 .5 .5 1 . .\n");
    assertThat(resolved.crystal().siteCount()).isEqualTo(2);
    assertThat(resolved.crystal().label(0)).isEqualTo("C1B");
    assertThat(resolved.warnings()).hasSize(2).last().asString().startsWith("1 of them were left");
    CrystalEntry special =
        one(CUBE + "_symmetry_space_group_name_H-M P-1\n" + groups + "C1 0.02 0 0 ? . -1\n");
    assertThat(special.crystal().siteCount()).isEqualTo(2);
    assertThat(special.crystal().composition().amount(Element.C)).isCloseTo(1, within(1e-12));
  }
}
