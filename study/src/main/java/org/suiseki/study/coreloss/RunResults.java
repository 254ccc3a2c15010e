package org.suiseki.study.coreloss;

import java.util.List;
import java.util.Map;
import org.suiseki.explain.Neighbours;

/**
 * Everything a finished run knows; what its files and its report are made from.
 *
 * @param trust of the spectrum network, for each split
 * @param neighbours of each molecule in the hidden layer of the final spectrum model
 */
record RunResults(
    CoreLossOptions options,
    MoleculeSet set,
    Scores scores,
    List<Verdict> verdicts,
    Map<SplitKind, Trust> trust,
    SpectrumRelevance relevance,
    Robustness robustness,
    Neighbours neighbours) {}
