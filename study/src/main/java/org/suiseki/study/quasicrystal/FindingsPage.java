package org.suiseki.study.quasicrystal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.suiseki.learn.ConfusionMatrix;
import org.suiseki.matter.Element;
import org.suiseki.study.findings.Answer;
import org.suiseki.study.findings.Block;
import org.suiseki.study.findings.Column;
import org.suiseki.study.findings.DataTable;
import org.suiseki.study.findings.Estimate;
import org.suiseki.study.findings.Findings;
import org.suiseki.study.findings.Matrix;
import org.suiseki.study.findings.Paragraph;
import org.suiseki.study.findings.RealData;
import org.suiseki.study.findings.Row;
import org.suiseki.study.findings.Section;
import org.suiseki.study.findings.SideBySide;
import org.suiseki.study.findings.Ternary;
import org.suiseki.study.findings.TernarySystem;
import tools.jackson.databind.node.ObjectNode;

/** What the report says. */
final class FindingsPage {
  private static final String ADDRESS =
      "https://raw.githubusercontent.com/yoshida-lab/XenonPy/master/samples/predict_hypermaterials/"
          + "training_data.csv";

  /** The peers' figures on the published split, made with their own code and options. */
  private static final int[][] PEERS = {{2001, 1, 0}, {3, 9, 2}, {4, 5, 9}};

  private static final int PEERS_TEST = 2034;
  private static final double PEERS_MACRO_F1 = 0.7465;

  private final RunResults found;
  private final LabelledFormulas set;

  FindingsPage(RunResults found) {
    this.found = found;
    this.set = found.set();
  }

  Findings of(String title, ObjectNode provenance) {
    int[] counts = set.labels().counts(IntStream.range(0, set.size()).toArray());
    String sizes =
        IntStream.range(0, counts.length)
            .mapToObj(one -> counts[one] + " " + set.classes().get(one))
            .collect(Collectors.joining(", "));
    Findings findings =
        Findings.titled(title)
            .subtitle("Classes of compositions: " + sizes)
            .counting("compositions", "composition")
            .provenance(provenance)
            .stating("Features", found.options().features())
            .stating("Chosen for the saved model", String.join(", ", found.chosen()));
    for (SplitKind kind : SplitKind.values()) {
      findings = answered(findings, kind);
    }
    findings = unseenAnswer(findings);
    for (SplitKind kind : SplitKind.values()) {
      if (!found.results(kind).isEmpty()) {
        findings = findings.with(section(kind));
      }
    }
    if (!found.maps().isEmpty()) {
      findings = findings.with(maps());
    }
    return findings
        .with(data())
        .noting(
            "Intervals are of 95 %: by bootstrap over the rows of the published test, by Nadeau and"
                + " Bengio's corrected t over repeated draws, by the jackknife over folds.")
        .noting(
            "A composition does not make a quasicrystal: how it was melted, cooled and annealed"
                + " decides too, and the models know nothing of it.")
        .noting(
            "Ordinary compounds are those somebody made and reported. That a composition is not"
                + " among the quasicrystals does not mean that none was ever looked for there.");
  }

  private Findings answered(Findings findings, SplitKind kind) {
    Optional<SplitScore> score = found.score(kind, SplitResult.ENSEMBLE);
    if (score.isEmpty()) {
      return findings;
    }
    SplitScore ours = score.get();
    Answer answer =
        switch (kind) {
          case PUBLISHED -> published(ours);
          case STRATIFIED ->
              Answer.neutral(
                      "On "
                          + ours.tests()
                          + " stratified draws it finds "
                          + foundOf(ours.confusion()))
                  .saying(peersSentence(kind));
          case SYSTEMS ->
              Answer.neutral(
                      "With whole chemical systems held out it finds " + foundOf(ours.confusion()))
                  .saying(
                      "Nothing made of the same elements was in training. " + peersSentence(kind));
        };
    return findings.with(
        answer.with("macro-F1", Estimate.within(ours.macroF1(), ours.interval()), "1"));
  }

  private Answer published(SplitScore ours) {
    boolean same = isPeersTest(ours);
    if (!same) {
      return Answer.neutral("On the split of the source it finds " + foundOf(ours.confusion()))
          .saying(peersSentence(SplitKind.PUBLISHED));
    }
    String statement = "On the published test it finds " + foundOf(ours.confusion());
    boolean above = ours.macroF1() > PEERS_MACRO_F1;
    boolean beyond = ours.interval().low() > PEERS_MACRO_F1;
    String compared =
        "The published forest has macro-F1 0.746. "
            + (beyond
                ? "The interval lies above it. "
                : above
                    ? "The interval holds that value: thirty-two rows are too few to tell. "
                    : "That is not reached here. ");
    return (above ? Answer.good(statement) : Answer.bad(statement))
        .saying(compared + peersSentence(SplitKind.PUBLISHED));
  }

