package org.suiseki.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * To which of some named classes each row belongs.
 *
 * @param classes their names, all different, at least two
 * @param of for each row the place of its class in {@code classes}; handed over, not copied
 */
public record ClassLabels(List<String> classes, int[] of) {

  public ClassLabels {
    classes = List.copyOf(classes);
    if (classes.size() < 2 || new HashSet<>(classes).size() < classes.size()) {
      throw new LearnException(
          "The classes are " + classes + ".", "Give two or more classes with different names.");
    }
    for (int row = 0; row < of.length; row++) {
      if (of[row] < 0 || of[row] >= classes.size()) {
        throw new LearnException(
            "Row " + row + " is of class " + of[row] + " among " + classes.size() + ".",
            "Count classes from 0; leave rows out whose class is not known.");
      }
    }
  }

  /** From the class name of each row; the classes are in alphabetical order. */
  public static ClassLabels of(List<String> names) {
    return of(List.copyOf(new TreeSet<>(names)), names);
  }

  /**
   * From the class name of each row.
   *
   * @throws LearnException where a name is none of the classes
   */
  public static ClassLabels of(List<String> classes, List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < classes.size(); place++) {
      places.put(classes.get(place), place);
    }
    int[] of = new int[names.size()];
    for (int row = 0; row < of.length; row++) {
      Integer place = places.get(names.get(row));
      if (place == null) {
        throw new LearnException(
            "Row " + row + " is of the class '" + names.get(row) + "'.",
            "Known classes are: " + String.join(", ", classes) + ".");
      }
      of[row] = place;
    }
    return new ClassLabels(classes, of);
  }

  public int rows() {
    return of.length;
  }

  /** The class name of each row: what {@link Folds} takes as strata. */
  public List<String> names() {
    List<String> names = new ArrayList<>(of.length);
    for (int one : of) {
      names.add(classes.get(one));
    }
    return names;
  }

  /** How many of these rows belong to each class. */
  public int[] counts(int... rows) {
    int[] counts = new int[classes.size()];
    for (int row : rows) {
      counts[of[row]]++;
    }
    return counts;
  }

  public ClassLabels selectRows(int... rows) {
    return new ClassLabels(classes, Arrays.stream(rows).map(row -> of[row]).toArray());
  }

  /** Refuses other than {@code rows} rows, or training rows of fewer than two classes. */
  public void requireFor(Table inputs, int... train) {
    if (inputs.rows() != of.length) {
      throw new LearnException(
          of.length + " labels for " + inputs.rows() + " rows.", "Give one label for each row.");
    }
    if (Arrays.stream(counts(train)).filter(count -> count > 0).count() < 2) {
      throw new LearnException(
          "The "
              + train.length
              + " training rows have "
              + Arrays.toString(counts(train))
              + " of the classes "
              + classes
              + ".",
          "Give rows of two classes or more; a stratified split keeps every class in every fold.");
    }
  }
}
