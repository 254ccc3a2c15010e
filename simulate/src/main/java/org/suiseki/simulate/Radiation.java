package org.suiseki.simulate;

import java.util.List;

/**
 * What is sent onto the powder: X-rays or neutrons of one or a few wavelengths.
 *
 * @param probe what the waves are of
 * @param name for people, such as {@code Cu Kα}
 * @param lines at least one
 */
public record Radiation(Probe probe, String name, List<EmissionLine> lines) {

  /** What is scattered. */
  public enum Probe {
    /** By electrons. */
    X_RAYS,
    /** By nuclei; magnetic scattering is not simulated. */
    NEUTRONS
  }

  /**
   * @throws SimulateException where there is no line
   */
  public Radiation {
    if (lines.isEmpty()) {
      throw new SimulateException(
          "The radiation '" + name + "' has no wavelength.", "Give at least one line.");
    }
    lines = List.copyOf(lines);
  }

  /**
   * The doublet of a tube, Kα2 half as strong as Kα1 (the ratio of their statistical weights;
   * measured ones lie between 0.50 and 0.52).
   */
  public static Radiation kAlpha(Anode anode) {
    return new Radiation(
        Probe.X_RAYS,
        anode.symbol() + " Kα",
        List.of(new EmissionLine(anode.kAlpha1(), 1), new EmissionLine(anode.kAlpha2(), 0.5)));
  }

  /** Kα1 alone, as behind a primary monochromator. */
  public static Radiation kAlpha1(Anode anode) {
    return new Radiation(
        Probe.X_RAYS, anode.symbol() + " Kα1", List.of(new EmissionLine(anode.kAlpha1(), 1)));
  }

  /** Kβ alone. */
  public static Radiation kBeta(Anode anode) {
    return new Radiation(
        Probe.X_RAYS, anode.symbol() + " Kβ", List.of(new EmissionLine(anode.kBeta(), 1)));
  }

  /** X-rays of one wavelength in Å, as of a synchrotron. */
  public static Radiation xRays(double wavelength) {
    return new Radiation(
        Probe.X_RAYS, "X-rays " + wavelength + " Å", List.of(new EmissionLine(wavelength, 1)));
  }

  /** Neutrons of one wavelength in Å. */
  public static Radiation neutrons(double wavelength) {
    return new Radiation(
        Probe.NEUTRONS, "neutrons " + wavelength + " Å", List.of(new EmissionLine(wavelength, 1)));
  }

  /** The mean over the lines by weight, in Å: (2 Kα1 + Kα2)/3 for a doublet. */
  public double wavelength() {
    double sum = 0;
    for (EmissionLine line : lines) {
      sum += line.weight() * line.wavelength();
    }
    return sum / weight();
  }

  /** The sum over the lines. */
  double weight() {
    double sum = 0;
    for (EmissionLine line : lines) {
      sum += line.weight();
    }
    return sum;
  }

  /**
   * Whether the anomalous dispersion of every line is known: each lies within 1e-4 of itself at a
   * line of an {@link Anode}.
   */
  public boolean dispersionKnown() {
    return probe == Probe.X_RAYS
        && lines.stream().allMatch(line -> Dispersion.column(line.wavelength()) >= 0);
  }
}
