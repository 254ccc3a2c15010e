package org.suiseki.study.polymer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.suiseki.study.findings.Answer;
import org.suiseki.study.findings.Estimate;

/**
 * What a reader of the page sees first.
 *
 * @param results of the run
 * @param unit of the conductivity
 */
record PolymerAnswers(PolymerResults results, String unit) {

  /** Whether sources lower the error, whether by chance, and what came of the screening. */
  List<Answer> all() {
    return List.of(curve(), transfer(), model(), screen());
  }

  private Optional<CurvePoint> best(boolean transfer, int size) {
    return results.curve().stream()
        .filter(one -> one.transfer() == transfer && one.size() == size)
        .min(Comparator.comparingDouble(one -> PolymerFiles.mean(one.errors())));
  }

  private Answer curve() {
    int size = results.curve().get(0).size();
    CurvePoint with = best(true, size).orElseThrow();
    CurvePoint without = best(false, size).orElseThrow();
    double[] gains =
        IntStream.range(0, with.errors().length)
            .mapToDouble(i -> without.errors()[i] - with.errors()[i])
            .toArray();
    double gain = PolymerFiles.mean(gains);
    double part = gain / PolymerFiles.mean(without.errors());
    Answer answer =
        part > 0.05
            ? Answer.good("What other properties teach lowers the error with few polymers")
            : part < -0.05
                ? Answer.bad("What other properties teach does not lower the error")
                : Answer.neutral("What other properties teach hardly changes the error");
    return answer
        .with("error of the best way with sources", PolymerReport.estimate(with), unit)
        .saying(
            size
                + " polymers: "
                + with.way()
                + "; the best way without sources, "
                + without.way()
                + ", has "
                + PolymerReport.number(PolymerFiles.mean(without.errors()))
                + ", the mean "
                + PolymerReport.number(errorOf("mean", size))
                + ". Best of several each, so both are a little too good.");
  }

  private double errorOf(String way, int size) {
    return results.curve().stream()
        .filter(one -> one.way().equals(way) && one.size() == size)
        .mapToDouble(one -> PolymerFiles.mean(one.errors()))
        .findFirst()
        .orElse(Double.NaN);
  }

  private Answer transfer() {
    TransferVerdict verdict = results.verdict();
    Answer answer =
        verdict.low() > 0
            ? Answer.good("The source chosen without looking at the test helps beyond chance")
            : verdict.high() < 0
                ? Answer.bad("The source chosen without looking at the test hurts")
                : Answer.neutral("Whether the source chosen helps cannot be told from chance");
    long helpful =
        verdict.sources().stream().filter(one -> one.holm() <= 1 - PolymerReport.LEVEL).count();
    return answer
        .with(
            "error saved against scratch",
            new Estimate(verdict.gain(), verdict.low(), verdict.high(), PolymerReport.LEVEL),
            unit)
        .saying(
            verdict.rows()
                + " polymers, nested folds: "
                + PolymerReport.number(verdict.error())
                + " against "
                + PolymerReport.number(verdict.scratchError())
                + " ("
                + verdict.scratch()
                + "), p = "
                + String.format(Locale.ROOT, "%.2g", verdict.p())
                + ". "
                + helpful
                + " of "
                + verdict.sources().size()
                + " sources help after correction for their number.");
  }

  private Answer model() {
    HeldOutCheck check = results.check();
    if (check.truth().length == 0) {
      return Answer.neutral("No polymer was left to check the model of the screening")
          .saying("It learned from all; go by the error of the nested folds.");
    }
    Answer answer =
        check.r2() > 0.3
            ? Answer.good("The model of the screening holds on polymers it has not seen")
            : check.r2() > 0
                ? Answer.neutral("The model of the screening is a little better than the mean")
                : Answer.bad("The model of the screening is no better than the mean");
    return answer
        .with("R² on " + check.truth().length + " unseen polymers", Estimate.of(check.r2()), "1")
        .saying(
            "Of the best tenth it finds "
                + PolymerReport.percent(check.found())
                + " (10 % by chance); its 90 % intervals hold "
                + PolymerReport.percent(check.coverage())
                + ".");
  }

  private Answer screen() {
    Screened screened = results.screened();
    if (screened.list().isEmpty()) {
      return Answer.bad("No candidate is inside the domain and easy enough to make");
    }
    Screened.Pick first = screened.list().get(0);
    return Answer.neutral(
            "The short list names " + screened.list().size() + " polymers that differ")
        .with("highest prediction", PolymerReport.interval(first), unit)
        .saying(
            PolymerReport.count(screened.seen())
                + " candidates in "
                + Math.round(screened.seconds())
                + " s: "
                + PolymerReport.count(screened.unreadable())
                + " are no linear chain, "
                + PolymerReport.count(screened.outside())
                + " outside the domain, "
                + PolymerReport.count(screened.hard())
                + " too unusual.");
  }
}
