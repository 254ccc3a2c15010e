package org.suiseki.learn.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.suiseki.learn.Column;
import org.suiseki.learn.Columns;
import org.suiseki.learn.CommonScale;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A trained autoencoder. The coordinates of a variational one are the means.
 *
 * <p>The weights are plain arrays; libtorch is used inside each call alone, so that a model needs
 * no closing and may be used from many threads. It computes in single precision: a coordinate has
 * some six digits.
 */
public final class Autoencoder implements LatentModel {
  /** What {@code model.json} calls it. */
  public static final String KIND = "autoencoder";

  private static final int ROWS_AT_ONCE = 512;

  private final Variant variant;
  private final AutoencoderOptions.Layers layers;
  private final int size;
  private final CommonScale scale;
  private final CoderShape shape;
  private final CoderShape.Numbers numbers;

  private Autoencoder(
      Variant variant,
      AutoencoderOptions.Layers layers,
      int size,
      CommonScale scale,
      CoderShape shape,
      CoderShape.Numbers numbers) {
    this.variant = variant;
    this.layers = layers;
    this.size = size;
    this.scale = scale;
    this.shape = shape;
    this.numbers = numbers;
  }

  /**
   * @param trained numbers of all layers; of a variational encoder's last layer the first half is
   *     the means, and the rest is left out
   */
  static Autoencoder of(AutoencoderOptions options, CommonScale scale, CoderShape.Numbers trained) {
    int size = options.size();
    CoderShape shape = CoderShape.of(options.layers(), scale.mean().length, size, size);
    int last = shape.encoder().size() - 1;
    float[][] weights = trained.weights().clone();
    float[][] biases = trained.biases().clone();
    int heads = biases[last].length;
    float[] means = new float[weights[last].length / heads * size];
    for (int i = 0; i < means.length; i++) {
      means[i] = weights[last][i / size * heads + i % size];
    }
    weights[last] = means;
    biases[last] = Arrays.copyOf(biases[last], size);
    return new Autoencoder(
        options.variant(),
        options.layers(),
        size,
        scale,
        shape,
        new CoderShape.Numbers(weights, biases));
  }

  @Override
  public List<Column> inputs() {
    return scale.columns();
  }

  @Override
  public int size() {
    return size;
  }

  public Variant variant() {
    return variant;
  }

  public Encoding encoding() {
    return layers.encoding();
  }

  @Override
  public double[][] encode(Table rows) {
    Columns.require(inputs(), rows);
    double[][] points = new double[rows.rows()][size];
    forEachBlock(
        rows.rows(),
        (from, count, parameters) -> {
          float[] scaled = scaled(rows.values(), from, count);
          float[] found = Torch.read(encoded(scaled, count, parameters));
          for (int i = 0; i < found.length; i++) {
            points[from + i / size][i % size] = found[i];
          }
        });
    return points;
  }

  /**
   * The same from single precision to single precision, for many rows at a time.
   *
   * @param rows count × inputs, in the units of the inputs
   * @param out count × {@link #size()}, filled
   * @throws LearnException where an array has another length, or a value is missing or infinite
   */
  public void encode(float[] rows, int count, float[] out) {
    int width = inputs().size();
    if (rows.length != (long) count * width || out.length != (long) count * size) {
      throw new LearnException(
          count
              + " rows of "
              + width
              + " inputs and "
              + size
              + " coordinates got arrays of "
              + rows.length
              + " and "
              + out.length
              + " values.",
          "Give rows × inputs and rows × coordinates.");
    }
    forEachBlock(
        count,
        (from, part, parameters) -> {
          float[] scaled = scaled(rows, from, part);
          float[] found = Torch.read(encoded(scaled, part, parameters));
          System.arraycopy(found, 0, out, from * size, found.length);
        });
  }

  @Override
  public Table decode(double[][] points) {
    int width = inputs().size();
    double[] values = new double[Math.multiplyExact(points.length, width)];
    forEachBlock(
        points.length,
        (from, count, parameters) -> {
          Tensor block = Torch.floats(flat(points, from, count), count, size);
          float[] rows = Torch.read(shape.decode(block, parameters));
          for (int i = 0; i < rows.length; i++) {
            values[from * width + i] = rows[i] * scale.scale() + scale.mean()[i % width];
          }
        });
    return new Table(inputs(), points.length, values);
  }