  private static boolean isPeersTest(SplitScore ours) {
    return ours.confusion().total() == PEERS_TEST
        && ours.confusion().classes().equals(List.of("OTHERS", "QC", "AC"));
  }

  private String peersSentence(SplitKind kind) {
    return found
        .overPeers(kind)
        .map(gain ->
            String.format(
                Locale.ROOT,
                "Over the peers' forest, trained here on the same rows, it gains %.3f (%.3f to"
                    + " %.3f).",
                gain.value(),
                gain.interval().low(),
                gain.interval().high()))
        .orElse("");
  }

  /** {@code 9 of 14 QC and 9 of 18 AC}. */
  private String foundOf(ConfusionMatrix confusion) {
    return IntStream.range(1, confusion.classes().size())
        .mapToObj(one ->
            confusion.counts()[one][one]
                + " of "
                + confusion.support(one)
                + " "
                + confusion.classes().get(one))
        .collect(Collectors.joining(" and "));
  }

  private Findings unseenAnswer(Findings findings) {
    int asked = 0;
    int right = 0;
    int rare = 0;
    for (SystemMap map : found.maps()) {
      for (int i = 0; map.unseen() && i < map.known().length; i++) {
        int truth = set.labels().of()[map.known()[i]];
        if (truth > 0) {
          asked++;
          right += map.knownSaid()[i] == truth ? 1 : 0;
          rare += map.knownSaid()[i] > 0 ? 1 : 0;
        }
      }
    }
    if (asked == 0) {
      return findings;
    }
    String statement =
        "In mapped systems that it never saw it names "
            + right
            + " of "
            + asked
            + " rightly, and "
            + rare
            + " as anything but "
            + set.classes().get(0);
    return findings.with(
        Answer.neutral(statement)
            .saying(
                "Each map was drawn a second time by a model trained without any row made of its"
                    + " elements alone."));
  }

  private Section section(SplitKind kind) {
    List<SplitScore> scores = found.scores(kind);
    List<Block> blocks = new ArrayList<>();
    blocks.add(table(scores));
    Block ours = Matrix.confusion("Ensemble", set.classes(), scores.get(0).confusion().counts());
    SplitScore peers = found.score(kind, SplitResult.PEERS).orElseThrow();
    Block theirs =
        Matrix.confusion("Peers' forest, trained here", set.classes(), peers.confusion().counts());
    List<Block> side = new ArrayList<>(List.of(ours, theirs));
    if (kind == SplitKind.PUBLISHED && isPeersTest(scores.get(0))) {
      side.add(Matrix.confusion("Peers' forest, as published", set.classes(), PEERS));
    }
    blocks.add(new SideBySide(side));
    blocks.add(new Paragraph(chosen(kind) + "\n\n" + near(kind)));
    return Section.of(kind.label(), title(kind), blocks.toArray(Block[]::new)).lead(lead(kind));
  }

  private static String title(SplitKind kind) {
    return switch (kind) {
      case PUBLISHED -> "Published split";
      case STRATIFIED -> "Stratified draws";
      case SYSTEMS -> "Whole systems";
    };
  }

  private static String lead(SplitKind kind) {
    return switch (kind) {
      case PUBLISHED ->
          "The split that the source of the data gives. All choices were made by an inner"
              + " cross-validation of its training rows; its test was looked at once.";
      case STRATIFIED ->
          "Tests drawn anew, each with the same share of every class; all choices were made anew"
              + " on the training rows of each. The counts are of all draws together.";
      case SYSTEMS ->
          "Whole chemical systems are held out, in the inner cross-validation too: what is left"
              + " when no composition has a neighbour of the same elements to be told from.";
    };
  }

  private DataTable table(List<SplitScore> scores) {
    List<Row> rows =
        scores.stream()
            .map(score ->
                Row.of(
                        score.model(),
                        Estimate.within(score.macroF1(), score.interval()),
                        score.confusion().balancedAccuracy(),
                        f1(score, 1),
                        f1(score, set.classes().size() - 1),
                        score.logLoss(),
                        score.brier(),
                        Estimate.within(score.calibrationInQuestion(), score.calibrationInterval()))
                    .highlighted(score.model().equals(SplitResult.ENSEMBLE)))
            .toList();
    return DataTable.of(
            "",
            Column.text("Model"),
            Column.fixed("Macro-F1", "1", 3),
            Column.fixed("Balanced accuracy", "1", 3),
            Column.fixed("F1 of " + set.classes().get(1), "1", 3),
            Column.fixed("F1 of " + set.classes().get(set.classes().size() - 1), "1", 3),
            Column.fixed("Log loss", "1", 4),
            Column.fixed("Brier", "1", 4),
            Column.fixed("Calibration error above P = 0.1", "1", 3))
        .with(rows)
        .inFile("predictions.csv");
  }

  private static double f1(SplitScore score, int one) {
    return score.confusion().f1(one);
  }

