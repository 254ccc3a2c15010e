package org.suiseki.study.elementmap;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;

/**
 * Where elements stand in the known table of 18 columns. The lanthanides and actinides have no
 * group; they count for periods only.
 *
 * @param period of each element, from 1
 * @param group of each element, 1 to 18; NaN where it has none
 * @param vertical pairs of one group in periods that follow each other, such as Na and K
 * @param horizontal pairs of one period with atomic numbers that follow each other, such as B and C
 */
record KnownTable(double[] period, double[] group, List<int[]> vertical, List<int[]> horizontal) {

  /** For some elements; pairs are of their places in the list. */
  static KnownTable of(List<Element> elements) {
    ElementTable table = ElementTable.standard();
    double[] periods = table.column("period");
    double[] groups = table.column("group");
    double[] period = elements.stream().mapToDouble(e -> periods[e.ordinal()]).toArray();
    double[] group = elements.stream().mapToDouble(e -> groups[e.ordinal()]).toArray();
    List<int[]> vertical = new ArrayList<>();
    List<int[]> horizontal = new ArrayList<>();
    for (int one = 0; one < elements.size(); one++) {
      for (int other = 0; other < elements.size(); other++) {
        if (group[one] == group[other] && period[other] == period[one] + 1) {
          vertical.add(new int[] {one, other});
        }
        boolean next = elements.get(other).number() == elements.get(one).number() + 1;
        if (next && period[one] == period[other]) {
          horizontal.add(new int[] {one, other});
        }
      }
    }
    return new KnownTable(period, group, vertical, horizontal);
  }
}
