package org.suiseki.app;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suiseki.library.Library;
import org.suiseki.library.Sweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code suiseki library gc}. */
@Command(
    name = "gc",
    sortOptions = false,
    description = "Takes away what was deleted, and files that no model has.",
    footer = {"", "Examples:", "  suiseki library gc", "  suiseki library gc --grace 0s"})
final class LibrarySweepCommand implements Callable<Integer> {
  private static final Pattern AGE = Pattern.compile("([0-9]{1,6})\\s*([smhd])");

  @Option(
      names = "--grace",
      paramLabel = "AGE",
      defaultValue = "1d",
      description = "What is younger stays: 0s, 30m, 12h, 7d; otherwise ${DEFAULT-VALUE}.")
  private String grace = "1d";

  @Mixin private final LibraryPlace place = new LibraryPlace();

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  private final Terminal terminal;
  private final Duration patience;

  LibrarySweepCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    Duration age = age();
    try (Library library = place.open()) {
      Sweep sweep =
          new WatchedTask(terminal, patience).run(progress -> library.sweep(age, progress));
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "Removed  %,d models, %,d files, %,d bytes%n",
              sweep.models(),
              sweep.files(),
              sweep.bytes());
      if (sweep.waiting() > 0) {
        terminal.out().printf(Locale.ROOT, "Younger  %,d, which stay%n", sweep.waiting());
      }
    }
    terminal.out().flush();
    return ExitCode.DONE;
  }

  private Duration age() {
    Matcher matcher = AGE.matcher(grace);
    if (!matcher.matches()) {
      throw new ParameterException(
          spec.commandLine(), "--grace is '" + grace + "', but has to be like 0s, 30m, 12h or 7d.");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
