package org.suiseki.app;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Spectrum;
import org.suiseki.simulate.Alignment;
import org.suiseki.simulate.Background;
import org.suiseki.simulate.PeakProfile;
import org.suiseki.simulate.PowderDiffraction;
import org.suiseki.simulate.PowderPattern;
import org.suiseki.simulate.Reflections;
import org.suiseki.simulate.SimulateException;
import org.suiseki.simulate.Texture;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How the diffractometer and the sample shape a pattern. */
final class PatternOptions {
  /** Stands above them in the help, and tells them from other options. */
  static final String HEADING = "%nThe pattern (--out NAME.xy or FOLDER/):%n";

  private static final double RADIUS = 200;
  private static final double FULL_SCALE = 100;

  /** Degrees beyond the ends of a pattern from which peaks still reach into it. */
  private static final double REACH = 10;

  /** In degrees; beyond, the Lorentz factor outgrows all other peaks. */
  private static final double WIDEST = 170;

  @Option(
      names = "--step",
      defaultValue = "0.02",
      paramLabel = "DEGREE",
      description = "Between points; otherwise ${DEFAULT-VALUE}.")
  private double step;

  @Option(
      names = "--caglioti",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "U,V,W",
      description = "Gaussian width² = U tan²θ + V tanθ + W, in degrees².")
  private double @Nullable [] caglioti;

  @Option(
      names = "--lorentzian",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "X,Y",
      description = "Lorentzian width = X tanθ + Y/cosθ, in degrees.")
  private double @Nullable [] lorentzian;

  @Option(
      names = "--size",
      paramLabel = "ANGSTROM",
      description = "Of the crystallites, which broaden the peaks.")
  private @Nullable Double size;

  @Option(
      names = "--strain",
      defaultValue = "0",
      paramLabel = "E",
      description = "Microstrain Δd/d, such as 0.001.")
  private double strain;

  @Option(
      names = "--texture",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "H,K,L,R",
      description = "March-Dollase: planes and coefficient; R below 1 for plates.")
  private double @Nullable [] texture;

  @Option(
      names = "--zero",
      defaultValue = "0",
      paramLabel = "DEGREE",
      description = "Shift of all angles 2θ.")
  private double zero;

  @Option(
      names = "--displacement",
      defaultValue = "0",
      paramLabel = "MM",
      description = "Of the sample below the axis, for a radius of 200 mm.")
  private double displacement;

  @Option(
      names = "--background",
      defaultValue = "0",
      paramLabel = "HEIGHT",
      description = "Constant, where the highest peak is 100 or as --counts says.")
  private double background;

  @Option(
      names = "--counts",
      paramLabel = "N",
      description = "Counts of the highest peak: adds Poisson's noise.")
  private @Nullable Double counts;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Of the noise; otherwise ${DEFAULT-VALUE}.")
  private long seed;

  /** Refuses options of a pattern where only peaks are asked for, which they do not change. */
  static void refuseAll(CommandSpec spec) {
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      boolean ofPattern = option.group() != null && HEADING.equals(option.group().heading());
      require(
          spec, !ofPattern, option.longestName() + " shapes a pattern; give --out NAME.xy too.");
    }
  }

  /** Refuses what cannot be, before any file is read. */
  void check(CommandSpec spec, PowderDiffraction peaks) {
    shape(spec);
    axis(peaks);
  }

  /** The pattern over the range of these options, with the tails of peaks beyond its ends. */
  Spectrum simulate(PowderDiffraction peaks, Crystal crystal) {
    Axis axis = axis(peaks);
    Reflections reflections = widened(peaks).reflections(crystal);
    requirePeak(peaks, reflections);
    double height = counts == null ? FULL_SCALE : counts;
    PowderPattern scaled = pattern().scaledTo(height, reflections, axis);
    Spectrum expected = scaled.spectrum(reflections, axis);
    return counts == null ? expected : PowderPattern.counted(expected, seed);
  }

  private static PowderDiffraction widened(PowderDiffraction peaks) {
    // Near 0 the Lorentz factor outgrows all other peaks too.
    double from = Math.max(peaks.from() - REACH, 0.5 * peaks.from());
    double to = Math.max(peaks.to(), Math.min(peaks.to() + REACH, WIDEST));
    return peaks.withRange(from, to);
  }

  private static void requirePeak(PowderDiffraction peaks, Reflections reflections) {
    for (int peak = 0; peak < reflections.count(); peak++) {
      double angle = reflections.twoTheta(peak);
      if (angle >= peaks.from() && angle <= peaks.to()) {
        return;
      }
    }
    throw new SimulateException(
        "No peak lies between 2θ = " + peaks.from() + "° and " + peaks.to() + "°.",
        "Choose a range with reflections.");
  }

  private Axis axis(PowderDiffraction peaks) {
    double steps = Math.floor((peaks.to() - peaks.from()) / step + 1e-9);
    return PowderPattern.axis(peaks.from(), peaks.from() + steps * step, step);
  }

  private void shape(CommandSpec spec) {
    require(spec, caglioti == null || caglioti.length == 3, "--caglioti takes U,V,W.");
    require(spec, lorentzian == null || lorentzian.length == 2, "--lorentzian takes X,Y.");
    require(spec, texture == null || texture.length == 4, "--texture takes H,K,L,R.");
    require(spec, texture == null || whole(texture), "--texture takes whole numbers for H,K,L.");
    require(spec, counts == null || counts > 0, "--counts is above 0.");
    require(spec, background >= 0, "--background is 0 or more.");
    require(spec, step > 0, "--step is above 0 degrees.");
    pattern();
  }

  private static boolean whole(double[] indices) {
    return IntStream.range(0, 3)
        .allMatch(i -> Math.rint(indices[i]) == indices[i] && Math.abs(indices[i]) < 1000);
  }

  private static void require(CommandSpec spec, boolean holds, String message) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private PowderPattern pattern() {
    PeakProfile usual = PeakProfile.laboratory();
    PeakProfile profile =
        new PeakProfile(
            caglioti == null ? usual.u() : caglioti[0],
            caglioti == null ? usual.v() : caglioti[1],
            caglioti == null ? usual.w() : caglioti[2],
            lorentzian == null ? usual.x() : lorentzian[0],
            lorentzian == null ? usual.y() : lorentzian[1],
            size == null ? usual.size() : size,
            strain,
            usual.axialSample(),
            usual.axialDetector());
    Texture turned =
        texture == null
            ? Texture.none()
            : new Texture((int) texture[0], (int) texture[1], (int) texture[2], texture[3]);
    return PowderPattern.of(profile)
        .withTexture(turned)
        .withAlignment(new Alignment(zero, displacement, RADIUS))
        .withBackground(background == 0 ? Background.none() : Background.flat(background));
  }
}
