package org.suiseki.describe.composition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;

/**
 * Fills in a property of an element from those that are chemically like it: linear interpolation
 * between the next elements on either side that have a value, along the Mendeleev number, on which
 * neighbours form like compounds (Pettifor, Solid State Commun. 51, 31 (1984), doi
 * 10.1016/0038-1098(84)90765-8); beyond the last, the value of the last. The numbers are those of
 * the {@linkplain ElementTable#standard() standard table}, whatever table is filled, so an element
 * above 103, which has none, stays missing.
 *
 * <p>A filled-in value is a guess: for hardness or a critical temperature a poor one. Where it
 * matters, use a complete table, or leave the property out.
 */
final class ElementImputation {
  private static final double[] NUMBERS = ElementTable.standard().column("mendeleev_number");

  /** The elements that have a Mendeleev number, ascending by it. */
  private static final List<Element> STRING =
      Arrays.stream(Element.values())
          .filter(element -> !Double.isNaN(NUMBERS[element.ordinal()]))
          .sorted(Comparator.comparingDouble(element -> NUMBERS[element.ordinal()]))
          .toList();

  private ElementImputation() {}

  /**
   * A column with values for all elements between or beside those that have one; NaN stays where
   * there is no Mendeleev number, or no value at all.
   *
   * @param column one value for each element, hydrogen first, NaN where it is missing
   */
  static double[] filled(double[] column) {
    double[] filled = column.clone();
    for (int at = 0; at < STRING.size(); at++) {
      Element element = STRING.get(at);
      if (Double.isNaN(column[element.ordinal()])) {
        filled[element.ordinal()] =
            between(column, element, next(column, at, -1), next(column, at, 1));
      }
    }
    return filled;
  }

  private static double between(
      double[] column, Element element, Optional<Element> before, Optional<Element> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before.or(() -> after).map(one -> column[one.ordinal()]).orElse(Double.NaN);
    }
    int low = before.get().ordinal();
    int high = after.get().ordinal();
    double share = (NUMBERS[element.ordinal()] - NUMBERS[low]) / (NUMBERS[high] - NUMBERS[low]);
    return column[low] + share * (column[high] - column[low]);
  }

  private static Optional<Element> next(double[] column, int from, int step) {
    for (int at = from + step; at >= 0 && at < STRING.size(); at += step) {
      if (!Double.isNaN(column[STRING.get(at).ordinal()])) {
        return Optional.of(STRING.get(at));
      }
    }
    return Optional.empty();
  }
}
