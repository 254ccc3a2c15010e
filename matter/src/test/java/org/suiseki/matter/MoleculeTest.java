package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;

class MoleculeTest {

  @ParameterizedTest
  @CsvSource({
    "c1ccccc1C, C1=CC=CC=C1C",
    "OCC, [H]OC([H])([H])C([H])([H])[H]",
    "C[C@H](N)C(=O)O, OC(=O)[C@@H](N)C",
    "F/C=C/F, F\\C=C\\F",
    "CC.O, O.CC",
    "[13CH4], [13C]([H])([H])([H])[H]"
  })
  void spellingsOfOneMoleculeAreEqual(String one, String other) {
    assertThat(Molecule.fromSmiles(one)).isEqualTo(Molecule.fromSmiles(other));
  }

  @ParameterizedTest
  @CsvSource({
    "CCO, COC",
    "C[C@H](N)C(=O)O, C[C@@H](N)C(=O)O",
    "F/C=C/F, F/C=C\\F",
    "C, [13CH4]",
    "[NH4+], N"
  })
  void differentMoleculesDiffer(String one, String other) {
    assertThat(Molecule.fromSmiles(one)).isNotEqualTo(Molecule.fromSmiles(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CN1C=NC2=C1C(=O)N(C(=O)N2C)C", "CC(C)Cc1ccc(cc1)C(C)C(=O)O", "C12C3C4C1C5C2C3C45",
        "[O-][N+](=O)c1ccc2[nH]ccc2c1", "O=C1OC2CC12", "C1=CN=CC=N1.OC(=O)C#N"
      })
  void smilesDoesNotDependOnTheOrderOfAtoms(String smiles) throws CDKException {
    String expected = Molecule.fromSmiles(smiles).smiles();
    Random random = new Random(3);
    for (int i = 0; i < 40; i++) {
      assertThat(Molecule.fromSmiles(shuffled(smiles, random)).smiles()).isEqualTo(expected);
    }
    assertThat(Molecule.fromSmiles(expected).smiles()).isEqualTo(expected);
  }

  @Test
  void countsHydrogens() {
    Molecule ethanol = Molecule.fromSmiles("CCO");
    assertThat(ethanol.composition()).isEqualTo(Composition.parse("C2H6O"));
    assertThat(ethanol.atomCount()).isEqualTo(9);
    assertThat(ethanol.heavyAtomCount()).isEqualTo(3);
    assertThat(Molecule.fromSmiles("[2H]O").composition()).isEqualTo(Composition.parse("H2O"));
    assertThat(Molecule.fromSmiles("CC(=O)[O-]").composition().charge()).isEqualTo(-1);
  }

  @Test
  void brokenSmilesNamesTheColumn() {
    assertThatThrownBy(() -> Molecule.fromSmiles("CC(C"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("'CC(C' cannot be read at column 4: Unclosed branch detected");
    assertThatThrownBy(() -> Molecule.fromSmiles("C%"))
        .hasMessageContaining("at column 2")
        .hasMessageContaining("must follow '%'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "C1CC", "c1cccc1", "[Xx]", "*C", "C(C", "CC)", "C==C", "[C", "C$$", "日本"})
  void refusesWhatIsNoMolecule(String smiles) {
    assertThatThrownBy(() -> Molecule.fromSmiles(smiles)).isInstanceOf(MatterException.class);
  }

  @Test
  void refusesHugeInputQuickly() {
    assertThatThrownBy(() -> Molecule.fromSmiles("C".repeat(1001)))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("1001 atoms");
    assertThatThrownBy(() -> Molecule.fromSmiles("C(".repeat(1_000_000)))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("2000000 characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c1ccccc1CC(C)N | c1ccccc1",
        "CC1CC1 | C1CC1",
        "O=C1CC1 | C1CC1",
        "c1ccccc1CCc1ccccc1C | c1ccc(cc1)CCc2ccccc2",
        "CC(C)C | acyclic:",
        "CC#N | acyclic:C#N",
        "NC(=O)CO | acyclic:C=O,NH2,OH",
        "COC=N | acyclic:C=N,O"
      })
  void scaffoldGroupsMoleculesBuiltAlike(String smiles, String scaffold) {
    assertThat(Molecule.fromSmiles(smiles).scaffold()).isEqualTo(scaffold);
  }

  @Test
  void drawingFitsIntoAPage() {
    String svg = Molecule.fromSmiles("CC(=O)N.C1CC1[Si](C)(C)Cl").svg(160, 120);
    assertThat(svg)
        .startsWith("<svg xmlns=")
        .endsWith("</svg>")
        .contains("role='img'", "viewBox='0 0 160.0 120.0'", "<title>", "currentColor")
        .doesNotContain("<?xml", "<!DOCTYPE", " id=", " class=", "#000000", "<rect", "\n");
    // Letters are outlines, so no font is asked of the reader.
    assertThat(svg).doesNotContain("<text");
    List<String> both =
        List.of(Molecule.fromSmiles("C").svg(80, 60), Molecule.fromSmiles("C").svg(80, 60));
    assertThat(both.get(0)).isEqualTo(both.get(1));
    assertThatThrownBy(() -> Molecule.fromSmiles("C").svg(0, 10))
        .isInstanceOf(MatterException.class);
  }

  /** The same molecule with its atoms in another order. */
  private static String shuffled(String smiles, Random random) throws CDKException {
    IAtomContainer graph =
        new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < graph.getAtomCount(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    return new SmilesGenerator(SmiFlavor.Isomeric).create(permuted(graph, order));
  }

  private static IAtomContainer permuted(IAtomContainer graph, List<Integer> order) {
    graph.setAtoms(order.stream().map(graph::getAtom).toArray(IAtom[]::new));
    return graph;
  }
}
