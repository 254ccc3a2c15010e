package org.suiseki.study.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.suiseki.learn.transfer.Comparison;
import org.suiseki.learn.transfer.LeftOut;
import org.suiseki.learn.transfer.ShotgunResult;
import org.suiseki.learn.transfer.SourceFinding;
import org.suiseki.learn.transfer.TailResult;
import org.suiseki.study.findings.Answer;
import org.suiseki.study.findings.Bar;
import org.suiseki.study.findings.Bars;
import org.suiseki.study.findings.Column;
import org.suiseki.study.findings.DataTable;
import org.suiseki.study.findings.Estimate;
import org.suiseki.study.findings.Notice;
import org.suiseki.study.findings.Paragraph;
import org.suiseki.study.findings.Quantity;
import org.suiseki.study.findings.Row;
import org.suiseki.study.findings.Section;
import org.suiseki.study.findings.Verdict;

/**
 * Trials of sources as parts of a page.
 *
 * @param unit of losses and gains, in words where it is none of the usual ones
 */
public record TransferSections(String unit) {
  private static final String GAIN = "Mean absolute error gained";

  /** Whether the chosen source beats learning from scratch, as the first thing to be read. */
  public Answer answer(ShotgunResult result) {
    Comparison winner = result.winner();
    String compared =
        String.format(
            Locale.ROOT,
            "Nested error %.3g with the source that the inner folds chose, %.3g from scratch"
                + " (%s chosen most often). %s",
            winner.loss(),
            winner.other(),
            result.scratch().name(),
            helpers(result));
    Answer answer =
        switch (winner.verdict()) {
          case HELPS -> Answer.good("Transfer beats learning from scratch beyond chance");
          case HURTS -> Answer.bad("Transfer does worse than learning from scratch");
          case UNDECIDED -> Answer.neutral("Whether transfer helps cannot be told from chance");
        };
    return answer
        .with("error gained", Estimate.within(winner.gain(), winner.interval()), unit)
        .saying(compared);
  }

  /** How many of the sources help though many were tried. */
  public static String helpers(ShotgunResult result) {
    long helpful = result.sources().stream().filter(SourceFinding::helpsBeyondChance).count();
    return helpful == 0
        ? "None of " + result.sources().size() + " sources helps beyond chance by itself."
        : helpful
            + " of "
            + result.sources().size()
            + (helpful == 1 ? " sources helps" : " sources help")
            + " beyond chance by "
            + (helpful == 1 ? "itself." : "themselves.");
  }

  /** The same where the test lies above the training. */
  public Answer answer(TailResult result) {
    Estimate gain =
        Estimate.within(
            result.winner().quality().overall() - result.scratch().quality().overall(),
            result.gain().overall());
    Verdict verdict =
        gain.low() > 0 ? Verdict.GOOD : gain.high() < 0 ? Verdict.BAD : Verdict.NEUTRAL;
    String statement =
        switch (verdict) {
          case GOOD -> "Beyond the known, transfer ranks better than learning from scratch";
          case BAD -> "Beyond the known, transfer ranks worse than learning from scratch";
          case NEUTRAL -> "Beyond the known, transfer ranks no better than learning from scratch";
        };
    String detail =
        String.format(
            Locale.ROOT,
            "A material above the limit stands before one below with probability %.2f with transfer"
                + " and %.2f from scratch; of the %d best, %.0f %% and %.0f %% are among the first"
                + " %d. The mean of the five sources chosen inside gains %.2f (%.2f to %.2f). The"
                + " intervals take the trained models as they are: run other seeds before you rely"
                + " on it.",
            result.winner().quality().separation(),
            result.scratch().quality().separation(),
            result.winner().quality().k(),
            100 * result.winner().quality().recall(),
            100 * result.scratch().quality().recall(),
            result.winner().quality().k(),
            result.committee().quality().overall() - result.scratch().quality().overall(),
            result.committeeGain().overall().low(),
            result.committeeGain().overall().high());
    return Answer.of(verdict, statement).with("rank correlation gained", gain, "1").saying(detail);
  }

  /** Sources within the range of the target. */
  public Section within(ShotgunResult result) {
    List<Bar> gains = new ArrayList<>();
    for (SourceFinding one : result.sources()) {
      Comparison comparison = one.againstScratch();
      gains.add(
          Bar.of(one.name(), Estimate.within(comparison.gain(), comparison.interval()))
              .saying(one.head() + " on " + one.approach() + ", " + one.property())
              .highlighted(one.helpsBeyondChance()));
    }
    Section section =
        Section.of(
                "sources",
                "Which sources help",
                Bars.gains(
                    "What each source gains over learning from scratch",
                    Quantity.of(GAIN, unit),
                    gains),
                sources(result),
                new Paragraph(reasons(result)),
                baselines(result))
            .lead(
                "Source, layer and head are chosen on inner folds and judged on "
                    + result.splits()
                    + " outer ones that the choice has not seen. Intervals of 95 % allow for"
                    + " training sets that overlap (Nadeau and Bengio 2003); the corrected p is"
                    + " Holm's, for having tried "
                    + result.sources().size()
                    + " sources.");
    return leftOut(result.leftOut()).map(section::with).orElse(section);
  }

