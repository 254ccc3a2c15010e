package org.suiseki.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Gradient-boosted regression trees (Chen and Guestrin, XGBoost, KDD 2016,
 * doi:10.1145/2939672.2939785): one booster for each output, squared error, histogram splits.
 * Inputs need no scaling and may be missing; targets are standardised, so that the penalty means
 * the same in every unit and single precision suffices. Trees do not extrapolate: beyond the
 * training targets a linear model or a network is better.
 *
 * <p>With validation rows, boosting stops once their RMSE has not improved for {@link #patience}
 * rounds, and the model keeps the rounds up to the best; without them it runs all rounds.
 *
 * @param rounds most boosting rounds
 * @param treesPerRound 1; more makes each round a small random forest
 * @param depth most questions from the root of a tree to a leaf
 * @param rate how much of each round's correction is taken, in (0, 1]
 * @param rowFraction of the training rows that each tree sees, in (0, 1]
 * @param columnFraction of the inputs that each tree sees, in (0, 1]
 * @param nodeFraction of these inputs that each split may choose from, in (0, 1]
 * @param bins how finely inputs are cut, at least 2; the cost grows with it
 * @param minChildWeight fewest rows in a leaf
 * @param lambda penalty on squared leaf values, in rows
 * @param patience rounds without improvement before it stops
 * @param threads outputs trained side by side, and threads of one prediction; any number gives the
 *     same trees. Below some ten thousand rows more threads for one booster would gain nothing
 * @param seed of the draws of rows and inputs; output i uses seed + i
 */
public record BoostedTrees(
    int rounds,
    int treesPerRound,
    int depth,
    double rate,
    double rowFraction,
    double columnFraction,
    double nodeFraction,
    int bins,
    double minChildWeight,
    double lambda,
    int patience,
    int threads,
    int seed)
    implements Estimator<BoostedTreesModel> {

  public BoostedTrees {
    requireAtLeastOne("rounds", rounds);
    requireAtLeastOne("treesPerRound", treesPerRound);
    requireAtLeastOne("depth", depth);
    if (bins < 2) {
      throw new LearnException(
          "The option bins is " + bins + ", expected 2 or more.", "Set it to 2 or more.");
    }
    requireAtLeastOne("patience", patience);
    requireAtLeastOne("threads", threads);
    requireFraction("rate", rate);
    requireFraction("rowFraction", rowFraction);
    requireFraction("columnFraction", columnFraction);
    requireFraction("nodeFraction", nodeFraction);
    requirePositiveOrZero("minChildWeight", minChildWeight);
    requirePositiveOrZero("lambda", lambda);
  }

  /**
   * For hundreds to thousands of rows: at most 200 rounds of depth 4 at rate 0.1, on 80 % of the
   * rows and half of the inputs, cut into 64 bins. On 293 spectra, half the rate and twice the
   * rounds cost twice as much and gained at most 0.03 in R²; 256 bins cost 2.7 times as much.
   */
  public BoostedTrees() {
    this(200, 1, 4, 0.1, 0.8, 0.5, 1, 64, 2, 1, 20, 1, 0);
  }

  /**
   * One round of many deep, decorrelated trees: much like a random forest, without its bootstrap.
   */
  public static BoostedTrees randomForestLike() {
    return new BoostedTrees(1, 300, 20, 1, 0.63, 1, 1.0 / 3, 256, 1, 0, 1, 1, 0);
  }

  public BoostedTrees withSeed(int other) {
    return with(rounds, rate, threads, other);
  }

  public BoostedTrees withRounds(int other) {
    return with(other, rate, threads, seed);
  }

  public BoostedTrees withRate(double other) {
    return with(rounds, other, threads, seed);
  }

  public BoostedTrees withThreads(int other) {
    return with(rounds, rate, other, seed);
  }

  private BoostedTrees with(int newRounds, double newRate, int newThreads, int newSeed) {
    return new BoostedTrees(
        newRounds,
        treesPerRound,
        depth,
        newRate,
        rowFraction,
        columnFraction,
        nodeFraction,
        bins,
        minChildWeight,
        lambda,
        patience,
        newThreads,
        newSeed);
  }

  @Override
  public String name() {
    return "boosted-trees";
  }

  @Override
  public BoostedTreesModel fit(Dataset data, Split split, Progress progress) {
    return fitAll(data, List.of(split), progress).get(0);
  }

  /** Trains the outputs of all splits side by side; a step of progress is one of them. */
  @Override
  public List<BoostedTreesModel> fitAll(Dataset data, List<Split> splits, Progress progress) {
    int outputs = data.targets().width();
    List<Standardiser> units = new ArrayList<>();
    List<Workers.Job<BoostedTreesModel.Trees>> jobs = new ArrayList<>();
    for (Split split : splits) {
      // Only checks the targets: missing ones are left out output by output below.
      TargetGroup.of(data.targets(), split.train());
      Standardiser unit = Standardiser.of(data.targets(), split.train(), 0);
      Table targets = unit.apply(data.targets());
      units.add(unit);
      for (int output = 0; output < outputs; output++) {
        int one = output;
        double[] target = targets.column(output);
        jobs.add(running -> Boosting.run(this, one, data.inputs(), target, split, running));
      }
    }
    List<BoostedTreesModel.Trees> trees = Workers.run(threads, jobs, progress, name(), jobs.size());
    return IntStream.range(0, splits.size())
        .mapToObj(split ->
            new BoostedTreesModel(
                data.inputs().columns(),
                units.get(split),
                trees.subList(split * outputs, (split + 1) * outputs),
                threads))
        .toList();
  }

  /** XGBoost's names for these options. */
  Map<String, Object> parameters(int output) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("objective", "reg:squarederror");
    parameters.put("eval_metric", "rmse");
    parameters.put("tree_method", "hist");
    parameters.put("max_bin", bins);
    parameters.put("base_score", 0);
    parameters.put("num_parallel_tree", treesPerRound);
    parameters.put("max_depth", depth);
    parameters.put("eta", rate);
    parameters.put("subsample", rowFraction);
    parameters.put("colsample_bytree", columnFraction);
    parameters.put("colsample_bynode", nodeFraction);
    parameters.put("min_child_weight", minChildWeight);
    parameters.put("lambda", lambda);
    // Trainings run side by side; and sums over several threads would depend on their number.
    parameters.put("nthread", 1);
    parameters.put("seed", seed + output);
    parameters.put("verbosity", 0);
    return parameters;
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) {
      throw new LearnException(
          "The option " + name + " is " + value + ", expected 1 or more.", "Set it to 1 or more.");
    }
  }

  private static void requireFraction(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new LearnException(
          "The option " + name + " is " + value + ", expected above 0 and at most 1.",
          "Set it within this range.");
    }
  }

  private static void requirePositiveOrZero(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new LearnException(
          "The option " + name + " is " + value + ", expected 0 or more.", "Set it to 0 or more.");
    }
  }
}
