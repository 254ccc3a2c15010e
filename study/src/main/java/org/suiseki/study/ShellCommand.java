package org.suiseki.study;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines of Suiseki as a person can paste them into a POSIX shell. */
public final class ShellCommand {
  /** The launcher sets it to its own path as it was typed. */
  private static final String LAUNCHER = "suiseki.command";

  /** What no shell reads in a way of its own. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}_@%+:,./-]+");

  private ShellCommand() {}

  /** The command that goes on with the run in {@code folder}. */
  public static String resume(Path folder) {
    return of(List.of("run", "--resume", folder.toString()));
  }

  /** The launcher of this process with these words behind it, each quoted where it has to be. */
  static String of(List<String> words) {
    return Stream.concat(Stream.of(System.getProperty(LAUNCHER, "./suiseki")), words.stream())
        .map(ShellCommand::quoted)
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
