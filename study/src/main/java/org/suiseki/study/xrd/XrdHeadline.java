package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.suiseki.explain.latent.RelevantPeak;
import org.suiseki.learn.Column;

/** The findings in words, first on the page: short sentences that begin with their number. */
final class XrdHeadline {
  private static final int MOST = 6;

  /** Of more properties only the first are named. */
  private static final int MOST_PROPERTIES = 4;

  private XrdHeadline() {}

  static List<String> sentences(List<SetResults> results) {
    SetResults main = results.get(0);
    List<String> sentences = new ArrayList<>();
    sentences.add(spaces(main));
    if (!main.properties().isEmpty() && !main.scores().isEmpty()) {
      sentences.add(wide(main));
      sentences.add(map(main));
    }
    peaks(main).forEach(sentences::add);
    if (!main.walks().walks().isEmpty()) {
      sentences.add(walks(main));
    }
    if (results.size() > 1) {
      sentences.add(beside(results.subList(1, results.size())));
    }
    return List.copyOf(sentences.subList(0, Math.min(MOST, sentences.size())));
  }

  private static String spaces(SetResults one) {
    SpaceScore map = one.mapScore();
    SpaceScore linear =
        one.spaces().stream()
            .filter(space -> space.name().equals("pca") && space.size() == map.size())
            .findFirst()
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "%.1f %% of the variance stays unexplained by two coordinates of a %s, for unseen"
            + " compositions; two principal components leave %.1f %%.",
        100 * map.unexplained(),
        map.title(),
        100 * linear.unexplained());
  }

  private static String wide(SetResults one) {
    return errors(one, Readings.WIDE)
        + " is the mean error of contents read from "
        + one.wideScore().size()
        + " coordinates ("
        + one.wideScore().title()
        + "); ridge regression on whole patterns has "
        + numbers(one, Readings.RIDGE)
        + ".";
  }

  private static String map(SetResults one) {
    return errors(one, Readings.MAP)
        + " is the mean error of contents read from the place on the map; guessing the mean has "
        + numbers(one, Readings.MEAN)
        + ".";
  }

  /** "0.25 at.% Ti, 0.09 at.% Zr". */
  private static String errors(SetResults one, String reading) {
    List<String> parts = new ArrayList<>();
    for (int property = 0; property < named(one); property++) {
      Column column = one.properties().get(property);
      String unit = column.unit().equals("1") ? "" : column.unit() + " ";
      parts.add(number(score(one, property, reading).mae()) + " " + unit + column.name());
    }
    return String.join(", ", parts);
  }

  private static String numbers(SetResults one, String reading) {
    List<String> parts = new ArrayList<>();
    for (int property = 0; property < named(one); property++) {
      parts.add(number(score(one, property, reading).mae()));
    }
    return String.join(", ", parts);
  }

  private static int named(SetResults one) {
    return Math.min(MOST_PROPERTIES, one.properties().size());
  }

  /** Two significant digits, whole from ten on. */
  private static String number(double value) {
    return String.format(
        Locale.ROOT, value >= 9.95 ? "%.0f" : value >= 0.995 ? "%.1f" : "%.2g", value);
  }

  static ConcentrationScore score(SetResults one, int property, String reading) {
    return one.scores().stream()
        .filter(score -> score.property() == property && score.reading().equals(reading))
        .findFirst()
        .orElseThrow();
  }

  /** The peak that tells most, and the most intense one that tells little. */
  private static List<String> peaks(SetResults one) {
    List<String> sentences = new ArrayList<>();
    List<RelevantPeak> peaks = one.relevance().peaks();
    peaks.stream()
        .filter(peak -> Double.isFinite(peak.contrast().mean()))
        .max(Comparator.comparingDouble(peak -> peak.contrast().mean()))
        .ifPresent(peak -> sentences.add(telling(peak, peaks.size())));
    peaks.stream()
        .filter(peak -> peak.finding().isPresent() && one.findings().common(peak))
        .min(Comparator.comparingInt(RelevantPeak::intensityRank))
        .ifPresent(peak -> sentences.add(silent(peak, peaks.size())));
    return sentences;
  }

  private static String telling(RelevantPeak peak, int count) {
    return String.format(
        Locale.ROOT,
        "%.2f map units is how far a point moves when peak %s is made average: of %d peaks it tells"
            + " patterns apart most; by intensity it is number %d.",
        peak.contrast().mean(),
        compact(peak.label()),
        count,
        peak.intensityRank());
  }

  private static String silent(RelevantPeak peak, int count) {
    return String.format(
        Locale.ROOT,
        "Number %d of %d by intensity, peak %s is only number %d by how far it moves the point when"
            + " masked and number %d when made average.",
        peak.intensityRank(),
        count,
        compact(peak.label()),
        peak.rank(),
        peak.contrastRank());
  }

  /** "3 2 1 + 4 0 0" as "321+400"; indices of two digits or with a sign keep their spaces. */
  static String compact(String label) {
    return label.replaceAll("(?<![\\d-])(\\d) (\\d) (\\d)(?!\\d)", "$1$2$3").replace(" + ", "+");
  }

  private static String walks(SetResults one) {
    WalkSummary summary = WalkSummary.of(one.walks());
    return String.format(
        Locale.ROOT,
        "%.1f %% is the median R-factor of patterns walked between two compositions on the map,"
            + " %.1f %% in the wide space; linear mixing has %.1f %%.",
        summary.map(),
        summary.wide(),
        summary.mixing());
  }

  private static String beside(List<SetResults> others) {
    long walked = others.stream().filter(one -> !one.walks().walks().isEmpty()).count();
    long better =
        others.stream()
            .map(one -> WalkSummary.of(one.walks()))
            .filter(summary -> summary.map() < summary.mixing())
            .count();
    return String.format(
        Locale.ROOT,
        "%d of %d further sets have walks on the map that are, by their median, closer to the true"
            + " pattern than mixing.",
        better,
        walked);
  }
}
