package org.suiseki.study.polymer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;
import org.suiseki.matter.Molecule;
import org.suiseki.matter.RepeatUnit;
import org.suiseki.matter.SuisekiException;
import org.suiseki.study.Job;
import org.suiseki.study.RunFolder;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;
import org.suiseki.study.StudyFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolymerStudyTest {
  private static final String STUDY =
      """
      study: small
      kind: polymer-thermal-conductivity
      target: {file: target.csv, id: id, material: unit, property: kappa, unit: W/m/K, pool: 30}
      sources:
        - name: mine
          file: target.csv
          kind: polymer
          id: id
          material: unit
          properties: [{column: density, unit: g/cm3}]
        - name: absent
          file: nowhere.csv
          kind: molecule
          material: smiles
          properties: [{column: gap, unit: eV}]
      models: {bits: 16, epochs: 4}
      learning_curve: {sizes: [12], repeats: 2}
      screen: {file: list.csv, material: unit, monomers: [a, b], route: class, trained: 10,
               best: 20, short_list: 5, accessible: 1}
      """;

  @TempDir Path folder;

  @Test
  void theLengthOfTheWrittenUnitDoesNotCount() {
    UnitFeatures features = new UnitFeatures(64);
    Table chains = features.of(MaterialKind.POLYMER, List.of("*CCO*", "*OCCOCC*", "*CC*"));
    // Sums over twice the atoms, divided by twice as many: rounding of a few dozen terms.
    assertThat(chains.row(1)).containsExactly(chains.row(0), within(1e-12));
    assertThat(chains.row(2)).isNotEqualTo(chains.row(0));
    Table molecules = features.of(MaterialKind.MOLECULE, List.of("CCO"));
    assertThat(molecules.columns()).isEqualTo(chains.columns());
    // Three heavy atoms of ethanol, one of them oxygen.
    assertThat(molecules.row(0)[molecules.indexOf("O atoms for each heavy atom")])
        .isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void likenessAndHardness() {
    UnitFeatures features = new UnitFeatures(1024);
    List<String> known = new ArrayList<>(List.of("*CC*", "*CC(*)C", "*CC(*)CC", "*CC(*)CCC"));
    known.addAll(List.of("*CC(*)CCCC", "*CC(*)c1ccccc1", "*CCO*", "*CC(C)O*"));
    double[] heavy =
        known.stream().mapToDouble(u -> RepeatUnit.parse(u).heavyAtomCount()).toArray();
    Reference reference =
        new Reference(features.of(MaterialKind.POLYMER, known), heavy, features.numbers(), 0.9);
    Table asked =
        features.of(MaterialKind.POLYMER, List.of("*CC(*)C", "*CC(*)CCCCC", "*[Si](Br)(I)P(=O)*"));
    double[] like = new double[3];
    double[] hard = new double[3];
    for (int row = 0; row < 3; row++) {
      long[] bits = reference.bits(asked.values(), row * asked.width(), asked.width());
      like[row] = reference.likeness(bits);
      hard[row] = reference.hardness(bits, asked.values(), row * asked.width(), 6);
    }
    assertThat(like[0]).isEqualTo(1);
    assertThat(like[1]).isBetween(0.3, 1.0);
    assertThat(like[2]).isLessThan(0.2);
    assertThat(hard[1]).isLessThan(hard[2]);
    assertThat(reference.leastLike()).isBetween(0.0, 0.9);
    assertThat(Reference.tanimoto(new long[] {0b1110}, new long[] {0b0111})).isEqualTo(0.5);
  }

  /** Every candidate of our own is a linear chain and names monomers that are molecules. */
  @Test
  void whatIsMadeByRuleCanBeRead() {
    Set<String> units = new HashSet<>();
    try (MadeCandidates made = new MadeCandidates()) {
      for (Optional<Candidate> next = made.next(); next.isPresent(); next = made.next()) {
        Candidate one = next.get();
        units.add(RepeatUnit.parse(one.unit()).smiles());
        for (String monomer : one.monomers().split(" \\+ ", -1)) {
          assertThat(Molecule.fromSmiles(monomer).atomCount()).isGreaterThan(2);
        }
      }
    }
    assertThat(units).hasSizeGreaterThan(500);
  }

  @Test
  void theExampleIsWhole() {
    PolymerData example = PolymerData.example(1);
    assertThat(example.refused()).isEmpty();
    assertThat(example.target().size()).isEqualTo(44);
    assertThat(new HashSet<>(example.sources().get(0).canonical())).hasSize(88);
    for (double[] row : example.target().values()) {
      assertThat(row[0]).isBetween(0.05, 0.6);
    }
    double[][] bounds = {{0.8, 2.3}, {100, 800}, {1.3, 1.75}};
    for (double[] row : example.sources().get(0).values()) {
      for (int p = 0; p < 3; p++) {
        if (!Double.isNaN(row[p])) {
          assertThat(row[p]).isBetween(bounds[p][0], bounds[p][1]);
        }
      }
    }
    assertThat(PolymerData.class.getResource("common-polymers.md")).isNotNull();
  }

  /** Conductivity follows the share of oxygen and nitrogen: what is screened for is known. */
  @Test
  void aRunOnFilesOfOnesOwn() throws IOException {
    List<Candidate> all = write(90);
    Path place = folder.resolve("run");
    Job job = job(STUDY);
    assertThat(job.notices()).anyMatch(line -> line.contains("nowhere.csv"));
    run(job, STUDY, place);
    JsonNode metrics =
        JsonMapper.shared().readTree(Files.readAllBytes(place.resolve("metrics.json")));
    assertThat(metrics.path("pool").asInt()).isEqualTo(30);
    assertThat(metrics.path("transfer").path("rows").asInt()).isEqualTo(10);
    assertThat(metrics.path("check").path("polymers").asInt()).isEqualTo(20);
    JsonNode screening = metrics.path("screening");
    assertThat(screening.path("seen").asInt()).isEqualTo(82);
    assertThat(screening.path("unreadable").asInt()).isEqualTo(2);
    // 90 polymers with both values, 30 of them in the pool: the source may see the other 60.
    String[] source = Files.readAllLines(place.resolve("sources.csv")).get(1).split(",");
    assertThat(Integer.parseInt(source[4]) + Integer.parseInt(source[5])).isEqualTo(60);
    Set<String> known = new HashSet<>();
    all.subList(0, 90).forEach(one -> known.add(RepeatUnit.parse(one.unit()).smiles()));
    List<String> picked = Files.readAllLines(place.resolve("short-list.csv"));
    assertThat(picked.size()).isBetween(2, 6);
    for (String line : picked.subList(1, picked.size())) {
      String[] cells = line.split(",");
      assertThat(known).doesNotContain(RepeatUnit.parse(cells[1]).smiles());
      assertThat(cells[cells.length - 1]).isNotBlank();
      assertThat(Double.parseDouble(cells[3])).isLessThanOrEqualTo(Double.parseDouble(cells[2]));
    }
    assertThat(Files.readString(place.resolve("report.html"))).contains("<html");
  }

  @Test
  void whatIsMistypedOrAbsentIsRefused() throws IOException {
    write(12);
    for (String wrong :
        List.of(
            STUDY.replace("sizes: [12]", "sizes: [3]"),
            STUDY.replace("sizes: [12]", "sizes: []"),
            STUDY.replace("target.csv, id: id", "none.csv, id: id"),
            STUDY.replace("property: kappa", "property: lambda"),
            STUDY.replace("kind: polymer\n", "kind: metal\n"),
            STUDY.replace("route: class", "route: nothing"),
            STUDY + "colour: red\n")) {
      assertThatThrownBy(() -> job(wrong)).isInstanceOf(SuisekiException.class);
    }
    Files.delete(folder.resolve("target.csv"));
    assertThatThrownBy(() -> job(STUDY))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("does not hold target.csv");
  }

  private List<Candidate> write(int known) throws IOException {
    List<Candidate> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    try (MadeCandidates made = new MadeCandidates()) {
      // Every third, for polymers of all kinds.
      int at = 0;
      for (Optional<Candidate> next = made.next(); next.isPresent(); next = made.next()) {
        if (at++ % 3 == 0 && seen.add(RepeatUnit.parse(next.get().unit()).smiles())) {
          all.add(next.get());
        }
      }
    }
    StringBuilder target = new StringBuilder("id,unit,kappa,density\n");
    for (int i = 0; i < known; i++) {
      RepeatUnit unit = RepeatUnit.parse(all.get(i).unit());
      double polar = unit.smiles().chars().filter(c -> c == 'O' || c == 'N').count();
      double share = polar / unit.heavyAtomCount();
      target.append("p" + i + "," + all.get(i).unit() + "," + (0.1 + 0.5 * share) + ",");
      target.append(0.9 + share).append('\n');
    }
    target.append("bad,*CC,0.2,1\n");
    Files.writeString(folder.resolve("target.csv"), target.toString());
    StringBuilder list = new StringBuilder("a,b,unit,class\n");
    for (Candidate one : all.subList(70, 150)) {
      String[] monomers = one.monomers().split(" \\+ ", -1);
      list.append(monomers[0] + "," + (monomers.length > 1 ? monomers[1] : "") + ",");
      list.append(one.unit() + "," + one.route() + "\n");
    }
    list.append("C,,*CC(*)C*,network\nC,,nonsense(,none\n");
    Files.writeString(folder.resolve("list.csv"), list.toString());
    return all;
  }

  private Job job(String yaml) {
    return new PolymerWorkflow().prepare(study(yaml), asked());
  }

  private RunOptions asked() {
    return new RunOptions(
        OptionalLong.empty(), false, false, Optional.of(folder), OptionalInt.of(2));
  }

  private static Study study(String yaml) {
    return StudyFile.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test.yaml");
  }

  private void run(Job job, String yaml, Path place) {
    try (RunFolder run =
        RunFolder.create(place, study(yaml), asked(), job.recipe(), List.of("test"))) {
      run.finish(job.run(run, Progress.SILENT));
    }
  }
}
