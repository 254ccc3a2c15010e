package org.suiseki.study.elementmap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.suiseki.learn.LatentGrid;
import org.suiseki.learn.Origin;
import org.suiseki.learn.PrincipalComponents;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Element;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Provenance;
import org.suiseki.study.ReportPage;
import org.suiseki.study.RunFolder;
import org.suiseki.study.Study;
import org.suiseki.study.findings.Answer;
import org.suiseki.study.findings.Bar;
import org.suiseki.study.findings.Bars;
import org.suiseki.study.findings.Column;
import org.suiseki.study.findings.DataTable;
import org.suiseki.study.findings.ElementMap;
import org.suiseki.study.findings.Estimate;
import org.suiseki.study.findings.Findings;
import org.suiseki.study.findings.Quantity;
import org.suiseki.study.findings.Row;
import org.suiseki.study.findings.Section;

/** The page of a run. */
final class ElementMapReport {
  private final ElementMapResults results;
  private final ElementMapOptions options;
  private final KnownTable table;

  private ElementMapReport(ElementMapResults results, ElementMapOptions options) {
    this.results = results;
    this.options = options;
    this.table = KnownTable.of(results.measured().elements());
  }

  static Path write(
      Study study,
      ElementMapResults results,
      RunFolder folder,
      ElementMapOptions options,
      Origin origin) {
    ElementMapReport report = new ElementMapReport(results, options);
    List<PredictionTable.Refused> refused =
        results.measured().leftOutElements().stream()
            .map(one -> new PredictionTable.Refused(one.name(), one.reason()))
            .toList();
    Findings findings =
        report
            .findings(study)
            .provenance(
                Provenance.of(
                    folder.manifest(),
                    options.seed(),
                    options.quick(),
                    origin,
                    "elements",
                    results.measured().elements().size(),
                    refused));
    Path file = folder.path("report.html");
    new ReportPage().write(file, findings.json());
    return file;
  }

  private Findings findings(Study study) {
    ElementSet set = results.measured();
    return Findings.titled(study.title())
        .subtitle(
            set.elements().size()
                + " elements by "
                + set.rows().width()
                + " measured properties, none of which states the place in the known table")
        .with(answers().toArray(Answer[]::new))
        .with(map(), known(), compared(), properties(), choice())
        .counting("elements", "element")
        .stating("Holes filled", Integer.toString(set.filled()))
        .noting(
            "The properties were chosen by people who know the table: common oxidation states and"
                + " electronegativities are numbers of chemistry, not of a blind instrument.")
        .noting(
            "R² of the group is that of a straight line over the map's coordinates; a map that"
                + " bends the groups, as a cylinder does, keeps more than it shows.")
        .noting(
            "The likelihood has several peaks; a property that is left out can tip the map into"
                + " another arrangement that is about as likely, and then looks more important"
                + " than it is.")
        .noting(
            "The published maps have a sheet whose stiffness varies from place to place and a"
                + " sampler; this one has one stiffness, chosen on held-out elements.");
  }

