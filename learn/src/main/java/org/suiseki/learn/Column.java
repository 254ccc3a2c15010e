package org.suiseki.learn;

/** The name and unit of a column of numbers; the unit of a pure number is {@code "1"}. */
public record Column(String name, String unit) {

  public Column {
    if (name.isBlank() || unit.isBlank()) {
      throw new LearnException(
          "A column needs a name and a unit, got '" + name + "' and '" + unit + "'.",
          "Name the unit; a pure number has the unit \"1\".");
    }
  }

  /** {@code gap [eV]}: how a column is headed in files and tables. */
  @Override
  public String toString() {
    return name + " [" + unit + "]";
  }
}
