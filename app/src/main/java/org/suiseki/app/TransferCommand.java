package org.suiseki.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.study.Job;
import org.suiseki.study.RunFolder;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyFile;
import org.suiseki.study.transfer.TransferWorkflow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code suiseki transfer}. */
@Command(
    name = "transfer",
    sortOptions = false,
    description =
        "Learns a small table with the help of the models of your library: tries them all under"
            + " nested cross-validation and says whether any helps beyond chance.",
    footer = {
      "",
      "Examples:",
      "  suiseki transfer --target small.csv --property kappa",
      "  suiseki transfer --target small.csv --property 'kappa [W/(m K)]' --log --beyond 0.7",
      "  suiseki transfer --target glasses.csv --property Tg --unit K --candidates formulas.csv",
      "",
      "It makes a folder as `suiseki run` does, which can be gone on with by `suiseki run --resume`."
    })
final class TransferCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Picocli sets what is required.
  @Option(
      names = "--target",
      paramLabel = "FILE",
      required = true,
      description = "The small table: a column of materials and one of numbers.")
  private Path target;

  @SuppressWarnings("NullAway.Init")
  @Option(
      names = "--property",
      paramLabel = "HEAD",
      required = true,
      description = "The head of its column of numbers.")
  private String property;

  @Option(
      names = "--column",
      paramLabel = "HEAD",
      description = "The head of its column of materials; otherwise formula or smiles.")
  private @Nullable String column;

  @SuppressWarnings("NullAway.Init")
  @Option(
      names = "--material",
      paramLabel = "KIND",
      defaultValue = "composition",
      description = "composition, molecule or polymer; otherwise ${DEFAULT-VALUE}.")
  private String material;

  @SuppressWarnings("NullAway.Init")
  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      defaultValue = "1",
      description = "Of the numbers; otherwise a pure number.")
  private String unit;

  @Option(names = "--log", description = "Learn the logarithm, for numbers that span decades.")
  private boolean logarithmic;

  @Option(
      names = "--library",
      paramLabel = "PLACE",
      description = "Where the models are; otherwise your own library.")
  private @Nullable String library;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "A folder of .suiseki files instead of a library.")
  private @Nullable Path models;

  @Option(
      names = "--of-each",
      paramLabel = "N",
      defaultValue = "3",
      description = "So many models of each property; otherwise ${DEFAULT-VALUE}.")
  private int ofEach;

  @Option(
      names = "--fine-tune",
      description = "Tune the networks to the table as well; some ten times as slow.")
  private boolean fineTune;

  @Option(
      names = "--beyond",
      paramLabel = "QUANTILE",
      description = "Also train below this quantile only and rank what lies above, such as 0.7.")
  private @Nullable Double beyond;

  @Option(
      names = "--candidates",
      paramLabel = "FILE",
      description = "Further materials to be predicted, below the same head.")
  private @Nullable Path candidates;

  @Option(names = "--seed", paramLabel = "N", description = "Of every random draw; otherwise 1.")
  private @Nullable Long seed;

  @Option(names = "--quick", description = "One repeat instead of three.")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder of this run; otherwise runs/transfer-PROPERTY-DATE-TIME.")
  private @Nullable Path out;

  @Option(names = "--threads", paramLabel = "N", description = "Otherwise all cores.")
  private @Nullable Integer threads;

  @Option(names = "--plain", description = "Lines instead of a progress bar.")
  private boolean plain;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  private final Terminal terminal;
  private final Duration patience;

  TransferCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    Study study = study();
    RunOptions asked =
        new RunOptions(
            seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
            quick,
            false,
            Optional.empty(),
            threads == null ? OptionalInt.empty() : OptionalInt.of(threads),
            Optional.ofNullable(library));
    Job job = new TransferWorkflow().prepare(study, asked);
    job.notices().forEach(terminal.err()::println);
    terminal.err().flush();
    try (RunFolder folder = RunFolder.create(place(study), study, asked, job.recipe(), words())) {
      int code = new StudyRun(terminal, patience, plain).run(job, folder);
      if (code == ExitCode.DONE) {
        tell(folder);
      }
      return code;
    }
  }

  /** What is asked as the text of a study, which the run folder keeps. */
  private Study study() {
    Map<String, String> keys = new LinkedHashMap<>();
    String name = property.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    keys.put("study", quoted(("transfer " + name).strip().replace(' ', '-')));
    keys.put("kind", TransferWorkflow.KIND);
    keys.put("title", quoted("Transfer to " + property));
    keys.put("target", quoted(absolute(target)));
    keys.put("property", quoted(property));
    keys.put("material", quoted(material));
    keys.put("unit", quoted(unit));
    keys.put("scale", logarithmic ? "logarithmic" : "linear");
    keys.put("models_of_each", Integer.toString(ofEach));
    keys.put("fine_tuning", Boolean.toString(fineTune));
    if (column != null) {
      keys.put("column", quoted(column));
    }
    if (models != null) {
      keys.put("models", quoted(absolute(models)));
    }
    if (beyond != null) {
      keys.put("quantile", Double.toString(beyond));
    }
    if (candidates != null) {
      keys.put("candidates", quoted(absolute(candidates)));
    }
    StringBuilder text = new StringBuilder();
    keys.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    return StudyFile.read(
        new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)),
        "what was asked of transfer");
  }

  /** A JSON text is one in YAML too. */
  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  private Path place(Study study) {
    return out == null
        ? RunFolder.place(Path.of(""), study, LocalDateTime.now(ZoneId.systemDefault()))
        : out;
  }

  private List<String> words() {
    List<String> words = new ArrayList<>(List.of("suiseki"));
    words.addAll(spec.root().commandLine().getParseResult().originalArgs());
    return words;
  }

  private void tell(RunFolder folder) {
    try {
      terminal.out().println();
      terminal.out().print(Files.readString(folder.path(TransferWorkflow.SUMMARY)));
      terminal.out().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
