package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.study.conductivity.ConductivityWorkflow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The study of conductivity and transfer to a small table at the command line, in this process. */
class TransferCommandTest {
  private static final String STUDY =
      """
      study: small
      kind: lattice-thermal-conductivity
      descriptor: "composition-290:missing=impute:properties=atomic_mass+covalent_radius"
      validation: {folds: 2, inner_folds: 2, repeats: 1}
      source_network: {hidden: [8], epochs: 5, members: 1}
      scratch_network: {hidden: [8], epochs: 5, members: 1}
      """;

  @TempDir private static Path shared;
  private static Path run;
  private static Path target;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void trainSources() throws IOException {
    Path study = Files.writeString(shared.resolve("small.yaml"), STUDY);
    run = shared.resolve("run");
    TransferCommandTest first = new TransferCommandTest();
    assertThat(first.suiseki("run", study, "--out", run)).as(first.err.toString()).isZero();
    assertThat(first.err.toString()).contains("compiled from memory");
    target = shared.resolve("few.csv");
    try (InputStream in =
        ConductivityWorkflow.class.getResourceAsStream("lattice_conductivity.csv")) {
      Files.write(target, Objects.requireNonNull(in).readAllBytes());
    }
    List<String> lines = Files.readAllLines(target);
    Files.write(target, lines.subList(0, 32));
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

  private int transfer(Path folder, Object... more) {
    Object[] words = {
      "transfer",
      "--target",
      target,
      "--property",
      "lattice_thermal_conductivity [W/(m K)]",
      "--log",
      "--models",
      run.resolve("sources"),
      "--quick",
      "--out",
      folder
    };
    return suiseki(Stream.concat(Stream.of(words), Stream.of(more)).toArray());
  }

  @Test
  void triesEveryModelAndPredictsCandidates() throws IOException {
    Path folder = shared.resolve("transfer");
    Path candidates =
        Files.writeString(shared.resolve("more.csv"), "formula\nLiBr\nTiC\nnonsense\nLiBr\n");
    int code = transfer(folder, "--beyond", "0.7", "--candidates", candidates);
    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("31 materials, 5 sources")
        .contains("bulk-modulus")
        .contains("95 % interval")
        .contains("Spearman");
    JsonNode metrics = JsonMapper.shared().readTree(folder.resolve("metrics.json").toFile());
    assertThat(metrics.path("within").path("sources").size()).isEqualTo(5);
    assertThat(metrics.path("beyond").path("top").asInt(0)).isEqualTo(9);
    assertThat(Files.readAllLines(folder.resolve("candidates.csv"))).hasSize(3);
    assertThat(Files.readAllLines(folder.resolve("predictions.csv"))).hasSize(32);
    assertThat(Files.readString(folder.resolve("report.html"))).contains("findings-report");
    // The folder is one of `suiseki run`.
    assertThat(suiseki("run", "--resume", folder)).isEqualTo(ExitCode.MENDABLE);
    assertThat(err.toString()).contains("finished");
  }

  @Test
  void saysWhatToMend() throws IOException {
    Path folder = shared.resolve("none");
    assertThat(
            suiseki(
                "transfer",
                "--target",
                target,
                "--property",
                "conductivity",
                "--models",
                run.resolve("sources"),
                "--out",
                folder))
        .isEqualTo(ExitCode.MENDABLE);
    assertThat(err.toString()).contains("No column is headed 'conductivity'");
    Path empty = Files.createDirectories(shared.resolve("empty"));
    assertThat(
            suiseki(
                "transfer",
                "--target",
                target,
                "--property",
                "lattice_thermal_conductivity [W/(m K)]",
                "--models",
                empty,
                "--out",
                folder))
        .isEqualTo(ExitCode.MENDABLE);
    assertThat(err.toString()).contains("library train");
    Path few = Files.write(shared.resolve("five.csv"), Files.readAllLines(target).subList(0, 6));
    assertThat(
            suiseki(
                "transfer",
                "--target",
                few,
                "--property",
                "lattice_thermal_conductivity [W/(m K)]",
                "--models",
                run.resolve("sources"),
                "--out",
                folder))
        .isEqualTo(ExitCode.MENDABLE);
    assertThat(err.toString()).contains("5 different materials").contains("at least 10");
    assertThat(folder).doesNotExist();
  }
}
