package org.suiseki.describe;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.matter.geometry.Neighbours;

/**
 * Spherical shells of one thickness around an atom, from 0 to a cutoff. A distance on the border of
 * two shells, or nearer to it than 1e-6 Å, belongs to the outer one, whichever way round-off has
 * pushed it; at the cutoff to none.
 *
 * @param cutoff outer radius of the last shell, in Å
 * @param bins number of shells
 * @param smearing standard deviation of the Gaussian that each distance is spread to, in Å; 0 for
 *     none
 */
public record RadialGrid(double cutoff, int bins, double smearing) {
  private static final int MOST_BINS = 100_000;

  /** In standard deviations: beyond it lie two parts in 10⁹. */
  private static final double GAUSSIAN_REACH = 6;

  /**
   * @throws DescribeException for a cutoff or number of shells that is not above 0, or a negative
   *     smearing
   */
  public RadialGrid {
    if (!(cutoff > 0 && cutoff < 1e4)
        || bins < 1
        || bins > MOST_BINS
        || !(smearing >= 0 && smearing <= cutoff)) {
      throw new DescribeException(
          "No distribution has " + bins + " bins to " + cutoff + " Å, smeared by " + smearing + ".",
          "Give a cutoff above 0 in Å, 1 to "
              + MOST_BINS
              + " bins, and a smearing from 0 to the cutoff.");
    }
  }

  /** Without smearing. */
  public RadialGrid(double cutoff, int bins) {
    this(cutoff, bins, 0);
  }

  /** Up to this distance (Å) a neighbour counts. */
  double reach() {
    return cutoff + GAUSSIAN_REACH * smearing;
  }

  /** The inner radius of a shell in Å; that of shell {@link #bins} is the cutoff. */
  public double edge(int bin) {
    return bin * cutoff / bins;
  }

  /** In Å³. */
  double shellVolume(int bin) {
    double inner = edge(bin);
    double outer = edge(bin + 1);
    return 4 / 3.0 * Math.PI * (outer * outer * outer - inner * inner * inner);
  }

  /** Counts a distance with a weight. */
  void add(double distance, double weight, double[] counts, int offset) {
    if (smearing > 0) {
      smear(distance, weight, counts, offset);
      return;
    }
    int bin = (int) ((distance + Neighbours.TIE) / cutoff * bins);
    if (bin < bins) {
      counts[offset + bin] += weight;
    }
  }

  private void smear(double distance, double weight, double[] counts, int offset) {
    double width = cutoff / bins;
    double half = GAUSSIAN_REACH * smearing;
    int first = Math.max(0, (int) ((distance - half) / width));
    int last = Math.min(bins - 1, (int) ((distance + half) / width));
    double scale = 1 / (smearing * Math.sqrt(2));
    double before = first > last ? 0 : ErrorFunction.erf((edge(first) - distance) * scale);
    for (int bin = first; bin <= last; bin++) {
      double after = ErrorFunction.erf((edge(bin + 1) - distance) * scale);
      counts[offset + bin] += 0.5 * weight * (after - before);
      before = after;
    }
  }

  /** {@code PREFIX 2.8-2.9 Å} for each shell. */
  List<String> names(String prefix) {
    return IntStream.range(0, bins)
        .mapToObj(i -> prefix + " " + plain(edge(i)) + "-" + plain(edge(i + 1)) + " Å")
        .toList();
  }

  private static String plain(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(9));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
