package org.suiseki.study.findings;

import java.util.Locale;
import org.suiseki.study.StudyException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A column of a {@link DataTable}.
 *
 * @param name its heading; may hold subscripts, as in {@code κ_L}
 * @param unit of its numbers, 1 for none
 * @param kind what its cells are
 * @param digits of a number: with {@link Kind#NUMBER} significant ones, with {@link Kind#FIXED}
 *     those after the point
 */
public record Column(String name, String unit, Kind kind, int digits) {

  /** What the cells of a column are. */
  public enum Kind {
    TEXT,
    /** A chemical formula: its numbers are set below the line. */
    FORMULA,
    /** SMILES, a command, a name in a program. */
    CODE,
    /** A number to so many significant digits. */
    NUMBER,
    /** A number to so many digits after the point. */
    FIXED,
    /** A whole number. */
    COUNT;

    boolean isNumber() {
      return this == NUMBER || this == FIXED || this == COUNT;
    }
  }

  public Column {
    if (digits < 0 || digits > 12) {
      throw new StudyException(
          "the column \"" + name + "\" of a report has " + digits + " digits",
          "Give 0 to 12; 3 is usual.");
    }
  }

  public static Column text(String name) {
    return new Column(name, "1", Kind.TEXT, 0);
  }

  public static Column formula(String name) {
    return new Column(name, "1", Kind.FORMULA, 0);
  }

  public static Column code(String name) {
    return new Column(name, "1", Kind.CODE, 0);
  }

  /** Three significant digits. */
  public static Column number(String name, String unit) {
    return number(name, unit, 3);
  }

  public static Column number(String name, String unit, int significantDigits) {
    return new Column(name, unit, Kind.NUMBER, significantDigits);
  }

  /** Numbers that are compared down the column, such as R²: so many digits after the point. */
  public static Column fixed(String name, String unit, int decimals) {
    return new Column(name, unit, Kind.FIXED, decimals);
  }

  public static Column count(String name) {
    return new Column(name, "1", Kind.COUNT, 0);
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", name)
        .put("unit", unit)
        .put("kind", kind.name().toLowerCase(Locale.ROOT))
        .put("digits", digits);
  }
}
