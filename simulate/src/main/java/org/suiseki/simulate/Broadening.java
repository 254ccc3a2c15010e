package org.suiseki.simulate;

import java.util.List;
import java.util.Map;
import org.suiseki.matter.Axis;
import org.suiseki.matter.CoreLevelSite;
import org.suiseki.matter.OutsideRange;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.Sticks;

/**
 * Gives transitions their width: each becomes a Gaussian, or a Voigt line where a lifetime is
 * given, whose area is the strength of the transition. Sampled at the points of the axis (not
 * averaged over bins), so the step should be well under the width.
 *
 * @param sigma standard deviation of the Gaussian (instrument, vibrations), eV; full width at half
 *     maximum 2.355 σ
 * @param gamma half width at half maximum of the Lorentzian (core-hole lifetime), eV; 0 for none
 * @param shift added to every energy, eV
 */
public record Broadening(double sigma, double gamma, double shift) {
  private static final String UNIT = "eV";

  public Broadening {
    if (!(sigma >= 0) || !(gamma >= 0) || !Double.isFinite(sigma + gamma + shift)) {
      throw new SimulateException(
          "A broadening of sigma "
              + sigma
              + ", gamma "
              + gamma
              + " and shift "
              + shift
              + " eV is impossible.",
          "Widths are finite and not negative; the shift is finite.");
    }
  }

  /** A Gaussian without lifetime and without shift. */
  public static Broadening gaussian(double sigma) {
    return new Broadening(sigma, 0, 0);
  }

  /**
   * The spectrum of some transitions. Cost: with γ = 0 on an even axis, three multiplications for
   * each point within 8 σ of a transition; with γ > 0 one {@link Faddeeva} call for each point and
   * transition.
   *
   * @param axis in eV
   * @return strength per eV at each point
   */
  public Spectrum apply(Sticks sticks, Axis axis) {
    double[] values = new double[axis.length()];
    add(sticks, 1, axis, values);
    return spectrum(axis, values);
  }

  /** The mean over the atoms: each site counts as often as its multiplicity says. */
  public Spectrum molecule(List<CoreLevelSite> sites, Axis axis) {
    int atoms = sites.stream().mapToInt(CoreLevelSite::multiplicity).sum();
    if (atoms == 0) {
      throw new SimulateException(
          "A molecule without sites has no spectrum.",
          "Give the transitions of at least one atom.");
    }
    double[] values = new double[axis.length()];
    for (CoreLevelSite site : sites) {
      add(site.sticks(), (double) site.multiplicity() / atoms, axis, values);
    }
    return spectrum(axis, values);
  }

  /**
   * {@link #apply(Spectrum, Axis, OutsideRange)} that refuses an axis beyond the measured range.
   */
  public Spectrum apply(Spectrum measured, Axis axis) {
    return apply(measured, axis, OutsideRange.REFUSE);
  }

  /**
   * Broadens and shifts a spectrum that already has a width, and reads it at the points of {@code
   * axis}.
   *
   * @param outside what the spectrum is beyond its shifted range, see {@link GaussianSmoothing}
   */
  public Spectrum apply(Spectrum measured, Axis axis, OutsideRange outside) {
    requireEnergy(axis);
    if (gamma > 0) {
      throw new SimulateException(
          "A measured spectrum already holds the lifetime of the core hole; gamma is "
              + gamma
              + " eV.",
          "Use gamma 0 for measured spectra.");
    }
    Spectrum moved = shift == 0 ? measured : measured.shift(shift);
    return sigma == 0
        ? moved.resample(axis, outside)
        : GaussianSmoothing.apply(moved, sigma, axis, outside);
  }

  private void add(Sticks sticks, double weight, Axis axis, double[] values) {
    requireEnergy(axis);
    LineShape shape = lineShape();
    for (int i = 0; i < sticks.length(); i++) {
      shape.add(sticks.energy(i) + shift, weight * sticks.strength(i), axis, values);
    }
  }

  private LineShape lineShape() {
    if (gamma > 0) {
      return new VoigtLine(sigma, gamma);
    }
    if (sigma == 0) {
      throw new SimulateException(
          "Without width a transition has no spectrum.", "Give a sigma, for instance 0.5 eV.");
    }
    return new GaussianLine(sigma);
  }

  private static void requireEnergy(Axis axis) {
    if (!axis.unit().equals(UNIT)) {
      throw new SimulateException(
          "Transitions are in eV but the axis is in " + axis.unit() + ".", "Give an axis in eV.");
    }
  }

  private static Spectrum spectrum(Axis axis, double[] values) {
    return new Spectrum(axis, values, "absorption", "strength/eV", Map.of());
  }
}
