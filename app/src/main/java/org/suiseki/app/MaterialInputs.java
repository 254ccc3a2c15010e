package org.suiseki.app;

import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The words that every command over many materials understands. */
final class MaterialInputs {
  @SuppressWarnings("NullAway.Init") // Picocli sets what is required.
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files, folders or patterns such as 'data/**.cif'.")
  private List<String> files;

  @Option(names = "--threads", paramLabel = "N", description = "Otherwise all cores.")
  private @Nullable Integer threads;

  @Option(names = "--strict", description = "Stop at the first material that cannot be used.")
  private boolean strict;

  @Option(names = "--plain", description = "Lines instead of a progress bar.")
  private boolean plain;

  private String target = "";

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** As many threads, as strict and as plain, over other words. */
  MaterialInputs over(List<String> others) {
    MaterialInputs inputs = new MaterialInputs();
    inputs.files = List.copyOf(others);
    inputs.threads = threads;
    inputs.strict = strict;
    inputs.plain = plain;
    inputs.spec = spec;
    return inputs;
  }

  List<String> files() {
    return files;
  }

  /**
   * Takes the last word away, for commands whose last word says where to write.
   *
   * @throws ParameterException where no other would be left
   */
  String takeLast() {
    if (files.size() < 2) {
      throw new ParameterException(
          spec.commandLine(), "Name the file to read and, last, the file or folder to write.");
    }
    target = files.get(files.size() - 1);
    files = List.copyOf(files.subList(0, files.size() - 1));
    return target;
  }

  /** Whether the word taken away names a folder, existing or not. */
  boolean lastEndsInSeparator() {
    return target.endsWith("/") || target.endsWith(File.separator);
  }

  boolean strict() {
    return strict;
  }

  boolean plain() {
    return plain;
  }

  int threads() {
    if (threads == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (threads < 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads is " + threads + ", but has to be at least 1.");
    }
    return threads;
  }
}
