package org.suiseki.study.xrd;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.suiseki.explain.latent.PeakRelevance;
import org.suiseki.explain.latent.RelevantPeak;

/**
 * Intense peaks of little relevance in the maps of several seeds: what one training says of a peak
 * may be its own.
 *
 * @param seeds maps that were asked
 * @param counts by label, in how many of them the peak is such a one
 */
record SeedFindings(int seeds, Map<String, Integer> counts) {

  static SeedFindings of(List<MapSpace> maps, Function<MapSpace, PeakRelevance> relevance) {
    Map<String, Integer> counts = new TreeMap<>();
    for (MapSpace map : maps) {
      for (RelevantPeak peak : relevance.apply(map).peaks()) {
        if (peak.finding().isPresent()) {
          counts.merge(peak.label(), 1, Integer::sum);
        }
      }
    }
    return new SeedFindings(maps.size(), counts);
  }

  /** Whether most seeds agree. */
  boolean common(RelevantPeak peak) {
    return 2 * counts.getOrDefault(peak.label(), 0) > seeds;
  }

  /** The finding of a peak, and how many seeds agree with it. */
  String text(RelevantPeak peak) {
    int agree = counts.getOrDefault(peak.label(), 0);
    return peak.finding().orElse("")
        + " Found in the maps of "
        + agree
        + " of "
        + seeds
        + " seeds.";
  }
}
