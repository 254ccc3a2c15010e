package org.suiseki.learn;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suiseki.matter.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Named arrays as bytes, in the safetensors format (https://huggingface.co/docs/safetensors), which
 * PyTorch, JAX and NumPy users read too:
 *
 * <pre>
 * file     = length header data
 * length   = 8 bytes, little-endian unsigned: bytes in header, at most 100,000,000
 * header   = JSON object in UTF-8, starts with '{', may end in spaces
 *            { "__metadata__": { string: string … }?, name: array … }
 * array    = { "dtype": "F32" | "F64" | "I64" | "U8",
 *              "shape": [ integer … ],               [] is a single number
 *              "data_offsets": [ begin, end ] }      bytes from the start of data
 * data     = the arrays, little-endian, row by row; they fill it without gap or overlap
 * </pre>
 *
 * <p>Reading refuses whatever departs from this, allocates no more than the bytes it is given call
 * for, and executes nothing. Half-precision types exist in the format but not here. Writing puts
 * the widest types first, as the reference implementation does, so that all data are aligned.
 */
public final class Safetensors {

  private static final int LARGEST_HEADER = 100_000_000;
  private static final String METADATA = "__metadata__";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Safetensors() {}

  /** The bytes of a file with these arrays; the same arrays give the same bytes. */
  public static byte[] write(Map<String, DenseArray> arrays) {
    List<Map.Entry<String, DenseArray>> entries = new ArrayList<>(arrays.entrySet());
    entries.sort(
        Comparator.comparing(
                (Map.Entry<String, DenseArray> entry) -> -entry.getValue().type().bytes())
            .thenComparing(Map.Entry::getKey));
    ObjectNode header = JSON.createObjectNode();
    long end = 0;
    for (Map.Entry<String, DenseArray> entry : entries) {
      if (entry.getKey().equals(METADATA)) {
        throw new LearnException(
            "An array cannot be named " + METADATA + ".", "Give it another name.");
      }
      long begin = end;
      end += (long) entry.getValue().size() * entry.getValue().type().bytes();
      ObjectNode array = header.putObject(entry.getKey());
      array.put("dtype", entry.getValue().type().name());
      var shape = array.putArray("shape");
      for (long dimension : entry.getValue().shape()) {
        shape.add(dimension);
      }
      array.putArray("data_offsets").add(begin).add(end);
    }
    return join(header, end, entries);
  }

  private static byte[] join(
      ObjectNode header, long dataSize, List<Map.Entry<String, DenseArray>> entries) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(JSON.writeValueAsBytes(header));
    while (text.size() % 8 != 0) {
      text.write(' ');
    }
    long size = 8 + text.size() + dataSize;
    if (size > Integer.MAX_VALUE - 8 || text.size() > LARGEST_HEADER) {
      throw new LearnException(
          "The arrays need " + size + " bytes, more than one file can hold here (2 GiB).",
          "Store fewer or smaller arrays.");
    }
    ByteBuffer file = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(text.size()).put(text.toByteArray());
    for (Map.Entry<String, DenseArray> entry : entries) {
      entry.getValue().put(file);
    }
    return file.array();
  }

  /**
   * The arrays of a file, in the order of its header; {@code __metadata__} is checked and left out.
   *
   * @param place how to call the file in errors
   */
  public static Map<String, DenseArray> read(byte[] file, Place place) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < 8) {
      throw broken("It has " + file.length + " bytes, too few for a header.", place);
    }
    long length = bytes.getLong();
    if (length < 2 || length > Math.min(LARGEST_HEADER, file.length - 8L)) {
      throw broken(
          "Its header says to have "
              + Long.toUnsignedString(length)
              + " bytes, the file has "
              + (file.length - 8)
              + " after it.",
          place);
    }
    if (file[8] != '{') {
      throw broken("Its header does not start with '{'.", place);
    }
    JsonNode header = parse(new String(file, 8, (int) length, StandardCharsets.UTF_8), place);
    List<Entry> entries = entries(header, place);
    requireFilled(entries, file.length - 8 - length, place);
    Map<String, DenseArray> arrays = new LinkedHashMap<>();
    for (Entry entry : entries) {
      ByteBuffer data =
          bytes
              .slice((int) (8 + length + entry.begin), (int) (entry.end - entry.begin))
              .order(ByteOrder.LITTLE_ENDIAN);
      arrays.put(entry.name, DenseArray.read(entry.type, entry.shape, data));
    }
    return arrays;
  }

  private static JsonNode parse(String text, Place place) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new LearnException(
          "Not a safetensors file: its header is no JSON (" + e.getOriginalMessage() + ").",
          place,
          "Copy or download it again.",
          e);
    }
  }

  private static List<Entry> entries(JsonNode header, Place place) {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : header.properties()) {
      if (property.getKey().equals(METADATA)) {
        requireStrings(property.getValue(), place);
      } else {
        entries.add(Entry.of(property.getKey(), property.getValue(), place));
      }
    }
    return entries;
  }

  private static void requireStrings(JsonNode metadata, Place place) {
    if (!metadata.isObject() || !metadata.values().stream().allMatch(JsonNode::isString)) {
      throw broken("Its " + METADATA + " is not an object of strings.", place);
    }
  }

  private static void requireFilled(List<Entry> entries, long dataSize, Place place) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long end = 0;
    for (Entry entry : sorted) {
      if (entry.begin != end) {
        throw broken(
            "The array '"
                + entry.name
                + "' begins at byte "
                + entry.begin
                + " of the data, expected "
                + end
                + " (a gap or an overlap).",
            place);
      }
      end = entry.end;
    }
    if (end != dataSize) {
      throw broken("Its arrays take " + end + " bytes, its data have " + dataSize + ".", place);
    }
  }

  private static LearnException broken(String why, Place place) {
    return new LearnException(
        "Not a sound safetensors file: " + why, place, "Copy or download it again.");
  }

  /** One array of the header, checked as far as it can be without the others. */
  private record Entry(String name, DenseArray.Type type, long[] shape, long begin, long end) {

    static Entry of(String name, JsonNode node, Place place) {
      List<String> keys = node.propertyNames().stream().sorted().toList();
      if (!keys.equals(List.of("data_offsets", "dtype", "shape"))) {
        throw broken("The array '" + name + "' has the fields " + keys + ".", place);
      }
      long[] shape = naturals(name, node.get("shape"), place);
      long[] offsets = naturals(name, node.get("data_offsets"), place);
      DenseArray.Type type = type(name, node.get("dtype"), place);
      if (offsets.length != 2 || offsets[1] < offsets[0]) {
        throw broken("The array '" + name + "' has wrong data_offsets.", place);
      }
      long taken = offsets[1] - offsets[0];
      if (taken != type.bytes() * size(shape)) {
        throw broken(
            "The array '"
                + name
                + "' of type "
                + type
                + " and shape "
                + Arrays.toString(shape)
                + " has "
                + taken
                + " bytes.",
            place);
      }
      return new Entry(name, type, shape, offsets[0], offsets[1]);
    }

    private static DenseArray.Type type(String name, JsonNode node, Place place) {
      for (DenseArray.Type type : DenseArray.Type.values()) {
        if (node.isString() && node.stringValue().equals(type.name())) {
          return type;
        }
      }
      throw new LearnException(
          "The array '" + name + "' has the type " + node + ", which is not read here.",
          place,
          "Convert it to one of " + Arrays.toString(DenseArray.Type.values()) + ".");
    }

    private static long[] naturals(String name, JsonNode node, Place place) {
      boolean sound =
          node.isArray()
              && node.values().stream()
                  .allMatch(
                      n -> n.isIntegralNumber() && n.canConvertToLong() && n.longValue() >= 0);
      if (!sound) {
        throw broken("The array '" + name + "' has " + node + " among its numbers.", place);
      }
      return node.values().stream().mapToLong(JsonNode::longValue).toArray();
    }

    /** The product, or −1 where it is beyond any array. */
    private static long size(long[] shape) {
      long size = 1;
      for (long dimension : shape) {
        if (dimension > 0 && size > Integer.MAX_VALUE / dimension) {
          return -1;
        }
        size *= dimension;
      }
      return size;
    }
  }
}
