package org.suiseki.matter.io;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import tools.jackson.databind.JsonNode;

/**
 * {@code properties.csv} with a line of heads, or {@code properties.jsonl} with the same heads as
 * field names: {@code id}, {@code smiles} or {@code formula}, and properties with their unit, as
 * {@code gap [eV]}.
 */
final class PropertyTable {
  private final BoundedLines lines;
  private final String source;
  private final Optional<PropertyUnits> units;
  private final Set<String> remarks = new LinkedHashSet<>();

  private PropertyTable(BoundedLines lines, String source, Optional<PropertyUnits> units) {
    this.lines = lines;
    this.source = source;
    this.units = units;
  }

  /** Every row gives an identity and properties. */
  static PropertyTable of(BoundedLines lines, String source, PropertyUnits units) {
    return new PropertyTable(lines, source, Optional.of(units));
  }

  /** Only the identities are read; the table need not have properties, nor these a unit. */
  static PropertyTable ofIdentities(BoundedLines lines, String source) {
    return new PropertyTable(lines, source, Optional.empty());
  }

  /** Hands every row to {@code row} and rows that are none to {@code bad}. */
  void read(Consumer<PropertyRow> row, Consumer<MatterException> bad) {
    if (source.endsWith(".csv")) {
      readCsv(row, bad);
    } else {
      readJsonLines(row, bad);
    }
  }

  private void readCsv(Consumer<PropertyRow> row, Consumer<MatterException> bad) {
    String head = nextFilled().orElseThrow(this::empty);
    SeparatedLine format = SeparatedLine.like(head);
    List<String> heads = format.split(head, lines.place());
    requireHeads(heads);
    boolean any = false;
    for (Optional<String> line = nextFilled(); line.isPresent(); line = nextFilled()) {
      any = true;
      try {
        row.accept(
            new PropertyRow(lines.place(), cells(heads, format.split(line.get(), lines.place()))));
      } catch (MatterException e) {
        bad.accept(e);
      }
    }
    if (!any) {
      throw empty();
    }
  }

  private void readJsonLines(Consumer<PropertyRow> row, Consumer<MatterException> bad) {
    boolean any = false;
    for (Optional<String> line = nextFilled(); line.isPresent(); line = nextFilled()) {
      any = true;
      try {
        row.accept(
            new PropertyRow(lines.place(), cells(JsonLine.parse(line.get(), lines.place()))));
      } catch (MatterException e) {
        bad.accept(e);
      }
    }
    if (!any) {
      throw empty();
    }
  }

  /** Heads of columns that are neither identity nor property; nothing reads them. */
  Set<String> remarks() {
    return remarks;
  }

  private Optional<String> nextFilled() {
    Optional<String> line = lines.next();
    while (line.isPresent() && line.get().isBlank()) {
      line = lines.next();
    }
    return line;
  }

  private void requireHeads(List<String> heads) {
    Place place = lines.place();
    if (!heads.contains(PropertyRow.ID)
        || !(heads.contains(PropertyRow.SMILES) || heads.contains(PropertyRow.FORMULA))) {
      throw new MatterException(
          "The columns are " + heads + "; 'id' and one of 'smiles' and 'formula' are needed.",
          place,
          "Head the columns, for instance 'id,smiles,gap [eV]'.");
    }
    Set<String> seen = new HashSet<>();
    boolean property = false;
    for (String head : heads) {
      if (!seen.add(head)) {
        throw new MatterException(
            "Two columns are headed '" + head + "'.", place, "Keep one of them.");
      }
      property |= isProperty(head, place);
    }
    if (!property && units.isPresent()) {
      throw new MatterException(
          "No column is a property; the columns are " + heads + ".",
          place,
          "Head each property with its unit, for instance 'gap [eV]'.");
    }
  }

  private boolean isProperty(String head, Place place) {
    if (PropertyRow.isIdentity(head) || units.isEmpty()) {
      return false;
    }
    boolean property = units.get().factor(head, place).isPresent();
    if (!property) {
      remarks.add(head);
    }
    return property;
  }

  private Map<String, String> cells(List<String> heads, List<String> values) {
    if (values.size() != heads.size()) {
      throw new MatterException(
          "The line has " + values.size() + " cells where the head has " + heads.size() + ".",
          lines.place(),
          "Give every column a cell; an empty one means missing.");
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < heads.size(); i++) {
      cells.put(heads.get(i), values.get(i));
    }
    return cells;
  }

  private Map<String, String> cells(JsonLine line) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : line.node().properties()) {
      if (units.isEmpty() && !PropertyRow.isIdentity(field.getKey())) {
        continue;
      }
      JsonNode value = field.getValue();
      if (value.isContainer()) {
        throw line.wrong(field.getKey(), "a number or text", value);
      }
      isProperty(field.getKey(), line.place());
      cells.put(field.getKey(), value.isNull() ? "" : value.asString().strip());
    }
    return cells;
  }

  private MatterException empty() {
    return new MatterException(
        "There is no row in it.",
        Place.of(source),
        "Give at least one row of id, smiles or formula, and properties.");
  }
}
