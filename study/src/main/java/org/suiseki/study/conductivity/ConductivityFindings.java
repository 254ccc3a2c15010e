package org.suiseki.study.conductivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.suiseki.learn.transfer.TailResult;
import org.suiseki.learn.transfer.TransferTask;
import org.suiseki.study.findings.Answer;
import org.suiseki.study.findings.Column;
import org.suiseki.study.findings.DataTable;
import org.suiseki.study.findings.Estimate;
import org.suiseki.study.findings.Findings;
import org.suiseki.study.findings.Guide;
import org.suiseki.study.findings.Paragraph;
import org.suiseki.study.findings.Point;
import org.suiseki.study.findings.Quantity;
import org.suiseki.study.findings.RealData;
import org.suiseki.study.findings.Row;
import org.suiseki.study.findings.Scatter;
import org.suiseki.study.findings.Section;
import org.suiseki.study.transfer.TransferSections;
import tools.jackson.databind.node.ObjectNode;

/** The page of a run. */
record ConductivityFindings(ConductivityResults results) {
  static final String COUNTED = "materials";
  private static final String UNIT = "W/m/K";
  private static final Quantity KAPPA =
      Quantity.of("lattice thermal conductivity", UNIT).onLogScale();
  private static final int NAMED = 8;

  Findings of(String title, ObjectNode provenance) {
    TransferSections sections = new TransferSections("decades");
    Findings findings =
        Findings.titled(title)
            .subtitle(subtitle())
            .with(sections.answer(results.tail()), best(), sections.answer(results.shotgun()))
            .with(
                sections.beyond(results.tail()).with(beyond(), places()),
                sections.within(results.shotgun()).with(within(), trained()),
                screening());
    for (String limit : limits()) {
      findings = findings.noting(limit);
    }
    if (results.options().data().isEmpty()) {
      findings = findings.with(Section.of("real-data", "The real data", realData()));
    }
    return findings.counting(COUNTED, "material").provenance(provenance);
  }

  private TransferTask task() {
    return results.data().target().task();
  }

  private String subtitle() {
    return task().rows()
        + " conductivities, those above "
        + shown(Math.pow(10, results.tail().threshold()))
        + " W/(m K) hidden; "
        + (results.trained().size() + results.library())
        + " sources; "
        + results.shortlist().predicted()
        + " candidates";
  }

  /** The rows with the highest conductivities, from the highest down. */
  private List<Integer> top() {
    return IntStream.range(0, task().rows())
        .boxed()
        .sorted(Comparator.comparingDouble(row -> -task().values()[row]))
        .toList();
  }

  private Answer best() {
    TailResult tail = results.tail();
    int[] transfer = tail.winner().places();
    int[] scratch = tail.scratch().places();
    String detail =
        top().stream()
            .limit(5)
            .map(row ->
                task().ids().get(row)
                    + ": "
                    + transfer[row]
                    + " with, "
                    + scratch[row]
                    + " without")
            .collect(Collectors.joining("; "));
    int first = top().get(0);
    return Answer.neutral(
            "The best conductor, "
                + task().materials().get(first)
                + ", is ranked "
                + transfer[first]
                + " of "
                + task().rows()
                + " with transfer and "
                + scratch[first]
                + " without")
        .saying("Places of the five best conductors: " + detail + ".");
  }

  private Scatter beyond() {
    TailResult tail = results.tail();
    Quantity known = Quantity.of("Known conductivity", UNIT).onLogScale();
    Quantity said = Quantity.of("Predicted without the best", UNIT).onLogScale();
    return Scatter.of("Predictions by models that saw none above the limit", known, said)
        .with("transfer", points(tail.winner().prediction(), true))
        .with("from scratch", points(tail.scratch().prediction(), false))
        .with(Guide.atX(Math.pow(10, tail.threshold()), "limit of training"))
        .identity()
        .labelledByFormulas();
  }

  private Scatter within() {
    return Scatter.parity(
            "Held-out predictions within the range",
            KAPPA,
            points(results.shotgun().rows().winner(), true))
        .labelledByFormulas();
  }

  private List<Point> points(double[] logarithms, boolean named) {
    List<Integer> best = top().subList(0, Math.min(NAMED, task().rows()));
    List<Point> points = new ArrayList<>();
    for (int row = 0; row < logarithms.length; row++) {
      Point point =
          Point.at(
              Math.pow(10, task().values()[row]),
              Math.pow(10, logarithms[row]),
              task().materials().get(row));
      points.add(named && best.contains(row) ? point.named() : point);
    }
    return points;
  }

