package org.suiseki.simulate;

/**
 * How an atom's amplitude for X-rays falls with the angle. Neutrons see nuclei, which are points.
 */
public enum FormFactor {
  /**
   * Of free neutral atoms: five Gaussians and a constant by Waasmaier and Kirfel, Acta Cryst. A 51,
   * 416 (1995), 10.1107/S0108767394013292, good to sin θ/λ = 6 1/Å. H to Cf.
   */
  NEUTRAL_ATOMS,
  /**
   * As {@link #NEUTRAL_ATOMS}, but where a site carries an oxidation state and that ion is in the
   * table, of the ion. Only the reflections of lowest angle notice.
   */
  IONS,
  /**
   * By the formula of Mott and Bethe, f = Z − 41.78214 s² Σ aᵢ exp(−bᵢ s²), from Gaussians fitted
   * to the scattering of electrons (Doyle and Turner, Acta Cryst. A 24, 390 (1968),
   * 10.1107/S0567739468000756; Smith and Burge, Acta Cryst. 15, 182 (1962),
   * 10.1107/S0365110X62000481), as De Graef and McHenry (Structure of Materials, 2012) and pymatgen
   * use it; s = sin θ/λ. The fits end at s = 2 1/Å or earlier; up to s = 0.65 they agree with the
   * others to 2.5 % of Z, but for Sn, whose numbers are 7 % off in the source. H to Cf.
   */
  MOTT_BETHE
}
