package org.suiseki.app;

import org.jspecify.annotations.Nullable;
import org.suiseki.simulate.Anode;
import org.suiseki.simulate.DebyeWaller;
import org.suiseki.simulate.FormFactor;
import org.suiseki.simulate.Polarisation;
import org.suiseki.simulate.PowderDiffraction;
import org.suiseki.simulate.Radiation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is sent onto the powder and how its amplitudes are calculated. */
final class BeamOptions {
  private static final double PATTERN_FROM = 5;

  @Option(
      names = "--anode",
      paramLabel = "METAL",
      description = "Cr, Fe, Co, Cu, Mo or Ag: its Kα doublet; otherwise Cu.")
  private @Nullable String anode;

  @Option(
      names = "--line",
      paramLabel = "LINE",
      description = "Of the anode: ka (Kα1 and Kα2), ka1 or kb; otherwise ka.")
  private @Nullable String line;

  @Option(
      names = "--wavelength",
      paramLabel = "ANGSTROM",
      description = "X-rays of one wavelength instead of an anode's.")
  private @Nullable Double wavelength;

  @Option(
      names = "--neutrons",
      paramLabel = "ANGSTROM",
      description = "Neutrons of this wavelength instead of X-rays.")
  private @Nullable Double neutrons;

  @Option(
      names = "--range",
      paramLabel = "FROM:TO",
      description = "Angles 2θ in degrees; otherwise 0:90, for a pattern 5:90.")
  private @Nullable String range;

  @Option(
      names = "--monochromator",
      paramLabel = "DEGREE",
      description = "Its angle 2θ, for the polarisation; 26.4 is graphite's for Cu Kα.")
  private @Nullable Double monochromator;

  @Option(
      names = "--biso",
      defaultValue = "0",
      paramLabel = "B",
      description = "Debye-Waller factor B of all atoms in Å²; otherwise ${DEFAULT-VALUE}.")
  private double biso;

  @Option(names = "--ions", description = "Form factors of ions where oxidation states are known.")
  private boolean ions;

  @Option(names = "--no-dispersion", description = "Without the anomalous dispersion f′, f″.")
  private boolean noDispersion;

  @Option(
      names = "--like",
      paramLabel = "PEER",
      description =
          "pymatgen: 1.54184 Å, its form factors, no dispersion, its families; for comparison.")
  private @Nullable String like;

  /**
   * @param forPattern whether the angles are those of a pattern where none are given
   */
  PowderDiffraction diffraction(CommandSpec spec, boolean forPattern) {
    double[] angles = range(spec, forPattern);
    if (like != null) {
      return peer(spec).withRange(angles[0], angles[1]).withDebyeWaller(DebyeWaller.overall(biso));
    }
    PowderDiffraction options =
        PowderDiffraction.of(radiation(spec))
            .withRange(angles[0], angles[1])
            .withDebyeWaller(DebyeWaller.overall(biso));
    if (ions) {
      options = options.withFormFactor(FormFactor.IONS);
    }
    if (monochromator != null) {
      options = options.withPolarisation(Polarisation.monochromator(monochromator));
    }
    return noDispersion ? options.withDispersion(false) : options;
  }

  private PowderDiffraction peer(CommandSpec spec) {
    if (!"pymatgen".equals(like)) {
      throw new ParameterException(
          spec.commandLine(), "--like is " + like + ", but knows pymatgen only.");
    }
    boolean otherAnode = anode != null && !anode.equalsIgnoreCase("Cu");
    boolean otherLine = line != null && !line.equals("ka");
    if (otherAnode || otherLine || wavelength != null || neutrons != null) {
      throw new ParameterException(
          spec.commandLine(), "--like pymatgen calculates for its Cu Kα; leave out other beams.");
    }
    if (ions || monochromator != null) {
      throw new ParameterException(
          spec.commandLine(), "--like pymatgen has no --ions and no --monochromator.");
    }
    return PowderDiffraction.asPymatgen();
  }

  private Radiation radiation(CommandSpec spec) {
    int given = (anode == null ? 0 : 1) + (wavelength == null ? 0 : 1) + (neutrons == null ? 0 : 1);
    if (given > 1) {
      throw new ParameterException(
          spec.commandLine(), "Give one of --anode, --wavelength and --neutrons.");
    }
    if (line != null && (wavelength != null || neutrons != null)) {
      throw new ParameterException(
          spec.commandLine(),
          "--line is one of an anode; leave it out where a wavelength is given.");
    }
    if (neutrons != null) {
      if (ions || noDispersion || monochromator != null) {
        throw new ParameterException(
            spec.commandLine(),
            "--ions, --no-dispersion and --monochromator are for X-rays, not for --neutrons.");
      }
      return Radiation.neutrons(neutrons);
    }
    if (wavelength != null) {
      return Radiation.xRays(wavelength);
    }
    Anode metal = anode == null ? Anode.CU : Anode.ofSymbol(anode);
    return switch (line == null ? "ka" : line) {
      case "ka" -> Radiation.kAlpha(metal);
      case "ka1" -> Radiation.kAlpha1(metal);
      case "kb" -> Radiation.kBeta(metal);
      default ->
          throw new ParameterException(
              spec.commandLine(), "--line is " + line + ", but is ka, ka1 or kb.");
    };
  }

  private double[] range(CommandSpec spec, boolean forPattern) {
    if (range == null) {
      return new double[] {forPattern ? PATTERN_FROM : 0, 90};
    }
    String[] ends = range.split(":", -1);
    try {
      if (ends.length == 2) {
        return new double[] {Double.parseDouble(ends[0]), Double.parseDouble(ends[1])};
      }
    } catch (NumberFormatException e) {
      // Told below, as the wrong number of ends is.
    }
    throw new ParameterException(
        spec.commandLine(), "--range is " + range + ", but is two angles such as 10:90.");
  }
}
