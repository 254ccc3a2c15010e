package org.suiseki.describe.composition;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;

/**
 * The amounts of the elements in the formula unit as it is written, or their fractions of all
 * atoms, one number for each element that the table has a row for.
 *
 * <p>Deviation: XenonPy's {@code Counting} cuts amounts down to whole numbers (0.95 becomes 0);
 * here they are kept.
 */
final class ElementAmounts implements CompositionDescriptor {
  private final List<String> names;
  private final boolean fractions;

  /** Where an element stands; -1 where it is not among them. */
  private final int[] columns;

  /**
   * @param fractions of all atoms; otherwise amounts
   */
  ElementAmounts(List<Element> elements, boolean fractions) {
    this.names =
        elements.stream()
            .map(one -> fractions ? "fraction:" + one.symbol() : one.symbol())
            .toList();
    this.fractions = fractions;
    this.columns = new int[Element.values().length];
    Arrays.fill(columns, -1);
    for (int i = 0; i < elements.size(); i++) {
      columns[elements.get(i).ordinal()] = i;
    }
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public List<String> units() {
    return Collections.nCopies(names.size(), "1");
  }

  @Override
  public List<String> sources() {
    return Collections.nCopies(
        names.size(),
        fractions ? "share of the atoms" : "atoms in the formula unit as it is written");
  }

  @Override
  public void describe(Composition composition, double[] out, int offset) {
    Arrays.fill(out, offset, offset + names.size(), 0);
    double unit = fractions ? composition.total() : 1;
    for (int i = 0; i < composition.elementCount(); i++) {
      int column = columns[composition.elementAt(i).ordinal()];
      if (column < 0) {
        throw new DescribeException(
            "The element table has no row for " + composition.elementAt(i).symbol() + ".",
            "Leave such formulas out, or use a table that has a row for it.");
      }
      out[offset + column] = composition.amountAt(i) / unit;
    }
  }
}
