package org.suiseki.learn.transfer;

import java.util.List;

/**
 * What trying every source gave. Losses are mean absolute errors in the unit of the target.
 *
 * @param baselines the mean and every way without a source, each alone
 * @param scratch what the inner splits chose most often without any source, and its nested loss
 * @param winner the source that the inner splits chose in each outer split, as one procedure,
 *     against learning from scratch; one comparison, so its p needs no correction
 * @param either the same with learning from scratch among what may be chosen
 * @param committee the mean of the five sources that the inner splits put first, against learning
 *     from scratch: what is said by several depends less on a choice made with few rows
 * @param sources the most helpful first
 * @param reasons what went along with gain from source to source
 * @param leftOut sources that could not be tried
 * @param chosen what {@code either} learned from in each outer split
 * @param rows what was said of each row while it was held out, mean over the repeats
 * @param splits how many outer splits there were
 */
public record ShotgunResult(
    List<Standing> baselines,
    Standing scratch,
    Comparison winner,
    Comparison either,
    Comparison committee,
    List<SourceFinding> sources,
    List<Reason> reasons,
    List<LeftOut> leftOut,
    List<Chosen> chosen,
    HeldOut rows,
    int splits) {

  public ShotgunResult {
    baselines = List.copyOf(baselines);
    sources = List.copyOf(sources);
    reasons = List.copyOf(reasons);
    leftOut = List.copyOf(leftOut);
    chosen = List.copyOf(chosen);
  }

  /**
   * @param source by name; empty for learning from scratch
   */
  public record Chosen(String source, String approach, String head) {}

  /**
   * @param likeness which of {@link SourceFinding.Likeness}
   * @param correlation Spearman's, of that likeness (of a correlation its size) with the gain over
   *     the sources; NaN where it is not known of three sources or more
   */
  public record Reason(String likeness, double correlation) {}

  /**
   * @param winner one a row, in the unit of the target
   * @param scratch likewise
   */
  public record HeldOut(double[] winner, double[] scratch) {}
}