  private List<Answer> answers() {
    Arrangement main = results.main().main();
    List<Answer> answers = new ArrayList<>();
    double vertical = main.score().vertical();
    boolean better = main.chance().p()[0] < 0.05;
    answers.add(
        (better
                ? Answer.good("Measured properties alone bring much of the groups back together")
                : Answer.bad("The groups do not come back beyond chance"))
            .with("neighbours of a group that stay neighbours", Estimate.of(100 * vertical), "%")
            .saying(
                percent(main.chance().mean()[0])
                    + " by chance (p = "
                    + String.format(Locale.ROOT, "%.2g", main.chance().p()[0])
                    + "); neighbours of a period: "
                    + percent(main.score().horizontal())
                    + ", by chance "
                    + percent(main.chance().mean()[1])
                    + "."));
    named(results.main(), "principal components, laid out")
        .ifPresent(flat -> {
          double gain = vertical - flat.score().vertical();
          double gainAcross = main.score().horizontal() - flat.score().horizontal();
          boolean more = gain > 0.1 && gainAcross > 0.1;
          answers.add(
              (more
                      ? Answer.good("A bent sheet keeps more of the table than a flat one")
                      : Answer.neutral(
                          "A bent sheet keeps about as much of the table as a flat one"))
                  .with(
                      "kept by the flat one, in groups",
                      Estimate.of(100 * flat.score().vertical()),
                      "%")
                  .saying(
                      "Two principal components, laid out on the same places, keep "
                          + percent(flat.score().horizontal())
                          + " of the neighbours in periods. "
                          + "Trustworthiness: "
                          + fixed(main.score().trustworthiness())
                          + " bent, "
                          + fixed(flat.score().trustworthiness())
                          + " flat."));
        });
    Arrangement all = results.everything().main();
    answers.add(
        Answer.neutral("Told the place in the table, the map keeps more of it")
            .with("neighbours of a group", Estimate.of(100 * all.score().vertical()), "%")
            .saying(
                "With "
                    + results.everythingSet().rows().width()
                    + " properties, electron counts and periods among them: R² of the group "
                    + fixed(all.score().group())
                    + " instead of "
                    + fixed(main.score().group())
                    + ". Published maps use such properties."));
    PropertyEffect first = results.effects().get(0);
    answers.add(
        Answer.neutral("Without " + words(first.property()) + " the map changes most")
            .with("distances that change", Estimate.of(first.moved()), "1")
            .saying("1 less the correlation of all distances on the map, with and without it."));
    return answers;
  }

  private Section map() {
    Arrangement main = results.main().main();
    LatentGrid grid = options.layouts().get(0).grid(main.places().length);
    ElementMap drawn =
        grid.shape() == LatentGrid.Shape.RECTANGLE
            ? onGrid(main, grid)
            : ElementMap.free("", flat(main.places()));
    return Section.of("map", "The table drawn anew", coloured(drawn))
        .lead(
            "Each element has a place of its own. Only the properties decide; turning the sheet so"
                + " that periods go down and groups to the right is done for the eye.");
  }

  private Section known() {
    return Section.of(
            "known",
            "The known table, same colours",
            coloured(ElementMap.periodicTable("", results.measured().elements())))
        .lead("For comparison: what is beside what here should be beside it above.");
  }

  private ElementMap onGrid(Arrangement one, LatentGrid grid) {
    Orientation turned = Orientation.of(one.nodes(), grid.rows(), grid.columns(), table);
    List<ElementMap.Place> places = new ArrayList<>();
    for (int i = 0; i < one.nodes().length; i++) {
      int[] at = turned.place(one.nodes()[i], grid.rows(), grid.columns());
      places.add(new ElementMap.Place(element(i), at[1], at[0], beside(one, grid, i)));
    }
    return ElementMap.onGrid("", places);
  }

  /** The three coordinates of a cylinder or sphere by their two principal ones. */
  private List<ElementMap.Place> flat(double[][] places) {
    List<org.suiseki.learn.Column> columns =
        IntStream.range(0, places[0].length)
            .mapToObj(c -> new org.suiseki.learn.Column("x" + c, "1"))
            .toList();
    org.suiseki.learn.Table rows = org.suiseki.learn.Table.of(columns, places);
    double[][] points =
        new PrincipalComponents(2)
            .fit(rows, ElementLayouts.split(places.length), Progress.SILENT)
            .encode(rows);
    return IntStream.range(0, points.length)
        .mapToObj(i -> new ElementMap.Place(element(i), points[i][0], points[i][1], ""))
        .toList();
  }

  private String beside(Arrangement one, LatentGrid grid, int element) {
    String near =
        IntStream.range(0, one.places().length)
            .filter(i ->
                i != element
                    && TableScore.distance(one.places()[i], one.places()[element])
                        <= 1.5 * grid.step())
            .mapToObj(i -> element(i).symbol())
            .collect(Collectors.joining(", "));
    return near.isEmpty() ? "nothing beside it" : "beside " + near;
  }

  private ElementMap coloured(ElementMap map) {
    ElementMap coloured =
        map.colouredBy(
                "family", IntStream.range(0, table.group().length).mapToObj(this::family).toList())
            .colouredBy(Quantity.of("period"), boxed(table.period()))
            .colouredBy(Quantity.of("group"), boxed(table.group()));
    ElementSet set = results.measured();
    for (int p = 0; p < set.rows().width(); p++) {
      coloured =
          coloured.colouredBy(
              Quantity.of(words(set.rows().columns().get(p).name()) + " (deviations)"),
              boxed(set.rows().column(p)));
    }
    return coloured;
  }

