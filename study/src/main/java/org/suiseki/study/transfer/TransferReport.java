package org.suiseki.study.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suiseki.learn.transfer.Comparison;
import org.suiseki.learn.transfer.ShotgunResult;
import org.suiseki.learn.transfer.SourceFinding;
import org.suiseki.learn.transfer.TailResult;
import org.suiseki.learn.transfer.TransferTask;
import org.suiseki.library.TargetScale;
import org.suiseki.study.findings.Column;
import org.suiseki.study.findings.DataTable;
import org.suiseki.study.findings.Estimate;
import org.suiseki.study.findings.Findings;
import org.suiseki.study.findings.Point;
import org.suiseki.study.findings.Quantity;
import org.suiseki.study.findings.Row;
import org.suiseki.study.findings.Scatter;
import org.suiseki.study.findings.Section;

/** What a run found, as text, tables and a page. */
record TransferReport(
    TransferOptions options,
    TransferTask task,
    ShotgunResult within,
    Optional<TailResult> beyond,
    Optional<TransferJob.Candidates> candidates) {
  private static final double LEVEL = 0.8;
  private static final int SHOWN = 10;
  private static final int LISTED = 200;

  /** Of errors and gains. */
  static String unit(TransferOptions options) {
    return options.scale() == TargetScale.LOGARITHMIC ? "decades" : options.unit();
  }

  /** The findings in a few lines of at most a hundred characters. */
  String summary() {
    StringBuilder text = new StringBuilder();
    Comparison winner = within.winner();
    String unit = unit(options).equals("1") ? "" : " " + unit(options);
    text.append(
        String.format(
            Locale.ROOT,
            "%d materials, %d sources, %d outer splits.%n",
            task.rows(),
            within.sources().size(),
            within.splits()));
    text.append(
        String.format(
            Locale.ROOT,
            "Mean absolute error%s: %.4g with transfer, %.4g from scratch (%s).%n",
            unit,
            winner.loss(),
            winner.other(),
            within.scratch().name()));
    text.append(
        String.format(
            Locale.ROOT,
            "Gain %.3g, 95 %% interval %.3g to %.3g, p %.2g: %s.%n",
            winner.gain(),
            winner.interval().low(),
            winner.interval().high(),
            winner.p(),
            words(winner.verdict())));
    text.append(TransferSections.helpers(within)).append(String.format("%n%n"));
    text.append(
        String.format(
            Locale.ROOT, "%-44s %10s %10s %10s%n", "source", "error", "gain", "p (Holm)"));
    for (SourceFinding one : within.sources().subList(0, Math.min(SHOWN, within.sources().size()))) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-44s %10.4g %10.3g %10.2g%n",
              one.name(),
              one.againstScratch().loss(),
              one.againstScratch().gain(),
              one.holm()));
    }
    beyond.ifPresent(tail ->
        text.append(
            String.format(
                Locale.ROOT,
                "%nTrained below the limit, Spearman's correlation over all: %.2f with transfer,"
                    + " %.2f from scratch.%n",
                tail.winner().quality().overall(),
                tail.scratch().quality().overall())));
    return text.toString();
  }

  private static String words(Comparison.Verdict verdict) {
    return switch (verdict) {
      case HELPS -> "transfer helps beyond chance";
      case HURTS -> "transfer does harm";
      case UNDECIDED -> "not to be told from chance";
    };
  }

  String predictions() {
    StringBuilder csv = new StringBuilder("id,material,truth,transfer,scratch\n");
    for (int row = 0; row < task.rows(); row++) {
      csv.append(cell(task.ids().get(row))).append(',').append(cell(task.materials().get(row)));
      csv.append(number(restored(task.values()[row])));
      csv.append(number(restored(within.rows().winner()[row])));
      csv.append(number(restored(within.rows().scratch()[row]))).append('\n');
    }
    return csv.toString();
  }

  static String candidates(TransferJob.Candidates candidates) {
    StringBuilder csv = new StringBuilder("material,value,low,high,domain\n");
    for (TransferJob.Candidate one : candidates.rows()) {
      csv.append(cell(one.material())).append(number(one.value())).append(number(one.low()));
      csv.append(number(one.high())).append(number(one.domain())).append('\n');
    }
    return csv.toString();
  }

  Findings findings(String title) {
    TransferSections sections = new TransferSections(unit(options));
    Findings findings =
        Findings.titled(title)
            .subtitle(
                task.rows() + " materials, " + within.sources().size() + " sources of knowledge")
            .with(sections.answer(within));
    if (beyond.isPresent()) {
      findings = findings.with(sections.answer(beyond.get()));
    }
    findings = findings.with(sections.within(within).with(parity()));
    if (beyond.isPresent()) {
      findings = findings.with(sections.beyond(beyond.get()));
    }
    if (candidates.isPresent()) {
      findings = findings.with(table(candidates.get()));
    }
    return findings
        .noting(task.rows() + " materials are few: only large gains can be told from chance.")
        .noting(
            "Sources may have seen other properties of the very materials that are tested; of new"
                + " materials they may know less.");
  }

  private Scatter parity() {
    Quantity plain = Quantity.of(options.property(), options.unit());
    boolean logarithmic = options.scale() == TargetScale.LOGARITHMIC;
    List<Point> points = new ArrayList<>();
    for (int row = 0; row < task.rows(); row++) {
      points.add(
          Point.at(
              restored(task.values()[row]),
              restored(within.rows().winner()[row]),
              task.ids().get(row)));
    }
    return Scatter.parity(
        "Held-out predictions with transfer", logarithmic ? plain.onLogScale() : plain, points);
  }

  private Section table(TransferJob.Candidates found) {
    List<Row> rows = new ArrayList<>();
    for (TransferJob.Candidate one : found.rows().subList(0, Math.min(LISTED, found.rows().size()))) {
      rows.add(
          Row.of(
                  one.material(),
                  new Estimate(one.value(), one.low(), one.high(), LEVEL),
                  one.domain(),
                  one.domain() <= 1 ? "inside" : "outside")
              .highlighted(one.domain() <= 1));
    }
    return Section.of(
        "candidates",
        "Candidates",
        DataTable.of(
                "The highest of " + found.rows().size(),
                Column.code("Material"),
                Column.number(options.property(), options.unit()),
                Column.fixed("Distance", "1", 2),
                Column.text("Domain"))
            .with(rows)
            .inFile("candidates.csv"));
  }

  private double restored(double learned) {
    return TransferJob.restored(options, learned);
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, ",%.6g", value) : ",";
  }

  private static String cell(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
