package org.suiseki.learn.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.suiseki.learn.Column;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.DifferentiableModel;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A trained ensemble of perceptrons. Its mean is the mean of the members; its deviation is their
 * sample standard deviation, which knows of the scatter of training and not of the noise in the
 * data: recalibrate it before use.
 *
 * <p>The weights are plain arrays; libtorch is used for the products alone, inside each call, so
 * that an ensemble needs no closing and may be used from many threads.
 */
public final class MlpEnsemble implements DifferentiableModel {
  /** What {@code model.json} calls it. */
  public static final String KIND = "mlp-ensemble";

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

  /** Widths of all layers of each network, inputs and outputs included. */
  public List<Integer> widths() {
    return widths;
  }

  /** The non-linearity between the layers. */
  public Activation activation() {
    return activation;
  }

  /** The numbers of one network, in the layout of {@link MlpWeights}; not to be changed. */
  float[] member(int member) {
    return members.get(member);
  }

  Scaling inputScaling() {
    return inputScaling;
  }

  Scaling outputScaling() {
    return outputScaling;
  }

  /** One of the networks as an ensemble of its own. */
  public MlpEnsemble only(int member) {
    return new MlpEnsemble(
        inputs,
        outputs,
        widths,
        activation,
        List.of(members.get(member)),
        inputScaling,
        outputScaling);
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

  /**
   * What each network says by itself, in the scale it was trained in: members × (rows × outputs).
   */
  float[][] eachMember(Table rows) {
    float[][] said = new float[members.size()][rows.rows() * outputs.size()];
    forEachBlock(
        rows,
        (block, from) -> {
          for (int member = 0; member < said.length; member++) {
            float[] part = Torch.read(pass(member, block).output);
            System.arraycopy(part, 0, said[member], from * outputs.size(), part.length);
          }
        });
    return said;
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
    return features(rows, hiddenLayers() - 1);
  }

  /**
   * Activations of one hidden layer, rows × features (members of an ensemble side by side).
   *
   * @param layer from 0, the nearest to the inputs, to {@link #hiddenLayers()} − 1
   */
  public double[][] features(Table rows, int layer) {
    if (layer < 0 || layer >= hiddenLayers()) {
      throw new LearnException(
          "There is no hidden layer " + layer + ".",
          "Give one from 0 to " + (hiddenLayers() - 1) + ".");
    }
    int width = widths.get(layer + 1);
    double[][] features = new double[rows.rows()][width * members.size()];
    forEachBlock(
        rows,
        (block, from) -> {
          for (int member = 0; member < members.size(); member++) {
            float[] hidden = Torch.read(pass(member, block).hidden(layer));
            for (int i = 0; i < hidden.length; i++) {
              features[from + i / width][member * width + i % width] = hidden[i];
            }
          }
        });
    return features;
  }

  /** Hidden layers of each network. */
  public int hiddenLayers() {
    return widths.size() - 2;
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

  void requireInputs(Table rows) {
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

  /**
   * As plain data of kind {@value #KIND}: for each member {@code m} and layer {@code l} the tensors
   * {@code network-m.layer-l.weight} (fan-in × fan-out, F32) and {@code network-m.layer-l.bias}
   * (fan-out, F32); the means and scales of inputs and outputs as F32 vectors.
   */
  public StoredModel toStored() {
    Map<String, DenseArray> tensors = new LinkedHashMap<>();
    for (int member = 0; member < members.size(); member++) {
      putMember(tensors, member);
    }
    tensors.put("input-mean", vector(inputScaling.mean()));
    tensors.put("input-scale", vector(inputScaling.scale()));
    tensors.put("output-mean", vector(outputScaling.mean()));
    tensors.put("output-scale", vector(outputScaling.scale()));
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.put("activation", activation.name().toLowerCase(Locale.ROOT));
    options.put("members", members.size());
    widths.subList(1, widths.size() - 1).forEach(options.putArray("hidden")::add);
    return StoredModel.of(KIND, inputs, outputs).with("options", options).withTensors(tensors);
  }

  private void putMember(Map<String, DenseArray> tensors, int member) {
    float[] block = members.get(member);
    int layers = widths.size() - 1;
    int offset = 0;
    for (int part = 0; part < 2 * layers; part++) {
      int layer = part % layers;
      boolean weight = part < layers;
      int out = widths.get(layer + 1);
      long[] shape = weight ? new long[] {widths.get(layer), out} : new long[] {out};
      int size = (weight ? widths.get(layer) : 1) * out;
      tensors.put(
          tensorName(member, layer, weight),
          new DenseArray.Floats(shape, Arrays.copyOfRange(block, offset, offset + size)));
      offset += size;
    }
  }

  /**
   * Reads what {@link #toStored()} wrote; other kinds may hold one inside, so the kind is not
   * looked at.
   */
  public static MlpEnsemble from(StoredModel stored) {
    JsonNode options = stored.object("options");
    List<Integer> widths = new ArrayList<>();
    widths.add(stored.inputs().size());
    options.path("hidden").forEach(width -> widths.add(width.asInt(0)));
    widths.add(stored.outputs().size());
    if (widths.size() < 3 || widths.stream().anyMatch(width -> width < 1)) {
      throw new LearnException(
          "The model's layers are " + widths + " wide.", "Its header is damaged: get it anew.");
    }
    List<float[]> members = new ArrayList<>();
    for (int member = 0; member < options.path("members").asInt(0); member++) {
      members.add(member(stored, member, widths));
    }
    if (members.isEmpty()) {
      throw new LearnException(
          "The model holds no network.", "Its header is damaged: get it anew.");
    }
    return new MlpEnsemble(
        stored.inputs(),
        stored.outputs(),
        widths,
        activation(options.path("activation").asString("")),
        members,
        new Scaling(
            stored.floats("input-mean", widths.get(0)),
            stored.floats("input-scale", widths.get(0))),
        new Scaling(
            stored.floats("output-mean", stored.outputs().size()),
            stored.floats("output-scale", stored.outputs().size())));
  }

  private static float[] member(StoredModel stored, int member, List<Integer> widths) {
    int layers = widths.size() - 1;
    List<float[]> parts = new ArrayList<>();
    for (int part = 0; part < 2 * layers; part++) {
      int layer = part % layers;
      boolean weight = part < layers;
      int out = widths.get(layer + 1);
      String name = tensorName(member, layer, weight);
      parts.add(weight ? stored.floats(name, widths.get(layer), out) : stored.floats(name, out));
    }
    // Only now: the header alone may ask for any size, the tensors are as long as they are.
    float[] block = new float[Math.toIntExact(MlpWeights.size(1, widths))];
    int offset = 0;
    for (float[] values : parts) {
      System.arraycopy(values, 0, block, offset, values.length);
      offset += values.length;
    }
    return block;
  }

  private static Activation activation(String name) {
    for (Activation activation : Activation.values()) {
      if (activation.name().equalsIgnoreCase(name)) {
        return activation;
      }
    }
    throw new LearnException(
        "The model's activation '" + name + "' is not known.",
        "Known are " + Arrays.toString(Activation.values()) + "; use a newer build.");
  }

  private static String tensorName(int member, int layer, boolean weight) {
    return "network-" + member + ".layer-" + layer + (weight ? ".weight" : ".bias");
  }

  private static DenseArray vector(float[] values) {
    return new DenseArray.Floats(new long[] {values.length}, values);
  }

  @Override
  public String toString() {
    return members.size() + " networks " + Arrays.toString(widths.toArray());
  }
}
