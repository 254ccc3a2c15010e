package org.suiseki.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.suiseki.matter.SuisekiException;
import org.suiseki.study.Explanations;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Predictor;
import org.suiseki.study.Predictors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code suiseki explain}. */
@Command(
    name = "explain",
    sortOptions = false,
    description =
        "Says where a pattern lies among known samples, what it is, and which peaks say so.",
    footer = {
      "",
      "Examples:",
      "  suiseki explain runs/xrd-feature-space/model.suiseki scan.xrdml",
      "  suiseki explain model.suiseki monday/*.xy --json"
    })
final class ExplainCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Picocli sets what is required.
  @Parameters(index = "0", paramLabel = "MODEL", description = "A model folder or .suiseki file.")
  private Path model;

  @SuppressWarnings("NullAway.Init")
  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PATTERN",
      description = "Files of patterns in any format that 'suiseki read' knows.")
  private List<Path> patterns;

  @Option(
      names = "--peaks",
      paramLabel = "N",
      defaultValue = "8",
      description = "How many peaks to name; otherwise ${DEFAULT-VALUE}.")
  private int peaks;

  @Option(names = "--json", description = "As JSON, with all peaks.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  private final Predictors predictors;
  private final Terminal terminal;

  ExplainCommand(Predictors predictors, Terminal terminal) {
    this.predictors = predictors;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (peaks < 0) {
      throw new ParameterException(
          spec.commandLine(), "--peaks is " + peaks + ", but has to be at least 0.");
    }
    Predictor predictor = predictors.load(model);
    Results results = Results.to(terminal.out(), json, patterns.size() > 1);
    int explained = 0;
    int refused = 0;
    for (Path pattern : patterns) {
      try {
        Explanations said = predictor.explain(pattern);
        said.explained().forEach(one -> results.add(new ExplanationView(one, peaks)));
        said.refused().forEach(bad -> leftOut(pattern, bad));
        explained += said.explained().size();
        refused += said.refused().size();
      } catch (SuisekiException unusable) {
        if (patterns.size() == 1) {
          throw unusable;
        }
        terminal.err().println("left out " + told(pattern, unusable));
        refused++;
      }
    }
    results.end();
    terminal.err().flush();
    return explained == 0 && refused > 0 ? ExitCode.MENDABLE : ExitCode.DONE;
  }

  private void leftOut(Path pattern, PredictionTable.Refused bad) {
    String file = String.valueOf(pattern.getFileName());
    String id = bad.id().equals(file) ? "" : bad.id() + ": ";
    terminal.err().println("left out " + pattern + ": " + id + bad.reason());
  }

  /** With the file in front, where the message does not name it itself. */
  private static String told(Path pattern, SuisekiException unusable) {
    String message = String.valueOf(unusable.getMessage());
    return unusable.place().isPresent() ? message : pattern + ": " + message;
  }
}
