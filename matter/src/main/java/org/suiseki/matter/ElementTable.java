package org.suiseki.matter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Properties of the elements: one row for each of the 118, one column for each property, every
 * column with its unit and source. A value that is not known is missing, never filled in.
 *
 * <p>{@link #standard()} is the table that ships with the platform; the data card {@code
 * elements.md} beside it says where every column comes from and where the sources disagree. {@link
 * #read} takes a table of the user's own:
 *
 * <pre>
 * symbol,my_radius [Å],my_score
 * Fe,1.26,0.3
 * O,0.66,
 * </pre>
 *
 * <pre>{@code
 * ElementTable table = ElementTable.standard();
 * OptionalDouble radius = table.value(Element.Fe, "covalent_radius"); // 1.32 Å
 * }</pre>
 */
public final class ElementTable {
  /** Name of the column that {@link Element#mass()} reads. */
  static final String ATOMIC_MASS = "atomic_mass";

  /**
   * What a column holds.
   *
   * @param name as {@link #value} takes it
   * @param unit of every value of the column; {@code 1} for pure numbers, {@code unknown} where a
   *     user's file is silent
   * @param meaning in one sentence; empty where a user's file is silent
   * @param source of the values
   */
  public record Property(String name, String unit, String meaning, String source) {}

  private static final class Standard {
    static final ElementTable TABLE = ElementTableReader.readStandard();
  }

  private final List<Property> properties;
  private final Map<String, double[]> columns;

  /** Columns hold one value per element in the order of atomic numbers, NaN where it is missing. */
  ElementTable(List<Property> properties, List<double[]> columns) {
    this.properties = List.copyOf(properties);
    this.columns = new LinkedHashMap<>();
    for (int i = 0; i < properties.size(); i++) {
      this.columns.put(properties.get(i).name(), columns.get(i));
    }
  }

  /** The table that ships with the platform: 118 elements; read once, then shared. */
  public static ElementTable standard() {
    return Standard.TABLE;
  }

  /**
   * Reads a table from a CSV file in UTF-8.
   *
   * <p>The first line names the columns: one called {@code symbol} or {@code element} (in any case;
   * or the first one, if it has no name) holds element symbols, all others are properties, {@code
   * name [unit]} or just {@code name} where the unit is unknown. An empty cell, {@code NaN} or
   * {@code NA} is a missing value; elements without a row have none. Lines that start with # are
   * comments. The source of every property is the path of the file.
   *
   * @throws MatterException with file and line for a file that cannot be read, a header without
   *     symbols or properties, a name that occurs twice, an unknown or repeated element, a row of
   *     the wrong length, or a cell that is no finite number
   */
  public static ElementTable read(Path csv) {
    return ElementTableReader.read(csv);
  }

  /**
   * A table of given columns.
   *
   * @param columns one for each property: 118 values, hydrogen first, NaN where one is missing
   * @throws MatterException where a column has another length, or a name occurs twice
   */
  public static ElementTable of(List<Property> properties, List<double[]> columns) {
    long names = properties.stream().map(Property::name).distinct().count();
    boolean whole = columns.stream().allMatch(column -> column.length == Element.values().length);
    if (names != columns.size() || properties.size() != columns.size() || !whole) {
      throw new MatterException(
          "The columns of a table of elements do not fit their names.",
          "Give each property a name of its own and 118 values.");
    }
    return new ElementTable(properties, columns.stream().map(double[]::clone).toList());
  }

  /** A hash over names, units and values: equal for tables from which the same numbers follow. */
  public String sha256() {
    MessageDigest digest = Sha256.digest();
    ByteBuffer bytes = ByteBuffer.allocate(Element.values().length * Double.BYTES);
    for (Property property : properties) {
      digest.update(
          (property.name() + "\n" + property.unit() + "\n").getBytes(StandardCharsets.UTF_8));
      bytes.clear();
      bytes.asDoubleBuffer().put(of(property.name()));
      digest.update(bytes.array());
    }
    return Sha256.hex(digest);
  }

  /** The columns in the order of the file. */
  public List<Property> properties() {
    return properties;
  }

  /**
   * The property of that name.
   *
   * @throws MatterException where the table has none of that name
   */
  public Property property(String name) {
    for (Property property : properties) {
      if (property.name().equals(name)) {
        return property;
      }
    }
    throw unknown(name);
  }

  /**
   * The value of a property for an element, in the unit of the property; empty where it is missing.
   *
   * @throws MatterException where the table has no property of that name
   */
  public OptionalDouble value(Element element, String property) {
    double value = of(property)[element.ordinal()];
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * The values of a property for all 118 elements, hydrogen first, NaN where one is missing: a
   * copy, for loops that look up many.
   *
   * @throws MatterException where the table has no property of that name
   */
  public double[] column(String property) {
    return of(property).clone();
  }

  /** The elements for which the property has no value, in the order of atomic numbers. */
  public List<Element> missing(String property) {
    double[] values = of(property);
    List<Element> missing = new ArrayList<>(Arrays.asList(Element.values()));
    missing.removeIf(element -> !Double.isNaN(values[element.ordinal()]));
    return missing;
  }

  private double[] of(String property) {
    double[] values = columns.get(property);
    if (values == null) {
      throw unknown(property);
    }
    return values;
  }

  private MatterException unknown(String property) {
    String meant =
        Spelling.nearest(property, columns.keySet())
            .map(name -> "Did you mean " + name + "?")
            .orElse("Its properties are " + String.join(", ", columns.keySet()) + ".");
    return new MatterException("The element table has no property \"" + property + "\".", meant);
  }
}
