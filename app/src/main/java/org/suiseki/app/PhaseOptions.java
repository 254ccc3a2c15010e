package org.suiseki.app;

import org.suiseki.explain.phases.PhaseSearch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How phases are looked for. */
final class PhaseOptions {
  private static final double PERCENT = 100;

  @Option(
      names = "--max-strain",
      defaultValue = "2.5",
      paramLabel = "PERCENT",
      description = "Of the lattice against the candidate's; otherwise ${DEFAULT-VALUE}.")
  private double mostStrain;

  @Option(
      names = "--max-phases",
      defaultValue = "8",
      paramLabel = "N",
      description = "Otherwise ${DEFAULT-VALUE}.")
  private int mostPhases;

  @Option(names = "--isotropic", description = "Stretch all axes of a lattice alike.")
  private boolean isotropic;

  @Option(names = "--no-texture", description = "Never refine preferred orientation.")
  private boolean noTexture;

  PhaseSearch search(CommandSpec spec) {
    if (!(mostStrain > 0 && mostStrain <= 10)) {
      throw new ParameterException(
          spec.commandLine(), "--max-strain is " + mostStrain + ", but is from 0 to 10 per cent.");
    }
    if (mostPhases < 1 || mostPhases > 20) {
      throw new ParameterException(
          spec.commandLine(), "--max-phases is " + mostPhases + ", but is from 1 to 20.");
    }
    return PhaseSearch.standard()
        .withMostStrain(mostStrain / PERCENT)
        .withMostPhases(mostPhases)
        .withAnisotropic(!isotropic)
        .withTexture(!noTexture);
  }
}
