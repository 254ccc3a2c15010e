package org.suiseki.simulate;

import java.util.Map;
import org.suiseki.matter.Element;
import org.suiseki.matter.Species;

/**
 * The amplitude of one kind of atom, in electrons for X-rays and in fm for neutrons: a sum of
 * Gaussians in s² = sin² θ/λ² and a constant, times the Debye-Waller factor, and an imaginary part
 * that is constant but for that factor.
 */
final class Scatterer {
  /** Å⁻² electrons per Å of electron scattering: 8π² me e²/h² (De Graef and McHenry, 2012). */
  private static final double MOTT_BETHE = 41.78214;

  private static final Map<String, double[]> ATOMS = ResourceTable.read("x-ray-form-factors.csv");
  private static final Map<String, double[]> ELECTRONS =
      ResourceTable.read("electron-gaussians.csv");
  private static final Map<String, double[]> NEUTRONS =
      ResourceTable.read("neutron-scattering-lengths.csv");

  /** Of the Gaussians. */
  private final double[] heights;

  private final double[] exponents;
  private final double constant;

  /** Whether the Gaussians are those of electrons, times −41.78214 s². */
  private final boolean mottBethe;

  private final double imaginary;
  private final double debyeWaller;

  private Scatterer(
      double[] heights,
      double[] exponents,
      double constant,
      boolean mottBethe,
      double imaginary,
      double debyeWaller) {
    this.heights = heights;
    this.exponents = exponents;
    this.constant = constant;
    this.mottBethe = mottBethe;
    this.imaginary = imaginary;
    this.debyeWaller = debyeWaller;
  }

  /**
   * @throws SimulateException where the tables do not hold the atom
   */
  static Scatterer of(Species species, PowderDiffraction options) {
    double b = options.debyeWaller().of(species.element());
    if (options.radiation().probe() == Radiation.Probe.NEUTRONS) {
      double[] length = found(NEUTRONS.get(species.symbol()), species, "neutrons");
      return new Scatterer(new double[0], new double[0], length[0], false, length[1], b);
    }
    Element element = species.element();
    double real = 0;
    double imaginary = 0;
    if (options.dispersion()) {
      real = Dispersion.mean(element, options.radiation(), 0);
      imaginary = Dispersion.mean(element, options.radiation(), 1);
    }
    if (options.formFactor() == FormFactor.MOTT_BETHE) {
      double[] row = found(ELECTRONS.get(element.symbol()), species, "electrons");
      return new Scatterer(
          every(row, 0, 2, 4), every(row, 1, 2, 4), element.number() + real, true, imaginary, b);
    }
    double[] row = found(row(species, options.formFactor()), species, "X-rays");
    return new Scatterer(
        every(row, 0, 1, 5), every(row, 6, 1, 5), row[5] + real, false, imaginary, b);
  }

  /** The real part at s² in 1/Å², with the Debye-Waller factor. */
  double real(double s2) {
    double sum = 0;
    for (int i = 0; i < heights.length; i++) {
      sum += heights[i] * Math.exp(-exponents[i] * s2);
    }
    return (constant + (mottBethe ? -MOTT_BETHE * s2 * sum : sum)) * vibration(s2);
  }

  /** The imaginary part at s² in 1/Å², with the Debye-Waller factor. */
  double imaginary(double s2) {
    return imaginary == 0 ? 0 : imaginary * vibration(s2);
  }

  private double vibration(double s2) {
    return debyeWaller == 0 ? 1 : Math.exp(-debyeWaller * s2);
  }

  private static double @org.jspecify.annotations.Nullable [] row(
      Species species, FormFactor kind) {
    String symbol = species.element().symbol();
    if (kind == FormFactor.IONS && species.oxidationState().isPresent()) {
      String ion = Species.of(species.element(), species.oxidationState().getAsDouble()).toString();
      double[] row = ATOMS.get(ion);
      return row == null ? ATOMS.get(symbol) : row;
    }
    return ATOMS.get(symbol);
  }

  private static double[] found(
      double @org.jspecify.annotations.Nullable [] row, Species species, String whose) {
    if (row == null) {
      throw new SimulateException(
          "How " + species.symbol() + " scatters " + whose + " is not known.",
          "Leave it out, or replace it by a neighbour in the periodic table.");
    }
    return row;
  }

  private static double[] every(double[] row, int first, int step, int count) {
    double[] picked = new double[count];
    for (int i = 0; i < count; i++) {
      picked[i] = row[first + i * step];
    }
    return picked;
  }
}
