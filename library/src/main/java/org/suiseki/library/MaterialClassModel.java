package org.suiseki.library;

import java.util.ArrayList;
import java.util.Collections;
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
import org.suiseki.learn.ClassEnsemble;
import org.suiseki.learn.ClassModel;
import org.suiseki.learn.Column;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.ClassModels;
import org.suiseki.matter.ElementTable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * From the text of a material to the probability of each of some classes: what {@link
 * MaterialModel} is for a number.
 *
 * @param kind of material that it reads
 * @param descriptor with options, see {@link MaterialText}
 * @param elements that the descriptor reads, where they are not the standard ones
 * @param columns of the descriptor's numbers that the model reads, ascending
 * @param range of the training rows
 * @param model from those columns to probabilities
 */
public record MaterialClassModel(
    MaterialKind kind,
    String descriptor,
    Optional<ElementTable> elements,
    int[] columns,
    TrainingRange range,
    ClassEnsemble model) {
  /** What {@code model.json} calls it. */
  public static final String KIND = "material-classes";

  private static final String PART = "model";

  /**
   * What it says of one material.
   *
   * @param chances of each class; empty where the material could not be read
   * @param said the place of the class that it decides for; −1 where it could not be read
   * @param inDomain whether the material is like those of the training
   * @param note why not, or why there is no answer; else empty
   */
  public record Answer(List<Double> chances, int said, boolean inDomain, String note) {
    public Answer {
      chances = List.copyOf(chances);
    }

    static Answer none(String note) {
      return new Answer(List.of(), -1, false, note);
    }

    /** Whether there is one. */
    public boolean isKnown() {
      return !chances.isEmpty();
    }
  }

  public MaterialClassModel {
    if (model.inputs().size() != columns.length) {
      throw new LibraryException(
          "A model of " + model.inputs().size() + " inputs got " + columns.length + " columns.",
          "Train it on the columns that are named.");
    }
  }

  public List<String> classes() {
    return model.classes();
  }

  /** Reads a cell into all numbers of the descriptor, before {@link #columns}. */
  public Descriptor<String> describer() {
    return MaterialText.descriptor(kind, descriptor, elements.orElseGet(ElementTable::standard));
  }

  /** One answer for each text, in their order. */
  public List<Answer> predict(List<String> materials) {
    DescribedMaterials described = DescribedMaterials.of(describer(), materials);
    List<Answer> answers =
        new ArrayList<>(Collections.nCopies(materials.size(), Answer.none("Not described.")));
    for (DescribedMaterials.Refused refused : described.refused()) {
      answers.set(refused.place(), Answer.none(refused.reason()));
    }
    Table all = described.table().selectColumns(columns);
    int[] complete = IntStream.range(0, all.rows()).filter(row -> finite(all, row)).toArray();
    for (int row = 0; row < all.rows(); row++) {
      answers.set(described.places()[row], Answer.none("It lacks numbers that the model reads."));
    }
    Table inputs = all.selectRows(complete);
    double[][] said = complete.length == 0 ? new double[0][] : model.predict(inputs).of();
    for (int row = 0; row < complete.length; row++) {
      answers.set(described.places()[complete[row]], answer(inputs, said[row], row));
    }
    return List.copyOf(answers);
  }

  private Answer answer(Table inputs, double[] chances, int row) {
    double distance = range.distance(inputs, row);
    boolean inside = distance <= range.border();
    String note =
        inside
            ? ""
            : String.format(
                Locale.ROOT,
                "%.1f times the border distance from the training materials",
                distance / range.border());
    return new Answer(
        IntStream.range(0, chances.length).mapToObj(one -> chances[one]).toList(),
        model.decision().of(chances),
        inside,
        note);
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
   * options} material and descriptor; tensors {@code columns}, {@code range.*}, and {@code
   * elements} where the table of elements is not the standard one.
   */
  public StoredModel toStored() {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.put("material", kind.label()).put("descriptor", descriptor);
    StoredElements.describe(elements, options);
    Map<String, DenseArray> tensors = new LinkedHashMap<>(range.tensors());
    tensors.put("columns", DenseArray.of(IntStream.of(columns).asLongStream().toArray()));
    elements.ifPresent(table -> tensors.put("elements", StoredElements.values(table)));
    Column text = new Column(kind.column(), "1");
    return StoredModel.of(KIND, List.of(text), ClassModel.columns(classes()))
        .with("options", options)
        .withTensors(tensors)
        .withPart(PART, model.toStored());
  }

  /** Reads what {@link #toStored()} wrote. */
  public static MaterialClassModel from(StoredModel stored) {
    stored.requireKind(KIND);
    ObjectNode options = stored.object("options");
    ClassEnsemble model = ClassEnsemble.from(stored.part(PART), ClassModels::from);
    int inputs = model.inputs().size();
    String kind = options.path("material").asString("");
    return new MaterialClassModel(
        MaterialKind.named(kind)
            .orElseThrow(() ->
                new LibraryException(
                    "The material '" + kind + "' of a model is not known to this build.",
                    "Update Suiseki, or train the model anew.")),
        options.path("descriptor").asString(""),
        StoredElements.read(options, stored),
        LongStream.of(stored.longs("columns", inputs)).mapToInt(Math::toIntExact).toArray(),
        TrainingRange.from(stored, inputs),
        model);
  }
}
