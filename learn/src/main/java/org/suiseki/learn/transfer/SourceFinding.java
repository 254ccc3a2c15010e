package org.suiseki.learn.transfer;

import org.suiseki.learn.Column;

/**
 * What came of one source.
 *
 * @param name of the source
 * @param property it was trained on
 * @param approach that the inner splits chose most often
 * @param head likewise
 * @param won outer splits in which the inner ones chose this source before all others
 * @param againstScratch its nested error, with approach and head chosen inside, against learning
 *     from scratch; the p in it is of this source alone
 * @param holm that p corrected for the number of sources tried
 * @param maxT the corrected p of the permutation test; sees only the chance in the test rows
 * @param likeness why it may have helped or not
 */
public record SourceFinding(
    String name,
    Column property,
    String approach,
    String head,
    int won,
    Comparison againstScratch,
    double holm,
    double maxT,
    Likeness likeness) {

  /** Whether it beats learning from scratch though many were tried. */
  public boolean helpsBeyondChance() {
    return holm <= 1 - Comparison.LEVEL;
  }

  /**
   * How near a source is to the target.
   *
   * @param materials overlap of its training materials with those of the target, 0 to 1
   * @param inside share of the target's rows inside its domain, 0 to 1
   * @param correlation Spearman's, of its prediction with the target; the sign tells which way
   * @param alignment of its usual features with the target, about 0 for nothing in common to 1
   */
  public record Likeness(double materials, double inside, double correlation, double alignment) {}
}
