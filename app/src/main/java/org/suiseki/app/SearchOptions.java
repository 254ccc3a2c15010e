package org.suiseki.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suiseki.describe.MaterialKind;
import org.suiseki.library.LibraryQuery;
import org.suiseki.library.Ranking;
import org.suiseki.library.ScoreRange;
import org.suiseki.matter.Spelling;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Options that say which models. */
final class SearchOptions {
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "WORD",
      description = {
        "Words that begin a word of the model's name, property, descriptor, architecture, tags,"
            + " data, source or licence."
      })
  private List<String> words = List.of();

  @Option(names = "--property", paramLabel = "NAME", description = "What it predicts.")
  private @Nullable String property;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "What it reads: composition, molecule or polymer.")
  private @Nullable String kind;

  @Option(
      names = "--descriptor",
      paramLabel = "NAME",
      description = "With its options, or without for any of them.")
  private @Nullable String descriptor;

  @Option(
      names = "--family",
      paramLabel = "NAME",
      description = "Of architectures, such as network, trees or linear.")
  private @Nullable String family;

  @Option(
      names = "--rows",
      paramLabel = "RANGE",
      description = "How many rows it was trained on: 1000.. or 100..5000.")
  private @Nullable String rows;

  @Option(
      names = "--score",
      paramLabel = "SCORE=RANGE",
      description = "Such as test.mae=..0.3 or test.r2=0.8..; may be given several times.")
  private List<String> scores = List.of();

  @Option(
      names = "--tag",
      paramLabel = "TAG",
      description = "May be given several times: it has to have all of them.")
  private List<String> tags = List.of();

  @Option(
      names = "--like",
      paramLabel = "MATERIALS",
      description = {
        "Models whose training materials are of the same elements as these: a CSV with a column"
            + " formula, smiles or unit, or formulas with commas between."
      })
  private @Nullable String like;

  @Option(
      names = "--similarity",
      paramLabel = "X",
      description = "With --like, at least so alike, from 0 to 1; otherwise 0.")
  private double similarity;

  @Option(
      names = "--rank",
      paramLabel = "SCORE",
      description = "The best first, such as test.mae; errors ascend, other scores descend.")
  private @Nullable String rank;

  LibraryQuery query(int limit) {
    LibraryQuery query =
        LibraryQuery.any()
            .saying(String.join(" ", words))
            .tagged(tags)
            .scoring(scores.stream().map(this::score).toList())
            .atMost(limit);
    query = property == null ? query : query.ofProperty(property);
    query = kind == null ? query : query.ofKind(materialKind(kind));
    query = descriptor == null ? query : query.withDescriptor(descriptor);
    query = family == null ? query : query.ofFamily(family);
    query = rank == null ? query : query.rankedBy(Ranking.by(rank));
    if (like != null) {
      if (!(similarity >= 0 && similarity <= 1)) {
        throw wrong("--similarity is " + similarity + ", but lies from 0 to 1.");
      }
      query = query.like(SketchedMaterials.of(like), similarity);
    }
    if (rows != null) {
      Range range = range("--rows", rows);
      query = query.trainedOn(count(range.low(), 0), count(range.high(), Integer.MAX_VALUE));
    }
    return query;
  }

  /** The score to show beside what is found, if one is asked for. */
  Optional<String> shownScore() {
    return Optional.ofNullable(rank)
        .or(() -> scores.stream().findFirst().map(text -> text.substring(0, text.indexOf('='))));
  }

  Optional<String> property() {
    return Optional.ofNullable(property);
  }

  private MaterialKind materialKind(String name) {
    List<String> known = Stream.of(MaterialKind.values()).map(MaterialKind::label).toList();
    return MaterialKind.named(name)
        .orElseThrow(() ->
            wrong(
                "--kind is '"
                    + name
                    + "', but has to be one of "
                    + String.join(", ", known)
                    + ". "
                    + Spelling.hint(name.toLowerCase(Locale.ROOT), known)));
  }

  private record Range(double low, double high) {}

  private ScoreRange score(String text) {
    int sign = text.indexOf('=');
    if (sign < 1) {
      throw wrong("--score is '" + text + "', but has to be like test.mae=..0.3.");
    }
    Range range = range("--score", text.substring(sign + 1));
    return new ScoreRange(text.substring(0, sign), range.low(), range.high());
  }

  private Range range(String option, String text) {
    int dots = text.indexOf("..");
    try {
      if (dots < 0) {
        double value = Double.parseDouble(text);
        return new Range(value, value);
      }
      String low = text.substring(0, dots);
      String high = text.substring(dots + 2);
      return new Range(
          low.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(low),
          high.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(high));
    } catch (NumberFormatException e) {
      throw wrong(option + " has '" + text + "', but needs a range such as 0.5.., ..2 or 1..2.");
    }
  }

  private int count(double value, int otherwise) {
    if (Double.isInfinite(value)) {
      return otherwise;
    }
    if (value < 0 || value > Integer.MAX_VALUE || value != Math.rint(value)) {
      throw wrong("--rows needs whole numbers.");
    }
    return (int) value;
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
