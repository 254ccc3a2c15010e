package org.suiseki.app;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --tolerance} of commands that look for symmetry. */
final class Tolerance {
  private static final double LARGEST = 1;

  @Option(
      names = "--tolerance",
      paramLabel = "ANGSTROM",
      defaultValue = "0.01",
      description =
          "How far atoms may lie from their symmetric places, in Å; otherwise ${DEFAULT-VALUE}.")
  private double tolerance;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** In Å. */
  double value() {
    if (!(tolerance > 0 && tolerance <= LARGEST)) {
      throw new ParameterException(
          spec.commandLine(), "--tolerance is " + tolerance + ", but lies above 0 and up to 1 Å.");
    }
    return tolerance;
  }
}
