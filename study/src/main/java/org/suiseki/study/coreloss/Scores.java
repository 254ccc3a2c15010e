package org.suiseki.study.coreloss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suiseki.study.OutOfFold;

/** All out-of-fold predictions of a run and what they are worth. */
final class Scores {
  static final String NETWORK = "network";
  static final List<String> BASELINES = List.of("mean", "ridge", "trees");

  private final MoleculeSet set;
  private final List<MolecularProperty> properties;
  private final Map<SplitKind, Map<FeatureSet, Map<String, OutOfFold>>> said =
      new EnumMap<>(SplitKind.class);
  private final List<Score> all = new ArrayList<>();

  Scores(MoleculeSet set, List<MolecularProperty> properties) {
    this.set = set;
    this.properties = properties;
  }

  void add(SplitKind split, FeatureSet features, String model, OutOfFold predictions) {
    said.computeIfAbsent(split, key -> new EnumMap<>(FeatureSet.class))
        .computeIfAbsent(features, key -> new LinkedHashMap<>())
        .put(model, predictions);
    for (int i = 0; i < properties.size(); i++) {
      all.add(
          Score.of(
              properties.get(i),
              features,
              model,
              split,
              truth(i),
              predictions.mean(i),
              predictions.fold()));
    }
  }

  List<Score> all() {
    return all;
  }

  double[] truth(int property) {
    return set.targets().column(property);
  }

  OutOfFold predictions(SplitKind split, FeatureSet features, String model) {
    OutOfFold found =
        said.getOrDefault(split, Map.of()).getOrDefault(features, Map.of()).get(model);
    if (found == null) {
      throw new IllegalStateException("No predictions of " + split + " " + features + " " + model);
    }
    return found;
  }

  Score score(MolecularProperty property, FeatureSet features, String model, SplitKind split) {
    return all.stream()
        .filter(score -> score.is(property, features, model, split))
        .findFirst()
        .orElseThrow();
  }

  /** The best of the baselines, by R². */
  Score bestBaseline(MolecularProperty property, FeatureSet features, SplitKind split) {
    return BASELINES.stream()
        .map(model -> score(property, features, model, split))
        .max(Comparator.comparingDouble(Score::r2))
        .orElseThrow();
  }
}
