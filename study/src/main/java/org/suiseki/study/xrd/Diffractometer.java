package org.suiseki.study.xrd;

import java.util.List;
import java.util.SplittableRandom;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Spectrum;
import org.suiseki.simulate.Alignment;
import org.suiseki.simulate.Anode;
import org.suiseki.simulate.Background;
import org.suiseki.simulate.DebyeWaller;
import org.suiseki.simulate.PeakProfile;
import org.suiseki.simulate.PowderDiffraction;
import org.suiseki.simulate.PowderPattern;
import org.suiseki.simulate.Radiation;
import org.suiseki.simulate.Reflections;

/**
 * A laboratory diffractometer of Bragg and Brentano, of 240 mm radius, on which samples are
 * measured that were never there: each measurement has a zero shift, a displacement of the sample,
 * a background and a height of its own, and the noise of counting.
 *
 * <p>Peaks have the widths U 0.004, V −0.003, W 0.006 degrees², X 0.02°, Y 0.03° and crystallites
 * of 800 Å with a microstrain of 0.0005, the same for every sample. There is no texture, no
 * fluorescence but for the background, no dead time and no step of the slits.
 *
 * @param diffraction radiation and physics
 * @param instrument perfectly aligned, with the mean background
 * @param axis of every measurement
 */
record Diffractometer(PowderDiffraction diffraction, PowderPattern instrument, Axis axis) {
  private static final double RADIUS = 240;

  /** Peaks from so many degrees outside of the axis give their tails. */
  private static final double MARGIN = 4;

  private static final PeakProfile PROFILE =
      new PeakProfile(0.004, -0.003, 0.006, 0.02, 0.03, 800, 0.0005, 0, 0);

  /** Height of the strongest peak in counts: a scan of some minutes to half an hour. */
  private static final double LOWEST_HEIGHT = 5000;

  private static final double GREATEST_HEIGHT = 10000;

  /** Standard deviations in degrees and mm: those of a diffractometer adjusted with a standard. */
  private static final double ZERO = 0.003;

  private static final double DISPLACEMENT = 0.015;

  /**
   * @param b isotropic displacement of all atoms in Å²
   */
  static Diffractometer laboratory(Anode anode, double b, double from, double to, double step) {
    return new Diffractometer(
        PowderDiffraction.of(Radiation.kAlpha(anode))
            .withRange(Math.max(0, from - MARGIN), to + MARGIN)
            .withDebyeWaller(DebyeWaller.overall(b)),
        PowderPattern.of(PROFILE).withBackground(background(0.5, 0.5, 0.5)),
        PowderPattern.axis(from, to, step));
  }

  /** In Å, of the mean line. */
  double wavelength() {
    return diffraction.radiation().wavelength();
  }

  /** The mean counts of a perfectly aligned measurement of mean height, on the mean background. */
  Spectrum expected(Crystal crystal) {
    Reflections reflections = diffraction.reflections(crystal);
    double height = (LOWEST_HEIGHT + GREATEST_HEIGHT) / 2;
    return instrument.scaledTo(height, reflections, axis).spectrum(reflections, axis);
  }

  /**
   * Counts.
   *
   * @param seed the same seed gives the same counts
   */
  Spectrum measure(Reflections reflections, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double height = LOWEST_HEIGHT + (GREATEST_HEIGHT - LOWEST_HEIGHT) * uniform(random);
    Alignment alignment =
        new Alignment(ZERO * normal(random), DISPLACEMENT * normal(random), RADIUS);
    Background background = background(uniform(random), uniform(random), uniform(random));
    Spectrum mean =
        instrument
            .scaledTo(height, reflections, axis)
            .withAlignment(alignment)
            .withBackground(background)
            .spectrum(reflections, axis);
    return PowderPattern.counted(mean, random.nextLong());
  }

  /** Falls with the angle and flattens, as scattering by air does, over a level of fluorescence. */
  private static Background background(double level, double slope, double curvature) {
    return new Background(
        List.of(250 + 200 * level, -40 - 80 * slope, 10 + 30 * curvature), List.of());
  }

  /** From 0 to 1; only {@code nextLong} is drawn, as other draws may change between versions. */
  private static double uniform(SplittableRandom random) {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  /** Nearly normal, of mean 0 and standard deviation 1, and never beyond 3. */
  private static double normal(SplittableRandom random) {
    // The sum of three uniform numbers has the variance 1/4.
    return 2 * (uniform(random) + uniform(random) + uniform(random) - 1.5);
  }
}
