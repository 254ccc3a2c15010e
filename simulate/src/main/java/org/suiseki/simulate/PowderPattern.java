package org.suiseki.simulate;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/**
 * What a diffractometer shows of some reflections: every reflection, once for each line of the
 * radiation, as a peak with a shape, moved by misalignment, strengthened by texture, on a
 * background.
 *
 * <p>The area of a peak in degrees is {@code scale} times its intensity (100 for the strongest),
 * its lines sharing it by their weights, each with the Lorentz and polarisation factors of its own
 * angle. Values are means over bins, so no grid is too coarse for the areas; peaks just outside the
 * axis give their tails, but reflections outside {@link PowderDiffraction}'s range are not there:
 * let that reach a little beyond the axis.
 *
 * <p>Cost: some 10 ns for each point within reach of each peak and line, several times that with
 * axial divergence. The Lorentzian of a peak reaches as far as {@code cut} says: to 318 half widths
 * for 0.002.
 *
 * <pre>{@code
 * Axis axis = PowderPattern.axis(10, 90, 0.02);
 * Spectrum pattern = PowderPattern.laboratory().spectrum(peaks, axis);
 * Spectrum counts = PowderPattern.counted(pattern, 7);
 * }</pre>
 *
 * @param profile the shape of peaks
 * @param texture preferred orientation
 * @param alignment of the diffractometer
 * @param background under the peaks
 * @param scale area of a peak of intensity 1, in degrees
 * @param cut the part of a Lorentzian's area that lies beyond where it ends; the rest is raised by
 *     it
 */
