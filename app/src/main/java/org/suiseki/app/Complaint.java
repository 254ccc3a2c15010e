package org.suiseki.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Spelling;
import org.suiseki.matter.SuisekiException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * How an error reaches the person: what, where and how to mend it; never a stack trace unless asked
 * for.
 */
final class Complaint {

  private Complaint() {}

  /** For a wrong command line. */
  static int usage(ParameterException e, String[] arguments) {
    CommandLine at = e.getCommandLine();
    String hint = e instanceof UnmatchedArgumentException unknown ? hint(unknown) : "";
    String mend = hint + "See `" + at.getCommandSpec().qualifiedName() + " --help`.";
    say(at, what(e) + System.lineSeparator() + "  " + mend + commands(at));
    return ExitCode.USAGE;
  }

  /** For all else. */
  static int tell(Throwable e, CommandLine at, boolean debug) {
    boolean mendable = e instanceof SuisekiException || e instanceof OutOfMemoryError;
    if (e instanceof OutOfMemoryError) {
      say(at, tooLittleMemory());
    } else {
      String ours = mendable ? "" : "This is a mistake of Suiseki: " + e + trace(e, debug);
      say(at, mendable ? String.valueOf(e.getMessage()) : ours);
    }
    if (debug) {
      e.printStackTrace(at.getErr());
      at.getErr().flush();
    }
    return mendable ? ExitCode.MENDABLE : ExitCode.INTERNAL;
  }

  private static String tooLittleMemory() {
    return String.format(
        "The memory that Java may take, %,d MiB, is not enough.%n"
            + "  Work on less at a time, use fewer --threads, or give it more:"
            + " SUISEKI_JVM_FLAGS=-Xmx8g ./suiseki …",
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static void say(CommandLine at, String message) {
    String label = at.getColorScheme().errorText("suiseki:").toString();
    at.getErr().println(label + " " + message);
    at.getErr().flush();
  }

  private static String what(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unknown
        && !unknown.isUnknownOption()
        && !e.getCommandLine().getSubcommands().isEmpty()) {
      return "There is no command '" + unknown.getUnmatched().get(0) + "'.";
    }
    return String.valueOf(e.getMessage());
  }

  /** A line for each command, where one of them should have been named; else nothing. */
  private static String commands(CommandLine at) {
    StringBuilder lines = new StringBuilder();
    at.getSubcommands()
        .forEach((name, command) ->
            lines
                .append(System.lineSeparator())
                .append(
                    String.format(
                        "    %-8s  %s",
                        name,
                        String.join(" ", command.getCommandSpec().usageMessage().description()))));
    return lines.toString();
  }

  private static String hint(UnmatchedArgumentException e) {
    CommandLine at = e.getCommandLine();
    List<String> known = new ArrayList<>(at.getSubcommands().keySet());
    known.addAll(at.getCommandSpec().optionsMap().keySet());
    return Spelling.hint(e.getUnmatched().get(0), known);
  }

  private static String trace(Throwable e, boolean debug) {
    if (debug) {
      return "";
    }
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text, true));
    try {
      Path file = Files.createTempFile("suiseki-error-", ".txt");
      Files.writeString(file, text.toString());
      return System.lineSeparator() + "  Please report it with the file " + file;
    } catch (IOException unwritable) {
      return System.lineSeparator() + "  Please report it with what --debug shows.";
    }
  }
}
