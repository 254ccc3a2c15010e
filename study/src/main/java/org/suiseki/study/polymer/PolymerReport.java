package org.suiseki.study.polymer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.suiseki.learn.Interval;
import org.suiseki.matter.RepeatUnit;
import org.suiseki.study.Provenance;
import org.suiseki.study.ReportPage;
import org.suiseki.study.RunFolder;
import org.suiseki.study.Study;
import org.suiseki.study.findings.Answer;
import org.suiseki.study.findings.Bar;
import org.suiseki.study.findings.Bars;
import org.suiseki.study.findings.Block;
import org.suiseki.study.findings.Column;
import org.suiseki.study.findings.Curve;
import org.suiseki.study.findings.Curves;
import org.suiseki.study.findings.DataTable;
import org.suiseki.study.findings.Estimate;
import org.suiseki.study.findings.Findings;
import org.suiseki.study.findings.Guide;
import org.suiseki.study.findings.Notice;
import org.suiseki.study.findings.Paragraph;
import org.suiseki.study.findings.Point;
import org.suiseki.study.findings.Quantity;
import org.suiseki.study.findings.RealData;
import org.suiseki.study.findings.Row;
import org.suiseki.study.findings.Scatter;
import org.suiseki.study.findings.Section;
import org.suiseki.study.findings.Structures;

/** The page of a run. */
final class PolymerReport {
  static final double LEVEL = 0.95;
  private static final double INTERVALS = 0.9;

  private final PolymerResults results;
  private final PolymerData data;
  private final PolymerOptions options;
  private final String unit;

  private PolymerReport(PolymerResults results, PolymerData data, PolymerOptions options) {
    this.results = results;
    this.data = data;
    this.options = options;
    this.unit = data.target().properties().get(0).unit();
  }

  static Path write(
      Study study,
      PolymerResults results,
      PolymerData data,
      PolymerOptions options,
      RunFolder folder) {
    Findings findings =
        new PolymerReport(results, data, options)
            .findings(study)
            .provenance(
                Provenance.of(
                    folder.manifest(),
                    options.seed(),
                    options.quick(),
                    data.origin(),
                    "polymers",
                    data.target().size(),
                    data.refused()));
    Path file = folder.path("report.html");
    new ReportPage().write(file, findings.json());
    return file;
  }

  private Findings findings(Study study) {
    Findings findings =
        Findings.titled(study.title())
            .subtitle(
                "The conductivity of "
                    + results.verdict().rows()
                    + " polymers, "
                    + results.learned().size()
                    + " properties of others, "
                    + count(results.screened().seen())
                    + " candidates")
            .with(new PolymerAnswers(results, unit).all().toArray(Answer[]::new))
            .with(curves(), sources(), model(), screening(), shortList())
            .counting("polymers", "polymer");
    if (data.embedded()) {
      findings = findings.with(realData());
    }
    return findings
        .noting(
            "No source has seen a polymer of the pool; thermal diffusivity and the parts of the"
                + " conductivity, which are it in other words, are not among the sources.")
        .noting(
            "A polymer of the short list is inside the domain and its parts are usual among known"
                + " polymers. Whether its monomers react to a long chain, crystallise or dissolve,"
                + " nobody was asked.")
        .noting(
            "Intervals hold for polymers like those the model learned from. The highest"
                + " predictions of very many are too high on average: they were picked for it.")
        .noting(
            data.embedded()
                ? "The conductivities are from memory of handbooks, of samples that differ in"
                    + " crystallinity."
                : "The conductivities of PI1070 are of molecular dynamics of amorphous chains, not"
                    + " measured.");
  }

  private Section curves() {
    Curves errors =
        Curves.of("", Quantity.of("training polymers").onLogScale(), Quantity.of("error", unit));
    for (String way :
        List.of(
            "mean",
            "ridge from scratch",
            "forest from scratch",
            "Gaussian process from scratch",
            "ridge on what sources say",
            "forest on what sources say",
            "best source's layer, ridge")) {
      errors = errors.with(curve(way));
    }
    if (Double.isFinite(results.ceiling()[0])) {
      errors = errors.with(Guide.atY(results.ceiling()[0], "all other conductivities known"));
    }
    DataTable table =
        DataTable.of(
            "Means over " + options.repeats() + " repeats",
            Column.text("Way"),
            Column.count("Polymers"),
            Column.number("Error", unit),
            Column.fixed("R²", "1", 2),
            Column.fixed("Rank correlation", "1", 2));
    List<Row> rows = new ArrayList<>();
    for (CurvePoint point : results.curve()) {
      rows.add(
          Row.of(
              point.way(),
              point.size(),
              estimate(point),
              PolymerFiles.mean(point.r2()),
              PolymerFiles.mean(point.ranks())));
    }
    return Section.of(
            "curves",
            "With and without sources",
            errors,
            table.with(rows).inFile("learning-curves.csv"))
        .lead(
            "Mean absolute error on polymers that were held out, over the number to learn from; the"
                + " pool is dealt anew in each repeat. Bands are 95 % for the mean over repeats,"
                + " which share polymers, so they are narrower than they should be.");
  }

  private Curve curve(String way) {
    List<CurvePoint> points =
        results.curve().stream().filter(one -> one.way().equals(way)).toList();
    Curve curve =
        Curve.of(
            way,
            points.stream().mapToDouble(CurvePoint::size).toArray(),
            points.stream().map(PolymerReport::estimate).toList());
    return points.get(0).transfer() || !way.equals("mean") ? curve : curve.baseline();
  }

