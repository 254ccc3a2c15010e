package org.suiseki.study.coreloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Column;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Composition;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.io.CoreLossData;
import org.suiseki.matter.io.CoreLossEntry;
import org.suiseki.matter.io.MeasuredSpectrum;
import org.suiseki.study.StudyException;

class MoleculeSetTest {
  private static final List<MolecularProperty> PROPERTIES =
      List.of(
          new MolecularProperty("gap", "Gap", "eV", MolecularProperty.Kind.INTENSIVE),
          new MolecularProperty(
              MolecularProperty.WEIGHT, "Weight", "g/mol", MolecularProperty.Kind.EXTENSIVE),
          new MolecularProperty(
              MolecularProperty.ATOMS, "Atoms", "1", MolecularProperty.Kind.EXTENSIVE));

  /** Alkanes of one to twenty-two carbons, each with a gap of its own. */
  private static List<CoreLossEntry> alkanes() {
    List<CoreLossEntry> entries = new ArrayList<>();
    for (int n = 1; n <= 22; n++) {
      entries.add(
          CoreLossSamples.entry("alkane" + n, "C".repeat(n), 288, Map.of("gap", 17.0 - n / 10.0)));
    }
    return entries;
  }

  private static MoleculeSet of(
      List<CoreLossEntry> entries, List<MatterException> rejected, boolean strict) {
    CoreLossData data =
        new CoreLossData(
            entries,
            rejected,
            List.of(new MatterException("Odd.", Place.line("spectra.csv", 2), "Look.")),
            Map.of("gap", "eV"),
            "0123",
            "folder");
    return MoleculeSet.of(data, CoreLossSamples.plain(), PROPERTIES, "CC0", strict);
  }

  private static MoleculeSet with(CoreLossEntry... more) {
    List<CoreLossEntry> entries = alkanes();
    entries.addAll(List.of(more));
    return of(entries, List.of(), false);
  }

  @Test
  void takesTheRatiosOfAllElementsThereAre() {
    MoleculeSet set =
        with(
            CoreLossSamples.entry("freon", "FC(F)F", 290, Map.of()),
            CoreLossSamples.entry("thiol", "CCS", 288, Map.of()));
    assertThat(set.ratios().columns())
        .extracting(Column::name)
        .containsExactly("H/C", "N/C", "O/C", "F/C", "S/C");
    assertThat(set.ratios().row(22)).containsExactly(1, 0, 0, 3, 0);
    assertThat(set.ratios().row(23)).containsExactly(3, 0, 0, 0, 0.5);
    assertThat(set.inputs(FeatureSet.BOTH, CoreLossSamples.plain()).width()).isEqualTo(41 + 5);
    assertThat(with().ratios().columns())
        .extracting(Column::name)
        .containsExactly("H/C", "N/C", "O/C");
  }

  @Test
  void computesWeightAndAtomsWhateverTheDataSay() {
    MoleculeSet set =
        with(
            CoreLossSamples.entry(
                "acid", "CC(=O)O", 288, Map.of("molecular_weight", 60e-3, "atoms", 4.0)));
    // Acetic acid, C2H4O2.
    assertThat(set.targets().get(22, 1)).isCloseTo(60.052, within(2e-3));
    assertThat(set.targets().get(22, 2)).isEqualTo(8);
  }

  @Test
  void aPropertyThatARowDoesNotGiveIsMissing() {
    MoleculeSet set = with(CoreLossSamples.entry("blank", "CO", 288, Map.of()));
    assertThat(set.targets().get(0, 0)).isEqualTo(16.9);
    assertThat(set.targets().get(22, 0)).isNaN();
  }

