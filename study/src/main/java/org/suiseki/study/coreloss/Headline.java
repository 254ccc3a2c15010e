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
  private final RunResults results;

  Headline(RunResults results) {
    this.results = results;
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(readable());
    sentences.add(claim());
    sentences.add(baselines(SplitKind.RANDOM));
    sentences.add(scaffold());
    sentences.add(trust());
    return sentences;
  }

  private String readable() {
    List<Score> good =
        network(SplitKind.RANDOM, FeatureSet.SPECTRUM).stream()
            .filter(score -> score.r2() >= Verdict.READABLE)
            .sorted(Comparator.comparingDouble(Score::r2).reversed())
            .toList();
    if (good.isEmpty()) {
      return "From the spectrum alone no property is read with R² "
          + Verdict.READABLE
          + " or better.";
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

  private String baselines(SplitKind split) {
    List<MolecularProperty> properties = results.options().properties();
    List<String> below = new ArrayList<>();
    for (MolecularProperty property : properties) {
      Score best = results.scores().bestBaseline(property, FeatureSet.SPECTRUM, split);
      if (network(property, FeatureSet.SPECTRUM, split).r2() <= best.r2()) {
        below.add(named(property) + " (" + best.model() + ")");
      }
    }
    int better = properties.size() - below.size();
    return "With the spectrum alone the network beats the best of mean, ridge and trees for "
        + better
        + " of "
        + properties.size()
        + " properties"
        + (below.isEmpty() ? "." : "; not for " + String.join(", ", below) + ".");
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
    double before = trust.raw().expectedCalibrationError();
    double after = trust.recalibrated().expectedCalibrationError();
    return String.format(
        Locale.ROOT,
        "%s: expected calibration error %.3f before, %.3f after.",
        after < before
            ? "The deviations fit the errors better once they are recalibrated"
            : "Recalibration does not make the deviations fit the errors better",
        before,
        after);
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
