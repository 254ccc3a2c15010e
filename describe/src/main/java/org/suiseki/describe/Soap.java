package org.suiseki.describe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.suiseki.matter.Crystal;

/**
 * Smooth overlap of atomic positions: the power spectrum of the density of Gaussians around each
 * site, the site's own atom among them, which is the same however the crystal is turned (Bartók,
 * Kondor, Csányi, Phys. Rev. B 87, 184115 (2013), doi 10.1103/PhysRevB.87.184115).
 *
 * <p>The density Σ exp(−|r − r<sub>i</sub>|²/2σ²) is expanded in radial functions (orthonormal
 * Gaussian-type, as in DScribe: Himanen et al., Comput. Phys. Commun. 247, 106949 (2020), doi
 * 10.1016/j.cpc.2019.106949) and real spherical harmonics, which is exact and takes no numerical
 * integral. The numbers are π √(8/(2l+1)) Σ<sub>m</sub> c<sub>nlm</sub> c'<sub>n'lm</sub>, in Å³.
 * Partly filled sites count by their fractions.
 *
 * <p>They stand by pair of densities, then l, then n, then n', where n' ≥ n for a density with
 * itself. With N radial functions, L = largest degree + 1 and E elements there are L N (N + 1)/2
 * for {@link SoapOptions.Channels#TOTAL}, E L N² for {@link SoapOptions.Channels#WITH_TOTAL}, and L
 * (E N (N + 1) + E (E − 1) N²)/2 for {@link SoapOptions.Channels#PAIRS}. Cost: O(neighbours N L²)
 * for each site.
 *
 * <p>Limits: atoms are seen to 3.7 σ beyond the cutoff, as in DScribe; as one crosses that border,
 * coefficients jump by up to 1/40 of what an atom at the cutoff adds to them (measured with the
 * default options). The numbers are not normalised.
 */
public final class Soap implements SiteDescriptor {
  private final SoapOptions options;
  private final SoapBasis basis;
  private final SphericalHarmonics harmonics;

  /** First and second density of each pair, one pair after another. */
  private final int[] pairs;

  private final List<String> names;

  /**
   * @throws DescribeException where so many radial functions cannot be told apart
   */
  public Soap(SoapOptions options) {
    this.options = options;
    this.basis = new SoapBasis(options);
    this.harmonics = new SphericalHarmonics(options.largestDegree());
    this.pairs = pairs(options.channels(), options.elements().size());
    this.names = names(options, pairs);
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public List<String> units() {
    return Collections.nCopies(names.size(), "Å3");
  }

  @Override
  public void describeSites(Crystal crystal, double[] out, int offset) {
    SoapExpansion expansion = expansion(crystal);
    double[] coefficients = new double[expansion.size()];
    Arrays.fill(out, offset, offset + crystal.siteCount() * names.size(), 0);
    for (int site = 0; site < crystal.siteCount(); site++) {
      Arrays.fill(coefficients, 0);
      expansion.add(site, 1, coefficients);
      addSpectrum(coefficients, 1, out, offset + site * names.size());
    }
  }

  SoapExpansion expansion(Crystal crystal) {
    return new SoapExpansion(crystal, options, basis, harmonics);
  }

  /** Adds {@code weight} times the power spectrum of coefficients to {@code out}. */
  void addSpectrum(double[] coefficients, double weight, double[] out, int offset) {
    int size = options.radialFunctions() * harmonics.size();
    int at = offset;
    for (int i = 0; i < pairs.length; i += 2) {
      boolean itself = pairs[i] == pairs[i + 1];
      for (int l = 0; l <= options.largestDegree(); l++) {
        double scale = weight * Math.PI * Math.sqrt(8.0 / (2 * l + 1));
        for (int n = 0; n < options.radialFunctions(); n++) {
          int first = pairs[i] * size + n * harmonics.size();
          for (int k = itself ? n : 0; k < options.radialFunctions(); k++) {
            int second = pairs[i + 1] * size + k * harmonics.size();
            double sum = 0;
            for (int lm = l * l; lm < (l + 1) * (l + 1); lm++) {
              sum += coefficients[first + lm] * coefficients[second + lm];
            }
            out[at++] += scale * sum;
          }
        }
      }
    }
  }

  private static int[] pairs(SoapOptions.Channels channels, int elements) {
    if (channels == SoapOptions.Channels.TOTAL) {
      return new int[2];
    }
    boolean all = channels == SoapOptions.Channels.PAIRS;
    int[] pairs = new int[all ? elements * (elements + 1) : 2 * elements];
    int at = 0;
    for (int i = 0; i < elements; i++) {
      for (int j = all ? i : elements; j < (all ? elements : elements + 1); j++) {
        pairs[at++] = i;
        pairs[at++] = j;
      }
    }
    return pairs;
  }

  private static List<String> names(SoapOptions options, int[] pairs) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      String densities =
          "soap " + density(options, pairs[i]) + "-" + density(options, pairs[i + 1]);
      for (int l = 0; l <= options.largestDegree(); l++) {
        for (int n = 0; n < options.radialFunctions(); n++) {
          for (int k = pairs[i] == pairs[i + 1] ? n : 0; k < options.radialFunctions(); k++) {
            names.add(densities + " l" + l + " n" + (n + 1) + " n" + (k + 1));
          }
        }
      }
    }
    return List.copyOf(names);
  }

  private static String density(SoapOptions options, int channel) {
    return channel < options.elements().size() ? options.elements().get(channel).symbol() : "all";
  }
}
