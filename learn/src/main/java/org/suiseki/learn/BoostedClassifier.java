package org.suiseki.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gradient-boosted trees for classes (XGBoost's {@code multi:softprob}; Chen and Guestrin, KDD
 * 2016, doi:10.1145/2939672.2939785): one tree a class and round, softmax of their sums, log loss.
 * Inputs need no scaling and may be missing.
 *
 * <p>With validation rows, boosting stops once their log loss has not improved for the patience of
 * the options; without them it runs all rounds. Its probabilities are too sure of themselves after
 * many rounds: calibrate them.
 *
 * @param trees options of the trees; {@code minChildWeight} counts 2 P (1 − P) of a row, so that
 *     rows that are settled count little and 2 is much for a rare class
 * @param balance how much rows of rare classes count
 */
public record BoostedClassifier(BoostedTrees trees, ClassBalance balance)
    implements Classifier<BoostedClassModel> {

  /** 300 rounds of depth 4 at rate 0.1 on 80 % of the rows and 30 % of the inputs, no balance. */
  public BoostedClassifier() {
    this(new BoostedTrees(300, 1, 4, 0.1, 0.8, 0.3, 1, 64, 0.3, 1, 20, 1, 0), ClassBalance.NONE);
  }

  public BoostedClassifier withBalance(ClassBalance other) {
    return new BoostedClassifier(trees, other);
  }

  public BoostedClassifier withSeed(int other) {
    return new BoostedClassifier(trees.withSeed(other), balance);
  }

  public BoostedClassifier withThreads(int other) {
    return new BoostedClassifier(trees.withThreads(other), balance);
  }

  @Override
  public String name() {
    return "boosted";
  }

  @Override
  public BoostedClassModel fit(Table inputs, ClassLabels labels, Split split, Progress progress) {
    return fitAll(inputs, labels, List.of(split), progress).get(0);
  }

  /** Trains the splits side by side. */
  @Override
  public List<BoostedClassModel> fitAll(
      Table inputs, ClassLabels labels, List<Split> splits, Progress progress) {
    List<Workers.Job<BoostedClassModel>> jobs = new ArrayList<>();
    for (Split split : splits) {
      labels.requireFor(inputs, split.train());
      jobs.add(running ->
          new BoostedClassModel(
              inputs.columns(),
              labels.classes(),
              ClassBoosting.run(this, inputs, labels, split, running),
              trees.threads()));
    }
    return Workers.run(trees.threads(), jobs, progress, name(), jobs.size());
  }

  /** XGBoost's names for these options. */
  Map<String, Object> parameters(int classes) {
    Map<String, Object> parameters = new LinkedHashMap<>(trees.parameters(0));
    parameters.put("objective", "multi:softprob");
    parameters.put("eval_metric", "mlogloss");
    parameters.put("num_class", classes);
    return parameters;
  }
}