  static Estimate estimate(CurvePoint point) {
    return Estimate.within(
        PolymerFiles.mean(point.errors()), Interval.overFolds(point.errors(), LEVEL));
  }

  private Section sources() {
    List<Bar> bars =
        results.verdict().sources().stream()
            .map(one ->
                Bar.of(one.name(), new Estimate(one.gain(), one.low(), one.high(), LEVEL))
                    .saying(
                        "corrected p "
                            + String.format(Locale.ROOT, "%.2g", one.holm())
                            + "; rank correlation of what it says with the target "
                            + number(one.correlation()))
                    .highlighted(one.won() > 0))
            .toList();
    DataTable learned =
        DataTable.of(
            "How well each source knows its own property, on rows it was not trained on",
            Column.text("Source"),
            Column.text("Model"),
            Column.count("Rows"),
            Column.fixed("R²", "1", 2));
    List<Row> rows =
        results.learned().stream()
            .map(one -> Row.of(one.name(), one.kind(), one.rows(), one.r2()))
            .toList();
    return Section.of(
            "sources",
            "Which sources help",
            Bars.gains("", Quantity.of("error saved against scratch", unit), bars),
            learned.with(rows).inFile("sources.csv"))
        .lead(
            "Each source alone with "
                + results.verdict().rows()
                + " polymers, by nested cross-validation. Those that inner folds chose stand out.");
  }

  private Section model() {
    HeldOutCheck check = results.check();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph("Folds learned: " + String.join("; ", results.ways()) + "."));
    if (check.truth().length > 0) {
      List<Point> points =
          IntStream.range(0, check.truth().length)
              .mapToObj(i ->
                  Point.at(
                      check.truth()[i],
                      new Estimate(
                          check.predicted()[i], check.low()[i], check.high()[i], INTERVALS),
                      check.ids()[i]))
              .toList();
      blocks.add(Scatter.parity("", Quantity.of("λ", unit), points));
    }
    return Section.of("model", "The model of the screening").with(blocks);
  }

  private Section screening() {
    Screened screened = results.screened();
    double[] middles = new double[screened.counts().length];
    double[] counts = new double[middles.length];
    for (int k = 0; k < middles.length; k++) {
      middles[k] = (screened.edges()[k] + screened.edges()[k + 1]) / 2;
      counts[k] = screened.counts()[k];
    }
    return Section.of(
            "screening",
            "The candidates",
            Curves.of("", Quantity.of("predicted λ", unit), Quantity.of("candidates"))
                .with(Curve.of("inside and easy enough", middles, counts)),
            new Paragraph(
                "A candidate is inside the domain where its likeness to a known polymer is at least "
                    + number(results.leastLike())
                    + ", which 95 % of the known ones have to another; it is easy enough to make"
                    + " where its hardness is at most "
                    + number(results.hardest())
                    + ", as "
                    + percent(options.accessible())
                    + " of the known ones are."))
        .lead("From " + data.candidatesAre() + ".");
  }

  private Section shortList() {
    Screened screened = results.screened();
    List<Structures.Structure> drawn = screened.list().stream().map(this::structure).toList();
    DataTable table =
        DataTable.of(
            "",
            Column.count("Rank"),
            Column.code("Repeat unit"),
            Column.number("Predicted", unit),
            Column.fixed("Likeness", "1", 2),
            Column.fixed("Hardness", "1", 2),
            Column.text("Route"),
            Column.code("Monomers"));
    List<Row> rows =
        screened.list().stream()
            .map(one ->
                Row.of(
                    one.rank(),
                    one.candidate().unit(),
                    interval(one),
                    one.likeness(),
                    one.hardness(),
                    one.candidate().route(),
                    one.candidate().monomers()))
            .toList();
    Section section =
        Section.of(
            "short-list",
            "The short list",
            new Structures("", drawn),
            table.with(rows).inFile("short-list.csv"));
    return (results.check().r2() > 0
            ? section
            : section.with(
                Notice.warning(
                    "The model has not shown that it is better than the mean: take the list as an"
                        + " example of the form, not as advice.")))
        .lead(
            "Picked from the "
                + count(screened.best())
                + " with the highest predictions so that they differ as much as they can;"
                + " intervals are made for 90 %.");
  }

  private Structures.Structure structure(Screened.Pick pick) {
    String made = pick.candidate().monomers();
    return Structures.Structure.of(
            "No. " + pick.rank(),
            pick.candidate().unit(),
            RepeatUnit.parse(pick.candidate().unit()).svg(220, 160))
        .with(Quantity.of("λ", unit), interval(pick))
        .saying(pick.candidate().route() + (made.isEmpty() ? "" : " from " + made));
  }

  static Estimate interval(Screened.Pick pick) {
    return new Estimate(pick.value(), pick.low(), pick.high(), INTERVALS);
  }

  private static Section realData() {
    return Section.of(
        "real-data",
        "With real data",
        new RealData(
            "This run used 88 common polymers that ship with Suiseki, from memory of handbooks. With"
                + " so few and such uneven values little can be learned, and the page says so.",
            List.of(
                new RealData.Source(
                    "PI1070: 1,077 polymers by molecular dynamics",
                    "PI1070.csv.gz",
                    "https://github.com/RadonPy/RadonPy",
                    "BSD-3-Clause",
                    ""),
                new RealData.Source(
                    "SMiPoly: 574,837 virtual polymers",
                    "smipoly_574837.csv.gz",
                    "https://github.com/PEJpOhno/SMiPoly",
                    "BSD-3-Clause",
                    "")),
            "suiseki run polymer-thermal-conductivity --data FOLDER"));
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
