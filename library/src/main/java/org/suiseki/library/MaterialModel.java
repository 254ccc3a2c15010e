package org.suiseki.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.suiseki.describe.Descriptor;
import org.suiseki.describe.MaterialKind;
import org.suiseki.describe.MaterialText;
import org.suiseki.learn.BoostedTreesModel;
import org.suiseki.learn.Column;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.GaussianProcessModel;
import org.suiseki.learn.LinearModel;
import org.suiseki.learn.MeanModel;
import org.suiseki.learn.Model;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.MlpEnsemble;
import org.suiseki.matter.ElementTable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * From the text of a material to one property of it: descriptor, model, held-out error and domain
 * in one. What the library keeps.
 *
 * <pre>{@code
 * MaterialModel model = MaterialModel.from(ModelArchive.load(file));
 * model.predict(List.of("GaAs", "BN")).get(0).value(); // in model.property().unit()
 * }</pre>
 *
 * @param property that it predicts
 * @param kind of material that it reads
 * @param descriptor with options, see {@link MaterialText}
 * @param elements that the descriptor reads, where they are not the standard ones
 * @param columns of the descriptor's numbers that the model reads, ascending
 * @param scale on which the property was learned
 * @param error root mean square error over held-out rows, on that scale; it is the deviation of
 *     every answer where the model ascribes none to itself
 * @param range of the training rows
 * @param model from those columns to the property on that scale
 */
