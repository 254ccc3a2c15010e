package org.suiseki.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.study.AtomicFile;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Predictors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code suiseki predict}. */
@Command(
    name = "predict",
    sortOptions = false,
    description = "Says what a model makes of a file, with uncertainty and domain.",
    footer = {
      "",
      "Examples:",
      "  suiseki predict runs/core-loss-20261120-101500/model my-spectra.jsonl",
      "  suiseki predict core-loss.suiseki my-spectra.csv --format csv --out predictions.csv"
    })
final class PredictCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "MODEL", description = "A model folder or .suiseki file.")
  private Path model;

  @Parameters(index = "1", paramLabel = "FILE", description = "What to predict for.")
  private Path input;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}; otherwise ${DEFAULT-VALUE}.")
  private TableFormat format;

  @Option(names = "--out", paramLabel = "FILE", description = "Into this file, in UTF-8.")
  private @Nullable Path out;

  @Spec private CommandSpec spec;

  private final Predictors predictors;

  PredictCommand(Predictors predictors) {
    this.predictors = predictors;
  }

  @Override
  public Integer call() {
    PredictionTable table = predictors.load(model).predict(input);
    String text = format.render(table);
    if (out == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    } else {
      AtomicFile.write(out, text.getBytes(StandardCharsets.UTF_8));
    }
    return tellRefused(table);
  }

  /** Rows left out are told on standard error too, so that a pipe does not hide them. */
  private int tellRefused(PredictionTable table) {
    PrintWriter err = spec.commandLine().getErr();
    table.refused().forEach(r -> err.println("left out " + r.id() + ": " + r.reason()));
    err.flush();
    return table.rows().isEmpty() && !table.refused().isEmpty()
        ? ExitCode.MENDABLE
        : ExitCode.DONE;
  }
}
