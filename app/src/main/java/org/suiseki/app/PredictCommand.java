package org.suiseki.app;

import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.library.LibraryLocation;
import org.suiseki.study.OutputFile;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Predictor;
import org.suiseki.study.Predictors;
import org.suiseki.study.tasks.PropertyPredictor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code suiseki predict}. */
@Command(
    name = "predict",
    sortOptions = false,
    description =
        "Says what a model makes of a file, with uncertainty and domain; or predicts a property with"
            + " the model that your library recommends for it.",
    footer = {
      "",
      "Examples:",
      "  suiseki predict runs/core-loss/model.suiseki my-spectra.jsonl",
      "  suiseki predict core-loss.suiseki my-spectra.csv --format csv --out predictions.csv",
      "  suiseki predict 'formation energy' formulas.csv",
      "",
      "The properties that your library knows: suiseki library list."
    })
final class PredictCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Picocli sets what is required.
  @Parameters(
      index = "0",
      paramLabel = "MODEL|PROPERTY",
      description = "A model folder or .suiseki file, or a property in the library.")
  private String model;

  @SuppressWarnings("NullAway.Init")
  @Parameters(index = "1", paramLabel = "FILE", description = "What to predict for.")
  private Path input;

  @SuppressWarnings("NullAway.Init")
  @Option(
      names = "--format",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}; otherwise ${DEFAULT-VALUE}.")
  private TableFormat format;

  @Option(
      names = "--library",
      paramLabel = "PLACE",
      description = "Where the models of a property are; otherwise your own library.")
  private @Nullable String library;

  @Option(names = "--out", paramLabel = "FILE", description = "Into this file, in UTF-8.")
  private @Nullable Path out;

  private final Predictors predictors;
  private final Terminal terminal;

  PredictCommand(Predictors predictors, Terminal terminal) {
    this.predictors = predictors;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PredictionTable table = predictor().predict(input);
    String text = format.render(table);
    if (out == null) {
      terminal.out().print(text);
      terminal.out().flush();
    } else {
      OutputFile.write(out, text.getBytes(StandardCharsets.UTF_8));
    }
    return tellRefused(table);
  }

  /** What is no file and looks like none is a property. */
  private Predictor predictor() {
    boolean file = model.endsWith(".suiseki") || model.contains(File.separator);
    if (file || Files.exists(Path.of(model))) {
      return predictors.load(Path.of(model));
    }
    LibraryLocation location =
        LibraryLocation.choose(Optional.ofNullable(library), Optional.empty(), System.getenv());
    return new PropertyPredictor(
        location,
        model,
        why -> {
          terminal.err().println("Model  " + why);
          terminal.err().flush();
        });
  }

  /** Rows left out are told on standard error too, so that a pipe does not hide them. */
  private int tellRefused(PredictionTable table) {
    PrintWriter err = terminal.err();
    table.refused().forEach(r -> err.println("left out " + r.id() + ": " + r.reason()));
    err.flush();
    return table.rows().isEmpty() && !table.refused().isEmpty() ? ExitCode.MENDABLE : ExitCode.DONE;
  }
}