  /** Blocks as chemists name them. */
  private String family(int i) {
    double group = table.group()[i];
    if (Double.isNaN(group)) {
      return "f-block";
    }
    if (element(i) == Element.H) {
      return "hydrogen";
    }
    if (group <= 2) {
      return "s-block metals";
    }
    if (group <= 12) {
      return "d-block metals";
    }
    return group == 18 ? "noble gases" : group == 17 ? "halogens" : "groups 13 to 16";
  }

  private Section compared() {
    DataTable scores =
        DataTable.of(
            "From 0 to 1, more is more of the known table, or of the neighbours among properties",
            Column.text("Set"),
            Column.text("Arrangement"),
            Column.fixed("Groups beside", "1", 2),
            Column.fixed("Periods beside", "1", 2),
            Column.fixed("R² group", "1", 2),
            Column.fixed("R² period", "1", 2),
            Column.fixed("Trustworthiness", "1", 3),
            Column.fixed("Continuity", "1", 3));
    List<Row> rows = new ArrayList<>();
    for (LaidOut laid : List.of(results.main(), results.otherwise(), results.everything())) {
      for (Arrangement one : laid.arrangements()) {
        rows.add(row(laid.name(), one.name(), one.score().values()).highlighted(rows.isEmpty()));
      }
    }
    Chance chance = results.main().main().chance();
    rows.add(row("measured", "dealt out at random, mean", chance.mean()));
    rows.add(row("measured", "dealt out at random, one in twenty", chance.upper()));
    return Section.of("compared", "How much of the known table", scores.with(rows))
        .lead(
            "Beside: the share of neighbours in the known table that lie side by side or corner to"
                + " corner. Arrangements without places of their own lie freely and have none.");
  }

  private static Row row(String set, String name, double[] values) {
    List<Object> cells = new ArrayList<>(List.of(set, name));
    DoubleStream.of(values).mapToObj(Estimate::of).forEach(cells::add);
    return new Row(cells, false);
  }

  private Section properties() {
    List<Bar> moved =
        results.effects().stream()
            .map(effect ->
                Bar.of(words(effect.property()), effect.moved())
                    .saying(
                        "R² of the group "
                            + signed(effect.group())
                            + ", of the period "
                            + signed(effect.period())
                            + " without it"))
            .toList();
    List<Bar> kept =
        results.effects().stream()
            .sorted((a, b) -> Double.compare(b.explained(), a.explained()))
            .map(effect -> Bar.of(words(effect.property()), effect.explained()))
            .toList();
    return Section.of(
            "properties",
            "What shapes the map",
            Bars.of(
                "Moved when it is left out", Quantity.of("1 − correlation of distances"), moved),
            Bars.of("Kept by the map", Quantity.of("share of variance"), kept))
        .lead("The map is made again without each property, with the same stiffness.");
  }

  private Section choice() {
    DataTable tried =
        DataTable.of(
            "Chosen on held-out elements alone; the known table has no part in it",
            Column.count("Basis functions"),
            Column.number("Regularisation", "1"),
            Column.fixed("log p of a held-out element", "1", 2));
    List<Row> rows = new ArrayList<>();
    for (MapChoice one : results.tried()) {
      rows.add(
          Row.of(one.centres(), one.regularisation(), one.likelihood())
              .highlighted(rows.isEmpty()));
    }
    DataTable left =
        DataTable.of("Properties that were not read", Column.text("Property"), Column.text("Why"))
            .with(
                results.measured().leftOut().stream()
                    .map(one -> Row.of(words(one.name()), one.reason()))
                    .toList());
    return Section.of("choice", "How it was made", tried.with(rows), left);
  }

  private Element element(int i) {
    return results.measured().elements().get(i);
  }

  private static Optional<Arrangement> named(LaidOut laid, String name) {
    return laid.arrangements().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static String words(String property) {
    return property.replace('_', ' ');
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String fixed(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.2f", value);
  }
}
