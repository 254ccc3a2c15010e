package org.suiseki.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Data of the shape that a core-loss study gives, drawn from a seed. The figures mean nothing. */
final class ReportFixture {
  static final List<String> PROPERTIES = List.of("gap", "homo", "dipole", "total_energy", "C_p");
  static final List<String> SPLITS = List.of("random", "scaffold");
  static final List<String> FEATURES = List.of("spectrum", "ratios", "both");
  static final int GRID = 126;

  private final JsonMapper json = JsonMapper.shared();
  private final Random random;
  private final int molecules;

  private ReportFixture(long seed, int molecules) {
    this.random = new Random(seed);
    this.molecules = molecules;
  }

  /** A whole report. */
  static ObjectNode whole(long seed, int molecules) {
    return new ReportFixture(seed, molecules).report();
  }

  /** Only what the contract demands. */
  static ObjectNode bare() {
    return JsonMapper.shared()
        .createObjectNode()
        .put("schema", "core-loss-report")
        .put("version", 1);
  }

  private ObjectNode report() {
    ObjectNode data = bare();
    data.put("title", "What a core-loss spectrum says").put("subtitle", "A fixture");
    data.putArray("headline").add("The gap can be read.").add("The dipole cannot.");
    data.set("provenance", provenance());
    data.set("spectra", spectra());
    data.putArray("assignments")
        .addObject()
        .put("from", 284.5)
        .put("to", 286.0)
        .put("label", "C 1s→π* (C=C)");
    ArrayNode properties = data.putArray("properties");
    ArrayNode verdicts = data.putArray("verdicts");
    List<String> holds = List.of("yes", "partly", "no");
    for (String name : PROPERTIES) {
      String kind = name.equals("total_energy") || name.equals("C_p") ? "extensive" : "intensive";
      properties
          .addObject()
          .put("name", name)
          .put("label", name)
          .put("unit", "cal/mol/K")
          .put("kind", kind);
      verdicts
          .addObject()
          .put("property", name)
          .put("holds", holds.get(random.nextInt(3)))
          .put("text", "So it is.");
    }
    data.set("molecules", molecules());
    data.set("scores", scores());
    data.set("parity", parity());
    data.set("relevance", relevance());
    data.set("calibration", calibration());
    data.set("reliability", reliability());
    data.set("robustness", robustness());
    data.putArray("notes").add("Spectra are simulated.");
    return data;
  }

  private ObjectNode provenance() {
    ObjectNode node =
        json.createObjectNode().put("seed", 1).put("quick", false).put("seconds", 512.3);
    node.put("command", "./suiseki run core-loss --seed 1").put("created", "2026-11-20T06:12:44Z");
    node.putObject("software").put("suiseki", "0.1.0").put("java", "17.0.15");
    ObjectNode data =
        node.putObject("data")
            .put("source", "fixture")
            .put("licence", "CC0-1.0")
            .put("molecules", molecules);
    data.put("sha256", "ab".repeat(32));
    data.putArray("rejected")
        .addObject()
        .put("id", "qm9_7")
        .put("reason", "energies not ascending");
    node.putArray("stages").addObject().put("name", "Train networks").put("seconds", 301.5);
    return node;
  }

  private ObjectNode spectra() {
    ObjectNode node = json.createObjectNode().put("unit", "eV").put("sigma", 0.5).put("shift", 0.0);
    node.put("quantity", "Oscillator strength (a.u.)");
    node.set("grid", onGrid(energy -> energy));
    node.set("mean", onGrid(energy -> 1e-3 * peak(energy, 286)));
    node.set("low", onGrid(energy -> 0.5e-3 * peak(energy, 286)));
    node.set("high", onGrid(energy -> 2e-3 * peak(energy, 286)));
    return node;
  }

  private ArrayNode molecules() {
    ArrayNode list = json.createArrayNode();
    for (int m = 0; m < molecules; m++) {
      double center = 285 + 5 * random.nextDouble();
      ObjectNode molecule =
          list.addObject()
              .put("id", "qm9_" + m)
              .put("smiles", "C".repeat(1 + random.nextInt(6)) + "=O");
      molecule.put("svg", drawing()).put("outside", random.nextInt(20) == 0);
      molecule.set("spectrum", onGrid(energy -> 1e-3 * peak(energy, center)));
      ObjectNode truth = molecule.putObject("truth");
      ObjectNode predicted = molecule.putObject("predicted");
      for (String name : PROPERTIES) {
        double value = random.nextGaussian();
        truth.put(name, digits(value));
        predicted.put(name, digits(value + 0.2 * random.nextGaussian()));
      }
      molecule
          .putObject("relevance")
          .set("gap", onGrid(energy -> peak(energy, center) * Math.sin(energy)));
      ArrayNode neighbours = molecule.putArray("neighbours");
      for (int k = 0; k < 5; k++) {
        neighbours
            .addObject()
            .put("m", random.nextInt(molecules))
            .put("distance", digits(random.nextDouble()));
      }
    }
    return list;
  }

