package org.suiseki.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model as plain data: what {@link ModelArchive} writes and reads. A kind of model turns itself
 * into one and back; both ways are its own, so that nothing here knows any kind.
 *
 * @param header the content of {@code model.json} without what the archive adds; see the grammar at
 *     {@link ModelArchive}
 * @param tensors weights by name
 * @param blobs further files by name, such as {@code booster-0.ubj}
 */
public record StoredModel(
    ObjectNode header, Map<String, DenseArray> tensors, Map<String, byte[]> blobs) {

  public StoredModel {
    header = header.deepCopy();
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    blobs = Collections.unmodifiableMap(new LinkedHashMap<>(blobs));
  }

  /** A copy: changes to it do not reach this model. */
  @Override
  public ObjectNode header() {
    return header.deepCopy();
  }

  /** One with a kind, inputs and outputs, and nothing else yet. */
  public static StoredModel of(String kind, List<Column> inputs, List<Column> outputs) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("kind", kind);
    put(header.putArray("inputs"), inputs);
    put(header.putArray("outputs"), outputs);
    return new StoredModel(header, Map.of(), Map.of());
  }

  /** The same with a field of the header set, such as {@code training} or {@code metrics}. */
  public StoredModel with(String field, JsonNode value) {
    ObjectNode changed = header.deepCopy();
    changed.set(field, value);
    return new StoredModel(changed, tensors, blobs);
  }

  public StoredModel withTensors(Map<String, DenseArray> other) {
    return new StoredModel(header, other, blobs);
  }

  public StoredModel withBlobs(Map<String, byte[]> other) {
    return new StoredModel(header, tensors, other);
  }

  /**
   * The same with another model inside it: its header under {@code parts}, its tensors and files
   * with the name of the part and a dot before theirs.
   *
   * @param name lower-case letters
   */
  public StoredModel withPart(String name, StoredModel part) {
    ObjectNode changed = header.deepCopy();
    changed.withObject("/parts").set(name, part.header());
    Map<String, DenseArray> allTensors = new LinkedHashMap<>(tensors);
    part.tensors.forEach((key, value) -> allTensors.put(name + "." + key, value));
    Map<String, byte[]> allBlobs = new LinkedHashMap<>(blobs);
    part.blobs.forEach((key, value) -> allBlobs.put(name + "." + key, value));
    return new StoredModel(changed, allTensors, allBlobs);
  }

  /** The model that {@link #withPart} put inside; a refusal where there is none by that name. */
  public StoredModel part(String name) {
    if (!(header.path("parts").path(name) instanceof ObjectNode inner)) {
      throw broken("It has no part '" + name + "'.");
    }
    String before = name + ".";
    Map<String, DenseArray> ownTensors = new LinkedHashMap<>();
    tensors.forEach((key, value) -> {
      if (key.startsWith(before)) {
        ownTensors.put(key.substring(before.length()), value);
      }
    });
    Map<String, byte[]> ownBlobs = new LinkedHashMap<>();
    blobs.forEach((key, value) -> {
      if (key.startsWith(before)) {
        ownBlobs.put(key.substring(before.length()), value);
      }
    });
    return new StoredModel(inner, ownTensors, ownBlobs);
  }

  public String kind() {
    JsonNode kind = header.path("kind");
    if (!kind.isString()) {
      throw broken("It does not say its kind.");
    }
    return kind.stringValue();
  }

  public void requireKind(String expected) {
    if (!kind().equals(expected)) {
      throw new LearnException(
          "The model is of kind '" + kind() + "', expected '" + expected + "'.",
          "Give a model of kind '" + expected + "'.");
    }
  }

  public List<Column> inputs() {
    return columns("inputs");
  }

  public List<Column> outputs() {
    return columns("outputs");
  }

  /** An object of the header, empty where it has none by that name. */
  public ObjectNode object(String field) {
    return header.path(field) instanceof ObjectNode found
        ? found.deepCopy()
        : JsonNodeFactory.instance.objectNode();
  }

  /** The numbers of an F64 tensor of this shape; a refusal where it is absent or otherwise. */
  public double[] doubles(String name, int... shape) {
    if (tensor(name) instanceof DenseArray.Doubles array && hasShape(array, shape)) {
      return array.values();
    }
    throw mismatch(name, "F64", shape);
  }

  /** The numbers of an I64 tensor of this shape; a refusal where it is absent or otherwise. */
  public long[] longs(String name, int... shape) {
    if (tensor(name) instanceof DenseArray.Longs array && hasShape(array, shape)) {
      return array.values();
    }
    throw mismatch(name, "I64", shape);
  }

  /** The numbers of an F32 tensor of this shape; a refusal where it is absent or otherwise. */
  public float[] floats(String name, int... shape) {
    if (tensor(name) instanceof DenseArray.Floats array && hasShape(array, shape)) {
      return array.values();
    }
    throw mismatch(name, "F32", shape);
  }

  /** How many numbers a tensor has. */
  public int length(String name) {
    return tensor(name).size();
  }

  public DenseArray tensor(String name) {
    DenseArray found = tensors.get(name);
    if (found == null) {
      throw broken("It has no tensor '" + name + "', only " + tensors.keySet() + ".");
    }
    return found;
  }

  public byte[] blob(String name) {
    byte[] found = blobs.get(name);
    if (found == null) {
      throw broken("It has no file '" + name + "', only " + blobs.keySet() + ".");
    }
    return found;
  }

  private static boolean hasShape(DenseArray array, int[] shape) {
    return Arrays.equals(array.shape(), Arrays.stream(shape).asLongStream().toArray());
  }

  private LearnException mismatch(String name, String type, int[] shape) {
    DenseArray actual = tensor(name);
    return broken(
        "Its tensor '"
            + name
            + "' is "
            + actual.type()
            + Arrays.toString(actual.shape())
            + ", expected "
            + type
            + Arrays.toString(shape)
            + ".");
  }

  private List<Column> columns(String field) {
    List<Column> columns = new ArrayList<>();
    for (JsonNode column : header.path(field).values()) {
      if (!column.path("name").isString() || !column.path("unit").isString()) {
        throw broken("Its " + field + " hold " + column + ", expected a name and a unit.");
      }
      columns.add(new Column(column.get("name").stringValue(), column.get("unit").stringValue()));
    }
    return List.copyOf(columns);
  }

  private static void put(ArrayNode target, List<Column> columns) {
    for (Column column : columns) {
      target.addObject().put("name", column.name()).put("unit", column.unit());
    }
  }

  private static LearnException broken(String why) {
    return new LearnException(
        "The stored model is not sound. " + why, "Copy it again, or train and save it anew.");
  }
}
