package org.suiseki.study.elementmap;

import java.util.List;

/**
 * All arrangements of one set of elements.
 *
 * @param name of the set
 * @param arrangements the main one first
 * @param surface the properties that each place of the main layout stands for, places × properties,
 *     in deviations from the mean; empty but for the main set
 * @param explained share of each property's variance that the main arrangement keeps: 1 less the
 *     mean square from an element to its place
 * @param noise of the main map, in deviations
 * @param rounds that it took
 */
record LaidOut(
    String name,
    List<Arrangement> arrangements,
    double[][] surface,
    double[] explained,
    double noise,
    int rounds) {

  LaidOut {
    arrangements = List.copyOf(arrangements);
  }

  Arrangement main() {
    return arrangements.get(0);
  }
}
