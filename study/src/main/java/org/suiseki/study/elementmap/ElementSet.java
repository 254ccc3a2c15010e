package org.suiseki.study.elementmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.learn.Column;
import org.suiseki.learn.Standardiser;
import org.suiseki.learn.Table;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;
import org.suiseki.study.StudyException;

/**
 * Elements as rows of properties that can be compared: skewed ones as logarithms, holes filled,
 * every property with mean 0 and deviation 1.
 *
 * @param elements in the order of atomic numbers
 * @param rows elements × properties, as the map reads them
 * @param known whether the value of an element and property was known, elements × properties
 * @param logarithms which properties are read as their logarithm
 * @param leftOut properties that are not read, each with the reason
 * @param leftOutElements elements that have no row, each with the reason
 */
record ElementSet(
    List<Element> elements,
    Table rows,
    boolean[][] known,
    boolean[] logarithms,
    List<LeftOut> leftOut,
    List<LeftOut> leftOutElements) {

  /** Fewer elements make no map. */
  private static final int FEWEST = 10;

  /** Fewer properties than this and their map is the properties themselves. */
  private static final int FEWEST_PROPERTIES = 3;

  /** Values all above 0 of which the largest is so many times the smallest. */
  private static final double WIDE = 30;

  /** How many elements with a value, alike in all else, fill a hole with their mean. */
  private static final int ALIKE = 3;

  /** A name and why it does not count. */
  record LeftOut(String name, String reason) {}

  /** How a hole is filled. */
  enum Filling {
    /** The mean of the three elements with a value that are most alike in what both have. */
    NEAREST,
    /** The mean of all elements with a value. */
    MEAN
  }

  /**
   * Which elements and properties are used.
   *
   * @param first atomic number of the first element
   * @param last that of the last
   * @param passedOver names of properties, a star at the end standing for any ending
   * @param leastKnown of a property, as a share of the elements; of an element likewise
   */
  record Choice(int first, int last, List<String> passedOver, double leastKnown, Filling filling) {}

  static ElementSet of(ElementTable table, Choice choice) {
    List<LeftOut> leftOut = new ArrayList<>();
    List<Element> all =
        Arrays.stream(Element.values())
            .filter(e -> e.number() >= choice.first() && e.number() <= choice.last())
            .toList();
    List<ElementTable.Property> taken = new ArrayList<>();
    for (ElementTable.Property property : table.properties()) {
      String reason = reason(property, table.column(property.name()), all, choice);
      if (reason.isEmpty()) {
        taken.add(property);
      } else {
        leftOut.add(new LeftOut(property.name(), reason));
      }
    }
    List<LeftOut> without = new ArrayList<>();
    List<Element> elements = elements(table, taken, all, without);
    if (elements.size() < FEWEST || taken.size() < FEWEST_PROPERTIES) {
      throw new StudyException(
          elements.size() + " elements with " + taken.size() + " properties make no map.",
          "Give "
              + FEWEST
              + " elements and "
              + FEWEST_PROPERTIES
              + " properties or more, or lower"
              + " properties.least_known.");
    }
    return filled(table, taken, elements, choice.filling(), leftOut, without);
  }

  /** Why a property cannot be used; empty if it can. */
  private static String reason(
      ElementTable.Property property, double[] column, List<Element> elements, Choice choice) {
    boolean passed =
        choice.passedOver().stream()
            .anyMatch(pattern ->
                pattern.endsWith("*")
                    ? property.name().startsWith(pattern.substring(0, pattern.length() - 1))
                    : property.name().equals(pattern));
    if (passed) {
      return "it follows from the place in the known table";
    }
    double[] values =
        elements.stream()
            .mapToDouble(e -> column[e.ordinal()])
            .filter(v -> !Double.isNaN(v))
            .toArray();
    if (values.length < choice.leastKnown() * elements.size()) {
      return "known for " + values.length + " of " + elements.size() + " elements";
    }
    return Arrays.stream(values).distinct().limit(2).count() < 2 ? "it is the same for all" : "";
  }

  private static List<Element> elements(
      ElementTable table,
      List<ElementTable.Property> taken,
      List<Element> all,
      List<LeftOut> without) {
    List<Element> elements = new ArrayList<>();
    for (Element element : all) {
      long known = taken.stream().filter(p -> table.value(element, p.name()).isPresent()).count();
      if (known > 0 && known >= 0.5 * taken.size()) {
        elements.add(element);
      } else {
        without.add(
            new LeftOut(element.symbol(), known + " of " + taken.size() + " properties are known"));
      }
    }
    return elements;
  }

  private static ElementSet filled(
      ElementTable table,
      List<ElementTable.Property> taken,
      List<Element> elements,
      Filling filling,
      List<LeftOut> leftOut,
      List<LeftOut> without) {
    List<Column> columns = new ArrayList<>();
    boolean[] logarithms = new boolean[taken.size()];
    double[][] values = new double[elements.size()][taken.size()];
    boolean[][] known = new boolean[elements.size()][taken.size()];
    for (int p = 0; p < logarithms.length; p++) {
      double[] column = table.column(taken.get(p).name());
      double[] own = elements.stream().mapToDouble(e -> column[e.ordinal()]).toArray();
      double least = Arrays.stream(own).filter(v -> !Double.isNaN(v)).min().orElse(0);
      double most = Arrays.stream(own).filter(v -> !Double.isNaN(v)).max().orElse(0);
      logarithms[p] = least > 0 && most > WIDE * least;
      columns.add(new Column(taken.get(p).name(), taken.get(p).unit()));
      for (int row = 0; row < own.length; row++) {
        known[row][p] = !Double.isNaN(own[row]);
        values[row][p] = logarithms[p] ? Math.log10(own[row]) : own[row];
      }
    }
    Table raw = Table.of(columns, values);
    int[] every = IntStream.range(0, elements.size()).toArray();
    // A floor would raise properties of one unit to each other; here each stands for itself.
    Table scaled = Standardiser.of(raw, every, 0).apply(raw);
    double[] whole = fill(scaled, known, filling);
    Table done = new Table(scaled.columns(), scaled.rows(), whole);
    return new ElementSet(
        List.copyOf(elements), done, known, logarithms, List.copyOf(leftOut), List.copyOf(without));
  }

  private static double[] fill(Table scaled, boolean[][] known, Filling filling) {
    double[] whole = scaled.values().clone();
    for (int row = 0; row < scaled.rows(); row++) {
      for (int p = 0; p < scaled.width(); p++) {
        if (!known[row][p]) {
          whole[row * scaled.width() + p] =
              filling == Filling.MEAN ? 0 : nearest(scaled, known, row, p);
        }
      }
    }
    return whole;
  }

  private static double nearest(Table scaled, boolean[][] known, int row, int property) {
    return IntStream.range(0, scaled.rows())
        .filter(other -> known[other][property])
        .boxed()
        .sorted(Comparator.comparingDouble(other -> distance(scaled, known, row, other)))
        .limit(ALIKE)
        .mapToDouble(other -> scaled.get(other, property))
        .average()
        .orElse(0);
  }

  /** Mean square over the properties that both have; infinite where they share none. */
  private static double distance(Table scaled, boolean[][] known, int one, int other) {
    double sum = 0;
    int shared = 0;
    for (int p = 0; p < scaled.width(); p++) {
      if (known[one][p] && known[other][p]) {
        double away = scaled.get(one, p) - scaled.get(other, p);
        sum += away * away;
        shared++;
      }
    }
    return shared == 0 ? Double.POSITIVE_INFINITY : sum / shared;
  }

  /** How many holes were filled. */
  int filled() {
    int count = 0;
    for (boolean[] row : known) {
      for (boolean one : row) {
        count += one ? 0 : 1;
      }
    }
    return count;
  }
}
