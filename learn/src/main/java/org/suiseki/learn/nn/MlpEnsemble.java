package org.suiseki.learn.nn;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.suiseki.learn.Column;
import org.suiseki.learn.DifferentiableModel;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Table;

/**
 * A trained ensemble of perceptrons. Its mean is the mean of the members; its deviation is their
 * sample standard deviation, which knows of the scatter of training and not of the noise in the
 * data: recalibrate it before use.
 *
 * <p>The weights are plain arrays; libtorch is used for the products alone, inside each call, so
 * that an ensemble needs no closing and may be used from many threads.
 */
public final class MlpEnsemble implements DifferentiableModel {
  private static final int ROWS_AT_ONCE = 2048;

  private final List<Column> inputs;
  private final List<Column> outputs;
  private final List<Integer> widths;
  private final Activation activation;
  private final List<float[]> members;
  private final Scaling inputScaling;
  private final Scaling outputScaling;

  MlpEnsemble(
      List<Column> inputs,
      List<Column> outputs,
      List<Integer> widths,
      Activation activation,
      List<float[]> members,
      Scaling inputScaling,
      Scaling outputScaling) {
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    this.widths = List.copyOf(widths);
    this.activation = activation;
    this.members = List.copyOf(members);
    this.inputScaling = inputScaling;
    this.outputScaling = outputScaling;
  }

  @Override
  public List<Column> inputs() {
    return inputs;
  }

  @Override
  public List<Column> outputs() {
    return outputs;
  }

  /** Networks in the ensemble. */
  public int size() {
    return members.size();
  }

  @Override
  public Predictions predict(Table rows) {
    double[][] mean = new double[rows.rows()][outputs.size()];
    double[][] deviation = new double[rows.rows()][outputs.size()];
    forEachBlock(
        rows,
        (block, from) -> {
          int targets = outputs.size();
          float[][] said = new float[members.size()][];
          for (int member = 0; member < said.length; member++) {
            said[member] = Torch.read(pass(member, block).output);
          }
          for (int i = 0; i < said[0].length; i++) {
            int row = from + i / targets;
            int target = i % targets;
            summarise(said, i, target, mean[row], deviation[row]);
          }
        });
    return new Predictions(outputs, mean, deviation);
  }

  private void summarise(float[][] said, int i, int target, double[] mean, double[] deviation) {
    double sum = 0;
    for (float[] one : said) {
      sum += one[i];
    }
    double centre = sum / said.length;
    double squares = 0;
    for (float[] one : said) {
      squares += (one[i] - centre) * (one[i] - centre);
    }
    double scale = outputScaling.scale()[target];
    mean[target] = outputScaling.mean()[target] + scale * centre;
    deviation[target] =
        said.length < 2 ? Double.NaN : scale * Math.sqrt(squares / (said.length - 1));
  }

  @Override
  public double[][] gradient(Table rows, int output) {
    double[][] gradient = new double[rows.rows()][inputs.size()];
    double outputScale = outputScaling.scale()[output];
    forEachBlock(
        rows,
        (block, from) -> {
          for (int member = 0; member < members.size(); member++) {
            MlpPass pass = pass(member, block);
            Tensor seed = torch.zeros_like(pass.output);
            seed.select(2, output).fill_(MlpPass.scalar(outputScale / members.size()));
            float[] part = Torch.read(pass.inputGradient(seed));
            for (int i = 0; i < part.length; i++) {
              int column = i % inputs.size();
              gradient[from + i / inputs.size()][column] += part[i] / inputScaling.scale()[column];
            }
          }
        });
    return gradient;
  }

  @Override
  public double[][] features(Table rows) {
    int width = widths.get(widths.size() - 2);
    double[][] features = new double[rows.rows()][width * members.size()];
    forEachBlock(
        rows,
        (block, from) -> {
          for (int member = 0; member < members.size(); member++) {
            float[] hidden = Torch.read(pass(member, block).lastHidden());
            for (int i = 0; i < hidden.length; i++) {
              features[from + i / width][member * width + i % width] = hidden[i];
            }
          }
        });
    return features;
  }

  private MlpPass pass(int member, Tensor block) {
    return new MlpPass(MlpWeights.of(members.get(member), 1, widths), activation, block, 0, null);
  }

  private interface BlockReader {
    void read(Tensor block, int from);
  }

  /**
   * Gives the standardised rows block by block, as 1 × rows × inputs, each in a scope of its own.
   */
  private void forEachBlock(Table rows, BlockReader reader) {
    requireInputs(rows);
    for (int from = 0; from < rows.rows(); from += ROWS_AT_ONCE) {
      int count = Math.min(ROWS_AT_ONCE, rows.rows() - from);
      try (PointerScope scope = new PointerScope()) {
        reader.read(Torch.floats(standardised(rows, from, count), 1, count, inputs.size()), from);
      }
    }
  }

  private float[] standardised(Table rows, int from, int count) {
    int width = inputs.size();
    float[] values = new float[count * width];
    for (int i = 0; i < values.length; i++) {
      int column = i % width;
      double value = rows.values()[from * width + i];
      values[i] = (float) ((value - inputScaling.mean()[column]) / inputScaling.scale()[column]);
    }
    return values;
  }

  private void requireInputs(Table rows) {
    if (!rows.columns().equals(inputs)) {
      throw new LearnException(
          "The network reads "
              + inputs.size()
              + " columns from "
              + inputs.get(0)
              + " to "
              + inputs.get(inputs.size() - 1)
              + ", but got "
              + rows.columns().size()
              + " others.",
          "Describe the rows with the preprocessing that is stored in the model.");
    }
  }

  @Override
  public String toString() {
    return members.size() + " networks " + Arrays.toString(widths.toArray());
  }
}
