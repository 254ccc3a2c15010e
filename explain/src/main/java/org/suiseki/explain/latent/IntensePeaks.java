package org.suiseki.explain.latent;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.suiseki.learn.Metric;

/**
 * Looks for intense peaks of little relevance, which Utimula et al. (2022) found, and says of each
 * from the numbers why it may be so. A peak counts that is in the upper third by intensity and by
 * relevance at least a quarter of all peaks, and three, further down; of two ways to be relevant,
 * that of {@link Replacement#BACKGROUND} is looked at first, then that of {@link
 * Replacement#MEAN_PEAK}.
 *
 * <p>Among fewer than four peaks nothing can be found. The sentence says what goes with the low
 * relevance, which need not be its cause.
 */
final class IntensePeaks {
  private static final int FEWEST_PLACES = 3;

  /** A correlation from here on says that two peaks vary alike. */
  private static final double ALIKE = 0.9;

  /** Parts of the median that are less, and much less, than usual. */
  private static final double LESS = 0.8;

  private static final double MUCH_LESS = 0.5;

  /** Fewer patterns than this have no correlation to speak of. */
  private static final int FEWEST_ROWS = 8;

  private final List<RelevantPeak> peaks;
  private final double[][] intensity;
  private final PeakWindows windows;
  private final String unit;

  IntensePeaks(List<RelevantPeak> peaks, double[][] intensity, PeakWindows windows, String unit) {
    this.peaks = peaks;
    this.intensity = intensity;
    this.windows = windows;
    this.unit = FoundWindows.suffix(unit);
  }

  /** The peaks with what was found of them. */
  List<RelevantPeak> told() {
    List<RelevantPeak> told = new ArrayList<>();
    for (int peak = 0; peak < peaks.size(); peak++) {
      RelevantPeak one = peaks.get(peak);
      told.add(Double.isNaN(one.share()) ? one : with(one, finding(peak)));
    }
    return told;
  }

  private Optional<String> finding(int peak) {
    RelevantPeak one = peaks.get(peak);
    String place = one.label() + " is number " + one.intensityRank() + " of " + peaks.size();
    if (farBehind(one, RelevantPeak::rank)) {
      return Optional.of(
          place
              + " peaks by intensity but number "
              + one.rank()
              + " by how far the point moves without it. "
              + reason(peak, RelevantPeak::rank));
    }
    if (farBehind(one, RelevantPeak::contrastRank)) {
      return Optional.of(
          place
              + " peaks by intensity and number "
              + one.rank()
              + " by how far the point moves without it, but only number "
              + one.contrastRank()
              + " by how far what sets it apart from the mean peak of the set moves the point. "
              + reason(peak, RelevantPeak::contrastRank));
    }
    return Optional.empty();
  }

  private boolean farBehind(RelevantPeak peak, ToIntFunction<RelevantPeak> rank) {
    return peak.intensityRank() <= (peaks.size() + 2) / 3
        && rank.applyAsInt(peak) >= peak.intensityRank() + places();
  }

  /** How many places down the list are far. */
  private int places() {
    return Math.max(FEWEST_PLACES, (peaks.size() + 3) / 4);
  }

  private String reason(int peak, ToIntFunction<RelevantPeak> rank) {
    PeakVariation own = peaks.get(peak).variation();
    double usualIntensity = median(one -> one.variation().intensity());
    double usualRange = median(one -> one.variation().positionRange());
    double usualProfile = median(one -> one.variation().profile());
    boolean little =
        own.intensity() <= usualIntensity
            && own.positionRange() <= usualRange
            && own.profile() <= LESS * usualProfile;
    String varies =
        "Its intensity varies by "
            + percent(own.intensity())
            + " and its position within "
            + significant(own.positionRange())
            + unit;
    if (little) {
      return String.format(
          Locale.ROOT,
          "%s (medians of all peaks %s and %s%s): it %s.",
          varies,
          percent(usualIntensity),
          significant(usualRange),
          unit,
          own.profile() <= MUCH_LESS * usualProfile
              ? "is in every pattern much alike"
              : "varies less than most");
    }
    Optional<String> follows = follows(peak, rank, own.intensity() >= MUCH_LESS * usualIntensity);
    return follows
        .map(other -> varies + ", but " + other + ".")
        .orElse(varies + ", unlike any far more relevant peak: the map makes little use of it.");
  }

  /** Which more relevant peak varies as this one does, by intensity if that says something. */
  private Optional<String> follows(
      int peak, ToIntFunction<RelevantPeak> rank, boolean byIntensity) {
    int other = byIntensity ? closest(peak, rank, intensity) : -1;
    if (other >= 0) {
      return Optional.of(sentence("intensity", peak, other, intensity));
    }
    boolean moves = peaks.get(peak).variation().positionRange() > 0;
    other = moves ? closest(peak, rank, windows.position()) : -1;
    return other >= 0
        ? Optional.of(sentence("position", peak, other, windows.position()))
        : Optional.empty();
  }

  private String sentence(String what, int peak, int other, double[][] values) {
    long alike =
        IntStream.range(0, peaks.size())
            .filter(any -> any != peak && follows(values, peak, any))
            .count();
    return String.format(
        Locale.ROOT,
        "its %s goes with %s %s (correlation %.2f), which is more relevant",
        what,
        2 * alike > peaks.size() ? "those of most, such as" : "that of",
        peaks.get(other).label(),
        correlation(values, peak, other));
  }

  private static boolean follows(double[][] values, int a, int b) {
    return Math.abs(correlation(values, a, b)) >= ALIKE;
  }

  /** Of the far more relevant peaks the one that goes most closely with this one; −1 for none. */
  private int closest(int peak, ToIntFunction<RelevantPeak> rank, double[][] values) {
    int best = -1;
    double most = ALIKE;
    for (int other = 0; other < peaks.size(); other++) {
      if (rank.applyAsInt(peaks.get(other)) <= rank.applyAsInt(peaks.get(peak)) - places()) {
        double one = Math.abs(correlation(values, peak, other));
        if (one >= most) {
          most = one;
          best = other;
        }
      }
    }
    return best;
  }

  /** Over the patterns that have both; NaN where too few do or one never changes. */
  private static double correlation(double[][] values, int a, int b) {
    int[] both =
        IntStream.range(0, values.length)
            .filter(row -> !Double.isNaN(values[row][a]) && !Double.isNaN(values[row][b]))
            .toArray();
    if (both.length < FEWEST_ROWS) {
      return Double.NaN;
    }
    return Metric.PEARSON.of(
        Arrays.stream(both).mapToDouble(row -> values[row][a]).toArray(),
        Arrays.stream(both).mapToDouble(row -> values[row][b]).toArray());
  }

  private double median(ToDoubleFunction<RelevantPeak> number) {
    return Quartiles.of(peaks.stream().mapToDouble(number).toArray()).median();
  }

  private static String percent(double part) {
    return significant(100 * part) + " %";
  }

  /** Two digits, without exponent. */
  private static String significant(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(2)).toPlainString()
        : "an unknown amount";
  }

  private static RelevantPeak with(RelevantPeak peak, Optional<String> finding) {
    return new RelevantPeak(
        peak.label(),
        peak.position(),
        peak.from(),
        peak.to(),
        peak.intensity(),
        peak.share(),
        peak.intensityRank(),
        peak.shift(),
        peak.rank(),
        peak.relative(),
        peak.gradient(),
        peak.agreement(),
        peak.contrast(),
        peak.contrastRank(),
        peak.shape(),
        peak.answer(),
        peak.answerMean(),
        peak.answerContrast(),
        peak.variation(),
        finding);
  }
}