  private DataTable sources(ShotgunResult result) {
    return DataTable.of(
            "All sources",
            Column.text("Source"),
            Column.text("Learned from"),
            Column.number("Error", unit),
            Column.number("Gain", unit),
            Column.number("p", "1", 2),
            Column.number("p corrected", "1", 2),
            Column.count("Chosen"),
            Column.fixed("Overlap of elements", "1", 2),
            Column.fixed("In its domain", "1", 2),
            Column.fixed("Correlation", "1", 2),
            Column.fixed("Alignment", "1", 2))
        .with(result.sources().stream().map(TransferSections::row).toList());
  }

  private static Row row(SourceFinding one) {
    Comparison comparison = one.againstScratch();
    return Row.of(
            one.name(),
            one.head() + " on " + one.approach(),
            comparison.loss(),
            Estimate.within(comparison.gain(), comparison.interval()),
            comparison.p(),
            one.holm(),
            one.won(),
            known(one.likeness().materials()),
            known(one.likeness().inside()),
            known(one.likeness().correlation()),
            known(one.likeness().alignment()))
        .highlighted(one.helpsBeyondChance());
  }

  private static Optional<Object> known(double value) {
    return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
  }

  private static String reasons(ShotgunResult result) {
    String known =
        result.reasons().stream()
            .filter(one -> !Double.isNaN(one.correlation()))
            .map(one ->
                String.format(Locale.ROOT, "%s %.2f", words(one.likeness()), one.correlation()))
            .collect(Collectors.joining(", "));
    return known.isEmpty()
        ? "Too few sources were tried to say what makes one helpful."
        : "What went along with gain from source to source (Spearman's correlation over "
            + result.sources().size()
            + " sources): "
            + known
            + ". With few sources these say little.";
  }

  private static String words(String likeness) {
    return switch (likeness) {
      case "materials" -> "overlap of elements";
      case "inside" -> "share of materials in its domain";
      case "correlation" -> "correlation of its prediction with the target";
      default -> likeness + " of its features with the target";
    };
  }

  private Bars baselines(ShotgunResult result) {
    List<Bar> bars = new ArrayList<>();
    bars.add(Bar.of("transfer, source chosen inside", result.winner().loss()).highlighted(true));
    bars.add(Bar.of("transfer, mean of the five chosen inside", result.committee().loss()));
    bars.add(Bar.of("transfer or scratch, chosen inside", result.either().loss()));
    bars.add(Bar.of("from scratch, chosen inside", result.winner().other()));
    result.baselines().forEach(one -> bars.add(Bar.of(one.name(), one.loss())));
    return Bars.of("Errors side by side", Quantity.of("Mean absolute error", unit), bars);
  }

  /** Sources where the test lies above the training. */
  public Section beyond(TailResult result) {
    List<Row> rows = new ArrayList<>();
    rows.add(row(result.winner(), "transfer, source chosen inside").highlighted());
    rows.add(row(result.committee(), "transfer, mean of the five chosen inside").highlighted());
    rows.add(row(result.scratch(), "from scratch, chosen inside").highlighted());
    result
        .sources()
        .forEach(one ->
            rows.add(
                row(
                    one.ranking(),
                    one.ranking().name() + " (" + one.head() + " on " + one.approach() + ")")));
    result.baselines().forEach(one -> rows.add(row(one, one.name())));
    return Section.of(
            "beyond",
            "Beyond the known",
            DataTable.of(
                    "How the best are ranked",
                    Column.text("Learned from"),
                    Column.fixed("Spearman, all", "1", 2),
                    Column.fixed("Spearman, above the limit", "1", 2),
                    Column.fixed("Separation", "1", 2),
                    Column.fixed("Recall of the best", "1", 2),
                    Column.number("Error above the limit", unit))
                .with(rows))
        .lead(
            "Trained only below the limit, on all but a fifth of those; that fifth and everything"
                + " above are ranked together. Separation is the probability that a material above"
                + " stands before one below; recall is the share of the "
                + result.winner().quality().k()
                + " best among the first "
                + result.winner().quality().k()
                + ".");
  }

  private static Row row(TailResult.Ranking ranking, String name) {
    return Row.of(
        name,
        known(ranking.quality().overall()),
        known(ranking.quality().inTop()),
        known(ranking.quality().separation()),
        ranking.quality().recall(),
        ranking.error());
  }

  private static Optional<Notice> leftOut(List<LeftOut> leftOut) {
    if (leftOut.isEmpty()) {
      return Optional.empty();
    }
    LeftOut first = leftOut.get(0);
    return Optional.of(
        Notice.note(
            leftOut.size()
                + (leftOut.size() == 1 ? " source was" : " sources were")
                + " left out. The first, "
                + first.source()
                + ": "
                + first.reason()));
  }
}
