package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.suiseki.explain.latent.RelevantPeak;
import org.suiseki.learn.Column;

/** The findings in words, first on the page. */
final class XrdHeadline {

  private XrdHeadline() {}

  static List<String> sentences(List<SetResults> results) {
    List<String> sentences = new ArrayList<>();
    SetResults main = results.get(0);
    sentences.add(spaces(main));
    for (int property = 0; property < main.properties().size(); property++) {
      sentences.add(concentration(main, property));
    }
    peaks(main).forEach(sentences::add);
    for (SetResults one : results) {
      if (!one.walks().walks().isEmpty()) {
        sentences.add(walks(one));
      }
    }
    return sentences;
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
        "Two coordinates of a %s leave %.1f %% of the variance of patterns of unseen compositions"
            + " unexplained, two principal components %.1f %%; %d coordinates leave %.1f %%.",
        map.title(),
        100 * map.unexplained(),
        100 * linear.unexplained(),
        one.wideScore().size(),
        100 * one.wideScore().unexplained());
  }

  private static String concentration(SetResults one, int property) {
    Column column = one.properties().get(property);
    String unit = column.unit().equals("1") ? "" : " " + column.unit();
    ConcentrationScore wide = score(one, property, Readings.WIDE);
    ConcentrationScore map = score(one, property, Readings.MAP);
    ConcentrationScore ridge = score(one, property, Readings.RIDGE);
    return String.format(
        Locale.ROOT,
        "%s of a sample of unseen composition is told to %.2f%s (mean absolute error, R² %.3f) from"
            + " the wide space, to %.2f%s (R² %.3f) from its place on the map, and to %.2f%s (R²"
            + " %.3f) by ridge regression on the whole pattern%s.",
        column.name(),
        wide.mae(),
        unit,
        wide.r2(),
        map.mae(),
        unit,
        map.r2(),
        ridge.mae(),
        unit,
        ridge.r2(),
        wide.mae() <= ridge.mae() ? "" : ", which is the better one here");
  }

  static ConcentrationScore score(SetResults one, int property, String reading) {
    return one.scores().stream()
        .filter(score -> score.property() == property && score.reading().equals(reading))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> peaks(SetResults one) {
    List<String> sentences = new ArrayList<>();
    one.relevance().peaks().stream()
        .filter(peak -> Double.isFinite(peak.contrast().mean()))
        .max(Comparator.comparingDouble(peak -> peak.contrast().mean()))
        .ifPresent(peak -> sentences.add(telling(peak)));
    one.relevance().peaks().stream()
        .filter(peak -> peak.finding().isPresent())
        .min(Comparator.comparingInt(RelevantPeak::intensityRank))
        .ifPresent(peak -> sentences.add(peak.finding().orElseThrow()));
    return sentences;
  }

  private static String telling(RelevantPeak peak) {
    return String.format(
        Locale.ROOT,
        "The peak that tells patterns apart most is %s (number %d by intensity): made like the mean"
            + " one, it moves the point by %.2f of the size of the map.",
        peak.label(),
        peak.intensityRank(),
        peak.contrast().mean());
  }

  private static String walks(SetResults one) {
    WalkSummary summary = WalkSummary.of(one.walks());
    return String.format(
        Locale.ROOT,
        "%s: patterns made by walking between two compositions have an R-factor of %.1f %% on the"
            + " map and %.1f %% in the wide space (medians of %d), mixed patterns %.1f %%.",
        one.set().title(),
        summary.map(),
        summary.wide(),
        summary.count(),
        summary.mixing());
  }
}
