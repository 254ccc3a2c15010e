package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** The columns that {@code Properties=species:S:1:pos:R:3} of an extended XYZ frame names. */
record XyzColumns(List<Column> columns) {
  private static final int WIDEST = 1000;

  private static final XyzColumns STANDARD =
      new XyzColumns(List.of(new Column(Role.SPECIES, 1), new Column(Role.POSITION, 3)));

  enum Role {
    SPECIES,
    NUMBER,
    POSITION,
    OXIDATION_STATE,
    LABEL,
    OTHER
  }

  record Column(Role role, int width) {}

  /**
   * @param text blank for the standard columns
   */
  static XyzColumns of(String text, Place place) {
    if (text.isBlank()) {
      return STANDARD;
    }
    String[] parts = text.strip().split(":", -1);
    if (parts.length % 3 != 0) {
      throw wrong(text, place);
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < parts.length; i += 3) {
      long width = parts[i + 2].matches("[0-9]{1,4}") ? Long.parseLong(parts[i + 2]) : 0;
      if (width < 1 || width > WIDEST || !parts[i + 1].matches("[SIRL]")) {
        throw wrong(text, place);
      }
      columns.add(new Column(role(parts[i], (int) width), (int) width));
    }
    XyzColumns all = new XyzColumns(withoutNumberBesideSpecies(columns));
    if (!(all.has(Role.SPECIES) || all.has(Role.NUMBER)) || !all.has(Role.POSITION)) {
      throw wrong(text, place);
    }
    return all;
  }

  private static List<Column> withoutNumberBesideSpecies(List<Column> columns) {
    boolean species = columns.stream().anyMatch(column -> column.role() == Role.SPECIES);
    return columns.stream()
        .map(column ->
            species && column.role() == Role.NUMBER
                ? new Column(Role.OTHER, column.width())
                : column)
        .toList();
  }

  private boolean has(Role role) {
    return columns.stream().anyMatch(column -> column.role() == role);
  }

  private static Role role(String name, int width) {
    Role role =
        switch (name.toLowerCase(Locale.ROOT)) {
          case "species", "symbols" -> Role.SPECIES;
          case "z", "numbers" -> Role.NUMBER;
          case "pos", "positions" -> Role.POSITION;
          case "oxi_states" -> Role.OXIDATION_STATE;
          case "labels" -> Role.LABEL;
          default -> Role.OTHER;
        };
    return width == (role == Role.POSITION ? 3 : 1) ? role : Role.OTHER;
  }

  private static MatterException wrong(String text, Place place) {
    return new MatterException(
        "The Properties are '" + Shown.text(text) + "'.",
        place,
        "Name each column with its type and width, among them species and pos, as in"
            + " species:S:1:pos:R:3.");
  }
}
