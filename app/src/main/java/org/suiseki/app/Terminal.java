package org.suiseki.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/**
 * Where the output goes, and what may be done there.
 *
 * @param coloured whether escape sequences for colour are welcome
 * @param screen if standard error is a terminal
 * @param printsToScreen whether standard output is a terminal
 */
record Terminal(
    PrintWriter out,
    PrintWriter err,
    boolean coloured,
    Optional<Screen> screen,
    boolean printsToScreen) {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  /** Of output that goes into a pipe or a file. */
  Terminal(PrintWriter out, PrintWriter err, boolean coloured, Optional<Screen> screen) {
    this(out, err, coloured, screen, false);
  }

  /**
   * The streams of this process. Into a pipe or a file goes UTF-8, so that results do not depend on
   * the locale; to a terminal goes its own encoding.
   */
  @SuppressWarnings(
      "SystemConsoleNull") // The property keeps the old meaning: none without a terminal.
  static Terminal ofProcess() {
    System.setProperty("jdk.console", "java.base");
    Console console = System.console();
    Map<String, String> environment = System.getenv();
    boolean out = isTerminal(1, console);
    boolean err = isTerminal(2, console);
    Charset own = console == null ? StandardCharsets.UTF_8 : console.charset();
    return new Terminal(
        writer(
            UnwritableOutput.telling(new FileOutputStream(FileDescriptor.out)),
            out ? own : StandardCharsets.UTF_8),
        writer(new FileOutputStream(FileDescriptor.err), err ? own : StandardCharsets.UTF_8),
        coloured(environment, out && err),
        err && capable(environment) ? Optional.of(Screen.of(environment, own)) : Optional.empty(),
        out);
  }

  Help.ColorScheme colours() {
    return Help.defaultColorScheme(coloured ? Ansi.ON : Ansi.OFF);
  }

  /** See no-color.org: any value but the empty one switches colour off. */
  static boolean coloured(Map<String, String> environment, boolean terminal) {
    return terminal && capable(environment) && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  private static boolean capable(Map<String, String> environment) {
    return !"dumb".equals(environment.getOrDefault("TERM", ""));
  }

  private static boolean isTerminal(int descriptor, @Nullable Console console) {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return console != null;
    }
    try {
      Path target = Files.readSymbolicLink(DESCRIPTORS.resolve(Integer.toString(descriptor)));
      return target.startsWith("/dev/pts") || target.toString().startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  private static PrintWriter writer(OutputStream stream, Charset charset) {
    return new PrintWriter(new OutputStreamWriter(stream, charset), true);
  }
}
