package org.suiseki.simulate;

import java.util.Arrays;
import java.util.Locale;
import org.suiseki.matter.Crystal;

/** The steps from a crystal to its {@link Reflections}. */
final class ReflectionSearch {
  /** Reflections this close in 2θ, in degrees, are one peak; pymatgen's number. */
  private static final double SAME_ANGLE = 1e-5;

  /** 1/d² this close, as a part, need no angle to tell that they are one peak. */
  private static final double SAME_SQUARE = 1e-12;

  /** Peaks and families below this part of the strongest peak are absent; pymatgen's number. */
  private static final double ABSENT = 1e-5;

  /** Of F(000)²: below, |F|² is rounding. */
  private static final double NOTHING = 1e-16;

  /** Degrees by which a peak may lie below the range and count as in it: rounding. */
  private static final double EDGE = 1e-9;

  private final PowderDiffraction options;
  private final Crystal crystal;
  private final ReciprocalSphere sphere;
  private final double wavelength;

  /** Of each reflection. */
  private final double[] squares;

  /** Of the sum of all amplitudes. */
  private final double largest;

  /** The reflections that count, peak by peak. */
  private final int[] order;

  /** Where the reflections of each peak begin in the order, and their number at the end. */
  private final int[] peakFirst;

  /** 1/d² of each peak; as many as {@link #peaks}. */
  private final double[] square;

  private final double[] twoTheta;
  private final int peaks;

  private ReflectionSearch(PowderDiffraction options, Crystal crystal) {
    this.options = options;
    this.crystal = crystal;
    this.wavelength = options.radiation().wavelength();
    double longest = 2 * Math.sin(Math.toRadians(options.to() / 2)) / wavelength;
    this.sphere = new ReciprocalSphere(crystal.lattice(), longest);
    requireBounded();
    Shells shells = new Shells(sphere.square);
    StructureFactors factors = new StructureFactors(options, crystal, sphere);
    this.largest = factors.largest();
    this.squares = factors.squares(shells);
    this.order = shells.order;
    this.peakFirst = new int[order.length + 1];
    this.square = new double[order.length];
    this.twoTheta = new double[order.length];
    this.peaks = findPeaks();
  }

  static Reflections run(PowderDiffraction options, Crystal crystal) {
    ReflectionSearch search = new ReflectionSearch(options, crystal);
    return search.collect(search.intensities());
  }

  /**
   * Cuts the reflections, by rising 1/d², into peaks. Absent ones are left out before, so that
   * those which only a larger cell has cannot open a peak; pymatgen leaves them in.
   */
  private int findPeaks() {
    double least = options.families() == Families.PERMUTATION ? -1 : NOTHING * largest;
    int found = 0;
    int kept = 0;
    double opened = Double.NEGATIVE_INFINITY;
    for (int reflection : order) {
      if (squares[reflection] <= least) {
        continue;
      }
      double q = sphere.square[reflection];
      if (found == 0 || q - opened > SAME_SQUARE * opened) {
        double angle = angle(q);
        if (found == 0 || angle - twoTheta[found - 1] >= SAME_ANGLE) {
          square[found] = q;
          twoTheta[found] = angle;
          opened = q;
          peakFirst[found++] = kept;
        }
      }
      order[kept++] = reflection;
    }
    peakFirst[found] = kept;
    return found;
  }

  private double angle(double q) {
    return Math.toDegrees(2 * Math.asin(Math.min(1, wavelength * Math.sqrt(q) / 2)));
  }

  /** L P Σ|F|² of each peak; 0 below the range. */
  private double[] intensities() {
    double[] intensities = new double[peaks];
    for (int peak = 0; peak < peaks; peak++) {
      if (twoTheta[peak] >= options.from() - EDGE) {
        double sum = 0;
        for (int i = peakFirst[peak]; i < peakFirst[peak + 1]; i++) {
          sum += 2 * squares[order[i]];
        }
        intensities[peak] = sum * factor(peak);
      }
    }
    return intensities;
  }

  private double factor(int peak) {
    return options.lorentzPolarisation(wavelength * Math.sqrt(square[peak]) / 2);
  }

  /** Keeps the peaks that have an intensity. */
  private Reflections collect(double[] intensity) {
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
        groups.add(order, peakFirst[i], peakFirst[i + 1], threshold / factor(i));
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

  private void requireBounded() {
    double terms = (double) sphere.count() * crystal.siteCount();
    if (terms > PowderDiffraction.MOST_TERMS) {
      throw new SimulateException(
          String.format(
              Locale.ROOT,
              "%d sites and %d reflections in the range are too many.",
              crystal.siteCount(),
              2L * sphere.count()),
          "Take the primitive cell, a longer wavelength or a shorter range.");
    }
  }
}
