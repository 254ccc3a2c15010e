package org.suiseki.study.quasicrystal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.suiseki.learn.ClassLabels;
import org.suiseki.learn.Origin;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.study.PredictionTable;

/**
 * Compositions whose class is known.
 *
 * @param ids all different
 * @param held whether the source holds the row out for the test; empty where it says nothing
 * @param embedded whether they are the example that ships with the product
 */
record LabelledFormulas(
    List<String> ids,
    List<Composition> compositions,
    ClassLabels labels,
    boolean[] held,
    Origin origin,
    List<PredictionTable.Refused> refused,
    boolean embedded) {

  LabelledFormulas {
    ids = List.copyOf(ids);
    compositions = List.copyOf(compositions);
    refused = List.copyOf(refused);
  }

  int size() {
    return ids.size();
  }

  List<String> classes() {
    return labels.classes();
  }

  List<String> formulas() {
    return compositions.stream().map(Composition::formula).toList();
  }

  /** The elements of each row, in alphabetical order: Al-Cu-Fe. */
  List<String> systems() {
    return compositions.stream().map(LabelledFormulas::system).toList();
  }

  static String system(Composition composition) {
    return composition.elements().stream()
        .map(Element::symbol)
        .sorted()
        .collect(Collectors.joining("-"));
  }

  /** The rows that the source holds out, or does not. */
  int[] rows(boolean heldOut) {
    return IntStream.range(0, held.length).filter(row -> held[row] == heldOut).toArray();
  }

  boolean hasPublishedSplit() {
    return rows(true).length > 0 && rows(false).length > 0;
  }

  /** Rows made of some of these elements alone, at least two of them. */
  int[] within(Set<Element> elements) {
    return IntStream.range(0, size())
        .filter(row -> compositions.get(row).elements().size() > 1)
        .filter(row -> elements.containsAll(compositions.get(row).elements()))
        .toArray();
  }

  /**
   * How near to the training rows those of a test are.
   *
   * @param rows of the test that are not of the first class
   * @param system of these, how many have a training row of the same elements
   * @param kin of these, how many have one that is not of the first class either
   */
  record Nearness(int rows, int system, int kin) {}

  Nearness nearness(int[] train, int[] test) {
    List<String> systems = systems();
    Set<String> taught = new HashSet<>();
    Map<String, Integer> rare = new HashMap<>();
    for (int row : train) {
      taught.add(systems.get(row));
      if (labels.of()[row] > 0) {
        rare.merge(systems.get(row), 1, Integer::sum);
      }
    }
    int[] asked = Arrays.stream(test).filter(row -> labels.of()[row] > 0).toArray();
    return new Nearness(
        asked.length,
        (int) Arrays.stream(asked).filter(row -> taught.contains(systems.get(row))).count(),
        (int) Arrays.stream(asked).filter(row -> rare.containsKey(systems.get(row))).count());
  }
}
