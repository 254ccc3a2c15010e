package org.suiseki.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A Gaussian process an output. It keeps its training rows; loading it factorises their covariance
 * again.
 */
public final class GaussianProcessModel implements DifferentiableModel {

  /** What {@code model.json} calls it. */
  public static final String KIND = "gaussian-process";

  /** σ², ν², τ², and mean and unit of the target; behind the lengths. */
  private static final int HYPERPARAMETERS = 5;

  private final Standardiser standardiser;
  private final Table train;
  private final List<Column> outputs;
  private final GaussianProcess.Kernel kernel;
  private final List<GaussianOutput> processes;

  GaussianProcessModel(
      Standardiser standardiser,
      Table train,
      List<Column> outputs,
      GaussianProcess.Kernel kernel,
      List<GaussianOutput> processes) {
    this.standardiser = standardiser;
    this.train = train;
    this.outputs = List.copyOf(outputs);
    this.kernel = kernel;
    this.processes = List.copyOf(processes);
  }

  /**
   * What one output learned.
   *
   * @param lengths how far an input must move to change the answer, in the unit of the input: short
   *     ones matter
   * @param signalDeviation σ, in the unit of the output
   * @param noiseDeviation ν, in the unit of the output
   * @param slopeDeviation of the trend, in units of the output for one standard deviation of an
   *     input; 0 without a trend
   * @param logLikelihood ln p(targets | inputs, hyperparameters), of standardised targets
   */
  public record Learned(
      double[] lengths,
      double signalDeviation,
      double noiseDeviation,
      double slopeDeviation,
      double logLikelihood) {}

  @Override
  public List<Column> inputs() {
    return standardiser.columns();
  }

  @Override
  public List<Column> outputs() {
    return outputs;
  }

  /** How many rows it was trained on, with and without targets. */
  public int rows() {
    return train.rows();
  }

  public Learned learned(int output) {
    GaussianOutput process = processes.get(output);
    Covariance covariance = process.covariance();
    double[] lengths = covariance.lengths().clone();
    for (int input = 0; input < lengths.length; input++) {
      lengths[input] *= standardiser.scale()[input];
    }
    return new Learned(
        lengths,
        process.unit() * Math.sqrt(covariance.signal()),
        process.unit() * Math.sqrt(covariance.noise()),
        process.unit() * Math.sqrt(covariance.trend()),
        process.logLikelihood());
  }

  /**
   * Mean and deviation of a new observation, noise included. Refuses rows with missing inputs.
   * O(training rows²) a row.
   */
  @Override
  public Predictions predict(Table rows) {
    Table standardised = Columns.finite(standardiser.apply(rows));
    double[][] mean = new double[rows.rows()][outputs.size()];
    double[][] deviation = new double[rows.rows()][outputs.size()];
    for (int row = 0; row < rows.rows(); row++) {
      double[] x = standardised.row(row);
      for (int output = 0; output < outputs.size(); output++) {
        processes.get(output).predict(x, output, mean[row], deviation[row]);
      }
    }
    return new Predictions(outputs, mean, deviation);
  }

  /**
   * What is said of each training row when it and all rows of its group are taken away, without a
   * refit: exact for these hyperparameters and this scaling, which have seen all rows. O(rows³) an
   * output. Where hyperparameters matter, as with fewer than some tens of groups, fit anew without
   * each.
   *
   * @param groups of the training rows, in the order of the split
   * @return a row for each of them; NaN where it has no target
   */
  public Predictions leaveOut(List<String> groups) {
    if (groups.size() != train.rows()) {
      throw new LearnException(
          groups.size() + " groups for " + train.rows() + " training rows.",
          "Give the group of each training row, in the order of the split.");
    }
    Map<String, Integer> numbers = new HashMap<>();
    int[] group = new int[groups.size()];
    Arrays.setAll(group, row -> numbers.computeIfAbsent(groups.get(row), key -> numbers.size()));
    return leaveOut(group);
  }

  /** As {@link #leaveOut(List)}, each row alone. */
  public Predictions leaveOut() {
    return leaveOut(IntStream.range(0, train.rows()).toArray());
  }

  private Predictions leaveOut(int[] groups) {
    double[][] mean = new double[train.rows()][outputs.size()];
    double[][] deviation = new double[train.rows()][outputs.size()];
    for (int row = 0; row < train.rows(); row++) {
      Arrays.fill(mean[row], Double.NaN);
      Arrays.fill(deviation[row], Double.NaN);
    }
    for (int output = 0; output < outputs.size(); output++) {
      processes.get(output).leaveOut(groups, output, mean, deviation);
    }
    return new Predictions(outputs, mean, deviation);
  }

  @Override
  public double[][] gradient(Table rows, int output) {
    Table standardised = Columns.finite(standardiser.apply(rows));
    double[][] gradient = new double[rows.rows()][];
    for (int row = 0; row < gradient.length; row++) {
      gradient[row] = processes.get(output).gradient(standardised.row(row));
      for (int input = 0; input < gradient[row].length; input++) {
        gradient[row][input] /= standardiser.scale()[input];
      }
    }
    return gradient;
  }

