package org.suiseki.study.conductivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Metric;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.Progress;
import org.suiseki.library.MaterialModel;
import org.suiseki.matter.MatterException;
import org.suiseki.study.Job;
import org.suiseki.study.RunFolder;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyFile;
import org.suiseki.study.transfer.SmallTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole runs of a small study, by the files they leave; and the embedded tables. */
class ConductivityRunTest {
  private static final String STUDY =
      """
      study: small
      kind: lattice-thermal-conductivity
      data: conductivities.csv
      target: kappa
      descriptor: "composition-290:missing=impute:properties=atomic_mass+covalent_radius"
      sources: {tables: [properties.csv], leave_out_targets: false}
      candidates: {data: properties.csv}
      validation: {folds: 3, inner_folds: 2, repeats: 1}
      source_network: {hidden: [8], epochs: 10, members: 1}
      scratch_network: {hidden: [8], epochs: 5, members: 1}
      report: {shortlist: 5}
      """;

  @TempDir private static Path temporary;
  private static Path run;

  @BeforeAll
  static void runOnce() throws IOException {
    write(temporary);
    run = run(temporary.resolve("run"), STUDY, 2);
  }

  /** Thirty of the embedded conductivities, a repeated formula, and rows that cannot be used. */
  private static void write(Path folder) throws IOException {
    SmallTable table = conductivities();
    StringBuilder csv = new StringBuilder("mp_id,formula,kappa\n");
    IntStream.range(0, 30).forEach(i ->
        csv.append("mp-").append(i).append(',').append(table.materials().get(i)).append(',')
            .append(table.values()[i]).append('\n'));
    csv.append("mp-30,SiC,400\nmp-31,Xx2,5\nmp-32,NaF,-3\nmp-33,KF,\n");
    Files.writeString(folder.resolve("conductivities.csv"), csv);
    Files.write(
        folder.resolve("properties.csv"),
        ConductivityData.resource(ConductivityData.PROPERTIES).readAllBytes());
  }

  private static SmallTable conductivities() {
    return SmallTable.read(
        ConductivityData.resource(ConductivityData.CONDUCTIVITIES),
        ConductivityData.CONDUCTIVITIES,
        new SmallTable.Heads(
            MaterialKind.COMPOSITION,
            "formula",
            "lattice_thermal_conductivity [W/(m K)]",
            "",
            true));
  }

  private static Path run(Path folder, String text, int threads) throws IOException {
    Study study = StudyFile.read(Files.writeString(temporary.resolve("small.yaml"), text));
    RunOptions asked =
        new RunOptions(
            OptionalLong.empty(), false, false, Optional.empty(), OptionalInt.of(threads));
    Job job = new ConductivityWorkflow().prepare(study, asked);
    try (RunFolder open = RunFolder.create(folder, study, asked, job.recipe(), List.of("test"))) {
      open.finish(job.run(open, Progress.SILENT));
    }
    return folder;
  }

  private static List<String> lines(String name) throws IOException {
    return Files.readAllLines(run.resolve(name));
  }

