package org.suiseki.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Outputs whose targets are present in the same training rows, so that one decomposition of the
 * inputs serves them all.
 *
 * @param rows the training rows that have these targets
 * @param outputs the target columns
 */
record TargetGroup(int[] rows, int[] outputs) {

  /**
   * All outputs, grouped. Commonly there is one group; the cost of a fit grows with their number.
   *
   * @throws LearnException where an output has fewer than two targets among the training rows, or
   *     an infinite one
   */
  static List<TargetGroup> of(Table targets, int[] train) {
    Map<List<Integer>, List<Integer>> outputsByRows = new LinkedHashMap<>();
    for (int output = 0; output < targets.width(); output++) {
      List<Integer> present = new ArrayList<>();
      for (int row : train) {
        if (!Double.isNaN(targets.get(row, output))) {
          present.add(row);
        }
      }
      check(targets, output, present);
      outputsByRows.computeIfAbsent(present, rows -> new ArrayList<>()).add(output);
    }
    return outputsByRows.entrySet().stream()
        .map(entry -> new TargetGroup(toArray(entry.getKey()), toArray(entry.getValue())))
        .toList();
  }

  private static void check(Table targets, int output, List<Integer> present) {
    if (present.size() < 2) {
      throw new LearnException(
          "The target '"
              + targets.columns().get(output)
              + "' has "
              + present.size()
              + " values in the training rows, at least 2 are needed.",
          "Leave the target out, or give rows that have it.");
    }
    for (int row : present) {
      if (Double.isInfinite(targets.get(row, output))) {
        throw new LearnException(
            "The target '" + targets.columns().get(output) + "' is infinite in row " + row + ".",
            "Mend the value, or mark it as missing (NaN).");
      }
    }
  }

  private static int[] toArray(List<Integer> numbers) {
    return IntStream.range(0, numbers.size()).map(numbers::get).toArray();
  }
}
