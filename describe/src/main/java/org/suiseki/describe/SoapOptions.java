package org.suiseki.describe;

import java.util.List;
import java.util.Set;
import org.suiseki.matter.Element;

/**
 * How {@link Soap} is to see the surroundings of a site.
 *
 * @param cutoff in Å, above 1: how far the outermost radial function reaches; there it has fallen
 *     to 1/1000
 * @param radialFunctions from 1 to 20
 * @param largestDegree l of the spherical harmonics, from 0 to 20
 * @param sigma in Å: standard deviation of the Gaussian that each atom is
 * @param channels which densities are multiplied
 * @param elements that have a density of their own, all different; none for {@link Channels#TOTAL}
 */
public record SoapOptions(
    double cutoff,
    int radialFunctions,
    int largestDegree,
    double sigma,
    Channels channels,
    List<Element> elements) {
  private static final int MOST = 20;

  /** Whose density is multiplied with whose. */
  public enum Channels {
    /** All atoms with all, blind to their elements. */
    TOTAL,
    /**
     * Each element with all atoms; grows linearly with the elements (Darby, Kermode, Csányi, npj
     * Comput. Mater. 8, 166 (2022), doi 10.1038/s41524-022-00847-y).
     */
    WITH_TOTAL,
    /** Each pair of elements: the full power spectrum; grows with the square. */
    PAIRS
  }

  /**
   * @throws DescribeException where one of them is out of its range
   */
  public SoapOptions {
    elements = List.copyOf(elements);
    require(cutoff > 1 && cutoff <= 50, "cutoff of " + cutoff + " Å", "above 1 and up to 50");
    require(
        radialFunctions >= 1 && radialFunctions <= MOST,
        radialFunctions + " radial functions",
        "1 to " + MOST);
    require(
        largestDegree >= 0 && largestDegree <= MOST,
        "largest degree of " + largestDegree,
        "0 to " + MOST);
    require(sigma >= 0.05 && sigma <= 5, "sigma of " + sigma + " Å", "0.05 to 5");
    require(
        channels == Channels.TOTAL
            ? elements.isEmpty()
            : !elements.isEmpty() && Set.copyOf(elements).size() == elements.size(),
        "elements " + elements + " for " + channels,
        "none for TOTAL, otherwise at least one and each once");
  }

  /** 6 Å, 8 radial functions, l up to 6, σ 0.5 Å, blind to elements: 252 numbers. */
  public static SoapOptions defaults() {
    return new SoapOptions(6, 8, 6, 0.5, Channels.TOTAL, List.of());
  }

  /** The same for these elements. */
  public SoapOptions with(Channels others, List<Element> which) {
    return new SoapOptions(cutoff, radialFunctions, largestDegree, sigma, others, which);
  }

  private static void require(boolean holds, String what, String range) {
    if (!holds) {
      throw new DescribeException("SOAP cannot have a " + what + ".", "Give " + range + ".");
    }
  }
}
