package org.suiseki.describe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a table of features: first texts that say what a row is about, then numbers, each
 * with its unit.
 *
 * @param keys names of the texts, such as {@code id} and {@code formula}
 * @param names of the numbers
 * @param units of the numbers, {@code "1"} for pure ones
 */
public record FeatureColumns(List<String> keys, List<String> names, List<String> units) {

  /**
   * @throws DescribeException where two columns share a name
   */
  public FeatureColumns {
    keys = List.copyOf(keys);
    names = List.copyOf(names);
    units = List.copyOf(units);
    if (names.size() != units.size()) {
      throw new IllegalArgumentException(names.size() + " names and " + units.size() + " units");
    }
    Set<String> seen = new HashSet<>(keys);
    for (String name : names) {
      if (!seen.add(name)) {
        throw new DescribeException(
            "Two columns are called \"" + name + "\".", "Ask for each descriptor once.");
      }
    }
  }

  /**
   * Some columns that stand together.
   *
   * @param title what tells them from others of the same names
   */
  public record Group(String title, List<String> names, List<String> units) {
    public Group {
      names = List.copyOf(names);
      units = List.copyOf(units);
    }

    private String titled(String name) {
      return title + " " + name;
    }
  }

  /**
   * The keys and the numbers of these groups, one after another. A name that several groups have
   * follows the title of its group, in all of them: {@code crystalnn-cn wt CN_4}.
   *
   * @throws DescribeException where two columns share a name all the same
   */
  public static FeatureColumns of(List<String> keys, List<Group> groups) {
    Set<String> met = new HashSet<>(keys);
    Set<String> shared = new HashSet<>();
    for (Group group : groups) {
      for (String name : group.names()) {
        if (!met.add(name)) {
          shared.add(name);
        }
      }
    }
    List<String> names = new ArrayList<>();
    List<String> units = new ArrayList<>();
    for (Group group : groups) {
      group.names().forEach(name -> names.add(shared.contains(name) ? group.titled(name) : name));
      units.addAll(group.units());
    }
    return new FeatureColumns(keys, names, units);
  }

  /** How many numbers a row has. */
  public int width() {
    return names.size();
  }

  /** {@code distance [Å]}, or the bare name of a pure number or one whose unit is not known. */
  String heading(int column) {
    String unit = units.get(column);
    return unit.equals("1") || unit.equals("unknown")
        ? names.get(column)
        : names.get(column) + " [" + unit + "]";
  }
}
