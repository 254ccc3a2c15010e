package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.learn.ModelArchive;
import org.suiseki.matter.Sha256;
import org.suiseki.matter.io.CoreLossEntry;
import org.suiseki.study.coreloss.CoreLossWorkflow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The core-loss study and its models at the command line, in this process. */
class CoreLossCommandTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String STUDY =
      """
      study: mine
      kind: core-loss
      spectrum: {from: 280 eV, to: 302 eV, step: 1 eV, normalise: area, scale: linear}
      validation: {folds: 3}
      network: {members: 2, epochs: 8, candidates: [{hidden: [8]}]}
      trees: {rounds: 5}
      explanation: {window: 4 eV, steps: 4}
      robustness: {noise: [0], shift: [0 eV], broadening: [0 eV], copies: 1}
      report: {molecules: 5}
      """;

  @TempDir private static Path shared;
  private static Path run;
  private static List<CoreLossEntry> entries;

  @TempDir private Path temporary;
  private Path study;
  private Path place;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void trainOnce() throws IOException {
    entries = CoreLossFolders.entries(48);
    CoreLossCommandTest first = new CoreLossCommandTest();
    first.study = Files.writeString(shared.resolve("mine.yaml"), STUDY);
    run = shared.resolve("run");
    assertThat(first.suiseki("run", first.study, "--out", run)).as(first.err.toString()).isZero();
  }

  @BeforeEach
  void writeStudy() throws IOException {
    study = Files.writeString(temporary.resolve("mine.yaml"), STUDY);
    place = temporary.resolve("run");
  }

  private int suiseki(Object... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal =
        new Terminal(
            new PrintWriter(out, true), new PrintWriter(err, true), false, Optional.empty());
    String[] arguments = Stream.of(words).map(Object::toString).toArray(String[]::new);
    return Suiseki.execute(
        Shipped.workflows(), Shipped.predictors(), terminal, Suiseki.PATIENCE, arguments);
  }

  private void assertRefused(String... words) {
    assertThat(err.toString()).contains(words).doesNotContain("\tat ", "mistake of Suiseki");
  }

  private TreeSet<String> learned() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    JsonNode metrics = JSON.readTree(Files.readAllBytes(place.resolve("metrics.json")));
    metrics.path("properties").forEach(one -> names.add(one.path("name").asString()));
    return names;
  }

  private String log() throws IOException {
    return Files.readString(place.resolve("log.txt"));
  }

  // --- Folders of a person's own. ---

  /** A table of spectra and one of properties, in both of which some rows are no good. */
  private Path flawedFolder() throws IOException {
    Path folder = temporary.resolve("spectra-and-table");
    List<List<String>> spectra = CoreLossFolders.table(entries);
    spectra.get(7).set(1 + 3, "nan");
    CoreLossFolders.write(folder.resolve("spectra.csv"), spectra);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "id",
            "smiles",
            "formula",
            "gap [meV]",
            "dipole [Debye]",
            "zpve [eV]",
            "colour",
            "HOMO [eV]"));
    for (int i = 0; i < entries.size(); i++) {
      CoreLossEntry entry = entries.get(i);
      double gap = 1000 * entry.properties().getOrDefault("gap", Double.NaN);
      rows.add(
          List.of(
              entry.id(),
              i == 5 ? "C1CC" : i == 6 ? "" : CoreLossFolders.smiles(entry),
              i == 6 ? "C2Xx" : "",
              i == 8 ? "" : i == 9 ? "wide" : Double.toString(gap),
              CoreLossFolders.cell(entry, "dipole"),
              "1.5",
              "white",
              "-6"));
    }
    rows.add(List.of("stranger", "CCO", "", "1", "2", "1.5", "white", "-6"));
    CoreLossFolders.write(folder.resolve("properties.csv"), rows);
    return folder;
  }

  @Test
  void runsOnATableOfSpectraAndListsWhatItCannotUse() throws IOException {
    Path folder = flawedFolder();
    assertThat(suiseki("run", study, "--out", place, "--data", folder)).as(err + "").isZero();
    assertThat(err.toString())
        .contains("5 rows of the data are left out, 44 are used. The first: ")
        .contains("Left out, because too few molecules (or only equal ones) give them: homo, lumo")
        .contains("Remarks on the data: 4. The first: ")
        .contains("so not used: 'HOMO [eV]' (did you mean homo?).");
    assertThat(learned()).containsExactly("atoms", "dipole", "gap", "molecular_weight");
    Path table = folder.resolve("properties.csv");
    assertThat(log())
        .contains("left out " + folder.resolve("spectra.csv") + ":8: ")
        .contains("'nan'")
        .contains("left out " + table + ":7: ")
        .contains("C1CC")
        .contains("left out " + table + ":8: The formula 'C2Xx'")
        .contains("left out " + table + ":11: ")
        .contains("'wide'")
        .contains("left out " + table + ":50: There is no spectrum of 'stranger'")
        .contains("lacks gap")
        .contains("The columns [colour] carry no unit and are not read.");
    String report = Files.readString(place.resolve("report.html"));
    assertThat(report).contains("There is no spectrum of 'stranger'");
    // The meV of the table are the eV of the study.
    String row =
        Files.readAllLines(place.resolve("predictions.csv")).stream()
            .filter(line -> line.startsWith(entries.get(0).id() + ",") && line.contains(",gap,"))
            .findFirst()
            .orElseThrow();
    double truth = Double.parseDouble(row.split(",", -1)[7]);
    assertThat(truth).isBetween(1.0, 30.0);
    assertThat(row).contains(",gap,eV,");
  }

  @Test
  void strictStopsAtTheFirstOfThem() throws IOException {
    Path folder = flawedFolder();
    assertThat(suiseki("run", study, "--out", place, "--data", folder, "--strict")).isOne();
    assertRefused(folder + "", "spectra.csv:8: ", "'nan'");
    assertThat(place).doesNotExist();
  }

  @Test
  void runsOnAFolderOfFilesThatKnowsOnlyTheGap() throws IOException {
    Path folder = temporary.resolve("files");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("id", "formula", "gap [eV]"));
    Files.createDirectories(folder.resolve("spectra"));
    for (int i = 0; i < entries.size(); i++) {
      CoreLossEntry entry = entries.get(i);
      String text = CoreLossFolders.twoColumns(entry);
      if (i == 2) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.add(5, lines.remove(9));
        text = String.join("\n", lines);
      } else if (i == 3) {
        text = text.replace("[eV]", "[nm]");
      } else if (i == 4) {
        text = String.join("\n", text.lines().limit(30).toList());
      }
      Files.writeString(folder.resolve("spectra").resolve(entry.id() + ".csv"), text);
      rows.add(
          List.of(entry.id(), entry.composition().formula(), CoreLossFolders.cell(entry, "gap")));
    }
    CoreLossFolders.write(folder.resolve("properties.csv"), rows);
    assertThat(suiseki("run", study, "--out", place, "--data", folder)).as(err + "").isZero();
    assertThat(err.toString()).contains("3 rows of the data are left out, 45 are used.");
    assertThat(learned()).containsExactly("atoms", "gap", "molecular_weight");
    assertThat(log())
        .contains(entries.get(2).id() + ".csv:7: The energies do not rise")
        .contains(entries.get(3).id() + ".csv:")
        .contains("'nm'")
        .contains(
            "left out " + entries.get(4).id() + ": The spectrum is known from 278.0 to 292.0 eV");
    assertThat(suiseki("predict", place.resolve("model.suiseki"), folder)).isZero();
    assertThat(err.toString().lines()).hasSize(3);
  }

  @Test
  void aPropertyInAWrongUnitIsNamed() throws IOException {
    Path folder = temporary.resolve("unit");
    CoreLossFolders.write(folder.resolve("spectra.csv"), CoreLossFolders.table(entries));
    CoreLossFolders.write(
        folder.resolve("properties.csv"),
        List.of(List.of("id", "smiles", "gap [g/mol]"), List.of("a", "C", "1")));
    assertThat(suiseki("run", study, "--out", place, "--data", folder)).isOne();
    assertRefused("properties.csv:1", "'gap'", "'g/mol' cannot be converted into 'eV'");
    assertThat(place).doesNotExist();
  }

  @Test
  void anEmptyOrForeignFolderSaysWhatIsMissing() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("empty"));
    assertThat(suiseki("run", study, "--out", place, "--data", folder)).isOne();
    assertRefused(folder + ": The folder holds nothing.", "properties.csv", "properties.jsonl");
    Files.writeString(folder.resolve("notes.txt"), "x");
    assertThat(suiseki("run", study, "--out", place, "--data", folder)).isOne();
    assertRefused("The folder holds [notes.txt].");
    Path file = Files.writeString(temporary.resolve("empty.jsonl"), "");
    assertThat(suiseki("run", study, "--out", place, "--data", file)).isOne();
    assertRefused(file + ": ");
    assertThat(suiseki("run", study, "--out", place, "--data", temporary.resolve("no"))).isOne();
    assertRefused("There is no such file or folder.");
    assertThat(place).doesNotExist();
  }

  @Test
  void tooFewMoleculesAndTooManyFoldsAreToldBeforeTheRun() throws IOException {
    Path file = Files.write(temporary.resolve("few.jsonl"), lines().subList(0, 12));
    assertThat(suiseki("run", study, "--out", place, "--data", file)).isOne();
    assertRefused("12 molecules of " + file + " can be used, at least 20 are needed.");
    Files.write(file, lines().subList(0, 24));
    Files.writeString(study, STUDY.replace("folds: 3", "folds: 20"));
    assertThat(suiseki("run", study, "--out", place, "--data", file)).isOne();
    assertRefused(
        file + ": The 24 molecules cannot be divided by scaffold:", "lower validation.folds (20)");
    assertThat(place).doesNotExist();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = CoreLossWorkflow.class.getResourceAsStream(CoreLossFolders.RESOURCE);
        InputStream plain = new java.util.zip.GZIPInputStream(in)) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  // --- Studies that cannot be. ---

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "window: 4 eV | window: 4 nm    | :7:23: | should be a number with the unit eV",
        "to: 302 eV   | to: 303 nm      | :3:    | nm is no unit of energy. Convert the value to eV",
        "to: 302 eV   | to: 302 ev      | :3:    | Write the unit as eV.",
        "rounds: 5    | round: 5        | :6:9:  | Did you mean \"rounds\"?",
        "trees:       | tree:           | :6:    | The key \"tree\" is not known here.",
        "folds: 3     | folds: three    | :4:21: | a whole number from 2 to 100",
        "to: 302 eV   | to: 302.5 eV    | :3:    | not a whole number of steps"
      })
  void aMistakeInTheStudyIsNamedByLineAndColumn(String right, String wrong, String at, String words)
      throws IOException {
    Files.writeString(study, STUDY.replace(right, wrong));
    assertThat(suiseki("run", study, "--out", place)).isOne();
    assertRefused("suiseki: " + study + at, words);
    assertThat(place).doesNotExist();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    assertThat(suiseki("run", study, "--out", file)).isOne();
    assertRefused(file + ": A file stands where the run folder is to be made.");
    assertThat(suiseki("run", study, "--out", file.resolve("below"))).isOne();
    assertRefused("The run folder cannot be made", "--out");
    Path model = run.resolve("model.suiseki");
    assertThat(suiseki("predict", model, spectrum(), "--out", file.resolve("below"))).isOne();
    assertRefused("cannot be written");
    Path readOnly = Path.of("/proc/suiseki");
    assumeThat(readOnly.getParent()).as("a folder in which nobody may write").exists();
    assertThat(suiseki("run", study, "--out", readOnly)).isOne();
    assertRefused(readOnly + ": The run folder cannot be made");
    assertThat(suiseki("predict", model, spectrum(), "--out", readOnly)).isOne();
    assertRefused(readOnly + ": The file cannot be written");
    Path full = Path.of("/dev/full");
    assumeThat(full).as("a device that is always full").exists();
    assertThat(suiseki("predict", model, spectrum(), "--out", full)).isOne();
    assertRefused("/dev/full: The file cannot be written: No space left on device");
    assertThat(suiseki("run", study, "--out", full)).isOne();
    assertRefused("A file stands where the run folder is to be made.");
  }

  // --- Predictions. ---

  private Path spectrum() throws IOException {
    return Files.writeString(
        temporary.resolve("unknown.csv"), CoreLossFolders.twoColumns(entries.get(20)));
  }

  @Test
  void aModelOfSpectraIsNotExplainedForOneFile() throws IOException {
    assertThat(suiseki("explain", run.resolve("model.suiseki"), spectrum())).isOne();
    assertRefused("A model of this kind is explained as a whole", "'suiseki predict'");
    assertThat(suiseki("explain", run.resolve("model.suiseki"), spectrum(), spectrum())).isOne();
    assertRefused("left out " + spectrum() + ": A model of this kind");
  }

  private JsonNode predicted(Object file) {
    assertThat(suiseki("predict", run.resolve("model.suiseki"), file, "--format", "json"))
        .as(err.toString())
        .isZero();
    return JSON.readTree(out.toString());
  }

  @Test
  void predictsForASpectrumInTwoColumns() throws IOException {
    JsonNode said = predicted(spectrum());
    assertThat(said.path("model").asString()).isEqualTo("model.suiseki");
    assertThat(said.path("predictions").size()).isEqualTo(13);
    JsonNode gap = said.path("predictions").get(0);
    assertThat(gap.path("id").asString()).isEqualTo("unknown");
    assertThat(gap.path("property").asString()).isEqualTo("gap");
    assertThat(gap.path("unit").asString()).isEqualTo("eV");
    assertThat(gap.path("value").asDouble()).isBetween(-20.0, 40.0);
    assertThat(gap.path("deviation").asDouble()).isPositive();
    assertThat(said.path("refused").size()).isZero();

    assertThat(suiseki("predict", run.resolve("model.suiseki"), spectrum())).isZero();
    assertThat(out.toString()).startsWith("id       property").contains("unknown  gap");
    assertThat(suiseki("predict", run.resolve("model.suiseki"), spectrum(), "--format", "csv"))
        .isZero();
    assertThat(out.toString().lines()).hasSize(14);
    assertThat(out.toString())
        .startsWith("id,property,value,deviation,unit,in_domain,note\r\nunknown,gap,");
  }

  @Test
  void predictsForTheShippedCollection() throws IOException {
    Path file = temporary.resolve(CoreLossFolders.RESOURCE);
    try (InputStream in = CoreLossWorkflow.class.getResourceAsStream(CoreLossFolders.RESOURCE)) {
      Files.copy(in, file);
    }
    JsonNode said = predicted(file);
    assertThat(said.path("predictions").size()).isEqualTo(13 * lines().size());
    long inside = 0;
    for (JsonNode one : said.path("predictions")) {
      inside += one.path("inDomain").asBoolean() ? 1 : 0;
    }
    // What it was trained on is like what it was trained on.
    assertThat(inside).isGreaterThan(said.path("predictions").size() * 9L / 10);
  }

  @Test
  void theModelWithRatiosNeedsAFormula() throws IOException {
    Path model = run.resolve("model-with-ratios.suiseki");
    assertThat(suiseki("predict", model, spectrum())).isOne();
    assertRefused("left out unknown: The model reads element ratios", "Give a SMILES or formula");

    Path folder = temporary.resolve("folder");
    CoreLossFolders.write(
        folder.resolve("spectra.csv"), CoreLossFolders.table(entries.subList(0, 6)));
    List<List<String>> rows = new ArrayList<>(List.of(List.of("id", "formula")));
    List<String> formulas = Arrays.asList("CH4", "", "H2O", "C2H6Br2", "C3H8");
    for (int i = 0; i < formulas.size(); i++) {
      rows.add(List.of(entries.get(i).id(), formulas.get(i)));
    }
    CoreLossFolders.write(folder.resolve("properties.csv"), rows);
    assertThat(suiseki("predict", model, folder, "--format", "json")).as(err + "").isZero();
    JsonNode said = JSON.readTree(out.toString());
    assertThat(said.path("predictions").size()).isEqualTo(3 * 13);
    assertThat(said.path("refused").size()).isEqualTo(3);
    assertThat(err.toString())
        .contains("left out " + entries.get(1).id() + ": The model reads element ratios")
        .contains("left out " + entries.get(2).id() + ": H2O holds no carbon")
        .contains("left out " + entries.get(5).id() + ": The model reads element ratios");
    JsonNode bromine = said.path("predictions").get(13);
    assertThat(bromine.path("id").asString()).isEqualTo(entries.get(3).id());
    assertThat(bromine.path("inDomain").asBoolean()).isFalse();
    assertThat(bromine.path("note").asString())
        .contains("it holds Br, which no training molecule does");
  }

  @Test
  void aSpectrumUnlikeAnyIsFlagged() throws IOException {
    StringBuilder text = new StringBuilder("energy [eV],counts\n");
    for (int i = 0; i < CoreLossFolders.AXIS.length(); i++) {
      text.append(CoreLossFolders.AXIS.at(i)).append(i % 4 < 2 ? ",1000\n" : ",0\n");
    }
    Path file = Files.writeString(temporary.resolve("comb.csv"), text);
    for (JsonNode one : predicted(file).path("predictions")) {
      assertThat(one.path("inDomain").asBoolean()).isFalse();
      assertThat(one.path("note").asString()).contains("times the border distance");
    }
    assertThat(suiseki("predict", run.resolve("model.suiseki"), file)).isZero();
    assertThat(out.toString()).contains("  OUT  ");
  }

  @Test
  void aSpectrumThatDoesNotCoverTheGridIsRefused() throws IOException {
    String text = CoreLossFolders.twoColumns(entries.get(0));
    Path file = Files.write(temporary.resolve("short.csv"), text.lines().limit(20).toList());
    assertThat(suiseki("predict", run.resolve("model.suiseki"), file)).isOne();
    assertRefused(
        "left out short: The spectrum is known from 278.0 to 287.0 eV, and the grid runs from 280.0"
            + " to 302.0 eV.");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void dataOfAStudyAreFoundBesideItAlsoWhenItGoesOn() throws IOException {
    Files.write(temporary.resolve("mine.jsonl"), lines().subList(0, 40));
    Files.writeString(study, STUDY + "data: mine.jsonl\n");
    assertThat(suiseki("run", study, "--out", place)).as(err + "").isZero();
    Path manifest = place.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"finished\"", "\"failed\""));
    assertThat(suiseki("run", "--resume", place)).as(err + "").isZero();
    assertThat(Files.readString(manifest)).contains("\"resumed\"");
  }

  // --- Models that are none. ---

  @ParameterizedTest
  @ValueSource(
      strings = {"truncated", "tampered", "empty", "text", "absent", "newer", "run folder"})
  void aModelThatCannotBeReadIsOneMessage(String kind) throws IOException {
    Path good = run.resolve("model.suiseki");
    Path bad = temporary.resolve("bad.suiseki");
    byte[] bytes = Files.readAllBytes(good);
    switch (kind) {
      case "truncated" -> Files.write(bad, Arrays.copyOf(bytes, bytes.length / 2));
      case "tampered" -> {
        bytes[bytes.length / 2] ^= 4;
        Files.write(bad, bytes);
      }
      case "empty" -> Files.write(bad, new byte[0]);
      case "text" -> Files.writeString(bad, STUDY);
      case "newer" -> bad = newer(good);
      case "run folder" -> bad = run;
      default -> assertThat(bad).doesNotExist();
    }
    assertThat(suiseki("predict", bad, spectrum())).isOne();
    assertRefused("suiseki: " + bad);
    assertThat(out.toString()).isEmpty();
    if (kind.equals("run folder")) {
      assertRefused("This folder is no model.", "name " + good.getParent());
    }
    if (kind.equals("newer")) {
      assertRefused("format version 2, this Suiseki reads 1", "Update Suiseki");
    }
  }

  private Path newer(Path good) throws IOException {
    Path folder = temporary.resolve("newer");
    ModelArchive.save(ModelArchive.load(good), folder);
    Path header = folder.resolve("model.json");
    byte[] changed =
        Files.readString(header)
            .replaceFirst("\"version\" : 1", "\"version\" : 2")
            .getBytes(StandardCharsets.UTF_8);
    Files.write(header, changed);
    Files.writeString(folder.resolve("model.json.sha256"), Sha256.of(changed) + "  model.json\n");
    return folder;
  }
}
