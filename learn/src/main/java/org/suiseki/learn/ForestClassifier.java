package org.suiseki.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A forest of decision trees for classes; its probability is the mean over the trees of the shares
 * of the classes in the leaf that a row falls into.
 *
 * <p>With {@link Cut#BEST} it is Breiman's random forest (Mach. Learn. 45, 5, 2001,
 * doi:10.1023/A:1010933404324) without the bootstrap: each tree sees all rows. With {@link
 * Cut#RANDOM} it is that of extremely randomised trees (Geurts, Ernst and Wehenkel, Mach. Learn.
 * 63, 3, 2006, doi:10.1007/s10994-006-6226-1): each column offers one cut drawn at random between
 * its least and largest value in the node, the best of the columns is taken. That averages more and
 * costs no sorting. Impurity is Gini's.
 *
 * <p>Inputs need no scaling and must not be missing. Growing costs O(trees × depth × rows × columns
 * tried), times ln(rows) for the best cuts. The result depends on the seed, not on the number of
 * threads.
 *
 * @param trees how many
 * @param depth most questions from the root to a leaf
 * @param leaf fewest rows in a leaf
 * @param columns how many are tried in each node, at least 1; more than there are means all
 * @param cut where a column is cut
 * @param balance how much rows of rare classes count
 * @param threads trees grown side by side
 * @param seed of every draw
 */
public record ForestClassifier(
    int trees,
    int depth,
    int leaf,
    int columns,
    Cut cut,
    ClassBalance balance,
    int threads,
    long seed)
    implements Classifier<ForestModel> {

  /** Where a node cuts a column. */
  public enum Cut {
    /** Where the classes are parted best. */
    BEST,
    /** Anywhere. */
    RANDOM
  }

  public ForestClassifier {
    if (trees < 1 || depth < 1 || leaf < 1 || columns < 1 || threads < 1) {
      throw new LearnException(
          "A forest of "
              + trees
              + " trees of depth "
              + depth
              + " with "
              + leaf
              + " rows a leaf and "
              + columns
              + " columns a node on "
              + threads
              + " threads.",
          "Give at least one of each.");
    }
  }

  /** 300 extremely randomised trees that try 40 columns a node. */
  public ForestClassifier() {
    this(300, 40, 1, 40, Cut.RANDOM, ClassBalance.NONE, 1, 0);
  }

  public ForestClassifier withSeed(long other) {
    return new ForestClassifier(trees, depth, leaf, columns, cut, balance, threads, other);
  }

  public ForestClassifier withThreads(int other) {
    return new ForestClassifier(trees, depth, leaf, columns, cut, balance, other, seed);
  }

  public ForestClassifier withTrees(int other) {
    return new ForestClassifier(other, depth, leaf, columns, cut, balance, threads, seed);
  }

  @Override
  public String name() {
    return "forest";
  }

  @Override
  public ForestModel fit(Table inputs, ClassLabels labels, Split split, Progress progress) {
    return fitAll(inputs, labels, List.of(split), progress).get(0);
  }

  /** Grows the trees of all splits side by side; a step of progress is one of them. */
  @Override
  public List<ForestModel> fitAll(
      Table inputs, ClassLabels labels, List<Split> splits, Progress progress) {
    List<Workers.Job<Tree>> jobs = new ArrayList<>();
    for (Split split : splits) {
      labels.requireFor(inputs, split.train());
      Columns.requireFinite(inputs, split.train());
      TreeRows rows = TreeRows.of(inputs, labels, split.train(), balance);
      SplittableRandom seeds = new SplittableRandom(seed);
      for (int tree = 0; tree < trees; tree++) {
        long own = seeds.nextLong();
        jobs.add(running -> {
          Tree grown = new TreeGrowth(this, rows, own).grow();
          running.step(name(), 1, 1);
          return grown;
        });
      }
    }
    List<Tree> grown = Workers.run(threads, jobs, progress, name(), jobs.size());
    List<ForestModel> models = new ArrayList<>();
    for (int split = 0; split < splits.size(); split++) {
      models.add(
          new ForestModel(
              inputs.columns(),
              labels.classes(),
              grown.subList(split * trees, (split + 1) * trees)));
    }
    return models;
  }
}