  private String chosen(SplitKind kind) {
    String lists =
        found.results(kind).stream()
            .map(result -> String.join(" + ", result.chosen()))
            .distinct()
            .collect(Collectors.joining("; "));
    return "Chosen by the inner cross-validation: " + lists + ".";
  }

  private String near(SplitKind kind) {
    int rows = 0;
    int system = 0;
    int kin = 0;
    for (var split : kind.splits(set, found.options())) {
      LabelledFormulas.Nearness near = set.nearness(split.train(), split.test());
      rows += near.rows();
      system += near.system();
      kin += near.kin();
    }
    return "Of the "
        + rows
        + " test rows that are not "
        + set.classes().get(0)
        + ", "
        + system
        + " have a training row of the same elements, "
        + kin
        + " one that is not "
        + set.classes().get(0)
        + " either.";
  }

  private Section maps() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(ternary("By the model of all rows", false));
    if (found.maps().stream().anyMatch(SystemMap::unseen)) {
      blocks.add(ternary("By models that never saw the system", true));
    }
    blocks.add(known());
    return Section.of("maps", "Ternary systems", blocks.toArray(Block[]::new))
        .lead(
            "The most probable class of every composition of three elements. Marked are the rows of"
                + " the data made of these elements alone; where the model was trained on them, that"
                + " it knows them proves nothing.");
  }

  private Ternary ternary(String title, boolean unseen) {
    Ternary block = Ternary.ofClasses(title, set.classes(), set.classes().get(0));
    for (SystemMap map : found.maps()) {
      if (map.unseen() == unseen) {
        block = block.with(system(map));
      }
    }
    return block;
  }

  private TernarySystem system(SystemMap map) {
    List<Element> corners =
        map.system().stream().map(symbol -> Element.ofSymbol(symbol).orElseThrow()).toList();
    List<TernarySystem.Known> known = new ArrayList<>();
    for (int i = 0; i < map.known().length; i++) {
      int row = map.known()[i];
      known.add(
          TernarySystem.Known.of(
                  set.compositions().get(row).amount(corners.get(0)),
                  set.compositions().get(row).amount(corners.get(1)),
                  set.compositions().get(row).amount(corners.get(2)),
                  set.compositions().get(row).formula(),
                  set.classes().get(set.labels().of()[row]))
              .said(set.classes().get(map.knownSaid()[i]), map.knownChances()[i]));
    }
    return TernarySystem.of(
            corners.get(0), corners.get(1), corners.get(2), map.steps(), map.chances())
        .with(known);
  }

  private DataTable known() {
    List<Row> rows = new ArrayList<>();
    for (SystemMap map : found.maps()) {
      IntStream.range(0, map.known().length)
          .filter(i -> set.labels().of()[map.known()[i]] > 0)
          .boxed()
          .sorted(Comparator.comparing(i -> map.known()[i]))
          .forEach(i -> rows.add(row(map, i)));
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("System"));
    columns.add(Column.text("Model"));
    columns.add(Column.formula("Formula"));
    columns.add(Column.text("Is"));
    columns.add(Column.text("Named"));
    set.classes().forEach(one -> columns.add(Column.fixed("P(" + one + ")", "1", 2)));
    return DataTable.of(
            "Known ones in the mapped systems; marked where another class is named",
            columns.toArray(Column[]::new))
        .with(rows)
        .inFile("maps.csv");
  }

  private Row row(SystemMap map, int i) {
    int row = map.known()[i];
    List<Object> cells = new ArrayList<>();
    cells.add(map.name());
    cells.add(map.unseen() ? "without the system" : "all rows");
    cells.add(set.compositions().get(row).formula());
    cells.add(set.classes().get(set.labels().of()[row]));
    cells.add(set.classes().get(map.knownSaid()[i]));
    for (double chance : map.knownChances()[i]) {
      cells.add(chance);
    }
    return new Row(cells, map.knownSaid()[i] != set.labels().of()[row]);
  }

  private Section data() {
    List<Block> blocks = new ArrayList<>();
    if (set.embedded()) {
      blocks.add(
          new RealData(
              "This run used the example that ships with Suiseki: quasicrystals and approximants by"
                  + " nominal composition, and ordinary compounds, compiled from memory of the"
                  + " literature. Its ordinary compounds are fewer and simpler than those of a"
                  + " database, so the figures are rosier than those of the published data.",
              List.of(
                  new RealData.Source(
                      "Quasicrystals, approximants and 10,000 others (XenonPy's sample data)",
                      "training_data.csv",
                      ADDRESS,
                      "BSD-3-Clause",
                      "")),
              "suiseki run quasicrystals --data training_data.csv"));
    } else {
      blocks.add(
          new Paragraph(
              "Read from "
                  + set.origin().source()
                  + "; "
                  + set.size()
                  + " rows used, "
                  + set.refused().size()
                  + " left out."));
    }
    return Section.of("data", "Data", blocks.toArray(Block[]::new));
  }
}