  private ArrayNode scores() {
    ArrayNode list = json.createArrayNode();
    for (String name : PROPERTIES) {
      for (String split : SPLITS) {
        for (String features : FEATURES) {
          for (String model : List.of("network", "ridge", "trees", "mean")) {
            double r2 = model.equals("mean") ? -0.01 : random.nextDouble();
            ObjectNode row =
                list.addObject()
                    .put("property", name)
                    .put("split", split)
                    .put("features", features);
            row.put("model", model)
                .put("r2", digits(r2))
                .put("mae", digits(1 - r2))
                .put("rmse", digits(1.3 * (1 - r2)));
            row.putArray("r2Interval").add(digits(r2 - 0.03)).add(digits(r2 + 0.03));
          }
        }
      }
    }
    return list;
  }

  private ArrayNode parity() {
    ArrayNode list = json.createArrayNode();
    for (String name : PROPERTIES) {
      for (String split : SPLITS) {
        ObjectNode set =
            list.addObject().put("property", name).put("split", split).put("features", "both");
        ArrayNode points = set.put("model", "network").putArray("points");
        for (int m = 0; m < molecules; m++) {
          double truth = random.nextGaussian();
          points
              .addObject()
              .put("m", m)
              .put("truth", digits(truth))
              .put("mean", digits(truth + 0.2 * random.nextGaussian()))
              .put("deviation", 0.2)
              .put("outside", m % 20 == 0);
        }
      }
    }
    return list;
  }

  private ArrayNode relevance() {
    ArrayNode list = json.createArrayNode();
    for (String name : PROPERTIES) {
      for (String method : List.of("masking-baseline", "integrated-gradients")) {
        double center = 284 + 10 * random.nextDouble();
        ObjectNode row =
            list.addObject().put("property", name).put("method", method).put("unit", "eV");
        row.set(
            "values",
            onGrid(
                energy -> peak(energy, center) * (method.startsWith("i") ? Math.cos(energy) : 1)));
        row.set("low", onGrid(energy -> peak(energy, center) - 0.1));
        row.set("high", onGrid(energy -> peak(energy, center) + 0.1));
      }
    }
    return list;
  }

  private ArrayNode calibration() {
    ArrayNode list = json.createArrayNode();
    for (String split : SPLITS) {
      for (String stage : List.of("raw", "recalibrated")) {
        ObjectNode row = list.addObject().put("split", split).put("stage", stage).put("ece", 0.03);
        ArrayNode nominal = row.putArray("nominal");
        ArrayNode observed = row.putArray("observed");
        for (int k = 1; k < 10; k++) {
          nominal.add(k / 10.0);
          observed.add(digits(Math.pow(k / 10.0, stage.equals("raw") ? 1.5 : 1)));
        }
      }
    }
    return list;
  }

  private ArrayNode reliability() {
    ArrayNode list = json.createArrayNode();
    for (String split : SPLITS) {
      for (String name : PROPERTIES) {
        list.addObject()
            .put("property", name)
            .put("split", split)
            .put("ece", 0.021)
            .put("ence", 0.13)
            .put("rank", digits(random.nextDouble()));
      }
    }
    return list;
  }

  private ArrayNode robustness() {
    ArrayNode list = json.createArrayNode();
    for (String disturbance : List.of("noise", "shift", "broadening")) {
      ObjectNode row = list.addObject().put("disturbance", disturbance).put("unit", "eV");
      row.putArray("levels").add(0).add(0.1).add(0.3).add(1);
      ArrayNode series = row.putArray("series");
      for (String name : PROPERTIES) {
        series
            .addObject()
            .put("property", name)
            .put("training", "plain")
            .putArray("r2")
            .add(0.9)
            .add(0.8)
            .add(0.4)
            .add(-0.7);
        series
            .addObject()
            .put("property", name)
            .put("training", "augmented")
            .putArray("r2")
            .add(0.89)
            .add(0.88)
            .add(0.8)
            .add(0.5);
      }
    }
    return list;
  }

  private ArrayNode onGrid(DoubleUnaryOperator value) {
    ArrayNode list = json.createArrayNode();
    for (int i = 0; i < GRID; i++) {
      list.add(digits(value.applyAsDouble(280 + 0.2 * i)));
    }
    return list;
  }

  private String drawing() {
    StringBuilder path = new StringBuilder("M2 10");
    for (int i = 1; i <= 6; i++) {
      path.append('L')
          .append(2 + 4 * i)
          .append(' ')
          .append(i % 2 == 0 ? 10 : 6 + random.nextInt(3));
    }
    return "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 14'><rect"
        + " x='0' y='0' width='30' height='14' fill='#FFFFFF'/><path fill='none'"
        + " stroke='#000' d='"
        + path
        + "'/></svg>";
  }

  private static double peak(double energy, double center) {
    return Math.exp(-(energy - center) * (energy - center) / 2);
  }

  /** Four significant digits, as a study writes them. */
  private static double digits(double value) {
    return value == 0 ? 0 : new BigDecimal(value).round(new MathContext(4)).doubleValue();
  }
}
