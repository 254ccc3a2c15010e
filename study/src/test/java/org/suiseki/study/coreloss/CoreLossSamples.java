package org.suiseki.study.coreloss;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.suiseki.learn.Column;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Table;
import org.suiseki.matter.CoreLevelSite;
import org.suiseki.matter.Element;
import org.suiseki.matter.Molecule;
import org.suiseki.matter.Sticks;
import org.suiseki.matter.io.CoreLossEntry;
import org.suiseki.matter.io.SiteSticks;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyFile;

/** Small studies, sets and spectra for the tests of this package. */
final class CoreLossSamples {
  /** Everything a run does, as little of it as there can be. */
  static final String SMALL =
      """
      study: small
      kind: core-loss
      title: A small study
      seed: 4
      spectrum: {from: 280 eV, to: 302 eV, step: 1 eV}
      validation: {folds: 3, inner_folds: 2}
      network:
        members: 2
        epochs: 15
        candidates:
          - {hidden: [16], dropout: 0, input_noise: 0.1}
      trees: {rounds: 10}
      explanation: {window: 3 eV, steps: 4}
      robustness: {noise: [0, 0.05], shift: [0 eV, 0.5 eV], broadening: [0 eV, 1 eV], copies: 1}
      report: {molecules: 12}
      """;

  private CoreLossSamples() {}

  static Study study(String yaml) {
    return StudyFile.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test.yaml");
  }

  static CoreLossOptions options(String yaml) {
    return CoreLossOptions.read(study(yaml), RunOptions.defaults());
  }

  /** A grid from 280 to 300 eV in steps of 0.5 eV, σ 0.5 eV, intensities as they are. */
  static Preprocessing plain() {
    return new Preprocessing(
        280,
        300,
        0.5,
        0.5,
        0,
        0,
        0,
        Preprocessing.Intensity.NONE,
        Preprocessing.Scale.LINEAR,
        0.05,
        Double.POSITIVE_INFINITY);
  }

  /** A molecule whose carbons all absorb at one energy, with strength one. */
  static CoreLossEntry entry(
      String id, String smiles, double energy, Map<String, Double> properties) {
    Molecule molecule = Molecule.fromSmiles(smiles);
    int carbons = (int) molecule.composition().amount(Element.C);
    Sticks sticks = new Sticks(new double[] {energy}, new double[] {1});
    return new CoreLossEntry(
        id,
        Optional.of(molecule),
        molecule.composition(),
        properties,
        new SiteSticks(List.of(new CoreLevelSite(0, Math.max(1, carbons), sticks))));
  }

  /** Rows with these targets and nothing else that matters. */
  static MoleculeSet set(Table spectra, Table targets) {
    int rows = targets.rows();
    return new MoleculeSet(
        IntStream.range(0, rows).mapToObj(row -> "m" + row).toList(),
        Collections.nCopies(rows, Optional.empty()),
        IntStream.range(0, rows).mapToObj(row -> "formula" + row / 2).toList(),
        IntStream.range(0, rows).mapToObj(row -> "g" + row / 4).toList(),
        spectra,
        new Table(List.of(new Column("H/C", "1")), rows, new double[rows]),
        targets,
        List.of(Element.H),
        new Origin("made by the test", "none", "none"),
        List.of(),
        List.of());
  }

  static Table table(String unit, double[][] rows) {
    List<Column> columns =
        IntStream.range(0, rows[0].length).mapToObj(i -> new Column("x" + i, unit)).toList();
    return Table.of(columns, rows);
  }
}
