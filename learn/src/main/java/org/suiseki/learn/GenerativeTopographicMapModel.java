package org.suiseki.learn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sheet of nodes through rows of inputs, with noise around it; made by {@link
 * GenerativeTopographicMap}. A row is on every node to some degree, its responsibilities; its point
 * is their mean over the nodes.
 *
 * <p>Stored as plain data: {@code nodes} (K × coordinates) with shape, rows and columns among the
 * options, {@code centres} (centres × coordinates), {@code weights} (centres + 1 × inputs), {@code
 * numbers} (width of a basis function, β), {@code history}, and the {@link CommonScale}.
 */
public final class GenerativeTopographicMapModel implements LatentModel {

  /** What {@code model.json} calls it. */
  public static final String KIND = "gtm";

  private final CommonScale scale;
  private final LatentGrid nodes;
  private final RadialKernel basis;
  private final double[] weights;
  private final double precision;
  private final double[] history;
  private final double[] sheet;

  GenerativeTopographicMapModel(
      CommonScale scale,
      LatentGrid nodes,
      RadialKernel basis,
      double[] weights,
      double precision,
      double[] history) {
    this.scale = scale;
    this.nodes = nodes;
    this.basis = basis;
    this.weights = weights;
    this.precision = precision;
    this.history = history;
    this.sheet = scaled(nodes.nodes());
  }

  @Override
  public List<Column> inputs() {
    return scale.columns();
  }

  @Override
  public int size() {
    return nodes.size();
  }

  /** Where rows may be put. */
  public LatentGrid nodes() {
    return nodes;
  }

  /** The deviation of a row from its node in every input, in scaled inputs; 1/√β. */
  public double noise() {
    return 1 / Math.sqrt(precision);
  }

  /**
   * The penalised log-likelihood at the start and after each round; without those in which each row
   * had a node of its own.
   */
  public double[] history() {
    return history.clone();
  }

  /** The row that each node stands for. */
  public Table prototypes() {
    return scale.restore(sheet);
  }

  /** How much of each row is on each node: rows × nodes, each row with the sum 1. */
  public double[][] responsibilities(Table rows) {
    double[] scaled = scale.apply(rows);
    double[][] result = new double[rows.rows()][nodes.count()];
    for (int row = 0; row < result.length; row++) {
      TopographicFit.responsibilities(scaled, row, sheet, precision, rows.width(), result[row], 0);
    }
    return result;
  }

  /** The mean of each row's responsibilities over the nodes. */
  @Override
  public double[][] encode(Table rows) {
    double[][] points = responsibilities(rows);
    for (int row = 0; row < points.length; row++) {
      points[row] = mean(points[row]);
    }
    return points;
  }

  /** The node that is most responsible for each row: the one whose prototype is nearest. */
  public int[] modes(Table rows) {
    double[][] all = responsibilities(rows);
    int[] modes = new int[all.length];
    for (int row = 0; row < modes.length; row++) {
      for (int node = 1; node < nodes.count(); node++) {
        modes[row] = all[row][node] > all[row][modes[row]] ? node : modes[row];
      }
    }
    return modes;
  }

  /**
   * A node of its own for each row, so that the total squared distance to the prototypes is least.
   *
   * @throws LearnException for more rows than nodes
   */
  public int[] pairing(Table rows) {
    if (rows.rows() > nodes.count()) {
      throw new LearnException(
          rows.rows() + " rows cannot have one of " + nodes.count() + " nodes each.",
          "Lay out more nodes, or ask for the modes.");
    }
    return TopographicFit.pairing(scale.apply(rows), sheet, rows.width());
  }

  /**
   * log p of each row, as a density of the inputs in their own units.
   *
   * @return one a row
   */
  public double[] logLikelihood(Table rows) {
    double[] scaled = scale.apply(rows);
    int inputs = rows.width();
    double[] ignored = new double[nodes.count()];
    double[] result = new double[rows.rows()];
    double normal =
        0.5 * inputs * Math.log(precision / (2 * Math.PI))
            - Math.log(nodes.count())
            - inputs * Math.log(scale.scale());
    for (int row = 0; row < result.length; row++) {
      result[row] =
          normal
              + TopographicFit.responsibilities(scaled, row, sheet, precision, inputs, ignored, 0);
    }
    return result;
  }

  @Override
  public Table decode(double[][] points) {
    Points.require(points, size());
    return scale.restore(scaled(points));
  }

