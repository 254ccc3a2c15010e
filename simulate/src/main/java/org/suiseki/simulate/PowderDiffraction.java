package org.suiseki.simulate;

import org.suiseki.matter.Crystal;

/**
 * The kinematic diffraction of a powder: which reflections a crystal has, where, and how strong.
 *
 * <p>F(hkl) = Σ occupancy · f(s) exp(−B s²) exp(2πi (hx + ky + lz)) with s = sin θ/λ = 1/2d, and
 * the intensity of a peak is L P Σ|F|² over all its reflections, both of each Friedel pair, with
 * the Lorentz factor of powders L = 1/(sin² θ cos θ) and P of {@link Polarisation}. No absorption,
 * extinction, multiple or magnetic scattering. Angles and intensities are those of the mean
 * wavelength; {@link PowderPattern} splits them into the lines.
 *
 * <p>Reflections less than 1e-5 degrees of 2θ above the first of a peak belong to it, and peaks
 * below 1e-3 of 100 are left out, as pymatgen does.
 *
 * <p>Cost: one complex multiplication for each site and each of the (2π/3) V (2 sin θ/λ)³
 * reflections of the half sphere, hence linear in sites for one cell volume, and quadratic for
 * growing cells: for Cu Kα to 90° and 10,000 sites in 150,000 Å³ some 2.4e9. Memory: about 50 bytes
 * for each of these reflections and 50 (h + k + l) bytes for each site. Cells with more than {@link
 * #MOST_REFLECTIONS} or {@link #MOST_TERMS} are refused.
 *
 * <pre>{@code
 * Reflections peaks = PowderDiffraction.of(Radiation.kAlpha(Anode.CU)).reflections(rockSalt);
 * peaks.twoTheta(1);     // 31.7 degrees
 * peaks.intensity(1);    // 100
 * peaks.families(1);     // [2 0 0, six of them]
 * }</pre>
 *
 * @param radiation X-rays or neutrons
 * @param from least angle 2θ in degrees, from 0
 * @param to greatest angle 2θ in degrees, below 180
 * @param formFactor how amplitudes for X-rays fall with the angle
 * @param dispersion whether f′ and f″ are added; known for the lines of {@link Anode} only
 * @param polarisation of the beam
 * @param debyeWaller how vibrations weaken amplitudes
 * @param families how the reflections of a peak are told apart
 */
public record PowderDiffraction(
    Radiation radiation,
    double from,
    double to,
    FormFactor formFactor,
    boolean dispersion,
    Polarisation polarisation,
    DebyeWaller debyeWaller,
    Families families) {

  /** More reflections in the half sphere than this, or up to twice as many, are refused. */
  public static final int MOST_REFLECTIONS = 4_000_000;

  /** More sites times reflections than this, about two minutes of work, are refused. */
  public static final double MOST_TERMS = 1e11;

  private static final double WIDEST = 179.9;

  /**
   * @throws SimulateException for an impossible range, or where dispersion is wanted at a
   *     wavelength for which it is not known
   */
  public PowderDiffraction {
    if (!(from >= 0 && from < to && to <= WIDEST)) {
      throw new SimulateException(
          "The range of 2θ is " + from + "° to " + to + "°.",
          "Give two rising angles from 0 to " + WIDEST + " degrees.");
    }
    if (dispersion && !radiation.dispersionKnown()) {
      throw new SimulateException(
          "The anomalous dispersion at " + radiation.name() + " is not known.",
          "Take the line of an anode, or switch dispersion off.");
    }
  }

  /**
   * With this radiation from 0 to 90 degrees: neutral atoms of Waasmaier and Kirfel, at rest; with
   * dispersion where it is known; not polarised (neutrons: no polarisation factor).
   */
  public static PowderDiffraction of(Radiation radiation) {
    boolean neutrons = radiation.probe() == Radiation.Probe.NEUTRONS;
    return new PowderDiffraction(
        radiation,
        0,
        90,
        FormFactor.NEUTRAL_ATOMS,
        radiation.dispersionKnown(),
        neutrons ? Polarisation.full() : Polarisation.none(),
        DebyeWaller.none(),
        Families.SYMMETRY);
  }

  /**
   * As pymatgen's {@code XRDCalculator('CuKa')} calculates: 1.54184 Å, amplitudes by {@link
   * FormFactor#MOTT_BETHE} without dispersion, families by permutation. Scaled intensities are the
   * same; absolute ones are half of pymatgen's, which leaves the ½ of the polarisation out.
   */
  public static PowderDiffraction asPymatgen() {
    return of(Radiation.xRays(1.54184))
        .withFormFactor(FormFactor.MOTT_BETHE)
        .withFamilies(Families.PERMUTATION);
  }

  public PowderDiffraction withRange(double least, double greatest) {
    return new PowderDiffraction(
        radiation, least, greatest, formFactor, dispersion, polarisation, debyeWaller, families);
  }

  public PowderDiffraction withFormFactor(FormFactor other) {
    return new PowderDiffraction(
        radiation, from, to, other, dispersion, polarisation, debyeWaller, families);
  }

  public PowderDiffraction withDispersion(boolean other) {
    return new PowderDiffraction(
        radiation, from, to, formFactor, other, polarisation, debyeWaller, families);
  }

  public PowderDiffraction withPolarisation(Polarisation other) {
    return new PowderDiffraction(
        radiation, from, to, formFactor, dispersion, other, debyeWaller, families);
  }

  public PowderDiffraction withDebyeWaller(DebyeWaller other) {
    return new PowderDiffraction(
        radiation, from, to, formFactor, dispersion, polarisation, other, families);
  }

  public PowderDiffraction withFamilies(Families other) {
    return new PowderDiffraction(
        radiation, from, to, formFactor, dispersion, polarisation, debyeWaller, other);
  }

  /**
   * The reflections of a crystal in the range.
   *
   * @throws SimulateException where an atom is in no table, no reflection lies in the range or none
   *     has an intensity, or the cell is too large
   */
  public Reflections reflections(Crystal crystal) {
    return ReflectionSearch.run(this, crystal);
  }

  /** L P for sin θ. */
  double lorentzPolarisation(double sine) {
    double cosineDouble = 1 - 2 * sine * sine;
    return polarisation.factor(cosineDouble) / (sine * sine * Math.sqrt(1 - sine * sine));
  }
}
