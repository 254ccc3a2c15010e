package org.suiseki.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The trees of a {@link ForestClassifier}. */
public final class ForestModel implements ClassModel {

  /** What {@code model.json} calls it. */
  public static final String KIND = "class-forest";

  private final List<Column> inputs;
  private final List<String> classes;
  private final List<Tree> trees;

  ForestModel(List<Column> inputs, List<String> classes, List<Tree> trees) {
    this.inputs = List.copyOf(inputs);
    this.classes = List.copyOf(classes);
    this.trees = List.copyOf(trees);
  }

  @Override
  public List<Column> inputs() {
    return inputs;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  /** How many trees it has. */
  public int size() {
    return trees.size();
  }

  /** Refuses rows with missing inputs. */
  @Override
  public ClassProbabilities predict(Table rows) {
    Columns.require(inputs, rows);
    Columns.finite(rows);
    double[][] said = new double[rows.rows()][classes.size()];
    for (Tree tree : trees) {
      for (int row = 0; row < said.length; row++) {
        tree.addTo(said[row], rows.values(), row * inputs.size());
      }
    }
    for (double[] one : said) {
      double sum = Arrays.stream(one).sum();
      Arrays.setAll(one, place -> one[place] / sum);
    }
    return new ClassProbabilities(classes, said);
  }

  /**
   * All nodes of all trees behind one another: {@code nodes} (how many each tree has), {@code
   * column}, {@code cut}, {@code child} and {@code shares} as {@link Tree} has them.
   */
  @Override
  public StoredModel toStored() {
    int total = trees.stream().mapToInt(Tree::nodes).sum();
    int width = classes.size();
    long[] column = new long[total];
    long[] child = new long[total];
    double[] cut = new double[total];
    float[] shares = new float[total * width];
    int from = 0;
    for (Tree tree : trees) {
      for (int node = 0; node < tree.nodes(); node++) {
        column[from + node] = tree.column()[node];
        child[from + node] = tree.child()[node];
      }
      System.arraycopy(tree.cut(), 0, cut, from, tree.nodes());
      System.arraycopy(tree.shares(), 0, shares, from * width, tree.nodes() * width);
      from += tree.nodes();
    }
    Map<String, DenseArray> tensors = new LinkedHashMap<>();
    tensors.put("nodes", DenseArray.of(trees.stream().mapToLong(Tree::nodes).toArray()));
    tensors.put("column", DenseArray.of(column));
    tensors.put("child", DenseArray.of(child));
    tensors.put("cut", DenseArray.of(cut));
    tensors.put("shares", new DenseArray.Floats(new long[] {total, width}, shares));
    return StoredModel.of(KIND, inputs, ClassModel.columns(classes)).withTensors(tensors);
  }

  /** Refuses trees whose questions lead in circles or nowhere. */
  public static ForestModel from(StoredModel stored) {
    stored.requireKind(KIND);
    List<String> classes = ClassModel.classes(stored);
    int width = classes.size();
    long[] nodes = stored.longs("nodes", stored.length("nodes"));
    int total = stored.length("cut");
    long[] column = stored.longs("column", total);
    long[] child = stored.longs("child", total);
    double[] cut = stored.doubles("cut", total);
    float[] shares = stored.floats("shares", total, width);
    List<Tree> trees = new ArrayList<>();
    int from = 0;
    for (long count : nodes) {
      if (count < 1 || count > total - from) {
        throw unsound();
      }
      int to = from + (int) count;
      for (int node = from; node < to; node++) {
        requireNode(column[node], child[node], node - from, count, stored.inputs().size());
      }
      trees.add(
          new Tree(
              Arrays.stream(column, from, to).mapToInt(one -> (int) one).toArray(),
              Arrays.copyOfRange(cut, from, to),
              Arrays.stream(child, from, to).mapToInt(one -> (int) one).toArray(),
              Arrays.copyOfRange(shares, from * width, to * width)));
      from = to;
    }
    if (trees.isEmpty() || from != total) {
      throw unsound();
    }
    return new ForestModel(stored.inputs(), classes, trees);
  }

  private static void requireNode(long column, long child, int node, long nodes, int inputs) {
    boolean leaf = column == -1;
    boolean question = column >= 0 && column < inputs && child > node && child + 1 < nodes;
    if (!leaf && !question) {
      throw unsound();
    }
  }

  private static LearnException unsound() {
    return new LearnException(
        "The stored forest has a tree that is not one.",
        "Copy it again, or train and save it anew.");
  }
}
