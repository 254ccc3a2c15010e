package org.suiseki.simulate;

import java.util.Map;
import java.util.OptionalDouble;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;

/**
 * How strongly a crystal absorbs X-rays, by the photoelectric effect: μ = 2 rₑ λ Σ f″ / V over the
 * atoms of the cell, the optical theorem with the f″ of {@link PowderDiffraction}'s dispersion.
 * Scattering, which adds a tenth for carbon and less for heavier elements, is left out.
 */
public final class Absorption {
  /** The classical radius of the electron in Å (CODATA 2018). */
  private static final double ELECTRON_RADIUS = 2.8179403262e-5;

  private static final double PER_CENTIMETRE = 1e8;

  private Absorption() {}

  /**
   * The linear coefficient μ of a crystal without pores, in 1/cm, the mean over the lines.
   *
   * @return empty for neutrons and wavelengths at which f″ is not known
   */
  public static OptionalDouble linear(Crystal crystal, Radiation radiation) {
    if (!radiation.dispersionKnown()) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (Map.Entry<Element, Double> one : crystal.composition().amounts().entrySet()) {
      sum += one.getValue() * Dispersion.mean(one.getKey(), radiation, 1);
    }
    double perAngstrom = 2 * ELECTRON_RADIUS * radiation.wavelength() * sum / crystal.volume();
    return OptionalDouble.of(perAngstrom * PER_CENTIMETRE);
  }
}
