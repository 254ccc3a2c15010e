package org.suiseki.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/**
 * One line an output through standardised inputs, each with a Gaussian posterior over its
 * coefficients.
 */
public final class BayesianLinearModel implements Model {

  /** What {@code model.json} calls it. */
  public static final String KIND = "bayesian-ridge";

  private final Standardiser standardiser;
  private final List<Column> outputs;
  private final List<Posterior> posteriors;

  /**
   * One output.
   *
   * @param line the most probable line; its penalty is λ/α
   * @param noise α, the precision of the noise, in the inverse square of the output's unit
   * @param directions those in which the inputs of its training rows vary; outputs may share them
   */
  record Posterior(LinearModel.Line line, double noise, PrincipalDirections directions) {

    /**
     * √(1/α + xᵀΣx) with Σ⁻¹ = α XᵀX + λ. A direction in which the training rows do not vary keeps
     * the prior's whole variance 1/λ.
     */
    double deviation(double[] standardised) {
      double[] x = standardised.clone();
      double unseen = 0;
      for (int input = 0; input < x.length; input++) {
        x[input] -= directions.centre()[input];
        unseen += x[input] * x[input];
      }
      double variance = 0;
      for (int k = 0; k < directions.rank(); k++) {
        double along = directions.along(k, x);
        unseen -= along * along;
        variance += along * along / (directions.eigenvalues()[k] + line.penalty());
      }
      return Math.sqrt((1 + variance + Math.max(0, unseen) / line.penalty()) / noise);
    }
  }

  BayesianLinearModel(Standardiser standardiser, List<Column> outputs, List<Posterior> posteriors) {
    this.standardiser = standardiser;
    this.outputs = List.copyOf(outputs);
    this.posteriors = List.copyOf(posteriors);
  }

  @Override
  public List<Column> inputs() {
    return standardiser.columns();
  }

  @Override
  public List<Column> outputs() {
    return outputs;
  }

  /** The lines, without their doubt. */
  public List<LinearModel.Line> lines() {
    return posteriors.stream().map(Posterior::line).toList();
  }

  /** Standard deviation of the noise that each output is believed to carry, in its unit. */
  public double[] noiseDeviation() {
    return posteriors.stream().mapToDouble(posterior -> 1 / Math.sqrt(posterior.noise)).toArray();
  }

  /** Refuses rows with missing inputs. */
  @Override
  public Predictions predict(Table rows) {
    Table standardised = Columns.finite(standardiser.apply(rows));
    double[][] mean = new double[rows.rows()][outputs.size()];
    double[][] deviation = new double[rows.rows()][outputs.size()];
    for (int row = 0; row < rows.rows(); row++) {
      for (int output = 0; output < outputs.size(); output++) {
        Posterior posterior = posteriors.get(output);
        mean[row][output] = posterior.line.at(standardised, row);
        deviation[row][output] = posterior.deviation(standardised.row(row));
      }
    }
    return new Predictions(outputs, mean, deviation);
  }

  public StoredModel toStored() {
    Map<String, DenseArray> tensors = LinearModel.tensors(standardiser, lines());
    tensors.put(
        "noise", DenseArray.of(posteriors.stream().mapToDouble(Posterior::noise).toArray()));
    List<PrincipalDirections> distinct =
        posteriors.stream().map(Posterior::directions).distinct().toList();
    tensors.put(
        "directions",
        DenseArray.of(
            posteriors.stream().mapToLong(p -> distinct.indexOf(p.directions)).toArray()));
    for (int i = 0; i < distinct.size(); i++) {
      PrincipalDirections directions = distinct.get(i);
      String name = "directions." + i;
      tensors.put(name + ".centre", DenseArray.of(directions.centre()));
      tensors.put(name + ".eigenvalues", DenseArray.of(directions.eigenvalues()));
      long[] shape = {inputs().size(), directions.rank()};
      tensors.put(
          name + ".vectors", new DenseArray.Doubles(shape, directions.vectors().getData().clone()));
    }
    return StoredModel.of(KIND, inputs(), outputs).withTensors(tensors);
  }

  public static BayesianLinearModel from(StoredModel stored) {
    stored.requireKind(KIND);
    List<LinearModel.Line> lines = LinearModel.lines(stored);
    double[] noise = stored.doubles("noise", lines.size());
    long[] numbers = stored.longs("directions", lines.size());
    Map<Long, PrincipalDirections> distinct = new HashMap<>();
    List<Posterior> posteriors = new ArrayList<>();
    for (int output = 0; output < lines.size(); output++) {
      PrincipalDirections directions =
          distinct.computeIfAbsent(numbers[output], number -> directions(stored, number));
      posteriors.add(new Posterior(lines.get(output), noise[output], directions));
    }
    return new BayesianLinearModel(LinearModel.standardiser(stored), stored.outputs(), posteriors);
  }

  private static PrincipalDirections directions(StoredModel stored, long number) {
    String name = "directions." + number;
    int inputs = stored.inputs().size();
    int rank = stored.length(name + ".eigenvalues");
    return new PrincipalDirections(
        stored.doubles(name + ".centre", inputs),
        stored.doubles(name + ".eigenvalues", rank),
        DMatrixRMaj.wrap(inputs, rank, stored.doubles(name + ".vectors", inputs, rank)));
  }
}
