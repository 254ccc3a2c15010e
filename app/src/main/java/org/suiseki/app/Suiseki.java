package org.suiseki.app;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.suiseki.study.Predictors;
import org.suiseki.study.Workflow;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code suiseki}. */
@Command(
    name = "suiseki",
    versionProvider = Version.class,
    description = "Describes matter, learns from it, explains what it learned.",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  suiseki list",
      "  suiseki run core-loss --quick",
      "  suiseki predict MODEL my-spectra.jsonl",
      "  suiseki explain MODEL scan.xrdml",
      "  suiseki read quartz.cif",
      "  suiseki describe --with crystalnn-ops,rdf structures/ --out features.csv",
      "",
      "Exit codes: 0 done, 1 something you can mend, 2 wrong usage, 70 a mistake of Suiseki, 130"
          + " stopped with Ctrl-C. Colours: only on a terminal, and not if NO_COLOR is set."
    })
public final class Suiseki implements Runnable {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  @SuppressWarnings("UnusedVariable") // Picocli acts on it.
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      order = 100,
      description = "Show this help.")
  private boolean help;

  @SuppressWarnings("UnusedVariable")
  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      order = 101,
      description = "Show the versions of Suiseki and what it stands on.")
  private boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      order = 102,
      description = "With an error, show where in the program it arose.")
  private boolean debug;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  private Suiseki() {}

  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    System.exit(execute(Shipped.workflows(), Shipped.predictors(), terminal, PATIENCE, arguments));
  }

  /**
   * One command from its words to its {@link ExitCode}, for {@link #main} and for tests.
   *
   * @param patience how long after Ctrl-C a run may take to stop by itself
   */
  static int execute(
      List<Workflow> workflows,
      Predictors predictors,
      Terminal terminal,
      Duration patience,
      String... arguments) {
    Suiseki suiseki = new Suiseki();
    CommandLine line =
        new CommandLine(suiseki)
            .addSubcommand(new ListCommand(terminal.out()))
            .addSubcommand(new RunCommand(workflows, terminal, patience))
            .addSubcommand(new PredictCommand(predictors, terminal))
            .addSubcommand(new ExplainCommand(predictors, terminal))
            .addSubcommand(new ReadCommand(terminal, patience))
            .addSubcommand(new ConvertCommand(terminal, patience))
            .addSubcommand(new DescribeCommand(terminal, patience))
            .addSubcommand(SimulateCommand.of(terminal, patience))
            .addSubcommand(new PeaksCommand(terminal, patience))
            .addSubcommand(new SymmetryCommand(terminal, patience))
            .addSubcommand(new IdentifyCommand(terminal, patience))
            .addSubcommand(LibraryCommand.of(terminal, patience))
            .addSubcommand(new TransferCommand(terminal, patience))
            .registerConverter(Long.class, whole(Long::valueOf))
            .registerConverter(Integer.class, whole(Integer::valueOf))
            .registerConverter(int.class, whole(Integer::valueOf))
            .setOut(terminal.out())
            .setErr(terminal.err())
            .setColorScheme(terminal.colours())
            .setUsageHelpAutoWidth(terminal.screen().isPresent())
            .setParameterExceptionHandler(Complaint::usage)
            .setExecutionExceptionHandler((e, at, parsed) -> ended(e, at, suiseki.debug));
    try {
      return line.execute(arguments);
    } catch (UnwritableOutput e) {
      // From the help, which Picocli prints before there is a command.
      return ended(e, line, suiseki.debug);
    } catch (Error e) {
      // Picocli hands over exceptions only; out of memory or a native library that does not load
      // comes here.
      return Complaint.tell(e, line, suiseki.debug);
    }
  }

  private static int ended(Exception e, CommandLine at, boolean debug) {
    if (e instanceof Crystals.Stopped stopped) {
      return stopped.exitCode();
    }
    if (e instanceof UnwritableOutput output && output.unread()) {
      return ExitCode.UNREAD;
    }
    return Complaint.tell(e, at, debug);
  }

  private static <T> ITypeConverter<T> whole(Function<String, T> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            text.matches("[-+]?[0-9]+")
                ? "'" + text + "' is too large"
                : "'" + text + "' is not a whole number");
      }
    };
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command is given.");
  }
}
