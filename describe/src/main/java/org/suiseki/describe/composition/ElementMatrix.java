package org.suiseki.describe.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.MatterException;

/**
 * Properties of all elements in one flat array, element by element, with what was missing dealt
 * with once and for all. Immutable.
 */
final class ElementMatrix {
  private static final Element[] ELEMENTS = Element.values();

  private final List<ElementTable.Property> properties;
  private final MissingValues policy;

  /** {@code values[element · width + property]}. */
  private final double[] values;

  /** What the table lacks, by element; all properties of an element without a row. */
  private final List<List<MissingValue>> missing;

  /** Whether an element can be described under the policy. */
  private final boolean[] usable = new boolean[ELEMENTS.length];

  /** Whether the table has a row for an element. */
  private final boolean[] rows;

  private final boolean annotates;

  private ElementMatrix(
      List<ElementTable.Property> properties,
      double[][] columns,
      boolean[] rows,
      MissingValues policy) {
    this.properties = List.copyOf(properties);
    this.rows = rows;
    this.policy = policy;
    int width = properties.size();
    this.values = new double[ELEMENTS.length * width];
    this.missing = new ArrayList<>();
    double[][] filled = new double[width][];
    for (int property = 0; property < width; property++) {
      filled[property] =
          policy == MissingValues.IMPUTE
              ? ElementImputation.filled(columns[property])
              : columns[property];
    }
    for (Element element : ELEMENTS) {
      fill(element, columns, filled);
    }
    this.annotates =
        Arrays.stream(ELEMENTS)
            .anyMatch(one -> usable[one.ordinal()] && !missing.get(one.ordinal()).isEmpty());
  }

  private void fill(Element element, double[][] columns, double[][] filled) {
    int width = properties.size();
    int row = element.ordinal();
    List<MissingValue> absent = new ArrayList<>();
    boolean known = true;
    for (int property = 0; property < width; property++) {
      values[row * width + property] = filled[property][row];
      known &= !Double.isNaN(filled[property][row]);
      if (Double.isNaN(columns[property][row])) {
        absent.add(new MissingValue(element, properties.get(property).name()));
      }
    }
    missing.add(List.copyOf(absent));
    usable[row] = rows[row] && (known || policy == MissingValues.PROPAGATE);
  }

  /**
   * Some columns of a table, or all.
   *
   * @param names in the order wanted; all columns in the order of the table where there is none
   * @throws DescribeException where the table has no such column
   */
  static ElementMatrix of(ElementTable table, List<String> names, MissingValues policy) {
    List<ElementTable.Property> chosen =
        names.isEmpty()
            ? table.properties()
            : names.stream().map(name -> property(table, name)).toList();
    double[][] columns =
        chosen.stream().map(one -> table.column(one.name())).toArray(double[][]::new);
    return of(table, chosen, columns, policy);
  }

  /**
   * Columns that follow from those of a table.
   *
   * @param columns one value for each element, hydrogen first, NaN where it is missing
   */
  static ElementMatrix of(
      ElementTable table,
      List<ElementTable.Property> properties,
      double[][] columns,
      MissingValues policy) {
    return new ElementMatrix(properties, columns, rows(table), policy);
  }

  /** The elements for which a table knows anything. */
  static boolean[] rows(ElementTable table) {
    boolean[] rows = new boolean[ELEMENTS.length];
    for (ElementTable.Property property : table.properties()) {
      double[] column = table.column(property.name());
      for (int i = 0; i < rows.length; i++) {
        rows[i] |= !Double.isNaN(column[i]);
      }
    }
    return rows;
  }

  private static ElementTable.Property property(ElementTable table, String name) {
    try {
      return table.property(name);
    } catch (MatterException e) {
      throw new DescribeException(e.what(), null, e.mend(), e);
    }
  }

  List<ElementTable.Property> properties() {
    return properties;
  }

  int width() {
    return properties.size();
  }

  /** Element by element, {@link #width()} values each; not to be written to. */
  double[] values() {
    return values;
  }

  MissingValues policy() {
    return policy;
  }

  /** The elements that can be described. */
  List<Element> usable() {
    return Arrays.stream(ELEMENTS).filter(element -> usable[element.ordinal()]).toList();
  }

  /**
   * @throws DescribeException where an element of the composition cannot be described
   */
  void check(Composition composition) {
    for (int i = 0; i < composition.elementCount(); i++) {
      if (!usable[composition.elementAt(i).ordinal()]) {
        throw refused(composition);
      }
    }
  }

  private DescribeException refused(Composition composition) {
    List<Element> bad =
        composition.elements().stream().filter(element -> !usable[element.ordinal()]).toList();
    List<Element> strangers = bad.stream().filter(element -> !rows[element.ordinal()]).toList();
    if (!strangers.isEmpty()) {
      return new DescribeException(
          "The element table has no row for " + symbols(strangers) + ".",
          "Leave such formulas out, or use a table that has a row for it.");
    }
    String lacking =
        bad.stream()
            .flatMap(one -> missing.get(one.ordinal()).stream())
            .map(MissingValue::toString)
            .collect(Collectors.joining(", "));
    return policy == MissingValues.IMPUTE
        ? new DescribeException(
            "The element table lacks " + lacking + ", and it cannot be imputed.",
            "Elements above 103 have no neighbours to learn from; use a table that has values.")
        : new DescribeException(
            "The element table lacks " + lacking + ".",
            "Use missing=propagate for empty cells, missing=impute to fill them in from like"
                + " elements, or a table that has values.");
  }

  private static String symbols(List<Element> elements) {
    return elements.stream().map(Element::symbol).collect(Collectors.joining(", "));
  }

  List<MissingValue> missing(Composition composition) {
    List<MissingValue> all = new ArrayList<>();
    for (int i = 0; i < composition.elementCount(); i++) {
      all.addAll(missing.get(composition.elementAt(i).ordinal()));
    }
    return all;
  }

  /** Whether a usable element lacks a value, so that {@link #note} may say something. */
  boolean annotates() {
    return annotates;
  }

  /** {@code imputed: O metallic_radius group; Xe group}, or nothing. */
  String note(Composition composition) {
    return note(policy, missing(composition));
  }

  /** What a row says of values that the table lacks. */
  static String note(MissingValues policy, List<MissingValue> missing) {
    if (missing.isEmpty()) {
      return "";
    }
    StringBuilder note =
        new StringBuilder(policy == MissingValues.IMPUTE ? "imputed:" : "no value:");
    Element last = missing.get(0).element();
    note.append(' ').append(last.symbol());
    for (MissingValue one : missing) {
      if (one.element() != last) {
        last = one.element();
        note.append("; ").append(last.symbol());
      }
      note.append(' ').append(one.property());
    }
    return note.toString();
  }
}
