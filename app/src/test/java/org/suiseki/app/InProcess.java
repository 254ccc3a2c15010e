package org.suiseki.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs commands in this process and keeps what the last one printed. */
final class InProcess {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Gives the exit code. */
  int suiseki(Object... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal =
        new Terminal(
            new PrintWriter(out, true), new PrintWriter(err, true), false, Optional.empty());
    String[] arguments = Stream.of(words).map(Object::toString).toArray(String[]::new);
    return Suiseki.execute(
        List.of(),
        model -> {
          throw new IllegalStateException("No model is loaded here.");
        },
        terminal,
        Suiseki.PATIENCE,
        arguments);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
