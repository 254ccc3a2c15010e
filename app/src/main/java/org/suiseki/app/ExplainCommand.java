package org.suiseki.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.SuisekiException;
import org.suiseki.study.Explanation;
import org.suiseki.study.Predictor;
import org.suiseki.study.Predictors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code suiseki explain}. */
@Command(
    name = "explain",
    sortOptions = false,
    description = "Says where a pattern lies among known samples, what it is, and which peaks say so.",
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

  private final Predictors predictors;
  private final Terminal terminal;

  ExplainCommand(Predictors predictors, Terminal terminal) {
    this.predictors = predictors;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Predictor predictor = predictors.load(model);
    Results results = Results.to(terminal.out(), json, patterns.size() > 1);
    int explained = 0;
    @Nullable SuisekiException last = null;
    for (Path pattern : patterns) {
      try {
        for (Explanation explanation : predictor.explain(pattern)) {
          results.add(new ExplanationView(explanation, peaks));
          explained++;
        }
      } catch (SuisekiException unusable) {
        if (patterns.size() == 1) {
          throw unusable;
        }
        terminal.err().println("left out " + pattern + ": " + unusable.getMessage());
        last = unusable;
      }
    }
    results.end();
    terminal.err().flush();
    return explained == 0 && last != null ? ExitCode.MENDABLE : ExitCode.DONE;
  }
}