public record MaterialModel(
    Column property,
    MaterialKind kind,
    String descriptor,
    Optional<ElementTable> elements,
    int[] columns,
    TargetScale scale,
    double error,
    TrainingRange range,
    Model model) {
  /** What {@code model.json} calls it. */
  public static final String KIND = "material-model";

  private static final String PART = "model";

  /**
   * What it says of one material.
   *
   * @param value in the unit of the property; NaN where the material could not be read
   * @param deviation one standard deviation, in that unit
   * @param inDomain whether the material is like those of the training
   * @param note why not, or why there is no value; else empty
   */
  public record Answer(double value, double deviation, boolean inDomain, String note) {}

  public MaterialModel {
    if (model.inputs().size() != columns.length || model.outputs().size() != 1) {
      throw new LibraryException(
          "A model of "
              + model.inputs().size()
              + " inputs and "
              + model.outputs().size()
              + " outputs stands for "
              + columns.length
              + " columns and one property.",
          "Train it on the columns that are named, for one property.");
    }
  }

  /** Reads a cell into all numbers of the descriptor, before {@link #columns}. */
  public Descriptor<String> describer() {
    return MaterialText.descriptor(kind, descriptor, elements.orElseGet(ElementTable::standard));
  }

  /** One answer for each text, in their order. */
  public List<Answer> predict(List<String> materials) {
    return predict(materials.size(), DescribedMaterials.of(describer(), materials));
  }

  /**
   * The same where they are described already, for several models of one descriptor.
   *
   * @param count of the materials before any was refused
   */
  public List<Answer> predict(int count, DescribedMaterials described) {
    List<Answer> answers = new ArrayList<>();
    for (int place = 0; place < count; place++) {
      answers.add(new Answer(Double.NaN, Double.NaN, false, "It was not described."));
    }
    for (DescribedMaterials.Refused refused : described.refused()) {
      answers.set(refused.place(), new Answer(Double.NaN, Double.NaN, false, refused.reason()));
    }
    Table all = described.table().selectColumns(columns);
    int[] complete = IntStream.range(0, all.rows()).filter(row -> finite(all, row)).toArray();
    for (int row = 0; row < all.rows(); row++) {
      answers.set(
          described.places()[row],
          new Answer(Double.NaN, Double.NaN, false, "It lacks numbers that the model reads."));
    }
    if (complete.length > 0) {
      Table inputs = all.selectRows(complete);
      Predictions said = model.predict(inputs);
      for (int row = 0; row < complete.length; row++) {
        answers.set(described.places()[complete[row]], answer(inputs, said, row));
      }
    }
    return List.copyOf(answers);
  }

  private Answer answer(Table inputs, Predictions said, int row) {
    double value = scale.fromModel(said.mean()[row][0]);
    double deviation = scale.deviation(value, error);
    double distance = range.distance(inputs, row);
    boolean inside = distance <= range.border();
    String note =
        inside
            ? ""
            : String.format(
                Locale.ROOT,
                "%.2f times the border distance from the training materials",
                distance / range.border());
    return new Answer(value, deviation, inside, note);
  }

  private static boolean finite(Table table, int row) {
    for (int column = 0; column < table.width(); column++) {
      if (!Double.isFinite(table.get(row, column))) {
        return false;
      }
    }
    return true;
  }

  /**
   * As plain data of kind {@value #KIND}: the model inside as part {@code model}; in {@code
   * options} property, material, descriptor, scale and error; tensors {@code columns}, {@code
   * range.*}, and {@code elements} where the table of elements is not the standard one.
   */
  public StoredModel toStored() {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.put("material", kind.label()).put("descriptor", descriptor);
    options.put("scale", scale.label()).put("error", error);
    StoredElements.describe(elements, options);
    Map<String, DenseArray> tensors = new LinkedHashMap<>(range.tensors());
    tensors.put("columns", DenseArray.of(IntStream.of(columns).asLongStream().toArray()));
    elements.ifPresent(table -> tensors.put("elements", StoredElements.values(table)));
    Column text = new Column(kind.column(), "1");
    return StoredModel.of(KIND, List.of(text), List.of(property))
        .with("options", options)
        .withTensors(tensors)
        .withPart(PART, inner(model));
  }

  /** Reads what {@link #toStored()} wrote. */
  public static MaterialModel from(StoredModel stored) {
    stored.requireKind(KIND);
    ObjectNode options = stored.object("options");
    Model model = inner(stored.part(PART));
    int inputs = model.inputs().size();
    String kind = options.path("material").asString("");
    String scale = options.path("scale").asString("");
    return new MaterialModel(
        stored.outputs().get(0),
        MaterialKind.named(kind).orElseThrow(() -> unknown("material", kind)),
        options.path("descriptor").asString(""),
        StoredElements.read(options, stored),
        LongStream.of(stored.longs("columns", inputs)).mapToInt(Math::toIntExact).toArray(),
        scale(scale),
        options.path("error").asDouble(Double.NaN),
        TrainingRange.from(stored, inputs),
        model);
  }

  private static TargetScale scale(String name) {
    for (TargetScale scale : TargetScale.values()) {
      if (scale.label().equals(name)) {
        return scale;
      }
    }
    throw unknown("scale", name);
  }

  private static StoredModel inner(Model model) {
    if (model instanceof MlpEnsemble networks) {
      return networks.toStored();
    }
    if (model instanceof LinearModel line) {
      return line.toStored();
    }
    if (model instanceof BoostedTreesModel trees) {
      return trees.toStored();
    }
    if (model instanceof GaussianProcessModel process) {
      return process.toStored();
    }
    if (model instanceof MeanModel mean) {
      return mean.toStored();
    }
    throw unknown("model", model.getClass().getSimpleName());
  }

  private static Model inner(StoredModel stored) {
    return switch (stored.kind()) {
      case MlpEnsemble.KIND -> MlpEnsemble.from(stored);
      case LinearModel.KIND -> LinearModel.from(stored);
      case BoostedTreesModel.KIND -> BoostedTreesModel.from(stored);
      case GaussianProcessModel.KIND -> GaussianProcessModel.from(stored);
      case MeanModel.KIND -> MeanModel.from(stored);
      default -> throw unknown("model", stored.kind());
    };
  }

  private static LibraryException unknown(String what, String name) {
    return new LibraryException(
        "The " + what + " '" + name + "' of a material model is not known to this build.",
        "Update Suiseki, or train the model anew.");
  }
}
