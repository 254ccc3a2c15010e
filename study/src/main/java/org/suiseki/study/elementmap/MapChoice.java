package org.suiseki.study.elementmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.learn.Folds;
import org.suiseki.learn.GenerativeTopographicMap;
import org.suiseki.learn.GenerativeTopographicMapModel;
import org.suiseki.learn.LatentGrid;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

/**
 * How far a map may bend, chosen by how likely it makes elements that it has not seen; the known
 * table has no part in it.
 *
 * @param centres basis functions
 * @param regularisation λ
 * @param likelihood log p of an element that was held out, mean over the elements
 */
record MapChoice(int centres, double regularisation, double likelihood) {

  /** All that were tried, the best first. */
  static List<MapChoice> tried(
      Table rows, LatentGrid grid, ElementMapOptions options, Progress progress) {
    List<Split> splits = Folds.random(rows.rows(), options.folds(), options.seed());
    List<MapChoice> tried = new ArrayList<>();
    int all = options.centres().length * options.regularisations().length;
    for (int centres : options.centres()) {
      for (double regularisation : options.regularisations()) {
        progress.check();
        GenerativeTopographicMap map =
            new GenerativeTopographicMap(grid)
                .withCentres(centres)
                .withRegularisation(regularisation)
                .withRounds(options.rounds());
        tried.add(new MapChoice(centres, regularisation, heldOut(map, rows, splits, progress)));
        progress.step("choosing how far the map bends", tried.size(), all);
      }
    }
    tried.sort((a, b) -> Double.compare(b.likelihood(), a.likelihood()));
    return tried;
  }

  private static double heldOut(
      GenerativeTopographicMap map, Table rows, List<Split> splits, Progress progress) {
    double sum = 0;
    for (Split split : splits) {
      GenerativeTopographicMapModel model = map.fit(rows, split, progress);
      sum += Arrays.stream(model.logLikelihood(rows.selectRows(split.test()))).sum();
    }
    return sum / rows.rows();
  }

  GenerativeTopographicMap map(LatentGrid grid, int rounds) {
    return new GenerativeTopographicMap(grid)
        .withCentres(centres)
        .withRegularisation(regularisation)
        .withRounds(rounds);
  }
}
