package org.suiseki.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suiseki.explain.ExplainException;
import org.suiseki.matter.Place;
import org.suiseki.matter.io.Measurement;
import org.suiseki.simulate.Anode;
import org.suiseki.simulate.Polarisation;
import org.suiseki.simulate.Radiation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a pattern was measured with, where its file does not say or says it wrongly. */
final class TubeOptions {
  /** A file's wavelength this near to an anode's, relative, is the anode's. */
  private static final double SAME = 1e-4;

  @Option(
      names = {"--radiation", "--anode"},
      paramLabel = "METAL",
      description = "Cr, Fe, Co, Cu, Mo or Ag: its Kα doublet; otherwise as the file says.")
  private @Nullable String anode;

  @Option(
      names = "--line",
      paramLabel = "LINE",
      description = "Of it: ka (Kα1 and Kα2), ka1 or kb; otherwise ka.")
  private @Nullable String line;

  @Option(
      names = "--wavelength",
      paramLabel = "ANGSTROM",
      description = "X-rays of one wavelength, as of a synchrotron.")
  private @Nullable Double wavelength;

  @Option(
      names = "--neutrons",
      paramLabel = "ANGSTROM",
      description = "Neutrons of this wavelength.")
  private @Nullable Double neutrons;

  @Option(
      names = "--monochromator",
      paramLabel = "DEGREE",
      description = "Its angle 2θ, for the polarisation; 26.4 is graphite's for Cu Kα.")
  private @Nullable Double monochromator;

  /** Refuses what contradicts itself, before any file is read. */
  void check(CommandSpec spec) {
    int given = (anode == null ? 0 : 1) + (wavelength == null ? 0 : 1) + (neutrons == null ? 0 : 1);
    require(spec, given <= 1, "Give one of --radiation, --wavelength and --neutrons.");
    require(spec, line == null || anode != null, "--line is one of a tube; give --radiation too.");
    require(
        spec,
        line == null || List.of("ka", "ka1", "kb").contains(line),
        "--line is " + line + ", but is ka, ka1 or kb.");
    require(
        spec,
        monochromator == null || neutrons == null,
        "--monochromator is for X-rays, not for --neutrons.");
    require(spec, positive(wavelength) && positive(neutrons), "A wavelength is above 0 Å.");
    if (anode != null) {
      Anode.ofSymbol(anode);
    }
  }

  private static boolean positive(@Nullable Double value) {
    return value == null || (value > 0 && Double.isFinite(value));
  }

  private static void require(CommandSpec spec, boolean holds, String message) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  /**
   * The radiation of a pattern: as the options say, otherwise as its file does.
   *
   * @throws ExplainException where neither says
   */
  Radiation radiation(Measurement measurement) {
    if (neutrons != null) {
      return Radiation.neutrons(neutrons);
    }
    if (wavelength != null) {
      return Radiation.xRays(wavelength);
    }
    if (anode != null) {
      Anode metal = Anode.ofSymbol(anode);
      return switch (line == null ? "ka" : line) {
        case "ka1" -> Radiation.kAlpha1(metal);
        case "kb" -> Radiation.kBeta(metal);
        default -> Radiation.kAlpha(metal);
      };
    }
    OptionalDouble told = measurement.wavelength();
    if (told.isEmpty()) {
      throw new ExplainException(
          "The file does not say with which wavelength the pattern was measured.",
          measurement.place(),
          "Say it with --radiation, such as Cu, with --wavelength, or with --neutrons.");
    }
    return ofFile(told.getAsDouble(), measurement.place());
  }

  /**
   * Another radiation that a file may mean: many name Kα1 where the tube sent Kα2 as well. Nothing
   * where the options say what it is.
   */
  Optional<Radiation> other(Radiation first) {
    if (anode != null || wavelength != null || neutrons != null) {
      return Optional.empty();
    }
    return Stream.of(Anode.values())
        .filter(metal -> first.equals(Radiation.kAlpha1(metal)))
        .map(Radiation::kAlpha)
        .findFirst();
  }

  private static Radiation ofFile(double told, Place place) {
    if (!(told > 0.05 && told < 10)) {
      throw new ExplainException(
          "The file says the wavelength is " + told + " Å.",
          place,
          "Say the right one with --radiation, --wavelength or --neutrons.");
    }
    for (Anode metal : Anode.values()) {
      Radiation doublet = Radiation.kAlpha(metal);
      if (same(told, doublet.wavelength())) {
        return doublet;
      }
      if (same(told, metal.kAlpha1())) {
        return Radiation.kAlpha1(metal);
      }
    }
    return Radiation.xRays(told);
  }

  private static boolean same(double told, double known) {
    return Math.abs(told - known) < SAME * known;
  }

  /** Of X-rays from a tube unless the options say otherwise. */
  Polarisation polarisation() {
    if (neutrons != null) {
      return Polarisation.full();
    }
    return monochromator == null ? Polarisation.none() : Polarisation.monochromator(monochromator);
  }
}
