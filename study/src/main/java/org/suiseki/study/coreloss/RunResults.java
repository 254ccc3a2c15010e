package org.suiseki.study.coreloss;

import java.util.List;
import java.util.Map;
import org.suiseki.explain.Neighbours;

/**
 * Everything a finished run knows; what its files and its report are made from.
 *
 * @param trust of every network
 * @param neighbours of each molecule of the sample among the sample, in the hidden layer of the
 *     final spectrum model
 */
record RunResults(
    CoreLossOptions options,
    MoleculeSet set,
    Scores scores,
    List<Verdict> verdicts,
    Map<SplitKind, Map<FeatureSet, Trust>> trust,
    SpectrumRelevance relevance,
    Robustness robustness,
    Neighbours neighbours) {

  Trust trust(SplitKind split, FeatureSet features) {
    Trust found = trust.getOrDefault(split, Map.of()).get(features);
    if (found == null) {
      throw new IllegalStateException("No trust in " + split + " " + features);
    }
    return found;
  }
}
