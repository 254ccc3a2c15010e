package org.suiseki.learn.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.suiseki.learn.Column;
import org.suiseki.learn.Columns;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Estimator;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Model;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

/**
 * A forest for few rows: extremely randomised trees (Geurts, Ernst and Wehenkel, Mach. Learn. 63,
 * 3, 2006, doi:10.1007/s10994-006-6226-1). Every tree sees all training rows; at each node some
 * inputs are drawn, each with one threshold drawn between its least and largest value there, and
 * the split that lowers the variance most is taken. The prediction is the mean of the trees, never
 * beyond the training targets; the deviation is that among the trees, which knows nothing of the
 * noise.
 *
 * <p>Nothing is sorted or binned, so that a fit of 65 rows and 225 inputs takes some hundredths of
 * a second, where boosted trees of the same size spend a second in setting up: thousands of fits
 * are what a trial of sources asks for. Cost: O(trees · drawn inputs · rows · depth). For more than
 * some thousand rows use {@link org.suiseki.learn.BoostedTrees#randomForestLike()}.
 *
 * <p>One output; all inputs and training targets must be known. The model is not stored.
 *
 * @param trees in the forest
 * @param inputFraction of the inputs that each node may choose from, in (0, 1]; at least ten, or
 *     all where there are fewer
 * @param leaf most rows in a node that is not split any further
 * @param seed of all draws
 */
record ExtraTrees(int trees, double inputFraction, int leaf, long seed)
    implements Estimator<Model> {
  private static final int FEWEST = 10;

  ExtraTrees {
    if (trees < 1 || !(inputFraction > 0 && inputFraction <= 1) || leaf < 1) {
      throw new LearnException(
          trees
              + " trees with "
              + inputFraction
              + " of the inputs and leaves of "
              + leaf
              + " rows.",
          "Give at least one tree, a fraction above 0 up to 1, and leaves of at least one row.");
    }
  }

  /** 200 trees, a third of the inputs at each node, leaves of at most two rows. */
  ExtraTrees(long seed) {
    this(200, 1.0 / 3, 2, seed);
  }

  @Override
  public String name() {
    return "extra-trees";
  }

  @Override
  public Model fit(Dataset data, Split split, Progress progress) {
    int[] rows = split.train();
    Columns.requireFinite(data.inputs(), rows);
    Columns.requireFinite(data.targets(), rows);
    Table train = data.inputs().selectRows(rows);
    double[][] columns = new double[train.width()][];
    Arrays.setAll(columns, train::column);
    double[] target = data.targets().selectRows(rows).column(0);
    SplittableRandom random = new SplittableRandom(seed);
    Tree[] grown = new Tree[trees];
    for (int tree = 0; tree < trees; tree++) {
      progress.check();
      grown[tree] = new Growth(columns, target, random.split()).grow();
    }
    return new Forest(data.inputs().columns(), data.targets().columns().subList(0, 1), grown);
  }

  /**
   * Nodes in the order in which they were made, the root first.
   *
   * @param input that is asked; −1 in a leaf
   * @param value threshold, or in a leaf the prediction
   * @param left the node for values up to the threshold; the next one is for those above
   */
  private record Tree(int[] input, double[] value, int[] left) {

    double at(Table rows, int row) {
      int node = 0;
      while (input[node] >= 0) {
        node = rows.get(row, input[node]) <= value[node] ? left[node] : left[node] + 1;
      }
      return value[node];
    }
  }

  /** The growth of one tree. */
  private final class Growth {
    private final double[][] columns;
    private final double[] target;
    private final SplittableRandom random;
    private final int[] rows;
    private final int[] order;
    private final int[] input;
    private final double[] value;
    private final int[] left;
    private int nodes = 1;

    Growth(double[][] columns, double[] target, SplittableRandom random) {
      this.columns = columns;
      this.target = target;
      this.random = random;
      rows = new int[target.length];
      Arrays.setAll(rows, row -> row);
      order = new int[columns.length];
      Arrays.setAll(order, column -> column);
      input = new int[2 * target.length];
      value = new double[2 * target.length];
      left = new int[2 * target.length];
    }

    Tree grow() {
      grow(0, 0, rows.length);
      return new Tree(
          Arrays.copyOf(input, nodes), Arrays.copyOf(value, nodes), Arrays.copyOf(left, nodes));
    }

    private void grow(int node, int from, int to) {
      input[node] = -1;
      double sum = 0;
      boolean constant = true;
      for (int i = from; i < to; i++) {
        sum += target[rows[i]];
        constant &= target[rows[i]] == target[rows[from]];
      }
      value[node] = sum / (to - from);
      if (to - from <= leaf || constant || !choose(node, from, to, sum)) {
        return;
      }
      int middle = part(node, from, to);
      left[node] = nodes;
      nodes += 2;
      int first = left[node];
      grow(first, from, middle);
      grow(first + 1, middle, to);
    }

    /** False where all inputs are constant among the rows. */
    private boolean choose(int node, int from, int to, double sum) {
      int wanted = Math.max(FEWEST, (int) Math.round(inputFraction * columns.length));
      double best = Double.NEGATIVE_INFINITY;
      int drawn = 0;
      for (int place = 0; place < order.length && drawn < wanted; place++) {
        int other = place + below(order.length - place);
        int column = order[other];
        order[other] = order[place];
        order[place] = column;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
          least = Math.min(least, columns[column][rows[i]]);
          most = Math.max(most, columns[column][rows[i]]);
        }
        double threshold = least + (most - least) * random.nextDouble();
        // Constant inputs are not drawn; rounding must not leave the right side empty.
        if (threshold >= most) {
          continue;
        }
        drawn++;
        double gain = gain(columns[column], threshold, from, to, sum);
        if (gain > best) {
          best = gain;
          input[node] = column;
          value[node] = threshold;
        }
      }
      return input[node] >= 0;
    }

    /** The sum of squares that the means of both sides explain. */
    private double gain(double[] column, double threshold, int from, int to, double sum) {
      double below = 0;
      int count = 0;
      for (int i = from; i < to; i++) {
        if (column[rows[i]] <= threshold) {
          below += target[rows[i]];
          count++;
        }
      }
      double above = sum - below;
      return below * below / count + above * above / (to - from - count);
    }

    private int part(int node, int from, int to) {
      double[] column = columns[input[node]];
      int middle = from;
      for (int i = from; i < to; i++) {
        if (column[rows[i]] <= value[node]) {
          int row = rows[i];
          rows[i] = rows[middle];
          rows[middle++] = row;
        }
      }
      return middle;
    }

    /** Not nextInt: how Java bounds a draw may change between versions. */
    private int below(int bound) {
      return (int) ((random.nextLong() >>> 33) * bound >>> 31);
    }
  }

  private record Forest(List<Column> inputs, List<Column> outputs, Tree[] trees) implements Model {

    @Override
    public Predictions predict(Table rows) {
      Columns.require(inputs, rows);
      double[][] mean = new double[rows.rows()][1];
      double[][] deviation = new double[rows.rows()][1];
      for (int row = 0; row < rows.rows(); row++) {
        double sum = 0;
        double squares = 0;
        for (Tree tree : trees) {
          double said = tree.at(rows, row);
          sum += said;
          squares += said * said;
        }
        double centre = sum / trees.length;
        mean[row][0] = centre;
        deviation[row][0] = Math.sqrt(Math.max(0, squares / trees.length - centre * centre));
      }
      return new Predictions(outputs, mean, deviation);
    }
  }
}
