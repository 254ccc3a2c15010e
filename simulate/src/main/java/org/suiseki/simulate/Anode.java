package org.suiseki.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The metal whose characteristic lines an X-ray tube sends out.
 *
 * <p>Wavelengths in Å from International Tables for Crystallography C (2006), table 4.2.2.4, after
 * Deslattes et al., Rev. Mod. Phys. 75, 35 (2003), 10.1103/RevModPhys.75.35; those of Cr, Fe, Co
 * and Cu were measured by Hölzer et al., Phys. Rev. A 56, 4554 (1997), 10.1103/PhysRevA.56.4554.
 * The older scale of Bearden (1967), in which Cu Kα1 is 1.54056, lies about 20 parts per million
 * below.
 */
public enum Anode {
  CR("Cr", 2.2897260, 2.2936510, 2.0848810),
  FE("Fe", 1.9360410, 1.9399730, 1.7566040),
  CO("Co", 1.7889960, 1.7928350, 1.6208260),
  CU("Cu", 1.54059290, 1.54442740, 1.3922340),
  MO("Mo", 0.70931715, 0.713607, 0.632303),
  AG("Ag", 0.55942178, 0.5638131, 0.4970817);

  private final String symbol;
  private final double kAlpha1;
  private final double kAlpha2;
  private final double kBeta;

  Anode(String symbol, double kAlpha1, double kAlpha2, double kBeta) {
    this.symbol = symbol;
    this.kAlpha1 = kAlpha1;
    this.kAlpha2 = kAlpha2;
    this.kBeta = kBeta;
  }

  /**
   * The anode of a symbol; case does not count.
   *
   * @throws SimulateException for a metal that is not among them
   */
  public static Anode ofSymbol(String symbol) {
    for (Anode anode : values()) {
      if (anode.symbol.equalsIgnoreCase(symbol.strip())) {
        return anode;
      }
    }
    List<String> known = Arrays.stream(values()).map(Anode::symbol).toList();
    throw new SimulateException(
        String.format(Locale.ROOT, "No tube with an anode of '%s' is known here.", symbol),
        "Use one of " + String.join(", ", known) + ", or give a wavelength in Å.");
  }

  /** {@code Cu}. */
  public String symbol() {
    return symbol;
  }

  /** Wavelength of Kα1 (K–L3) in Å. */
  public double kAlpha1() {
    return kAlpha1;
  }

  /** Wavelength of Kα2 (K–L2) in Å. */
  public double kAlpha2() {
    return kAlpha2;
  }

  /** Wavelength of Kβ1 (K–M3) in Å; of Cr, Fe, Co and Cu that of Kβ1,3, which are one line. */
  public double kBeta() {
    return kBeta;
  }
}
