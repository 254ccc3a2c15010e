package org.suiseki.study.coreloss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings in plain words, made from the numbers. */
final class Headline {
  /** Rank correlation of |error| and deviation above which the deviation tells something. */
  private static final double WARNS = 0.2;

  private static final String AGAINST_BASELINES =
      """
      Against the best of mean, ridge and trees on the spectrum alone (at random), the network is \
      ahead for %s, behind for %s, and level within its interval for the other %d; by plain R² it \
      leads for %d at random and %d by scaffold, of %d.\
      """;

  private static final String DEVIATIONS =
      """
      Stated intervals hold as often as they say only once the deviations are recalibrated \
      (expected calibration error %.3f before, %.3f after, at worst %.3f for one property); a \
      larger deviation warns of a larger error for %s.\
      """;

  private final RunResults results;

  Headline(RunResults results) {
    this.results = results;
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(readable());
    sentences.add(claim());
    sentences.add(baselines());
    sentences.add(scaffold());
    sentences.add(trust());
    return sentences;
  }

  private String readable() {
    List<Score> good =
        network(SplitKind.RANDOM, FeatureSet.SPECTRUM).stream()
            .filter(Verdict::readable)
            .sorted(Comparator.comparingDouble(Score::r2).reversed())
            .toList();
    if (good.isEmpty()) {
      return "From the spectrum alone no property is read with an R² that is "
          + Verdict.READABLE
          + " or better beyond doubt (its 95 % interval), on molecules held out at random.";
    }
    return "From the spectrum alone the network reads "
        + good.stream().map(Headline::named).collect(Collectors.joining(", "))
        + " on molecules held out at random.";
  }

  private String claim() {
    String parts =
        Stream.of(
                claim(
                    MolecularProperty.Kind.INTENSIVE,
                    "intensive properties (read from the spectrum alone)"),
                claim(
                    MolecularProperty.Kind.EXTENSIVE,
                    "extensive ones (only once element ratios join)"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" and "));
    long partly = results.verdicts().stream().filter(v -> v.holds().equals("partly")).count();
    return "The paper’s claim holds for " + parts + "; in part for " + partly + ".";
  }

  /** Empty where the study has no property of the kind. */
  private Optional<String> claim(MolecularProperty.Kind kind, String words) {
    List<Verdict> verdicts =
        results.verdicts().stream().filter(one -> one.property().kind() == kind).toList();
    long held = verdicts.stream().filter(one -> one.holds().equals("yes")).count();
    return verdicts.isEmpty()
        ? Optional.empty()
        : Optional.of(held + " of " + verdicts.size() + " " + words);
  }

  /** Ahead or behind where the best baseline lies outside the interval of the network. */
  private String baselines() {
    List<String> ahead = new ArrayList<>();
    List<String> behind = new ArrayList<>();
    for (MolecularProperty property : results.options().properties()) {
      Score best = results.scores().bestBaseline(property, FeatureSet.SPECTRUM, SplitKind.RANDOM);
      Score network = network(property, FeatureSet.SPECTRUM, SplitKind.RANDOM);
      if (best.r2() < network.interval().low()) {
        ahead.add(named(property));
      } else if (best.r2() > network.interval().high()) {
        behind.add(named(property));
      }
    }
    int level = results.options().properties().size() - ahead.size() - behind.size();
    return String.format(
        Locale.ROOT,
        AGAINST_BASELINES,
        listed(ahead),
        listed(behind),
        level,
        leads(SplitKind.RANDOM),
        leads(SplitKind.SCAFFOLD),
        results.options().properties().size());
  }

  private long leads(SplitKind split) {
    return results.options().properties().stream()
        .filter(property ->
            network(property, FeatureSet.SPECTRUM, split).r2()
                > results.scores().bestBaseline(property, FeatureSet.SPECTRUM, split).r2())
        .count();
  }

  private static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private String scaffold() {
    double random = mean(SplitKind.RANDOM);
    double scaffold = mean(SplitKind.SCAFFOLD);
    return String.format(
        Locale.ROOT,
        "On scaffolds it has not seen, the mean R² over the properties goes from %.2f to %.2f.",
        random,
        scaffold);
  }

  private String trust() {
    Trust trust = results.trust(SplitKind.RANDOM, FeatureSet.SPECTRUM);
    List<String> warn = new ArrayList<>();
    double worst = 0;
    for (int i = 0; i < trust.reliability().size(); i++) {
      Reliability one = trust.reliability().get(i);
      worst = Math.max(worst, one.calibrationError());
      if (one.rank() > WARNS) {
        warn.add(named(results.options().properties().get(i)));
      }
    }
    return String.format(
        Locale.ROOT,
        DEVIATIONS,
        trust.raw().expectedCalibrationError(),
        trust.recalibrated().expectedCalibrationError(),
        worst,
        listed(warn));
  }

  private double mean(SplitKind split) {
    return network(split, FeatureSet.SPECTRUM).stream()
        .mapToDouble(Score::r2)
        .average()
        .orElse(Double.NaN);
  }

  private List<Score> network(SplitKind split, FeatureSet features) {
    return results.options().properties().stream()
        .map(property -> network(property, features, split))
        .toList();
  }

  private Score network(MolecularProperty property, FeatureSet features, SplitKind split) {
    return results.scores().score(property, features, Scores.NETWORK, split);
  }

  private static String named(Score score) {
    return String.format(Locale.ROOT, "%s (R² %.2f)", named(score.property()), score.r2());
  }

  /** Without the marks that the page sets as subscripts. */
  private static String named(MolecularProperty property) {
    return property.label().replace("_", "");
  }
}
