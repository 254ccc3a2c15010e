package org.suiseki.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.suiseki.matter.SuisekiException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How an error reaches the person: what, where and how to mend it; never a stack trace unless asked for. */
final class Complaint {

  private Complaint() {}

  /** For a wrong command line. */
  static int usage(ParameterException e, String[] arguments) {
    CommandLine at = e.getCommandLine();
    PrintWriter err = at.getErr();
    line(at, e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("  See `" + at.getCommandSpec().qualifiedName() + " --help`.");
    err.flush();
    return ExitCode.USAGE;
  }

  /** For all else. */
  static int tell(Exception e, CommandLine at, boolean debug) {
    boolean mendable = e instanceof SuisekiException;
    if (mendable) {
      line(at, e.getMessage());
    } else {
      line(at, "This is a mistake of Suiseki: " + e + trace(e, debug));
    }
    if (debug) {
      e.printStackTrace(at.getErr());
    }
    at.getErr().flush();
    return mendable ? ExitCode.MENDABLE : ExitCode.INTERNAL;
  }

  private static void line(CommandLine at, String message) {
    at.getErr().println(at.getColorScheme().errorText("suiseki: " + message));
  }

  private static String trace(Exception e, boolean debug) {
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
