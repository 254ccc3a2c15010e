package org.suiseki.study.xrd;

import java.util.function.ToDoubleFunction;
import org.suiseki.learn.Quantile;

/**
 * Medians over the walks of a set; NaN without any.
 *
 * @param map R on the map, %
 * @param wide R in the wide space, %
 * @param mixing R of mixed patterns, %
 * @param floor R of the map's own reconstruction, %
 * @param mapBeats share of walks on the map that are nearer to the truth than mixing
 * @param wideBeats the same in the wide space
 * @param mapPosition error of peak positions on the map
 * @param widePosition error of peak positions in the wide space
 * @param mixingPosition error of peak positions of mixed patterns
 */
record WalkSummary(
    int count,
    double map,
    double wide,
    double mixing,
    double floor,
    double mapBeats,
    double wideBeats,
    double mapPosition,
    double widePosition,
    double mixingPosition) {

  static WalkSummary of(WalkResult result) {
    int count = result.walks().size();
    return new WalkSummary(
        count,
        median(result, WalkResult.Walk::map),
        median(result, WalkResult.Walk::wide),
        median(result, WalkResult.Walk::mixing),
        median(result, WalkResult.Walk::floor),
        mean(result, walk -> walk.map() < walk.mixing() ? 1 : 0),
        mean(result, walk -> walk.wide() < walk.mixing() ? 1 : 0),
        median(result, WalkResult.Walk::mapPosition),
        median(result, WalkResult.Walk::widePosition),
        median(result, WalkResult.Walk::mixingPosition));
  }

  private static double median(WalkResult result, ToDoubleFunction<WalkResult.Walk> of) {
    double[] values = result.walks().stream().mapToDouble(of).filter(Double::isFinite).toArray();
    return values.length == 0 ? Double.NaN : Quantile.of(values, 0.5);
  }

  private static double mean(WalkResult result, ToDoubleFunction<WalkResult.Walk> of) {
    return result.walks().stream().mapToDouble(of).average().orElse(Double.NaN);
  }
}
