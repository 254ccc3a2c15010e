package org.suiseki.study.polymer;

import java.util.Comparator;
import java.util.List;
import org.suiseki.learn.transfer.Comparison;
import org.suiseki.learn.transfer.ShotgunResult;
import org.suiseki.learn.transfer.SourceFinding;

/**
 * What trying every source gave, as numbers.
 *
 * @param rows training polymers
 * @param scratch the best way without sources
 * @param scratchError its mean absolute error
 * @param error with the source that inner folds chose
 * @param gain how much less
 * @param low end of the interval of the gain at 95 %
 * @param high end
 * @param p of so large a gain by chance
 * @param sources each, the most helpful first
 * @param leftOut sources that could not be tried
 */
record TransferVerdict(
    int rows,
    String scratch,
    double scratchError,
    double error,
    double gain,
    double low,
    double high,
    double p,
    List<SourceGain> sources,
    List<String> leftOut) {

  TransferVerdict {
    sources = List.copyOf(sources);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * One source.
   *
   * @param approach chosen most often on inner folds
   * @param gain over learning from scratch
   * @param low end of its interval at 95 %
   * @param high end
   * @param holm p, corrected for the number of sources
   * @param correlation Spearman's, of what it predicts with the target
   * @param won outer folds in which it was chosen before all others
   */
  record SourceGain(
      String name,
      String approach,
      double gain,
      double low,
      double high,
      double holm,
      double correlation,
      int won) {}

  static TransferVerdict of(ShotgunResult result, int rows) {
    Comparison winner = result.winner();
    return new TransferVerdict(
        rows,
        result.scratch().name(),
        winner.other(),
        winner.loss(),
        winner.gain(),
        winner.interval().low(),
        winner.interval().high(),
        winner.p(),
        result.sources().stream()
            .map(TransferVerdict::gain)
            .sorted(Comparator.comparingDouble((SourceGain one) -> -one.gain()))
            .toList(),
        result.leftOut().stream().map(one -> one.source() + ": " + one.reason()).toList());
  }

  private static SourceGain gain(SourceFinding one) {
    return new SourceGain(
        one.name(),
        one.head() + " on " + one.approach(),
        one.againstScratch().gain(),
        one.againstScratch().interval().low(),
        one.againstScratch().interval().high(),
        one.holm(),
        one.likeness().correlation(),
        one.won());
  }
}