public record PowderPattern(
    PeakProfile profile,
    Texture texture,
    Alignment alignment,
    Background background,
    double scale,
    double cut) {
  private static final String AXIS = "two-theta";
  private static final String UNIT = "degree";
  private static final double COARSEST_CUT = 0.1;
  private static final double FINEST_CUT = 1e-9;

  /**
   * @throws SimulateException for a scale that is not above 0 or a cut outside 1e-9 to 0.1
   */
  public PowderPattern {
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new SimulateException("The scale is " + scale + ".", "Give a number above 0.");
    }
    if (!(cut >= FINEST_CUT && cut <= COARSEST_CUT)) {
      throw new SimulateException(
          "The cut is " + cut + ".", "Give a part of the area from 1e-9 to 0.1, such as 0.002.");
    }
  }

  /** With this shape; no texture, perfectly aligned, without background, scale 1, cut 0.002. */
  public static PowderPattern of(PeakProfile profile) {
    return new PowderPattern(
        profile, Texture.none(), Alignment.perfect(), Background.none(), 1, 0.002);
  }

  /** With {@link PeakProfile#laboratory()}. */
  public static PowderPattern laboratory() {
    return of(PeakProfile.laboratory());
  }

  public PowderPattern withTexture(Texture other) {
    return new PowderPattern(profile, other, alignment, background, scale, cut);
  }

  public PowderPattern withAlignment(Alignment other) {
    return new PowderPattern(profile, texture, other, background, scale, cut);
  }

  public PowderPattern withBackground(Background other) {
    return new PowderPattern(profile, texture, alignment, other, scale, cut);
  }

  public PowderPattern withScale(double other) {
    return new PowderPattern(profile, texture, alignment, background, other, cut);
  }

  public PowderPattern withCut(double other) {
    return new PowderPattern(profile, texture, alignment, background, scale, other);
  }

  /** An axis of angles 2θ in degrees. */
  public static Axis axis(double from, double to, double step) {
    return Axis.uniform(AXIS, UNIT, from, to, step);
  }

  /**
   * The pattern of some reflections.
   *
   * @param axis angles 2θ in degrees, such as of {@link #axis}; need not be even
   * @throws SimulateException where the axis is in another unit, or a peak has no width
   */
  public Spectrum spectrum(Reflections reflections, Axis axis) {
    double[] values = peaks(reflections, axis);
    background.add(axis, values);
    return new Spectrum(
        axis,
        values,
        "intensity",
        "1",
        Map.of("radiation", reflections.options().radiation().name()));
  }

  /**
   * The same with the scale that brings the highest point of the peaks, without background, to a
   * height.
   *
   * @throws SimulateException where no peak lies on the axis
   */
  public PowderPattern scaledTo(double height, Reflections reflections, Axis axis) {
    double most = 0;
    for (double value : peaks(reflections, axis)) {
      most = Math.max(most, value);
    }
    if (!(most > 0)) {
      throw new SimulateException(
          "No peak lies on the axis from " + axis.first() + "° to " + axis.last() + "°.",
          "Choose a range with reflections.");
    }
    return withScale(scale * height / most);
  }

  /**
   * Where it shows lattice planes, in degrees 2θ, misalignment included; empty where the wavelength
   * is too long for them.
   *
   * @param spacing of the planes in Å
   * @param wavelength in Å
   */
  public OptionalDouble angle(double spacing, double wavelength) {
    double sine = wavelength / (2 * spacing);
    if (!(sine < 1)) {
      return OptionalDouble.empty();
    }
    double theta = Math.asin(sine);
    return OptionalDouble.of(Math.toDegrees(2 * theta) + alignment.shift(theta));
  }

  /**
   * The full width at half maximum that a peak has there, in degrees; axial divergence adds to it.
   *
   * @param spacing of the planes in Å, above half the wavelength
   * @param wavelength in Å
   */
  public double width(double spacing, double wavelength) {
    double theta = Math.asin(Math.min(1, wavelength / (2 * spacing)));
    return PeakProfile.width(
        profile.gaussianWidth(theta), profile.lorentzianWidth(theta, wavelength));
  }

  /**
   * What a counter would have counted: at each point a number drawn from Poisson's distribution
   * with the value as its mean. The same seed gives the same counts.
   *
   * @throws SimulateException where a value is negative or beyond 1e12
   */
  public static Spectrum counted(Spectrum expected, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] counts = expected.values();
    for (int i = 0; i < counts.length; i++) {
      counts[i] = PoissonCount.draw(counts[i], random);
    }
    return new Spectrum(
        expected.axis(), counts, expected.quantity(), "counts", expected.metadata());
  }

  private double[] peaks(Reflections reflections, Axis axis) {
    if (!axis.unit().equals(UNIT)) {
      throw new SimulateException(
          "Reflections lie at angles but the axis is in " + axis.unit() + ".",
          "Give an axis in degrees, with the unit \"" + UNIT + "\".");
    }
    double[] values = new double[axis.length()];
    PseudoVoigt shape = new PseudoVoigt(axis.values(), values, cut);
    double[] texturing = reflections.textured(texture);
    List<EmissionLine> lines = reflections.options().radiation().lines();
    double weight = reflections.options().radiation().weight();
    for (int peak = 0; peak < reflections.count(); peak++) {
      double area = scale * reflections.intensity(peak) * texturing[peak] / weight;
      for (EmissionLine line : lines) {
        addLine(reflections, peak, line, area * line.weight(), shape);
      }
    }
    return values;
  }

  private void addLine(
      Reflections reflections, int peak, EmissionLine line, double area, PseudoVoigt shape) {
    double sine = line.wavelength() / (2 * reflections.spacing(peak));
    if (sine >= 1) {
      return;
    }
    PowderDiffraction options = reflections.options();
    double mean = options.radiation().wavelength() / (2 * reflections.spacing(peak));
    double own = area * options.lorentzPolarisation(sine) / options.lorentzPolarisation(mean);
    double theta = Math.asin(sine);
    double gaussian = profile.gaussianWidth(theta);
    double lorentzian = profile.lorentzianWidth(theta, line.wavelength());
    double width = PeakProfile.width(gaussian, lorentzian);
    if (!(width > 0)) {
      throw new SimulateException(
          "The peak at 2θ = " + Math.toDegrees(2 * theta) + "° has no width.",
          "Give W, Y or a size of crystallites.");
    }
    double mixing = PeakProfile.mixing(lorentzian, width);
    double shift = alignment.shift(theta);
    AxialDivergence axial =
        AxialDivergence.of(
            profile.axialSample(), profile.axialDetector(), Math.toDegrees(2 * theta), width);
    shape.add(axial.angle, axial.weight, shift, own, width, mixing);
  }
}
