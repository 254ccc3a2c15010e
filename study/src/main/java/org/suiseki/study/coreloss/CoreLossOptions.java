package org.suiseki.study.coreloss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.learn.BoostedTrees;
import org.suiseki.learn.nn.Activation;
import org.suiseki.learn.nn.MlpOptions;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Unit;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All options of a run with the values they have after study file, {@code --quick} and command
 * line.
 *
 * @param folds of the outer cross-validation
 * @param innerFolds of the inner one, which chooses among the candidates; unused with one candidate
 * @param candidates networks to choose from
 * @param window width of the energy window that masking slides, eV
 * @param gradientSteps points on the path of integrated gradients
 * @param drawn most molecules shown one by one in the report
 */
record CoreLossOptions(
    Preprocessing preprocessing,
    List<MolecularProperty> properties,
    int folds,
    int innerFolds,
    List<MlpOptions> candidates,
    BoostedTrees trees,
    double window,
    int gradientSteps,
    Disturbances disturbances,
    int drawn,
    long seed,
    boolean quick,
    int threads) {

  /**
   * What the spectra of the robustness test suffer, and how copies for augmented training are made.
   *
   * @param noise standard deviations, as parts of a spectrum's maximum
   * @param shift errors of the energy scale, eV
   * @param broadening standard deviations of a further broadening, eV
   * @param copies disturbed copies of each training spectrum in augmented training
   */
  record Disturbances(double[] noise, double[] shift, double[] broadening, int copies) {}

  static CoreLossOptions read(Study study, RunOptions asked) {
    StudyNode root = study.options();
    boolean quick = asked.quick();
    StudyNode spectrum = root.section("spectrum");
    StudyNode validation = root.section("validation");
    StudyNode explanation = root.section("explanation");
    StudyNode robustness = root.section("robustness");
    List<MlpOptions> candidates = candidates(root.section("network"), asked.seedFor(study), quick);
    int folds = (int) validation.integer("folds", 10, 2, 100);
    int innerFolds = (int) validation.integer("inner_folds", 3, 2, 20);
    Preprocessing preprocessing = Preprocessing.read(spectrum);
    double window =
        explanation.quantity("window", "eV", Math.max(1, 3 * preprocessing.step()), 0.05, 50);
    // Wherever it slides, it then covers three grid points, which a straight line needs.
    if (window < 3 * preprocessing.step() * (1 - 1e-9)) {
      throw explanation.wrong(
          "window",
          "The window of " + window + " eV is narrower than three steps of the grid.",
          "Give " + Math.round(3e6 * preprocessing.step()) / 1e6 + " eV or more.");
    }
    return new CoreLossOptions(
        preprocessing,
        properties(root),
        quick ? Math.min(folds, 5) : folds,
        innerFolds,
        candidates,
        trees(root.section("trees"), asked.seedFor(study)),
        window,
        (int) explanation.integer("steps", quick ? 16 : 32, 4, 1000),
        new Disturbances(
            within(
                robustness, "noise", robustness.numbers("noise", 0, 0.01, 0.02, 0.05, 0.1), 0, 10),
            within(
                robustness,
                "shift",
                robustness.quantities("shift", "eV", -1, -0.5, -0.2, -0.1, 0, 0.1, 0.2, 0.5, 1),
                -50,
                50),
            within(
                robustness,
                "broadening",
                robustness.quantities("broadening", "eV", 0, 0.2, 0.5, 1, 1.5),
                0,
                50),
            (int) robustness.integer("copies", 2, 1, 20)),
        (int) root.section("report").integer("molecules", 400, 1, 5000),
        asked.seedFor(study),
        quick,
        asked.threads().orElse(Runtime.getRuntime().availableProcessors()));
  }

  private static List<MolecularProperty> properties(StudyNode root) {
    List<MolecularProperty> properties = new ArrayList<>();
    for (StudyNode node : root.children("properties")) {
      String name = node.text("name");
      requireNew(node, name, properties);
      String unit = node.text("unit");
      requireUnit(node, name, unit);
      String kind = node.choice("kind", "intensive", List.of("intensive", "extensive"));
      properties.add(
          new MolecularProperty(
              name,
              node.text("label", name),
              unit,
              kind.equals("intensive")
                  ? MolecularProperty.Kind.INTENSIVE
                  : MolecularProperty.Kind.EXTENSIVE));
    }
    return properties.isEmpty() ? MolecularProperty.standard() : List.copyOf(properties);
  }

  private static void requireNew(StudyNode node, String name, List<MolecularProperty> before) {
    if (before.stream().anyMatch(property -> property.name().equals(name))) {
      throw node.wrong(
          "name", "The property '" + name + "' stands twice in the list.", "Keep one of them.");
    }
  }

  /** Properties of the data card come in its units; they can be wanted in another of the kind. */
  private static void requireUnit(StudyNode node, String name, String unit) {
    for (MolecularProperty known : MolecularProperty.standard()) {
      if (known.name().equals(name)) {
        try {
          Unit.factor(known.unit(), unit);
        } catch (MatterException other) {
          throw node.wrong(
              "unit",
              "The property '"
                  + name
                  + "' is known in "
                  + known.unit()
                  + ", not in '"
                  + unit
                  + "'.",
              "Write " + known.unit() + " or another unit of the same kind.");
        }
      }
    }
  }

  private static double[] within(
      StudyNode node, String key, double[] values, double min, double max) {
    if (values.length == 0) {
      throw node.wrong(key, "The list '" + key + "' is empty.", "Give at least one level.");
    }
    for (double value : values) {
      if (!(value >= min && value <= max)) {
        throw node.wrong(
            key,
            "The list '" + key + "' holds " + value + ".",
            "Give levels from " + min + " to " + max + ".");
      }
    }
    return values;
  }

  private static List<MlpOptions> candidates(StudyNode network, long seed, boolean quick) {
    List<MlpOptions> candidates = new ArrayList<>();
    List<StudyNode> nodes = network.children("candidates");
    int members = (int) network.integer("members", 5, 2, 100);
    int epochs = (int) network.integer("epochs", 300, 1, 100_000);
    MlpOptions shared =
        new MlpOptions(
            MlpOptions.DEFAULT.hidden(),
            Activation.SILU,
            MlpOptions.DEFAULT.dropout(),
            MlpOptions.DEFAULT.inputNoise(),
            network.number("learning_rate", 3e-3, 1e-6, 1),
            network.number("weight_decay", 1e-2, 0, 10),
            (int) network.integer("batch", 32, 1, 100_000),
            quick ? Math.min(epochs, 120) : epochs,
            0,
            network.number("averaging", 0.1, 0, 0.99),
            quick ? Math.min(members, 3) : members,
            seed);
    for (StudyNode node : nodes) {
      candidates.add(candidate(node, shared));
    }
    if (candidates.isEmpty()) {
      candidates.add(shared);
    }
    return quick ? candidates.subList(0, 1) : candidates;
  }

  private static MlpOptions candidate(StudyNode node, MlpOptions shared) {
    List<Integer> hidden = new ArrayList<>();
    for (double width : node.numbers("hidden", 128, 128, 64)) {
      if (width != Math.rint(width) || width < 1 || width > 4096) {
        throw node.wrong(
            "hidden", "a hidden layer is " + width + " wide", "Give whole numbers from 1 to 4096.");
      }
      hidden.add((int) width);
    }
    if (hidden.isEmpty()) {
      throw node.wrong(
          "hidden", "The network has no hidden layer.", "Give one width for each, such as [64].");
    }
    return new MlpOptions(
        hidden,
        shared.activation(),
        node.number("dropout", shared.dropout(), 0, 0.95),
        node.number("input_noise", shared.inputNoise(), 0, 10),
        shared.learningRate(),
        shared.weightDecay(),
        shared.batch(),
        shared.epochs(),
        shared.patience(),
        shared.averaging(),
        shared.members(),
        shared.seed());
  }

  private static BoostedTrees trees(StudyNode trees, long seed) {
    return new BoostedTrees()
        .withRounds((int) trees.integer("rounds", 200, 1, 100_000))
        .withSeed(Long.hashCode(seed) & 0x3FFF_FFFF);
  }

  /** The same for a set that was read: its softness, and the properties it knows. */
  CoreLossOptions resolved(Preprocessing resolved, List<MolecularProperty> known) {
    return new CoreLossOptions(
        resolved,
        List.copyOf(known),
        folds,
        innerFolds,
        candidates,
        trees,
        window,
        gradientSteps,
        disturbances,
        drawn,
        seed,
        quick,
        threads);
  }

  /** Every option that decides the numbers of a run. */
  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("spectrum", preprocessing.toJson());
    json.put("folds", folds).put("inner_folds", innerFolds).put("quick", quick);
    ArrayNode networks = json.putArray("networks");
    candidates.forEach(candidate -> networks.add(network(candidate)));
    json.putObject("trees").put("rounds", trees.rounds()).put("depth", trees.depth());
    json.putObject("explanation").put("window_eV", window).put("steps", gradientSteps);
    ObjectNode robustness = json.putObject("robustness");
    Arrays.stream(disturbances.noise).forEach(robustness.putArray("noise")::add);
    Arrays.stream(disturbances.shift).forEach(robustness.putArray("shift_eV")::add);
    Arrays.stream(disturbances.broadening).forEach(robustness.putArray("broadening_eV")::add);
    robustness.put("copies", disturbances.copies);
    json.put("drawn", drawn);
    ArrayNode named = json.putArray("properties");
    properties.forEach(property -> named.add(property.column() + " " + property.kind().text()));
    return json;
  }

  static ObjectNode network(MlpOptions options) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode hidden = json.putArray("hidden");
    options.hidden().forEach(hidden::add);
    return json.put("dropout", options.dropout())
        .put("input_noise", options.inputNoise())
        .put("learning_rate", options.learningRate())
        .put("weight_decay", options.weightDecay())
        .put("batch", options.batch())
        .put("epochs", options.epochs())
        .put("averaging", options.averaging())
        .put("members", options.members());
  }
}
