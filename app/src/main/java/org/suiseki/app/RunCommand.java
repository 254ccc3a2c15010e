package org.suiseki.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Spelling;
import org.suiseki.study.Job;
import org.suiseki.study.PastRun;
import org.suiseki.study.RunFolder;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Studies;
import org.suiseki.study.Study;
import org.suiseki.study.Workflow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code suiseki run}. */
@Command(
    name = "run",
    sortOptions = false,
    description = "Runs a study into a folder of its own.",
    footer = {
      "",
      "Examples:",
      "  suiseki run core-loss --quick",
      "  suiseki run core-loss --seed 7 --out results/seed-7",
      "  suiseki run my-study.yaml --data my-spectra.jsonl",
      "  suiseki run --resume runs/core-loss-20261120-101500",
      "",
      "Ctrl-C stops at the next safe place and leaves a folder that --resume goes on with."
    })
final class RunCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "STUDY",
      description = "A shipped study (see `suiseki list`) or the path of a .yaml file.")
  private @Nullable String study;

  @Option(names = "--quick", description = "A smaller computation, within about two minutes.")
  private boolean quick;

  @Option(names = "--seed", paramLabel = "N", description = "Instead of the study's own seed.")
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder of this run; otherwise runs/STUDY-DATE-TIME.")
  private @Nullable Path out;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "A file or folder instead of the data the study names.")
  private @Nullable Path data;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Go on with the run in this folder, with the options it began with.")
  private @Nullable Path resume;

  @Option(names = "--strict", description = "Stop at the first row of data that cannot be used.")
  private boolean strict;

  @Option(names = "--threads", paramLabel = "N", description = "Otherwise all cores.")
  private @Nullable Integer threads;

  @Option(
      names = "--library",
      paramLabel = "PLACE",
      description = "Where models are kept, for studies that read or fill it; otherwise your own.")
  private @Nullable String library;

  @Option(names = "--plain", description = "Lines instead of a progress bar.")
  private boolean plain;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  private final List<Workflow> workflows;
  private final Terminal terminal;
  private final Duration patience;

  RunCommand(List<Workflow> workflows, Terminal terminal, Duration patience) {
    this.workflows = List.copyOf(workflows);
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    check();
    Optional<PastRun> past = Optional.ofNullable(resume).map(PastRun::read);
    Study chosen = study == null ? past.orElseThrow().study() : Studies.find(study);
    RunOptions asked = asked(past.map(PastRun::asked).orElse(RunOptions.defaults()));
    Job job = workflow(chosen).prepare(chosen, asked);
    job.notices().forEach(terminal.err()::println);
    terminal.err().flush();
    try (RunFolder folder = open(chosen, asked, job)) {
      return new StudyRun(terminal, patience, plain).run(job, folder);
    }
  }

  private void check() {
    if (study == null && resume == null) {
      throw new ParameterException(
          spec.commandLine(), "Name a study (see `suiseki list`) or a folder with --resume.");
    }
    if (resume != null && out != null) {
      throw new ParameterException(
          spec.commandLine(), "--resume goes on in its own folder; leave out --out.");
    }
    if (seed != null && seed < 0) {
      throw new ParameterException(spec.commandLine(), "--seed is " + seed + ", but starts at 0.");
    }
    if (threads != null && threads < 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads is " + threads + ", but has to be at least 1.");
    }
  }

  private RunOptions asked(RunOptions before) {
    return new RunOptions(
        seed == null ? before.seed() : OptionalLong.of(seed),
        quick || before.quick(),
        strict || before.strict(),
        data == null ? before.data() : Optional.of(data.toAbsolutePath().normalize()),
        threads == null ? before.threads() : OptionalInt.of(threads),
        library == null ? before.library() : Optional.of(library));
  }

  private Workflow workflow(Study chosen) {
    List<String> kinds = workflows.stream().map(Workflow::kind).toList();
    return workflows.stream()
        .filter(w -> w.kind().equals(chosen.kind()))
        .findFirst()
        .orElseThrow(() ->
            chosen
                .options()
                .wrong(
                    "kind",
                    "No kind of study is called \"" + chosen.kind() + "\".",
                    Spelling.hint(chosen.kind(), kinds)
                        + "This build runs: "
                        + String.join(", ", kinds)
                        + "."));
  }

  private RunFolder open(Study chosen, RunOptions asked, Job job) {
    if (resume != null) {
      return RunFolder.resume(resume, chosen, job.recipe());
    }
    Path place =
        out == null
            ? RunFolder.place(Path.of(""), chosen, LocalDateTime.now(ZoneId.systemDefault()))
            : out;
    return RunFolder.create(place, chosen, asked, job.recipe(), words());
  }

  private List<String> words() {
    List<String> words = new ArrayList<>(List.of("suiseki"));
    words.addAll(spec.root().commandLine().getParseResult().originalArgs());
    return words;
  }
}
