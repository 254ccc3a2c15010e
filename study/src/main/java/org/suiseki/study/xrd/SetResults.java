package org.suiseki.study.xrd;

import java.util.List;
import org.suiseki.explain.latent.PeakRelevance;
import org.suiseki.explain.latent.PeakWindows;
import org.suiseki.learn.Column;
import org.suiseki.learn.Table;

/**
 * What a study found in one set.
 *
 * @param spaces all that were tried, baselines first
 * @param map number of the space of the map among them
 * @param wide number of the wide space among them
 * @param readings of concentrations; empty where nothing is known of the samples
 * @param scores of them
 * @param model that was saved
 * @param mapped the map
 * @param peaks of each pattern
 * @param relevance of the peaks
 * @param findings how many seeds agree on what is said of intense peaks
 * @param walks between compositions
 * @param companion another method, to compare with
 */
record SetResults(
    PreparedSet prepared,
    List<SpaceScore> spaces,
    int map,
    int wide,
    List<Reading> readings,
    List<ConcentrationScore> scores,
    XrdModel model,
    MapResult mapped,
    PeakWindows peaks,
    PeakRelevance relevance,
    SeedFindings findings,
    WalkResult walks,
    Companion companion) {

  SpaceScore mapScore() {
    return spaces.get(map);
  }

  SpaceScore wideScore() {
    return spaces.get(wide);
  }

  /** What is learnable of the samples. */
  Table targets() {
    return prepared.targets().selectColumns(prepared.learnable());
  }

  List<Column> properties() {
    return targets().columns();
  }

  PatternSet set() {
    return prepared.set();
  }
}