  @Override
  public double[][] gradient(Table rows, int coordinate) {
    Columns.require(inputs(), rows);
    if (coordinate < 0 || coordinate >= size) {
      throw new LearnException(
          "There is no coordinate " + coordinate + ".", "Give one from 0 to " + (size - 1) + ".");
    }
    int width = inputs().size();
    double[][] gradient = new double[rows.rows()][width];
    forEachBlock(
        rows.rows(),
        (from, count, parameters) -> {
          Tensor block = Torch.floats(scaled(rows.values(), from, count), count, width);
          Tensor leaf = block.set_requires_grad(true);
          // Rows do not meet in the network, so the gradient of the sum is that of each.
          shape.encode(leaf, parameters).select(1, coordinate).sum().backward();
          float[] slopes = Torch.read(leaf.grad());
          for (int i = 0; i < slopes.length; i++) {
            gradient[from + i / width][i % width] = slopes[i] / scale.scale();
          }
        });
    return gradient;
  }

  private Tensor encoded(float[] scaled, int count, CoderShape.Parameters parameters) {
    return shape.encode(Torch.floats(scaled, count, inputs().size()), parameters);
  }

  private interface Block {
    void compute(int from, int count, CoderShape.Parameters parameters);
  }

  private void forEachBlock(int rows, Block block) {
    Torch.threads(1);
    try (PointerScope all = new PointerScope()) {
      CoderShape.Parameters parameters = shape.tensors(numbers);
      for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
        try (PointerScope scope = new PointerScope()) {
          block.compute(from, Math.min(ROWS_AT_ONCE, rows - from), parameters);
        }
      }
    }
  }

  private float[] scaled(double[] rows, int from, int count) {
    int width = scale.mean().length;
    float[] scaled = new float[count * width];
    double[] mean = scale.mean();
    double inverse = 1 / scale.scale();
    float bad = 0;
    for (int row = 0; row < count; row++) {
      int source = (from + row) * width;
      int target = row * width;
      for (int i = 0; i < width; i++) {
        float value = (float) ((rows[source + i] - mean[i]) * inverse);
        scaled[target + i] = value;
        bad += 0 * value;
      }
    }
    requireFinite(bad, scaled, from);
    return scaled;
  }

  private float[] scaled(float[] rows, int from, int count) {
    int width = scale.mean().length;
    float[] scaled = new float[count * width];
    double[] mean = scale.mean();
    double inverse = 1 / scale.scale();
    float bad = 0;
    for (int row = 0; row < count; row++) {
      int source = (from + row) * width;
      int target = row * width;
      for (int i = 0; i < width; i++) {
        float value = (float) ((rows[source + i] - mean[i]) * inverse);
        scaled[target + i] = value;
        bad += 0 * value;
      }
    }
    requireFinite(bad, scaled, from);
    return scaled;
  }

  /**
   * @param bad the sum of 0 × value, which only a value that is not finite makes other than 0
   */
  private void requireFinite(float bad, float[] scaled, int from) {
    if (bad == 0) {
      return;
    }
    int width = inputs().size();
    int i = 0;
    while (Float.isFinite(scaled[i])) {
      i++;
    }
    throw new LearnException(
        "Row " + (from + i / width) + " has no finite value for " + inputs().get(i % width) + ".",
        "Leave the row out, or fill the value in.");
  }

  private float[] flat(double[][] points, int from, int count) {
    float[] flat = new float[count * size];
    for (int row = 0; row < count; row++) {
      double[] point = points[from + row];
      if (point.length != size || !Arrays.stream(point).allMatch(Double::isFinite)) {
        throw new LearnException(
            "The point " + Arrays.toString(point) + " is not one of this space.",
            "Give " + size + " finite coordinates.");
      }
      for (int i = 0; i < size; i++) {
        flat[row * size + i] = (float) point[i];
      }
    }
    return flat;
  }

  /**
   * As plain data of kind {@value #KIND}: for each layer {@code l} the tensors {@code
   * encoder-l.weight} and {@code encoder-l.bias}, and the same of the {@code decoder} (F32; dense
   * weights are inputs × outputs, those of convolutions short side × long side × kernel), and what
   * {@link CommonScale#tensors()} says.
   */
  @Override
  public StoredModel toStored() {
    Map<String, DenseArray> tensors = new LinkedHashMap<>(scale.tensors());
    List<Layer> all = shape.all();
    for (int i = 0; i < all.size(); i++) {
      long[] form = Arrays.stream(all.get(i).weightShape()).asLongStream().toArray();
      float[] bias = numbers.biases()[i];
      tensors.put(name(shape, i) + ".weight", new DenseArray.Floats(form, numbers.weights()[i]));
      tensors.put(name(shape, i) + ".bias", new DenseArray.Floats(new long[] {bias.length}, bias));
    }
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.put("variant", lower(variant));
    options.put("encoding", lower(layers.encoding()));
    layers.widths().forEach(options.putArray("widths")::add);
    options.put("kernel", layers.kernel());
    options.put("stride", layers.stride());
    options.put("bridge", layers.bridge());
    options.put("activation", lower(layers.activation()));
    List<Column> outputs = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      outputs.add(new Column("z" + i, "1"));
    }
    return StoredModel.of(KIND, inputs(), outputs).with("options", options).withTensors(tensors);
  }

  /**
   * Reads what {@link #toStored()} wrote; other kinds may hold one inside, so the kind is not
   * looked at.
   *
   * @throws LearnException where the data do not fit together
   */
  public static Autoencoder from(StoredModel stored) {
    JsonNode options = stored.object("options");
    List<Integer> widths = new ArrayList<>();
    options.path("widths").forEach(width -> widths.add(width.asInt(0)));
    AutoencoderOptions.Layers layers =
        new AutoencoderOptions.Layers(
            constant(Encoding.class, options, "encoding"),
            widths,
            options.path("kernel").asInt(0),
            options.path("stride").asInt(0),
            options.path("bridge").asInt(0),
            constant(Activation.class, options, "activation"));
    int size = stored.outputs().size();
    CommonScale scale = CommonScale.from(stored);
    if (size == 0 || scale.mean().length == 0) {
      throw new LearnException(
          "The model has " + scale.mean().length + " inputs and " + size + " coordinates.",
          "Its header is damaged: get it anew.");
    }
    CoderShape shape = CoderShape.of(layers, scale.mean().length, size, size);
    List<Layer> all = shape.all();
    float[][] weights = new float[all.size()][];
    float[][] biases = new float[all.size()][];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = finite(stored, name(shape, i) + ".weight", all.get(i).weightShape());
      biases[i] = finite(stored, name(shape, i) + ".bias", all.get(i).biases());
    }
    return new Autoencoder(
        constant(Variant.class, options, "variant"),
        layers,
        size,
        scale,
        shape,
        new CoderShape.Numbers(weights, biases));
  }

  private static float[] finite(StoredModel stored, String name, int... form) {
    float[] values = stored.floats(name, form);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new LearnException(
            "The model's tensor '" + name + "' holds " + value + ".",
            "It is damaged: copy it again, or train and save it anew.");
      }
    }
    return values;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, JsonNode options, String field) {
    String name = options.path(field).asString("");
    for (E constant : type.getEnumConstants()) {
      if (lower(constant).equals(name)) {
        return constant;
      }
    }
    throw new LearnException(
        "The model's " + field + " '" + name + "' is not known.",
        "Known are " + Arrays.toString(type.getEnumConstants()) + "; use a newer build.");
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String name(CoderShape shape, int layer) {
    int encoders = shape.encoder().size();
    return layer < encoders ? "encoder-" + layer : "decoder-" + (layer - encoders);
  }

  @Override
  public String toString() {
    return lower(layers.encoding()) + " " + lower(variant) + " autoencoder of " + size;
  }
}