  /**
   * The covariance with each training row, outputs side by side: a process is linear in these, as a
   * network is in its last layer.
   */
  @Override
  public double[][] features(Table rows) {
    Table standardised = Columns.finite(standardiser.apply(rows));
    double[][] features = new double[rows.rows()][];
    for (int row = 0; row < features.length; row++) {
      double[] x = standardised.row(row);
      features[row] =
          processes.stream()
              .flatMapToDouble(process -> Arrays.stream(process.likeness(x)))
              .toArray();
    }
    return features;
  }

  /** The model as plain data. */
  public StoredModel toStored() {
    Map<String, DenseArray> tensors = new LinkedHashMap<>();
    tensors.put("input.mean", DenseArray.of(standardiser.mean()));
    tensors.put("input.scale", DenseArray.of(standardiser.scale()));
    tensors.put(
        "rows", new DenseArray.Doubles(new long[] {train.rows(), train.width()}, train.values()));
    for (int output = 0; output < processes.size(); output++) {
      GaussianOutput process = processes.get(output);
      String prefix = "process." + output + ".";
      long[] rows = Arrays.stream(process.rows()).asLongStream().toArray();
      tensors.put(prefix + "rows", DenseArray.of(rows));
      tensors.put(prefix + "targets", DenseArray.of(process.target()));
      tensors.put(prefix + "hyperparameters", DenseArray.of(hyperparameters(process)));
    }
    return StoredModel.of(KIND, inputs(), outputs)
        .with("options", JsonNodeFactory.instance.objectNode().put("kernel", name(kernel)))
        .withTensors(tensors);
  }

  /** Refuses what no fit can have made; the rest is as good as the hashes of the archive. */
  public static GaussianProcessModel from(StoredModel stored) {
    stored.requireKind(KIND);
    Standardiser standardiser = LinearModel.standardiser(stored);
    int width = stored.inputs().size();
    int rows = stored.length("rows") / Math.max(1, width);
    GaussianProcess.requireRows(rows);
    List<Column> pure =
        stored.inputs().stream().map(column -> new Column(column.name(), "1")).toList();
    Table train = Columns.finite(new Table(pure, rows, stored.doubles("rows", rows, width)));
    GaussianProcess.Kernel kernel = kernel(stored);
    List<GaussianOutput> processes = new ArrayList<>();
    for (int output = 0; output < stored.outputs().size(); output++) {
      processes.add(process(stored, "process." + output + ".", train, kernel));
    }
    return new GaussianProcessModel(standardiser, train, stored.outputs(), kernel, processes);
  }

  private static GaussianProcess.Kernel kernel(StoredModel stored) {
    String name = stored.object("options").path("kernel").asString("");
    for (GaussianProcess.Kernel kernel : GaussianProcess.Kernel.values()) {
      if (name(kernel).equals(name)) {
        return kernel;
      }
    }
    throw broken("It has the kernel '" + name + "'.");
  }

  private static String name(GaussianProcess.Kernel kernel) {
    return kernel.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static GaussianOutput process(
      StoredModel stored, String prefix, Table train, GaussianProcess.Kernel kernel) {
    int count = stored.length(prefix + "rows");
    int[] rows = new int[count];
    for (int k = 0; k < count; k++) {
      long row = stored.longs(prefix + "rows", count)[k];
      if (row < 0 || row >= train.rows()) {
        throw broken("It names row " + row + " of " + train.rows() + ".");
      }
      rows[k] = (int) row;
    }
    int width = train.width();
    double[] numbers = stored.doubles(prefix + "hyperparameters", width + HYPERPARAMETERS);
    for (int k = 0; k < numbers.length; k++) {
      boolean mayBeNull = k == width + 2 || k == width + 3;
      if (!Double.isFinite(numbers[k]) || (!mayBeNull && !(numbers[k] > 0))) {
        throw broken("Its '" + prefix + "hyperparameters' hold " + numbers[k] + ".");
      }
    }
    Covariance covariance =
        new Covariance(
            kernel,
            Arrays.copyOf(numbers, width),
            numbers[width],
            numbers[width + 1],
            numbers[width + 2]);
    return new GaussianOutput(
        rows,
        GaussianOutput.columns(train, rows),
        stored.doubles(prefix + "targets", count),
        numbers[width + 3],
        numbers[width + 4],
        covariance);
  }

  private static double[] hyperparameters(GaussianOutput process) {
    Covariance covariance = process.covariance();
    int width = covariance.lengths().length;
    double[] numbers = Arrays.copyOf(covariance.lengths(), width + HYPERPARAMETERS);
    numbers[width] = covariance.signal();
    numbers[width + 1] = covariance.noise();
    numbers[width + 2] = covariance.trend();
    numbers[width + 3] = process.mean();
    numbers[width + 4] = process.unit();
    return numbers;
  }

  private static LearnException broken(String why) {
    return new LearnException(
        "The stored Gaussian process is not sound. " + why,
        "Copy the model again, or train and save it anew.");
  }
}
