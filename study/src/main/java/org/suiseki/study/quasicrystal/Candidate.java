package org.suiseki.study.quasicrystal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.suiseki.learn.BoostedClassifier;
import org.suiseki.learn.BoostedTrees;
import org.suiseki.learn.ClassBalance;
import org.suiseki.learn.Classifier;
import org.suiseki.learn.ForestClassifier;
import org.suiseki.learn.LogisticRegression;
import org.suiseki.learn.nn.Activation;
import org.suiseki.learn.nn.MlpClassifier;
import org.suiseki.learn.nn.MlpOptions;
import org.suiseki.study.StudyNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One way to learn that the study may choose.
 *
 * @param name unique in the study
 * @param text what it is, with its options
 */
record Candidate(String name, String text, Classifier<?> classifier) {

  private static final List<String> MODELS = List.of("logistic", "forest", "boosted", "network");

  /** The forest of the peers: 200 trees of depth 25, all rows, log₂ of 232 columns in a node. */
  static Candidate peers(int threads, long seed) {
    return new Candidate(
        "peers-forest",
        "random forest with the options of Liu et al.: 200 trees of depth 25, log2 of the columns a"
            + " node, neither balanced nor calibrated",
        new ForestClassifier(
            200, 25, 1, 7, ForestClassifier.Cut.BEST, ClassBalance.NONE, threads, seed));
  }

  /** Those of a study file. */
  static List<Candidate> read(StudyNode root, boolean quick, int threads, long seed) {
    List<Candidate> candidates = new ArrayList<>();
    for (StudyNode node : root.children("candidates")) {
      Candidate one = one(node, quick, threads, seed + candidates.size());
      if (candidates.stream().anyMatch(other -> other.name.equals(one.name))) {
        throw node.wrong(
            "name", "Two candidates are called " + one.name + ".", "Give each its own `name`.");
      }
      candidates.add(one);
    }
    if (candidates.isEmpty()) {
      candidates.add(
          new Candidate(
              "forest",
              "extremely randomised trees",
              new ForestClassifier().withThreads(threads).withSeed(seed)));
    }
    return List.copyOf(candidates);
  }

  private static Candidate one(StudyNode node, boolean quick, int threads, long seed) {
    String model = node.choice("model", "forest", MODELS);
    String name = node.text("name", model);
    ClassBalance balance = new ClassBalance(node.number("balance", 0, 0, 1));
    Classifier<?> classifier =
        switch (model) {
          case "logistic" ->
              new LogisticRegression(node.number("penalty", 3, 1e-6, 1e6), balance, 100);
          case "forest" -> forest(node, balance, quick, threads, seed);
          case "boosted" -> boosted(node, balance, quick, threads, seed);
          default -> network(node, balance, quick, threads, seed);
        };
    String weights =
        balance.power() == 0
            ? ""
            : String.format(
                Locale.ROOT, ", rare classes weighted to the power %.2g", balance.power());
    return new Candidate(name, text(model, classifier) + weights, classifier);
  }

  private static Classifier<?> forest(
      StudyNode node, ClassBalance balance, boolean quick, int threads, long seed) {
    int trees = (int) node.integer("trees", 300, 1, 10_000);
    boolean best = node.choice("cut", "random", List.of("random", "best")).equals("best");
    return new ForestClassifier(
        quick ? Math.max(1, trees / 4) : trees,
        (int) node.integer("depth", 40, 1, 1000),
        (int) node.integer("leaf", 1, 1, 1000),
        (int) node.integer("columns", 40, 1, 100_000),
        best ? ForestClassifier.Cut.BEST : ForestClassifier.Cut.RANDOM,
        balance,
        threads,
        seed);
  }

  private static Classifier<?> boosted(
      StudyNode node, ClassBalance balance, boolean quick, int threads, long seed) {
    int rounds = (int) node.integer("rounds", 200, 1, 100_000);
    BoostedTrees trees =
        new BoostedTrees(
            quick ? Math.max(1, rounds / 4) : rounds,
            1,
            (int) node.integer("depth", 4, 1, 30),
            node.number("rate", 0.1, 1e-4, 1),
            0.8,
            node.number("columns", 0.3, 1e-3, 1),
            node.number("node_columns", 1, 1e-3, 1),
            64,
            0.3,
            1,
            20,
            threads,
            (int) seed);
    return new BoostedClassifier(trees, balance);
  }

  private static Classifier<?> network(
      StudyNode node, ClassBalance balance, boolean quick, int threads, long seed) {
    double[] hidden = node.numbers("hidden", 128, 64);
    int epochs = (int) node.integer("epochs", 40, 1, 100_000);
    int members = (int) node.integer("members", 5, 1, 100);
    MlpOptions options =
        new MlpOptions(
            Arrays.stream(hidden).mapToObj(width -> (int) width).toList(),
            Activation.SILU,
            node.number("dropout", 0.2, 0, 0.95),
            node.number("input_noise", 0.1, 0, 10),
            node.number("learning_rate", 2e-3, 1e-6, 1),
            node.number("weight_decay", 1e-2, 0, 10),
            (int) node.integer("batch", 256, 1, 100_000),
            quick ? Math.max(1, epochs / 2) : epochs,
            0,
            0.2,
            quick ? Math.max(1, members / 2) : members,
            seed);
    return new MlpClassifier(options, balance, threads);
  }

  private static String text(String model, Classifier<?> classifier) {
    if (classifier instanceof ForestClassifier forest) {
      return forest.trees()
          + (forest.cut() == ForestClassifier.Cut.BEST
              ? " trees of a random forest"
              : " extremely randomised trees")
          + ", "
          + forest.columns()
          + " columns a node";
    }
    if (classifier instanceof BoostedClassifier boosted) {
      return boosted.trees().rounds()
          + " rounds of boosted trees of depth "
          + boosted.trees().depth()
          + " at rate "
          + boosted.trees().rate();
    }
    if (classifier instanceof MlpClassifier network) {
      return network.options().members() + " perceptrons " + network.options().hidden();
    }
    return model + " regression";
  }

  ObjectNode json() {
    return JsonNodeFactory.instance.objectNode().put("name", name).put("text", text);
  }
}