  @Test
  void groupsByScaffoldAndByFormulaWhereNoStructureIsKnown() {
    CoreLossEntry isomer = CoreLossSamples.entry("b", "CCO", 288, Map.of());
    CoreLossEntry nameless =
        new CoreLossEntry(
            "c", Optional.empty(), Composition.parse("C2H6O"), Map.of(), isomer.absorption());
    CoreLossEntry also =
        new CoreLossEntry(
            "d", Optional.empty(), Composition.parse("H6C2O"), Map.of(), isomer.absorption());
    MoleculeSet set = with(isomer, nameless, also);
    assertThat(set.groups().get(0)).isEqualTo(set.groups().get(5));
    assertThat(set.groups().get(22)).isNotEqualTo(set.groups().get(23));
    assertThat(set.groups().get(23)).isEqualTo("formula:C2H6O").isEqualTo(set.groups().get(24));
  }

  @Test
  void listsWhatCannotBeUsedAndGoesOn() {
    List<CoreLossEntry> entries = alkanes();
    entries.add(shortSpectrum());
    entries.add(CoreLossSamples.entry("water", "O", 288, Map.of()));
    MatterException bad = new MatterException("No SMILES.", Place.line("p.csv", 7), "Give one.");
    MoleculeSet set = of(entries, List.of(bad), false);
    assertThat(set.size()).isEqualTo(22);
    assertThat(set.refused())
        .extracting(MoleculeSet.Refused::id)
        .containsExactly("p.csv:7", "short", "water");
    assertThat(set.refused().get(0).reason()).isEqualTo("No SMILES. Give one.");
    assertThat(set.refused().get(1).reason()).contains("known from 285.0 to 295.0 eV");
    assertThat(set.refused().get(2).reason()).contains("H2O holds no carbon");
    assertThat(set.warnings()).containsExactly("spectra.csv:2: Odd. Look.");
  }

  private static CoreLossEntry shortSpectrum() {
    Axis axis = Axis.uniform("energy", "eV", 285, 295, 1);
    Spectrum spectrum = new Spectrum(axis, new double[axis.length()], "absorption", "1", Map.of());
    return new CoreLossEntry(
        "short",
        Optional.empty(),
        Composition.parse("CH4"),
        Map.of(),
        new MeasuredSpectrum(spectrum));
  }

  @Test
  void strictStopsAtTheFirstWithItsIdAndSource() {
    List<CoreLossEntry> entries = alkanes();
    entries.add(3, shortSpectrum());
    assertThatThrownBy(() -> of(entries, List.of(), true))
        .isInstanceOf(StudyException.class)
        .hasMessageStartingWith("folder: 'short': The spectrum is known from");
  }

  @Test
  void tooFewMoleculesAreCountedWithTheFirstReason() {
    List<CoreLossEntry> few = alkanes().subList(0, 5);
    assertThatThrownBy(() -> of(few, List.of(), false))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("5 molecules of folder can be used, at least 20 are needed.")
        .hasMessageEndingWith("Give more molecules.");
    MatterException bad = new MatterException("No SMILES.", "Give one.");
    assertThatThrownBy(() -> of(few, List.of(bad), false))
        .hasMessageContaining("The first refusal: No SMILES.")
        .hasMessageContaining("mend the 1 that were refused");
  }

  @Test
  void theEmbeddedCollectionIsReadInTheUnitsOfTheStudy() {
    List<MolecularProperty> milli =
        List.of(new MolecularProperty("gap", "Gap", "meV", MolecularProperty.Kind.INTENSIVE));
    CoreLossData standard = StudySpectra.read(Optional.empty(), MolecularProperty.standard(), true);
    CoreLossData asked = StudySpectra.read(Optional.empty(), milli, true);
    double electronvolt = standard.entries().get(0).properties().getOrDefault("gap", Double.NaN);
    assertThat(asked.entries().get(0).properties())
        .containsOnlyKeys("gap")
        .hasEntrySatisfying(
            "gap", value -> assertThat(value).isCloseTo(1000 * electronvolt, within(1e-6)));
    assertThat(asked.propertyUnits()).containsEntry("gap", "meV");
    // Small organic molecules have gaps of some electronvolts.
    assertThat(electronvolt).isBetween(1.0, 30.0);
  }
}
