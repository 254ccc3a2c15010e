package org.suiseki.describe.composition;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;

/**
 * The oxidation states of the elements, from pymatgen 2022.11.7 ({@code periodic_table.json}, MIT):
 * the common ones, or all that are known. Noble gases and elements above 103 have none.
 */
final class OxidationStates {
  /** Charges that cancel but for rounding; amounts of formulas have a few digits. */
  private static final double TOLERANCE = 1e-6;

  private static final int MOST_STEPS = 1_000_000;
  private static final int FOUND = -1;
  private static final int EXHAUSTED = -2;

  private static final class Common {
    static final OxidationStates STATES = read("common");
  }

  private static final class Known {
    static final OxidationStates STATES = read("known");
  }

  /** Ascending, by element. */
  private final int[][] states;

  private OxidationStates(int[][] states) {
    this.states = states;
  }

  static OxidationStates common() {
    return Common.STATES;
  }

  static OxidationStates known() {
    return Known.STATES;
  }

  int[] of(Element element) {
    return states[element.ordinal()].clone();
  }

  /**
   * Whether each element can be given one of its states, the same for all its atoms, so that
   * together they make the charge of the composition. A search that leaves a branch as soon as the
   * rest cannot make good the sum: fast for real formulas, exponential in the number of elements at
   * worst.
   *
   * @throws DescribeException where the search would take too long: dozens of elements
   */
  boolean balances(Composition composition) {
    double largest = 0;
    for (int i = 0; i < composition.elementCount(); i++) {
      largest = Math.max(largest, composition.amountAt(i));
    }
    int left = search(composition, 0, -composition.charge(), TOLERANCE * largest, MOST_STEPS);
    if (left == EXHAUSTED) {
      throw new DescribeException(
          "Whether the charges of " + composition.elementCount() + " elements cancel is not found.",
          "Leave such compositions out, or do without the ionic character.");
    }
    return left == FOUND;
  }

  /** What is left of the steps where nothing was found. */
  private int search(Composition composition, int from, double sum, double tolerance, int steps) {
    if (from == composition.elementCount()) {
      return Math.abs(sum) <= tolerance ? FOUND : steps;
    }
    if (!reaches(composition, from, sum, tolerance)) {
      return steps;
    }
    int left = steps - 1;
    double amount = composition.amountAt(from);
    for (int state : states[composition.elementAt(from).ordinal()]) {
      if (left <= 0) {
        return left < 0 ? left : EXHAUSTED;
      }
      left = search(composition, from + 1, sum + state * amount, tolerance, left);
    }
    return left;
  }

  /** Whether the elements from one on have states between whose extremes lies what is wanting. */
  private boolean reaches(Composition composition, int from, double sum, double tolerance) {
    double low = sum;
    double high = sum;
    for (int i = from; i < composition.elementCount(); i++) {
      int[] own = states[composition.elementAt(i).ordinal()];
      if (own.length == 0) {
        return false;
      }
      low += own[0] * composition.amountAt(i);
      high += own[own.length - 1] * composition.amountAt(i);
    }
    return low <= tolerance && high >= -tolerance;
  }

  private static OxidationStates read(String column) {
    int[][] states = new int[Element.values().length][0];
    try (InputStream bytes = OxidationStates.class.getResourceAsStream("oxidation-states.csv")) {
      if (bytes == null) {
        throw new IOException("Resource oxidation-states.csv is absent from the jar.");
      }
      try (CsvReader<CsvRecord> rows =
          CsvReader.builder().ofCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
        int field = -1;
        for (CsvRecord row : rows) {
          if (field < 0) {
            field = row.getFields().indexOf(column);
          } else {
            states[Element.ofSymbol(row.getField(0)).orElseThrow().ordinal()] =
                Arrays.stream(row.getField(field).split(" ")).mapToInt(Integer::parseInt).toArray();
          }
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(
          "The oxidation states of this installation cannot be read.", broken);
    }
    return new OxidationStates(states);
  }
}