  /** β Σ_k r_k (x_k − mean) (y_k − mean), by the chain rule of the responsibilities. */
  @Override
  public double[][] gradient(Table rows, int coordinate) {
    Points.requireCoordinate(coordinate, size());
    double[][] all = responsibilities(rows);
    int inputs = rows.width();
    double[][] gradient = new double[all.length][inputs];
    for (int row = 0; row < all.length; row++) {
      double middle = mean(all[row])[coordinate];
      for (int node = 0; node < nodes.count(); node++) {
        double factor =
            all[row][node] * (nodes.nodes()[node][coordinate] - middle) * precision / scale.scale();
        for (int input = 0; input < inputs; input++) {
          gradient[row][input] += factor * sheet[node * inputs + input];
        }
      }
    }
    return gradient;
  }

  private double[] mean(double[] responsibilities) {
    double[] mean = new double[size()];
    for (int node = 0; node < responsibilities.length; node++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += responsibilities[node] * nodes.nodes()[node][i];
      }
    }
    return mean;
  }

  private double[] scaled(double[][] points) {
    int inputs = inputs().size();
    double[] result = new double[points.length * inputs];
    for (int point = 0; point < points.length; point++) {
      double[] functions = TopographicFit.functions(basis, points[point]);
      for (int m = 0; m < functions.length; m++) {
        for (int i = 0; i < inputs; i++) {
          result[point * inputs + i] += functions[m] * weights[m * inputs + i];
        }
      }
    }
    return result;
  }

  @Override
  public StoredModel toStored() {
    int inputs = inputs().size();
    Map<String, DenseArray> tensors = new LinkedHashMap<>(scale.tensors());
    tensors.put("nodes", DenseArray.of(nodes.nodes()));
    tensors.put(
        "centres", new DenseArray.Doubles(new long[] {basis.count(), size()}, basis.points()));
    tensors.put("weights", new DenseArray.Doubles(new long[] {basis.count() + 1, inputs}, weights));
    tensors.put("numbers", DenseArray.of(new double[] {basis.length(), precision}));
    tensors.put("history", DenseArray.of(history));
    ObjectNode grid = JsonNodeFactory.instance.objectNode();
    grid.put("shape", nodes.shape().name().toLowerCase(Locale.ROOT));
    grid.put("rows", nodes.rows()).put("columns", nodes.columns());
    return StoredModel.of(KIND, inputs(), List.of()).withTensors(tensors).with("options", grid);
  }

  /**
   * The model that {@link #toStored} gave.
   *
   * @throws LearnException where it is of another kind or damaged
   */
  public static GenerativeTopographicMapModel from(StoredModel stored) {
    stored.requireKind(KIND);
    LatentGrid nodes = grid(stored);
    int size = nodes.size();
    int inputs = stored.inputs().size();
    int centres = stored.length("centres") / Math.max(1, size);
    double[] numbers = stored.doubles("numbers", 2);
    if (!(numbers[0] > 0 && numbers[1] > 0)) {
      throw new LearnException(
          "The width or noise of a stored map is not above 0.", "Get the model anew.");
    }
    RadialKernel basis =
        RadialKernel.of(stored.doubles("centres", centres, size), size, numbers[0]);
    return new GenerativeTopographicMapModel(
        CommonScale.from(stored),
        nodes,
        basis,
        stored.doubles("weights", centres + 1, inputs),
        numbers[1],
        stored.doubles("history", stored.length("history")));
  }

  private static LatentGrid grid(StoredModel stored) {
    ObjectNode grid = stored.object("options");
    String named = grid.path("shape").asString("");
    LatentGrid.Shape shape =
        Arrays.stream(LatentGrid.Shape.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(named))
            .findFirst()
            .orElseThrow(() ->
                new LearnException(
                    "A stored map lies on a '" + named + "'.", "Get the model anew."));
    int rows = grid.path("rows").asInt(0);
    int columns = grid.path("columns").asInt(0);
    long count = Math.max(1, (long) rows * columns);
    int size = (int) (stored.length("nodes") / count);
    double[] flat = stored.doubles("nodes", (int) Math.min(count, Integer.MAX_VALUE), size);
    double[][] places = new double[(int) count][size];
    for (int k = 0; k < places.length; k++) {
      System.arraycopy(flat, k * size, places[k], 0, size);
    }
    return new LatentGrid(shape, rows, columns, places);
  }
}
