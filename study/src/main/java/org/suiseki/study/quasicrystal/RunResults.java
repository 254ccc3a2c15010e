package org.suiseki.study.quasicrystal;

import java.util.List;
import java.util.Optional;

/**
 * All that a run found.
 *
 * @param results of every split, in the order of {@link SplitKind#all}
 * @param maps of each system, by the model of all rows, and where wanted by one that did not see it
 * @param chosen names of the candidates in the saved model
 */
record RunResults(
    QuasicrystalOptions options,
    LabelledFormulas set,
    List<SplitResult> results,
    List<SystemMap> maps,
    List<String> chosen) {

  RunResults {
    results = List.copyOf(results);
    maps = List.copyOf(maps);
    chosen = List.copyOf(chosen);
  }

  List<SplitResult> results(SplitKind kind) {
    return results.stream().filter(one -> one.kind().equals(kind.label())).toList();
  }

  /** The scores of every model under one kind of split; empty where the run has none of it. */
  List<SplitScore> scores(SplitKind kind) {
    List<SplitResult> of = results(kind);
    return of.isEmpty()
        ? List.of()
        : SplitScore.of(kind, of, set.labels(), testPerTrain(), options.seed());
  }

  Optional<SplitScore> score(SplitKind kind, String model) {
    return scores(kind).stream().filter(one -> one.model().equals(model)).findFirst();
  }

  /** What the ensemble gains over the peers' forest, trained by us on the same rows. */
  Optional<SplitScore.Gain> overPeers(SplitKind kind) {
    List<SplitResult> of = results(kind);
    return of.isEmpty()
        ? Optional.empty()
        : Optional.of(
            SplitScore.gain(
                kind,
                of,
                set.labels(),
                SplitResult.ENSEMBLE,
                SplitResult.PEERS,
                testPerTrain(),
                options.seed()));
  }

  private double testPerTrain() {
    return options.testFraction() / (1 - options.testFraction());
  }
}
