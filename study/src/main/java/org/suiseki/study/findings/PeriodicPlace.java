package org.suiseki.study.findings;

import org.suiseki.matter.Element;

/**
 * Where an element stands in the table of 18 groups.
 *
 * @param column its group; lanthanoids and actinoids from 3 to 17
 * @param row its period; 9 and 10 for lanthanoids and actinoids, so that row 8 is empty
 */
record PeriodicPlace(int column, int row) {
  private static final int[] NOBLE_GASES = {2, 10, 18, 36, 54, 86, 118};
  private static final int LANTHANUM = 57;
  private static final int LUTETIUM = 71;
  private static final int ACTINIUM = 89;
  private static final int LAWRENCIUM = 103;

  static PeriodicPlace of(Element element) {
    int number = element.number();
    if (number >= LANTHANUM && number <= LUTETIUM) {
      return new PeriodicPlace(3 + number - LANTHANUM, 9);
    }
    if (number >= ACTINIUM && number <= LAWRENCIUM) {
      return new PeriodicPlace(3 + number - ACTINIUM, 10);
    }
    int period = 1;
    while (number > NOBLE_GASES[period - 1]) {
      period++;
    }
    int sinceGas = period == 1 ? number : number - NOBLE_GASES[period - 2];
    int beforeNext = NOBLE_GASES[period - 1] - number;
    // The first two columns are filled from the left, all else from the right.
    int column = sinceGas <= 2 && number != 2 ? sinceGas : 18 - beforeNext;
    return new PeriodicPlace(column, period);
  }
}
