package org.suiseki.simulate;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Lattice;

/**
 * The peaks of a powder, by rising angle, each with the families of reflections that meet in it.
 * Immutable; made by {@link PowderDiffraction#reflections}. Peaks and families are counted from 0.
 */
public final class Reflections {
  private final PowderDiffraction options;
  private final Lattice lattice;
  private final double[] twoTheta;
  private final double[] spacing;
  private final double[] absolute;
  private final double strongest;

  /** Where the families of each peak begin, and their number at the end. */
  private final int[] peakStart;

  private final List<ReflectionFamily> families;

  /** Where the members of each family begin, and their number at the end. */
  private final int[] familyStart;

  /** h, k, l one after another, one of each Friedel pair. */
  private final int[] indices;

  private final double[] squares;

  Reflections(
      PowderDiffraction options,
      Lattice lattice,
      double[] twoTheta,
      double[] spacing,
      double[] absolute,
      int[] peakStart,
      ReflectionGroups groups) {
    this.options = options;
    this.lattice = lattice;
    this.twoTheta = twoTheta;
    this.spacing = spacing;
    this.absolute = absolute;
    this.peakStart = peakStart;
    this.families = groups.families();
    this.familyStart = groups.familyStart();
    this.indices = groups.memberIndices();
    this.squares = groups.memberSquares();
    double most = 0;
    for (double one : absolute) {
      most = Math.max(most, one);
    }
    this.strongest = most;
  }

  /** How they were calculated. */
  public PowderDiffraction options() {
    return options;
  }

  /** Of the crystal; where any planes lie follows from it, also those without intensity. */
  public Lattice lattice() {
    return lattice;
  }

  /** How many peaks; none where the range holds no reflection with an intensity. */
  public int count() {
    return twoTheta.length;
  }

  /** The angle 2θ of a peak in degrees, at the mean wavelength. */
  public double twoTheta(int peak) {
    return twoTheta[peak];
  }

  /** The distance d of its lattice planes in Å. */
  public double spacing(int peak) {
    return spacing[peak];
  }

  /** L P Σ|F|² over all reflections of the peak, in electrons² or fm² per cell. */
  public double absoluteIntensity(int peak) {
    return absolute[peak];
  }

  /** The intensity, that of the strongest peak being 100. */
  public double intensity(int peak) {
    return 100 * absolute[peak] / strongest;
  }

  /** Those of a peak, the strongest first. */
  public List<ReflectionFamily> families(int peak) {
    return families.subList(peakStart[peak], peakStart[peak + 1]);
  }

  /** How many reflections of non-zero intensity the peak holds, opposites counted. */
  public int multiplicity(int peak) {
    int sum = 0;
    for (ReflectionFamily family : families(peak)) {
      sum += family.multiplicity();
    }
    return sum;
  }

  /**
   * All members of family {@code index} of a peak, as arrays h, k, l; one of each pair of
   * opposites.
   */
  public List<int[]> members(int peak, int index) {
    List<int[]> members = new ArrayList<>();
    int family = peakStart[peak] + index;
    for (int i = familyStart[family]; i < familyStart[family + 1]; i++) {
      members.add(new int[] {indices[3 * i], indices[3 * i + 1], indices[3 * i + 2]});
    }
    return members;
  }

  /**
   * By how much texture strengthens each peak, see {@link Texture}: the mean over its reflections,
   * weighted by |F|².
   */
  double[] textured(Texture texture) {
    double[] factors = new double[count()];
    double[] reciprocal = lattice.reciprocalRows();
    double[] axis = texture.direction(reciprocal);
    for (int peak = 0; peak < factors.length; peak++) {
      double sum = 0;
      double weight = 0;
      int end = familyStart[peakStart[peak + 1]];
      for (int i = familyStart[peakStart[peak]]; i < end; i++) {
        sum += squares[i] * texture.factor(axis, reciprocal, indices, 3 * i);
        weight += squares[i];
      }
      factors[peak] = sum / weight;
    }
    return factors;
  }
}
