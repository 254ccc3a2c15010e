package org.suiseki.study.conductivity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.suiseki.learn.Column;
import org.suiseki.library.TargetScale;

/**
 * A property that a source can be trained on, with the formulas of which it is known.
 *
 * @param name small letters, digits and dashes
 * @param column with its unit
 * @param scale logarithmic where all values are positive and span more than a factor of ten
 * @param formulas reduced, each once
 * @param values in the unit
 */
record SolidProperty(
    String name, Column column, TargetScale scale, List<String> formulas, double[] values) {

  SolidProperty {
    formulas = List.copyOf(formulas);
  }

  /** On the scale that fits the values. */
  static SolidProperty of(Column column, List<String> formulas, double[] values) {
    double least = Arrays.stream(values).min().orElseThrow();
    double most = Arrays.stream(values).max().orElseThrow();
    return new SolidProperty(
        column.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
        column,
        least > 0 && most > 10 * least ? TargetScale.LOGARITHMIC : TargetScale.LINEAR,
        formulas,
        values);
  }

  /** Only formulas that are not among these. */
  SolidProperty without(Set<String> others) {
    int[] rows =
        IntStream.range(0, values.length)
            .filter(row -> !others.contains(formulas.get(row)))
            .toArray();
    return new SolidProperty(
        name,
        column,
        scale,
        IntStream.of(rows).mapToObj(formulas::get).toList(),
        IntStream.of(rows).mapToDouble(row -> values[row]).toArray());
  }
}
