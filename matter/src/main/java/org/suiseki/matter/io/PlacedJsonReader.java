package org.suiseki.matter.io;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Takes JSON values from a stream one after another. Of an object that may be a crystal only the
 * fields that crystals are made of are looked into; others keep where they stand, and their text.
 * Who knows the fields of an object takes them one by one.
 *
 * <p>NaN and infinities are let through as Python writes them; who needs a number refuses them.
 */
final class PlacedJsonReader {
  private static final int DEEPEST = 100;

  /** Objects, arrays and texts of one crystal; of each a few hundred bytes are held. */
  private static final int MOST_PARTS = 2_000_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(BoundedLines.LONGEST_LINE)
                  .build())
          .build();

  /** Fields of a crystal that are looked into, whichever format they are of. */
  private static final Set<String> STRUCTURAL =
      Set.of(
          "lattice",
          "species",
          "frac",
          "frac_coords",
          "cart_coords",
          "labels",
          "sites",
          "lattice_mat",
          "coords",
          "elements",
          "cartesian",
          "lattice_vectors",
          "cartesian_site_positions",
          "species_at_sites",
          "dimension_types",
          OptimadeJson.OWN + "labels");

  /** Fields that may hold a crystal or its properties in turn. */
  private static final Set<String> INNER =
      Set.of(
          "structure", "final_structure", "atoms", "crystal", "data", "attributes", "properties");

  private final String source;
  private final Place base;
  private final JsonWindow window;
  private final JsonParser parser;
  private TokenStreamLocation arrayBegin = TokenStreamLocation.NA;
  private int parts;

  private PlacedJsonReader(UnpackedStream in, Place base) {
    this.source = in.source();
    this.base = base;
    this.window = new JsonWindow(in);
    this.parser = FACTORY.createParser(ObjectReadContext.empty(), window);
  }

  static PlacedJsonReader of(UnpackedStream in) {
    byte[] head = in.head(4);
    for (byte b : head) {
      if (b == 0) {
        throw new MatterException(
            "This is no text in UTF-8.", Place.of(in.source()), "Save it as UTF-8.");
      }
    }
    return new PlacedJsonReader(in, Place.of(in.source()));
  }

  /** Of JSON that stands within something else, whose place all its errors have. */
  static PlacedJsonReader of(String json, Place place) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    UnpackedStream in = UnpackedStream.of(new ByteArrayInputStream(bytes), place.source());
    return new PlacedJsonReader(in, place);
  }

  /** Moves to the next token; false at the end. */
  boolean next() {
    try {
      return parser.nextToken() != null;
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  /** Moves to the name of the next field; false at the end of the object. */
  boolean nextField() {
    next();
    return parser.currentToken() == JsonToken.PROPERTY_NAME;
  }

  String name() {
    return parser.currentName();
  }

  boolean is(JsonToken token) {
    return parser.currentToken() == token;
  }

  /** The place of the current token. */
  Place place() {
    TokenStreamLocation location = parser.currentTokenLocation();
    return base.line() > 0 ? base : new Place(source, location.getLineNr(), location.getColumnNr());
  }

  /** Forgets what was read so far: the next crystal begins. */
  void release() {
    window.release(parser.currentLocation().getByteOffset());
    parts = 0;
  }

  /** Checks that nothing follows. */
  void requireEnd() {
    if (next()) {
      throw new MatterException(
          "Something follows the end of the JSON object.", place(), "Give one object.");
    }
  }

  /** The current object as one that may be a crystal. */
  PlacedJson.Fields entry() {
    try {
      return fields(1, true);
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  /** The current value as the field {@code name} of an object that may be a crystal. */
  PlacedJson field(String name) {
    try {
      return field(name, 1);
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  /**
   * Moves into the current array to its first element, and tells whether that is an object or there
   * is none.
   */
  boolean beginsWithObject() {
    arrayBegin = parser.currentTokenLocation();
    next();
    return is(JsonToken.START_OBJECT) || is(JsonToken.END_ARRAY);
  }

  /** The array that {@link #beginsWithObject} has begun, to its end. */
  PlacedJson restOfArray() {
    try {
      while (!is(JsonToken.END_ARRAY)) {
        parser.skipChildren();
        if (parser.nextToken() == null) {
          break;
        }
      }
    } catch (JacksonException e) {
      throw broken(e);
    }
    return new PlacedJson.Unread(spanFrom(arrayBegin));
  }

  /**
   * The current token as an array of finite numbers.
   *
   * @param what names it in errors
   */
  double[] numbers(String what) {
    if (!is(JsonToken.START_ARRAY)) {
      throw JsonFields.wrong(what, "an array of numbers", place());
    }
    double[] numbers = new double[1024];
    int size = 0;
    try {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (size == numbers.length) {
          numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size] = number();
        if (Double.isNaN(numbers[size++])) {
          throw JsonFields.wrong(what + "[" + (size - 1) + "]", "a finite number", place());
        }
      }
    } catch (JacksonException e) {
      throw broken(e);
    }
    return Arrays.copyOf(numbers, size);
  }

  /** The current token as a finite number. */
  double number(String what) {
    try {
      double value = number();
      if (!Double.isNaN(value)) {
        return value;
      }
    } catch (JacksonException e) {
      throw broken(e);
    }
    throw JsonFields.wrong(what, "a finite number", place());
  }

  /** The current token as a text. */
  String text(String what) {
    if (!is(JsonToken.VALUE_STRING)) {
      throw JsonFields.wrong(what, "a text", place());
    }
    try {
      return parser.getString();
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  /** Passes over the current value. */
  void skip() {
    try {
      parser.skipChildren();
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  /** As the file has it; a string without its quotes. */
  String text(PlacedJson value) {
    return value instanceof PlacedJson.Text text
        ? text.value()
        : window.text(value.span().from(), value.span().to()).strip();
  }

  private PlacedJson field(String name, int depth) {
    if (STRUCTURAL.contains(name)) {
      return value(depth);
    }
    if (INNER.contains(name) && is(JsonToken.START_OBJECT)) {
      return fields(depth + 1, !name.equals("properties"));
    }
    return unread();
  }

  private PlacedJson unread() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NULL) {
      return value(1);
    }
    TokenStreamLocation begin = parser.currentTokenLocation();
    parser.skipChildren();
    return new PlacedJson.Unread(spanFrom(begin));
  }

  /** An object whose fields are all looked into, or with {@code entry} only those of crystals. */
  private PlacedJson.Fields fields(int depth, boolean entry) {
    count();
    TokenStreamLocation begin = parser.currentTokenLocation();
    Map<String, PlacedJson> values = new LinkedHashMap<>();
    while (nextField()) {
      String name = name();
      Place place = place();
      parser.nextToken();
      PlacedJson value = entry ? field(name, depth) : unread();
      if (values.put(name, value) != null) {
        throw twice(name, place);
      }
    }
    return new PlacedJson.Fields(values, spanFrom(begin));
  }

  static MatterException twice(String name, Place place) {
    return new MatterException(
        "The field '" + Shown.text(name) + "' is given twice.", place, "Keep one of them.");
  }

  private PlacedJson value(int depth) {
    TokenStreamLocation begin = parser.currentTokenLocation();
    switch (parser.currentToken()) {
      case START_OBJECT:
        return object(depth, begin);
      case START_ARRAY:
        return array(depth, begin);
      case VALUE_STRING:
        count();
        String text = parser.getString();
        return new PlacedJson.Text(text, spanFrom(begin));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
        return new PlacedJson.Scalar(parser.getDoubleValue(), spanFrom(begin));
      case VALUE_TRUE, VALUE_FALSE:
        return new PlacedJson.Truth(is(JsonToken.VALUE_TRUE), spanFrom(begin));
      default:
        return new PlacedJson.Nothing(spanFrom(begin));
    }
  }

  /** All looked into, but for the properties of sites. */
  private PlacedJson object(int depth, TokenStreamLocation begin) {
    count();
    Map<String, PlacedJson> values = new LinkedHashMap<>();
    while (nextField()) {
      String name = name();
      Place place = place();
      parser.nextToken();
      PlacedJson value = name.equals("properties") ? unread() : value(depth + 1);
      if (values.put(name, value) != null) {
        throw twice(name, place);
      }
    }
    return new PlacedJson.Fields(values, spanFrom(begin));
  }

  private PlacedJson array(int depth, TokenStreamLocation begin) {
    count();
    double[] numbers = new double[3];
    int size = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      double number = number();
      if (Double.isNaN(number)) {
        return items(numbers, size, depth, begin);
      }
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }
    if (size == 0) {
      return new PlacedJson.Items(List.of(), spanFrom(begin));
    }
    double[] values = size == numbers.length ? numbers : Arrays.copyOf(numbers, size);
    return new PlacedJson.Numbers(values, spanFrom(begin));
  }

  /** The current token as a finite number; NaN where it is none. */
  private double number() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
      double value = parser.getDoubleValue();
      return Double.isFinite(value) ? value : Double.NaN;
    }
    return Double.NaN;
  }

  /** The array goes on with something else than a number. */
  private PlacedJson items(double[] numbers, int size, int depth, TokenStreamLocation begin) {
    List<PlacedJson> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(new PlacedJson.Scalar(numbers[i], spanFrom(begin)));
    }
    for (; !is(JsonToken.END_ARRAY); parser.nextToken()) {
      count();
      items.add(value(depth + 1));
    }
    return new PlacedJson.Items(items, spanFrom(begin));
  }

  private void count() {
    if (++parts > MOST_PARTS) {
      throw new MatterException(
          String.format("One crystal has more than %,d parts.", MOST_PARTS),
          place(),
          "Split it; is this the right file?");
    }
  }

  private PlacedJson.Span spanFrom(TokenStreamLocation begin) {
    Place place =
        base.line() > 0 ? base : new Place(source, begin.getLineNr(), begin.getColumnNr());
    return new PlacedJson.Span(
        place, begin.getByteOffset(), parser.currentLocation().getByteOffset());
  }

  private MatterException broken(JacksonException e) {
    Place place = base;
    if (base.line() == 0) {
      TokenStreamLocation told = e.getLocation();
      TokenStreamLocation location = told == null ? parser.currentLocation() : told;
      place = new Place(source, location.getLineNr(), location.getColumnNr());
    }
    // What is cut away speaks of the parser's own settings.
    String message = e.getOriginalMessage().split("\\R| \\(start marker", 2)[0];
    String reason = Shown.text(message.replaceAll(", from `[^`]{1,99}`", ""), 200);
    return new MatterException(
        "This is not JSON: " + reason + ".", place, "Correct it, or give the whole file.", e);
  }
}
