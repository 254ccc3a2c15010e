package org.suiseki.study.tasks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.suiseki.learn.Metric;
import org.suiseki.library.ModelCard;
import org.suiseki.library.TargetScale;

/**
 * Writes the cards of the models of one described task and split.
 *
 * @param number of the split, from 0
 * @param studySeed from which that of the split follows
 */
record TaskCards(TaskData data, int number, long studySeed) {

  /** Stands in the names of scores over the natural logarithm of a property. */
  static final String LOG = ".log";

  /** Of the split. */
  long seed() {
    return studySeed + number;
  }

  /** {@code task/descriptor/split-0/label}. */
  String name(ModelMaker.Design design) {
    String described = data.descriptor().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    String split = data.task().judging().folds() > 0 ? "folds" : "split-" + number;
    return data.task().name() + "/" + described + "/" + split + "/" + design.label();
  }

  ModelCard card(
      ModelMaker.Design design, ModelCard.SplitNote split, HeldOut chosenBy, HeldOut test) {
    Task task = data.task();
    Map<String, ModelCard.Score> metrics = new TreeMap<>(test.scores("test", seed()));
    metrics.put("validation.mae", ModelCard.Score.of(chosenBy.mae()));
    metrics.put(
        "validation.r2", ModelCard.Score.of(Metric.R2.of(chosenBy.truth(), chosenBy.prediction())));
    if (task.scale() == TargetScale.LOGARITHMIC) {
      // Errors in the unit are those of the few largest values.
      metrics.putAll(test.on(task.scale()).scores("test" + LOG, seed()));
      metrics.put("validation" + LOG + ".mae", ModelCard.Score.of(chosenBy.on(task.scale()).mae()));
    }
    Set<String> tags = new LinkedHashSet<>(task.tags());
    tags.add(task.name());
    return new ModelCard(
        name(design),
        task.property(),
        task.kind(),
        data.descriptor(),
        new ModelCard.Architecture(
            design.family(), data.data().inputs().width() + " inputs, " + design.text()),
        new ModelCard.Data(
            task.name(),
            data.data().origin().sha256(),
            data.data().rows(),
            task.source().source(),
            task.source().licence()),
        split,
        metrics,
        Optional.empty(),
        List.copyOf(tags),
        data.domain());
  }
}
