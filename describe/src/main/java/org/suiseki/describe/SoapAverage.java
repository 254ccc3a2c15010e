package org.suiseki.describe;

import java.util.Arrays;
import java.util.List;
import org.suiseki.matter.Crystal;

/**
 * Describes a crystal by {@link Soap} averaged over its sites; sites count by how much of them is
 * filled. The same for a supercell.
 */
public final class SoapAverage implements Descriptor<Crystal> {

  /** What is averaged. */
  public enum Of {
    /**
     * The power spectra: a crystal is the mean of its surroundings. Different sets of surroundings
     * mostly stay different.
     */
    SPECTRA,
    /**
     * The densities, before the power spectrum: sensitive to how surroundings are turned to each
     * other (De, Bartók, Csányi, Ceriotti, Phys. Chem. Chem. Phys. 18, 13754 (2016), doi
     * 10.1039/C6CP00415F).
     */
    DENSITIES
  }

  private final Soap soap;
  private final Of of;

  public SoapAverage(Soap soap, Of of) {
    this.soap = soap;
    this.of = of;
  }

  @Override
  public List<String> names() {
    return soap.names();
  }

  @Override
  public List<String> units() {
    return soap.units();
  }

  @Override
  public void describe(Crystal crystal, double[] out, int offset) {
    SoapExpansion expansion = soap.expansion(crystal);
    double filled = 0;
    for (int site = 0; site < crystal.siteCount(); site++) {
      filled += expansion.filled(site);
    }
    Arrays.fill(out, offset, offset + width(), 0);
    double[] coefficients = new double[expansion.size()];
    for (int site = 0; site < crystal.siteCount(); site++) {
      double weight = expansion.filled(site) / filled;
      if (of == Of.DENSITIES) {
        expansion.add(site, weight, coefficients);
      } else {
        Arrays.fill(coefficients, 0);
        expansion.add(site, 1, coefficients);
        soap.addSpectrum(coefficients, weight, out, offset);
      }
    }
    if (of == Of.DENSITIES) {
      soap.addSpectrum(coefficients, 1, out, offset);
    }
  }
}
