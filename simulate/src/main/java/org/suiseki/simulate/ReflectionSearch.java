package org.suiseki.simulate;

import java.util.Arrays;
import org.suiseki.matter.Crystal;

/** The steps from a crystal to its {@link Reflections}. */
final class ReflectionSearch {
  /** Reflections this close in 2θ, in degrees, are one peak; pymatgen's number. */
  private static final double SAME_ANGLE = 1e-5;

  /** 1/d² this close, as a part, need no angle to tell that they are one peak. */
  private static final double SAME_SQUARE = 1e-12;

  /** Peaks and families below this part of the strongest peak are absent; pymatgen's number. */
  private static final double ABSENT = 1e-5;

  /** Of F(000)²: below, even the strongest peak is rounding. */
  private static final double NOTHING = 1e-12;

  /** Degrees by which a peak may lie below the range and count as in it: rounding. */
  private static final double EDGE = 1e-9;

  private final PowderDiffraction options;
  private final Crystal crystal;
  private final ReciprocalSphere sphere;
  private final double wavelength;

  /** The peak of each reflection. */
  private final int[] peak;

  /** The reflections, peak by peak. */
  private final int[] order;

  /** Where the reflections of each peak begin in the order, and their number at the end. */
  private final int[] peakFirst;

  /** 1/d² of each peak; as many as {@link #peaks}. */
  private final double[] square;

  private final double[] twoTheta;
  private int peaks;

  private ReflectionSearch(PowderDiffraction options, Crystal crystal) {
    this.options = options;
    this.crystal = crystal;
    this.wavelength = options.radiation().wavelength();
    double longest = 2 * Math.sin(Math.toRadians(options.to() / 2)) / wavelength;
    requireBounded(crystal, longest);
    this.sphere = new ReciprocalSphere(crystal.lattice(), longest);
    this.peak = new int[sphere.count()];
    this.order = new int[peak.length];
    this.peakFirst = new int[peak.length + 1];
    this.square = new double[peak.length];
    this.twoTheta = new double[peak.length];
  }

  static Reflections run(PowderDiffraction options, Crystal crystal) {
    return new ReflectionSearch(options, crystal).run();
  }

  private Reflections run() {
    StructureFactors factors = new StructureFactors(options, crystal, sphere);
    findPeaks();
    double[] real = new double[factors.kinds() * peaks];
    double[] imaginary = new double[real.length];
    boolean complex = false;
    for (int kind = 0; kind < factors.kinds(); kind++) {
      Scatterer scatterer = factors.kind(kind);
      for (int i = 0; i < peaks; i++) {
        double s2 = square[i] / 4;
        real[kind * peaks + i] = scatterer.real(s2);
        imaginary[kind * peaks + i] = scatterer.imaginary(s2);
        complex |= imaginary[kind * peaks + i] != 0;
      }
    }
    double[] squares = factors.squares(peak, peaks, real, complex ? imaginary : new double[0]);
    return collect(squares, intensities(squares), factors.largest());
  }

  /** Keeps the peaks that have an intensity. */
  private Reflections collect(double[] squares, double[] intensity, double largest) {
    double strongest = 0;
    for (double one : intensity) {
      strongest = Math.max(strongest, one);
    }
    double threshold = Math.max(ABSENT * strongest, NOTHING * largest);
    ReflectionGroups groups =
        new ReflectionGroups(options.families(), crystal.lattice(), sphere, squares, largest);
    double[][] kept = new double[3][peaks];
    int[] peakStart = new int[peaks + 1];
    int count = 0;
    for (int i = 0; i < peaks; i++) {
      if (intensity[i] > threshold) {
        kept[0][count] = twoTheta[i];
        kept[1][count] = 1 / Math.sqrt(square[i]);
        kept[2][count] = intensity[i];
        double factor = options.lorentzPolarisation(wavelength * Math.sqrt(square[i]) / 2);
        groups.add(order, peakFirst[i], peakFirst[i + 1], threshold / factor);
        peakStart[++count] = groups.familyCount();
      }
    }
    return new Reflections(
        options,
        crystal.lattice(),
        Arrays.copyOf(kept[0], count),
        Arrays.copyOf(kept[1], count),
        Arrays.copyOf(kept[2], count),
        Arrays.copyOf(peakStart, count + 1),
        groups);
  }

  /** L P Σ|F|² of each peak; 0 below the range. */
  private double[] intensities(double[] squares) {
    double[] sums = new double[peaks];
    for (int i = 0; i < squares.length; i++) {
      sums[peak[i]] += 2 * squares[i];
    }
    for (int i = 0; i < peaks; i++) {
      double sine = wavelength * Math.sqrt(square[i]) / 2;
      sums[i] *= twoTheta[i] < options.from() - EDGE ? 0 : options.lorentzPolarisation(sine);
    }
    return sums;
  }

  /** Sorts the reflections by 1/d² and cuts them into peaks. */
  private void findPeaks() {
    int count = peak.length;
    int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, count - 1));
    long mask = (1L << bits) - 1;
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      // A positive double sorts as its bits do; the last few carry the index instead.
      keys[i] = Double.doubleToRawLongBits(sphere.square[i]) & ~mask | i;
    }
    Arrays.sort(keys);
    double opened = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      int reflection = (int) (keys[i] & mask);
      order[i] = reflection;
      double q = sphere.square[reflection];
      if (peaks == 0 || q - opened > SAME_SQUARE * opened) {
        double angle = angle(q);
        if (peaks == 0 || angle - twoTheta[peaks - 1] >= SAME_ANGLE) {
          square[peaks] = q;
          twoTheta[peaks] = angle;
          opened = q;
          peakFirst[peaks++] = i;
        }
      }
      peak[reflection] = peaks - 1;
    }
    peakFirst[peaks] = count;
  }

  private double angle(double q) {
    return Math.toDegrees(2 * Math.asin(Math.min(1, wavelength * Math.sqrt(q) / 2)));
  }

  private static void requireBounded(Crystal crystal, double longest) {
    double expected = ReciprocalSphere.expected(crystal.volume(), longest);
    if (expected > PowderDiffraction.MOST_REFLECTIONS
        || expected * crystal.siteCount() > PowderDiffraction.MOST_TERMS) {
      throw new SimulateException(
          String.format(
              java.util.Locale.ROOT,
              "A cell of %.3g Å³ with %d sites has %.3g reflections in the range, too many.",
              crystal.volume(),
              crystal.siteCount(),
              2 * expected),
          "Take the primitive cell, a longer wavelength or a shorter range.");
    }
  }
}
