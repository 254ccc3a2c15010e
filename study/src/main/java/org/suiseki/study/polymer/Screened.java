package org.suiseki.study.polymer;

import java.util.List;

/**
 * What came of the candidates.
 *
 * @param seen how many there were
 * @param unreadable those that are no linear chain, or cannot be read
 * @param outside of the domain: too unlike every known polymer
 * @param hard to make
 * @param known already: the target was trained on them, or a source
 * @param seconds that the screening took
 * @param edges of the bins of predictions, in the unit of the target
 * @param counts of candidates in them, inside and easy enough ones only
 * @param best how many the short list was picked from
 * @param list the short list, the highest prediction first
 */
record Screened(
    long seen,
    long unreadable,
    long outside,
    long hard,
    long known,
    double seconds,
    double[] edges,
    long[] counts,
    int best,
    List<Pick> list) {

  Screened {
    list = List.copyOf(list);
  }

  /**
   * One polymer of the short list.
   *
   * @param value predicted, in the unit of the target
   * @param low end of its interval
   * @param high end
   * @param likeness to the most similar known polymer
   * @param hardness to make it
   * @param rank among all that are inside and easy enough, from 1
   */
  record Pick(
      Candidate candidate,
      double value,
      double low,
      double high,
      double likeness,
      double hardness,
      int rank) {}
}
