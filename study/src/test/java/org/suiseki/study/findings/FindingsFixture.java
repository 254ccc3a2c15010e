package org.suiseki.study.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.suiseki.learn.Interval;
import org.suiseki.matter.Element;
import org.suiseki.matter.Molecule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report with every block, drawn from a seed. The figures mean nothing. */
public final class FindingsFixture {
  private static final Quantity KAPPA = Quantity.of("κ_L", "W/m/K").onLogScale();
  private static final List<String> CLASSES = List.of("quasicrystal", "approximant", "other");

  private final SplittableRandom random;

  private FindingsFixture(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Every block. */
  public static Findings whole(long seed) {
    return new FindingsFixture(seed).findings();
  }

  private Findings findings() {
    return Findings.titled("Lattice thermal conductivity by transfer")
        .subtitle("Do models of other properties help where only 45 conductivities are known?")
        .with(answers())
        .with(
            ranking(),
            Section.of("learning", "Learning curves", curves())
                .lead("Each point is the mean over 30 draws of the training set."),
            sources(),
            classes(),
            Section.of("elements", "Elements", table(), map())
                .lead("The periodic table, and the one that the model draws of it."),
            Section.of("polymers", "Polymers", structures()),
            Section.of("data", "Real data", realData()),
            Section.of("nothing", "Screening"))
        .noting(
            "45 conductivities are few: intervals are wide, and the order of sources is not sure.")
        .noting("The figures on this page mean nothing: they were drawn from a seed.")
        .counting("compositions", "composition")
        .stating("Sources tried", "30, corrected by Holm's method")
        .provenance(provenance());
  }

  private static Answer[] answers() {
    return new Answer[] {
      Answer.good("Transfer ranks the best conductors higher than training from scratch")
          .with(
              "gained rank correlation",
              Estimate.within(0.213, new Interval(0.11, 0.31, 0.95)),
              "1")
          .saying("12 of 30 sources helped beyond chance."),
      Answer.neutral("The error of single values is not told from that without transfer")
          .with("difference of MAE", Estimate.within(-12.4, new Interval(-31, 8, 0.95)), "W/m/K"),
      Answer.bad("Diamond is not found: it is ranked 17th of 50")
          .with("predicted", Estimate.plusMinus(310, 120), "W/m/K")
          .saying("It was measured at 2200 W/m/K; nothing alike was among the training data."),
      Answer.good("35,463 formulas were screened in 1.2 s")
    };
  }

  private Section ranking() {
    List<Point> points = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    List<String> best = List.of("BAs", "BN", "C", "SiC", "AlN", "BeO");
    for (int i = 0; i < 60; i++) {
      String formula =
          i < best.size() ? best.get(i) : "Mg" + (i % 7 + 1) + "Si" + (i % 5 + 2) + "O" + i;
      double truth = Math.exp(7.5 - 0.13 * i + 0.2 * gauss());
      double said = truth * Math.exp(0.5 * gauss());
      Estimate estimate = Estimate.within(said, new Interval(said * 0.6, said * 1.7, 0.9));
      Point point = Point.at(truth, estimate, formula).outsideDomain(random.nextInt(6) == 0);
      points.add(i < best.size() ? point.named().saying("kept from training") : point);
      Object known = i % 3 == 1 ? Optional.empty() : truth;
      rows.add(
          Row.of(
                  formula,
                  known,
                  estimate,
                  0.4 + 0.5 * random.nextDouble(),
                  i + 1,
                  "mp-" + (1000 + 7 * i))
              .highlighted(i < best.size()));
    }
    DataTable table =
        DataTable.of(
                "The best of 35,463",
                Column.formula("Formula"),
                Column.number("known κ_L", "W/m/K"),
                Column.number("predicted κ_L", "W/m/K"),
                Column.fixed("Similarity", "1", 2),
                Column.count("Rank"),
                Column.code("Source"))
            .with(rows)
            .inFile("screened.csv");
    return Section.of(
            "ranking",
            "Ranking",
            new Paragraph(
                "The models were trained below the 70th percentile and asked about what is above.\n\n- no value above 70 W/m/K was shown\n- the six in bold are known from experiment"),
            SideBySide.of(
                Scatter.parity("With transfer", KAPPA, points).labelledByFormulas(),
                Scatter.of(
                        "Two groups",
                        Quantity.of("Mean atomic mass", "u"),
                        Quantity.of("κ", "W/m/K"))
                    .with("trained on", some(40, 1))
                    .with("screened", some(60, 0.6))
                    .with("both", some(20, 1.3))
                    .with(Guide.atY(70, "70th percentile"))
                    .with(Guide.atX(60, "heaviest known"))),
            table,
            Notice.warning("Three formulas lie outside of what the models know."))
        .lead("Are the best found though none like them were shown?");
  }

  private List<Point> some(int count, double factor) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = 10 + 120 * random.nextDouble();
      points.add(Point.at(x, factor * (150 - x) + 18 * gauss(), "material " + i));
    }
    return points;
  }

  private static Curves curves() {
    double[] sizes = {10, 20, 40, 80, 160, 320};
    return Curves.of(
            "", Quantity.of("Training rows").onLogScale(), Quantity.of("MAE of log_{10} κ"))
        .with(curve("with transfer", sizes, 0.42, 0.5))
        .with(curve("from scratch", sizes, 0.7, 0.62))
        .with(
            Curve.of("mean of training", sizes, new double[] {0.8, 0.79, 0.785, 0.78, 0.78, 0.78})
                .baseline());
  }

  private static Curve curve(String name, double[] sizes, double first, double power) {
    double[] y = new double[sizes.length];
    List<Interval> intervals = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      y[i] = 0.1 + first * Math.pow(sizes[i] / 10, -power);
      intervals.add(new Interval(y[i] * 0.85, y[i] * 1.15, 0.95));
    }
    return Curve.of(name, sizes, y).within(intervals);
  }

  private Section sources() {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < 34; i++) {
      double gain = 0.25 - 0.012 * i;
      double half = 0.05 + 0.08 * random.nextDouble();
      bars.add(
          Bar.of(
                  i % 4 == 0 ? "heat capacity C_p of small molecules, QM9" : "source " + i,
                  Estimate.within(gain, new Interval(gain - half, gain + half, 0.95)))
              .saying("similarity " + String.format(Locale.ROOT, "%.2f", 1 - 0.02 * i))
              .highlighted(i == 2));
    }
    List<Bar> importances =
        List.of(
            Bar.of("average covalent radius", Estimate.plusMinus(0.31, 0.04)),
            Bar.of("variance of mass", Estimate.plusMinus(0.22, 0.05)),
            Bar.of("maximal melting point", 0.09));
    return Section.of(
        "sources",
        "Sources",
        SideBySide.of(
            Bars.gains("What each source gains", Quantity.of("gained R²"), bars),
            Bars.of("Importance of columns", Quantity.of("importance"), importances)));
  }

  private Section classes() {
    int[][] counts = {{5, 2, 6}, {2, 11, 3}, {1, 0, 2001}};
    double[][] heat = {{1, 0.83, Double.NaN}, {0.2, 1, -0.61}};
    Matrix similar =
        Matrix.heatMap(
            "Similarity of tasks",
            "target",
            List.of("κ_L", "band gap"),
            "source",
            List.of("C_p", "dipole", "volume"),
            Quantity.of("correlation"),
            heat);
    Ternary diagram = Ternary.ofClasses("", CLASSES, "other");
    diagram =
        diagram
            .with(
                system(Element.Al, Element.Cu, Element.Fe)
                    .with(
                        List.of(
                            TernarySystem.Known.of(65, 20, 15, "Al65Cu20Fe15", "quasicrystal"),
                            TernarySystem.Known.of(62.5, 25, 12.5, "Al5Cu2Fe", "approximant")
                                .said("approximant", 0.31, 0.6, 0.09),
                            TernarySystem.Known.of(1, 1, 1, "AlCuFe", "other"))))
            .with(system(Element.Zn, Element.Mg, Element.Y));
    Ternary value = Ternary.ofQuantity("Formation energy", Quantity.of("E_f", "eV/atom"));
    int steps = 24;
    double[][] values = new double[TernarySystem.size(steps)][1];
    double[][] fractions = TernarySystem.fractions(steps);
    for (int i = 0; i < values.length; i++) {
      values[i][0] = -fractions[i][0] * fractions[i][1] - 0.6 * fractions[i][2] * fractions[i][0];
    }
    value = value.with(TernarySystem.of(Element.Al, Element.Ni, Element.Ti, steps, values));
    return Section.of(
        "classes",
        "Classes",
        SideBySide.of(Matrix.confusion("Held-out compositions", CLASSES, counts), similar),
        diagram,
        value);
  }

  private TernarySystem system(Element left, Element right, Element top) {
    int steps = 40;
    double[][] fractions = TernarySystem.fractions(steps);
    double[][] values = new double[fractions.length][];
    double a = 0.6 + 0.1 * random.nextDouble();
    for (int i = 0; i < values.length; i++) {
      double[] f = fractions[i];
      double near = Math.hypot(f[0] - a, f[1] - 0.22);
      double quasi = 0.95 * Math.exp(-near * near / 0.006);
      double approximant = (1 - quasi) * 0.8 * Math.exp(-near * near / 0.03);
      values[i] = new double[] {quasi, approximant, 1 - quasi - approximant};
    }
    return TernarySystem.of(left, right, top, steps, values);
  }

  private static ElementMap table() {
    List<Element> elements = IntStream.range(0, 94).mapToObj(i -> Element.values()[i]).toList();
    return coloured(ElementMap.periodicTable("As it is known", elements), elements);
  }

  private ElementMap map() {
    List<Element> elements = IntStream.range(0, 54).mapToObj(i -> Element.values()[i]).toList();
    List<ElementMap.Place> places = new ArrayList<>();
    for (Element element : elements) {
      PeriodicPlace at = PeriodicPlace.of(element);
      places.add(
          new ElementMap.Place(
              element,
              Math.cos(0.3 * at.column()) * at.row() + 0.1 * gauss(),
              Math.sin(0.3 * at.column()) * at.row() + 0.1 * gauss(),
              "nearest: its neighbours in the group"));
    }
    return coloured(ElementMap.free("As the model draws it", places), elements);
  }

  private static ElementMap coloured(ElementMap map, List<Element> elements) {
    List<String> blocks =
        elements.stream()
            .map(PeriodicPlace::of)
            .map(at -> at.row() > 8 ? "f" : at.column() < 3 ? "s" : at.column() < 13 ? "d" : "p")
            .toList();
    List<Double> masses =
        elements.stream().map(one -> one == Element.He ? Double.NaN : one.mass()).toList();
    return map.colouredBy("Block", blocks).colouredBy(Quantity.of("Atomic mass", "u"), masses);
  }

  private static Structures structures() {
    List<Structures.Structure> all = new ArrayList<>();
    List<String> smiles =
        List.of("CC(C)c1ccccc1", "CC(C)C(=O)OC", "c1ccc(cc1)C(=O)NCCCCCCNC(=O)C", "CCOC");
    for (int i = 0; i < 30; i++) {
      Molecule molecule = Molecule.fromSmiles(smiles.get(i % smiles.size()));
      all.add(
          Structures.Structure.of("P" + (100 + i), molecule.smiles(), molecule.svg(64, 48))
              .with(Quantity.of("λ", "W/m/K"), Estimate.plusMinus(0.41 - 0.004 * i, 0.032))
              .with(Quantity.of("synthetic accessibility"), Estimate.of(2.1 + 0.1 * i))
              .saying(i % 5 == 0 ? "rigid backbone" : ""));
    }
    return new Structures("Short list", all);
  }

  private static RealData realData() {
    return new RealData(
        "This run used 45 made-up conductivities that come with Suiseki: the figures show the method, not nature.",
        List.of(
            new RealData.Source(
                "Lattice thermal conductivities",
                "lattice_thermal_conductivity_95.csv",
                "https://example.org/data.csv",
                "CC BY 4.0",
                "ab".repeat(32))),
        "./suiseki run lattice-thermal-conductivity --data folder");
  }

  private static ObjectNode provenance() {
    ObjectNode json = JsonMapper.shared().createObjectNode().put("seed", 1).put("quick", false);
    json.put("command", "./suiseki run lattice-thermal-conductivity --seed 1");
    json.put("created", "2026-11-20T06:12:44Z").put("seconds", 72.3);
    json.putObject("software").put("suiseki", "0.1.0").put("java", "17.0.15");
    ObjectNode data = json.putObject("data").put("source", "fixture").put("licence", "CC0-1.0");
    data.put("sha256", "ab".repeat(32)).put("compositions", 45);
    data.putArray("rejected").addObject().put("id", "17").put("reason", "Xx2 is no element");
    json.putArray("stages").addObject().put("name", "Train").put("seconds", 61.5);
    return json;
  }

  private double gauss() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
