package org.suiseki.learn.transfer;

import java.util.List;
import org.suiseki.learn.Column;
import org.suiseki.learn.Interval;

/**
 * How the rows above a quantile are found by models that saw only rows below it.
 *
 * @param threshold of the target, in its unit: the lowest mean of a group above the quantile
 * @param top which rows are above
 * @param baselines every way without a source, each alone
 * @param scratch the best of them by the inner splits
 * @param winner the source chosen by the inner splits
 * @param committee the mean of the five sources that the inner splits put first
 * @param gain of the winner over scratch, with interval
 * @param committeeGain of the committee over scratch
 * @param sources each alone, the best overall order first
 * @param leftOut sources that could not be tried
 */
public record TailResult(
    double threshold,
    boolean[] top,
    List<Ranking> baselines,
    Ranking scratch,
    Ranking winner,
    Ranking committee,
    Gain gain,
    Gain committeeGain,
    List<SourceRanking> sources,
    List<LeftOut> leftOut) {

  public TailResult {
    baselines = List.copyOf(baselines);
    sources = List.copyOf(sources);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * @param name of the way to learn, or of the source
   * @param quality of its order
   * @param error mean absolute error above the quantile, in the unit of the target
   * @param prediction one a row, by models that did not see it, in the unit of the target
   */
  public record Ranking(String name, RankQuality quality, double error, double[] prediction) {

    /** The place of each row in the order, 1 for the highest prediction. */
    public int[] places() {
      int[] places = new int[prediction.length];
      int[] order = RankQuality.descending(prediction);
      for (int place = 0; place < order.length; place++) {
        places[order[place]] = place + 1;
      }
      return places;
    }
  }

  /**
   * @param property the source was trained on
   * @param approach that the inner splits chose most often
   * @param head likewise
   * @param won outer splits in which it was chosen before all others
   * @param overScratch interval of how much better its overall order is than that from scratch
   */
  public record SourceRanking(
      Ranking ranking,
      Column property,
      String approach,
      String head,
      int won,
      Interval overScratch,
      SourceFinding.Likeness likeness) {}

  /**
   * Differences of Spearman's correlations, from the bootstrap over groups: the trained models are
   * taken as they are, and what varies is which materials they are asked for.
   *
   * @param inTop among the rows above the quantile
   * @param overall over all rows
   * @param separation of the areas under the receiver operating characteristic
   */
  public record Gain(Interval inTop, Interval overall, Interval separation) {}
}