  @Test
  void ranksEveryMaterialOnceWithAndWithoutTransfer() throws IOException {
    List<String> rows = lines("predictions.csv");
    assertThat(rows).hasSize(32);
    for (int column : new int[] {8, 9}) {
      List<Integer> places =
          rows.stream().skip(1).map(row -> Integer.parseInt(row.split(",")[column])).toList();
      assertThat(places)
          .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 31).boxed().toList());
    }
    List<String> carbide = rows.stream().filter(row -> row.contains(",SiC,")).toList();
    // Both rows of one formula lie on one side of the limit, and are predicted alike.
    assertThat(carbide).hasSize(2);
    assertThat(carbide).allMatch(row -> row.split(",")[3].equals("true"));
    assertThat(carbide.get(0).split(",")[6]).isEqualTo(carbide.get(1).split(",")[6]);
  }

  @Test
  void tellsEachSourceInItsMetrics() throws IOException {
    JsonNode metrics = JsonMapper.shared().readTree(run.resolve("metrics.json").toFile());
    assertThat(metrics.path("materials").asInt(0)).isEqualTo(31);
    assertThat(metrics.path("trained").size()).isEqualTo(4);
    // Four sources and what they predict together.
    assertThat(metrics.path("within").path("sources").size()).isEqualTo(5);
    assertThat(metrics.path("beyond").path("sources").size()).isEqualTo(5);
    int won = 0;
    for (JsonNode source : metrics.path("within").path("sources")) {
      won += source.path("won").asInt(0);
      assertThat(source.path("p_holm").asDouble(-1))
          .isGreaterThanOrEqualTo(source.path("comparison").path("p").asDouble(2) - 1e-9);
    }
    assertThat(won).isEqualTo(metrics.path("within").path("splits").asInt(0)).isEqualTo(3);
  }

  @Test
  void keepsItsSourcesAsModels() {
    MaterialModel model =
        MaterialModel.from(ModelArchive.load(run.resolve("sources/bulk-modulus.suiseki")));
    assertThat(model.property().unit()).isEqualTo("GPa");
    assertThat(model.predict(List.of("MgO")).get(0).value()).isPositive();
  }

  @Test
  void listsCandidatesFromTheHighestDown() throws IOException {
    List<String> rows = lines("shortlist.csv").stream().skip(1).toList();
    assertThat(rows.size()).isBetween(5, 10);
    double before = Double.POSITIVE_INFINITY;
    for (String row : rows) {
      double kappa = Double.parseDouble(row.split(",")[2]);
      assertThat(kappa).isLessThanOrEqualTo(before);
      before = kappa;
    }
    // Known ones are no candidates.
    assertThat(rows).noneMatch(row -> row.contains(",SiC,") || row.contains(",BN,"));
  }

  @Test
  void makesAPageAndNamesWhatItLeftOut() throws IOException {
    assertThat(Files.readString(run.resolve("report.html"))).contains("findings-report");
    assertThat(Files.readString(run.resolve("log.txt"))).contains("Unknown element Xx").contains("no logarithm");
  }

  @Test
  void givesTheSameWithOneThread() throws IOException {
    Path again = run(temporary.resolve("again"), STUDY, 1);
    assertThat(Files.readString(again.resolve("predictions.csv")))
        .isEqualTo(Files.readString(run.resolve("predictions.csv")));
    assertThat(Files.readString(again.resolve("shortlist.csv")))
        .isEqualTo(Files.readString(run.resolve("shortlist.csv")));
  }

  @Test
  void refusesATableWithoutTheColumn() {
    assertThatThrownBy(
            () -> run(temporary.resolve("none"), STUDY.replace("kappa", "kapa"), 1))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("kapa");
  }

  @Test
  void hasASoundEmbeddedTable() {
    SmallTable table = conductivities();
    assertThat(table.refused()).isEmpty();
    assertThat(table.materials()).hasSize(81).doesNotHaveDuplicates();
    SolidTables solids =
        SolidTables.embedded(
            ConductivityData.resource(ConductivityData.PROPERTIES), ConductivityData.PROPERTIES);
    assertThat(solids.refused()).isEmpty();
    assertThat(solids.properties())
        .extracting(SolidProperty::name)
        .containsExactlyInAnyOrder(
            "bulk-modulus", "debye-temperature", "melting-point", "volume-per-atom");
    SolidProperty debye = property(solids, "debye-temperature");
    int[] known =
        IntStream.range(0, 81)
            .filter(row -> debye.formulas().contains(table.materials().get(row)))
            .toArray();
    double[] theta =
        IntStream.of(known)
            .mapToDouble(row -> debye.values()[debye.formulas().indexOf(table.materials().get(row))])
            .toArray();
    double[] kappa = IntStream.of(known).mapToDouble(row -> table.values()[row]).toArray();
    // Slack 1973: κ rises with the cube of the Debye temperature.
    assertThat(Metric.SPEARMAN.of(kappa, theta)).isGreaterThan(0.7);
    SolidProperty volume = property(solids, "volume-per-atom");
    // a³/8 with a = 3.567 Å for diamond, a³/8 with a = 5.640 Å for rock salt; densities are rounded.
    assertThat(volume.values()[volume.formulas().indexOf("C")]).isBetween(5.6, 5.8);
    assertThat(volume.values()[volume.formulas().indexOf("NaCl")]).isBetween(22.2, 22.7);
  }

  private static SolidProperty property(SolidTables solids, String name) {
    return solids.properties().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