  private DataTable places() {
    TailResult tail = results.tail();
    int[] transfer = tail.winner().places();
    int[] scratch = tail.scratch().places();
    List<Row> rows = new ArrayList<>();
    for (int row : top()) {
      if (tail.top()[row]) {
        rows.add(
            Row.of(
                task().ids().get(row),
                task().materials().get(row),
                Math.pow(10, task().values()[row]),
                transfer[row],
                scratch[row],
                Math.pow(10, tail.winner().prediction()[row])));
      }
    }
    return DataTable.of(
            "Where the best conductors are ranked among all " + task().rows(),
            Column.text("Id"),
            Column.formula("Formula"),
            Column.number("Conductivity", UNIT),
            Column.count("Place with transfer"),
            Column.count("Place from scratch"),
            Column.number("Predicted", UNIT))
        .with(rows)
        .inFile("predictions.csv");
  }

  private DataTable trained() {
    return DataTable.of(
            "How well the sources trained here know their own property, on a tenth held out",
            Column.text("Property"),
            Column.text("Scale"),
            Column.count("Materials"),
            Column.fixed("R^2", "1", 2))
        .with(
            results.trained().stream()
                .map(one ->
                    Row.of(
                        one.property() + " [" + one.unit() + "]",
                        one.scale(),
                        one.rows(),
                        Double.isNaN(one.r2()) ? Optional.empty() : one.r2()))
                .toList());
  }

  private Section screening() {
    Shortlist shortlist = results.shortlist();
    List<Row> rows = new ArrayList<>();
    for (Shortlist.Row one : shortlist.rows()) {
      rows.add(
          Row.of(
                  one.formula(),
                  new Estimate(one.kappa(), one.low(), one.high(), Shortlist.LEVEL),
                  one.domain(),
                  one.inside()
                      ? "inside"
                      : one.strange().isEmpty()
                          ? "far from all known"
                          : "no known material has " + String.join(", ", one.strange()))
              .highlighted(one.inside()));
    }
    String ways =
        shortlist.ways().entrySet().stream()
            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
            .collect(Collectors.joining(", "));
    return Section.of(
            "candidates",
            "Candidates",
            DataTable.of(
                    "The highest of "
                        + shortlist.predicted()
                        + ", and the highest of the "
                        + shortlist.inside()
                        + " inside the domain",
                    Column.formula("Formula"),
                    Column.number("Conductivity", UNIT),
                    Column.fixed("Distance", "1", 2),
                    Column.text("Domain"))
                .with(rows)
                .inFile("shortlist.csv"),
            new Paragraph(
                "Predicted by "
                    + ways
                    + ": what the inner folds chose in each of the folds. Intervals of 80 % are"
                    + " those of cross-validation+, and hold for materials like the known ones"
                    + " only; the distance is that to the known materials, 1 at the border of the"
                    + " domain."))
        .lead(
            "Formulas alone say nothing of polymorphs, of metals (whose electrons conduct) or of"
                + " whether a compound can be made. The list is one of questions to a calculation.");
  }

  private List<String> limits() {
    List<String> limits = new ArrayList<>();
    limits.add(
        task().rows() + " conductivities are few: only large differences can be told from chance.");
    limits.add(
        "The intervals of gains beyond the known hold folds and networks fixed. On 95 calculated"
            + " conductivities the gain of the chosen source in rank correlation was +0.13, -0.09"
            + " and +0.07 with three seeds.");
    limits.add(
        "Materials are known by their formula alone. Polymorphs of one formula have the same"
            + " description and are never parted between training and test.");
    if (!results.options().leaveOut() && results.options().ownSources()) {
      limits.add(
          "The sources trained here have seen other properties of the very materials that are"
              + " tested; for new materials they will know less.");
    }
    if (results.library() > 0) {
      limits.add(
          "Models of the library may have seen other properties of the very materials that are"
              + " tested; for new materials they will know less.");
    }
    if (results.options().quick()) {
      limits.add("A quick run: fewer repeats and epochs, so wider intervals.");
    }
    return limits;
  }

  private static RealData realData() {
    return new RealData(
        "This run used 81 conductivities that were compiled from memory as an example. The study"
            + " was made for 95 calculated ones; give them, or a table of your own with a column"
            + " of formulas and one of conductivities.",
        List.of(
            new RealData.Source(
                "95 calculated lattice thermal conductivities",
                "lattice_thermal_conductivity_95.csv",
                "https://github.com/liudakl/ParAIsite",
                "not stated",
                "343cd9646c90e214fbbd0720cddd3fbc97154bd93166990165be8fe29dd1d563")),
        "suiseki run examples/lattice-thermal-conductivity/public-data.yaml --data FOLDER"
            + " --library FOLDER");
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
