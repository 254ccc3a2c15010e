package org.suiseki.study.conductivity;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.TextTable;
import org.suiseki.study.PredictionTable;

/**
 * Tables of properties of solids: a column {@code formula} and columns of numbers headed {@code
 * name [unit]}. Columns without a unit are passed over, so that a table may say more. Several
 * values of one formula become their median.
 *
 * @param properties by column, in the order of the tables
 * @param formulas all of them, reduced, in the order of the tables
 * @param refused rows that cannot be used
 */
record SolidTables(
    List<SolidProperty> properties, List<String> formulas, List<PredictionTable.Refused> refused) {
  static final String FORMULA = "formula";

  /** Å³ for each u cm³/g. */
  private static final double VOLUME = 1.66053906892;

  private static final Column ATOM_VOLUME = new Column("volume per atom", "Å3");

  /** Columns of the embedded table that the element table has too. */
  private static final List<String> OF_ELEMENTS =
      List.of("density", "melting_point", "bulk_modulus");

  /** The embedded table, with the elements beside it and volumes from densities. */
  static SolidTables embedded(InputStream stream, String source) {
    Reading reading = new Reading();
    try (TextTable table = TextTable.of(stream, source)) {
      reading.all(table);
    }
    for (Element element : Element.values()) {
      for (String property : OF_ELEMENTS) {
        reading.element(element, property);
      }
    }
    reading.volumes();
    return reading.tables();
  }

  static SolidTables read(List<Path> files) {
    Reading reading = new Reading();
    for (Path file : files) {
      try (TextTable table = TextTable.open(file)) {
        reading.all(table);
      }
    }
    return reading.tables();
  }

  private static final class Reading {
    private final Map<Column, Map<String, List<Double>>> found = new LinkedHashMap<>();
    private final Map<String, Boolean> formulas = new LinkedHashMap<>();
    private final List<PredictionTable.Refused> refused = new ArrayList<>();

    void all(TextTable table) {
      int formula = table.column(FORMULA);
      Map<Integer, Column> columns = new TreeMap<>();
      for (int i = 0; i < table.heads().size(); i++) {
        int place = i;
        column(table.heads().get(i)).ifPresent(column -> columns.put(place, column));
      }
      boolean more = true;
      while (more) {
        try {
          Optional<TextTable.Row> row = table.next();
          more = row.isPresent();
          row.ifPresent(one -> take(one, formula, columns));
        } catch (MatterException bad) {
          String place = bad.place().map(Place::toString).orElse("");
          refused.add(new PredictionTable.Refused(place, bad.what()));
        }
      }
    }

    private static Optional<Column> column(String head) {
      int open = head.indexOf('[');
      return open > 0 && head.endsWith("]")
          ? Optional.of(
              new Column(
                  head.substring(0, open).strip(), head.substring(open + 1, head.length() - 1)))
          : Optional.empty();
    }

    private void take(TextTable.Row row, int formula, Map<Integer, Column> columns) {
      try {
        String text = MaterialKind.COMPOSITION.canonical(row.cell(formula));
        formulas.put(text, true);
        columns.forEach((place, column) -> put(column, text, row.number(place, column.name())));
      } catch (SuisekiException unreadable) {
        refused.add(new PredictionTable.Refused(row.place().toString(), unreadable.what()));
      }
    }

    private void put(Column column, String formula, double value) {
      if (!Double.isNaN(value)) {
        found
            .computeIfAbsent(column, one -> new LinkedHashMap<>())
            .computeIfAbsent(formula, one -> new ArrayList<>())
            .add(value);
      }
    }

    /** What the table of solids says of an element counts more than what the element table does. */
    void element(Element element, String property) {
      OptionalDouble value = ElementTable.standard().value(element, property);
      String unit = ElementTable.standard().property(property).unit();
      for (Column column : List.copyOf(found.keySet())) {
        boolean same = column.name().equals(property) && column.unit().equals(unit);
        if (same && value.isPresent() && !solid(column).containsKey(element.symbol())) {
          put(column, element.symbol(), value.getAsDouble());
        }
      }
    }

    private Map<String, List<Double>> solid(Column column) {
      return found.getOrDefault(column, Map.of());
    }

    /** Volumes say more than densities, which go mostly by mass. */
    void volumes() {
      for (Column column : List.copyOf(found.keySet())) {
        if (column.name().equals("density")) {
          solid(column)
              .forEach((formula, values) -> {
                Composition one = Composition.parse(formula);
                double mass = one.molarMass() / one.total();
                put(ATOM_VOLUME, formula, VOLUME * mass / median(values));
              });
          found.remove(column);
        }
      }
    }

    SolidTables tables() {
      List<SolidProperty> properties = new ArrayList<>();
      found.forEach((column, values) ->
          properties.add(
              SolidProperty.of(
                  column,
                  List.copyOf(values.keySet()),
                  values.values().stream().mapToDouble(Reading::median).toArray())));
      return new SolidTables(properties, List.copyOf(formulas.keySet()), refused);
    }

    private static double median(List<Double> values) {
      double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      int middle = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
  }
}
