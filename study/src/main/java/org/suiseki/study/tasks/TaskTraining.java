package org.suiseki.study.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Metric;
import org.suiseki.learn.Model;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.library.MaterialModel;
import org.suiseki.library.ModelCard;
import org.suiseki.library.TargetScale;
import org.suiseki.library.TrainingRange;
import org.suiseki.matter.ElementTable;

/**
 * Trains the models of one maker on one described task and writes their cards.
 *
 * @param data of the task
 * @param number of the split, from 0
 * @param seed of the study
 */
record TaskTraining(TaskData data, int number, long seed) {

  /**
   * @param card to be published
   * @param model to be published
   * @param heldOut rows that nothing was chosen by
   */
  record Trained(ModelCard card, MaterialModel model, HeldOut heldOut) {}

  /** The names that the models of a maker get, in the order of {@link #train}. */
  List<String> names(ModelMaker maker) {
    return maker.designs().stream().map(this::name).toList();
  }

  /**
   * All models of a maker, judged. One that diverged is left out.
   *
   * @throws java.util.concurrent.CancellationException if it is to stop
   */
  List<Trained> train(ModelMaker maker, Progress progress) {
    List<Split> splits = data.splits(seed, number);
    return data.task().judging().folds() > 0
        ? byFolds(maker, splits, progress)
        : bySplit(maker, splits.get(0), progress);
  }

  private List<Trained> bySplit(ModelMaker maker, Split split, Progress progress) {
    List<? extends Model> models = maker.make(data.data(), split, progress);
    List<Trained> trained = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      Model model = models.get(i);
      Optional<HeldOut> test = said(model, split, split.test());
      Optional<HeldOut> validation = said(model, split, split.validation());
      if (test.isPresent() && validation.isPresent()) {
        trained.add(
            trained(
                maker.designs().get(i),
                model,
                split,
                validation.get(),
                test.get(),
                note("random", split)));
      }
    }
    return trained;
  }

  private List<Trained> byFolds(ModelMaker maker, List<Split> folds, Progress progress) {
    int designs = maker.designs().size();
    double[][] prediction = new double[designs][data.data().rows()];
    double[] baseline = new double[data.data().rows()];
    for (Split fold : folds) {
      progress.check();
      List<? extends Model> models = maker.make(data.data(), fold, progress);
      double mean = meanOf(fold.train());
      for (int design = 0; design < designs; design++) {
        double[] said = predict(models.get(design), fold.test());
        for (int i = 0; i < said.length; i++) {
          prediction[design][fold.test()[i]] = said[i];
          baseline[fold.test()[i]] = mean;
        }
      }
    }
    Split whole = data.whole();
    List<? extends Model> models = maker.make(data.data(), whole, progress);
    List<Trained> trained = new ArrayList<>();
    for (int design = 0; design < designs; design++) {
      if (Arrays.stream(prediction[design]).allMatch(Double::isFinite)) {
        HeldOut all = new HeldOut(data.values(), prediction[design], baseline);
        ModelCard.SplitNote note =
            new ModelCard.SplitNote(
                folds.size() + " folds", seed, whole.train().length, 0, all.truth().length);
        trained.add(
            trained(maker.designs().get(design), models.get(design), whole, all, all, note));
      }
    }
    return trained;
  }

  private Trained trained(
      ModelMaker.Design design,
      Model model,
      Split split,
      HeldOut validation,
      HeldOut test,
      ModelCard.SplitNote note) {
    Map<String, ModelCard.Score> metrics = new TreeMap<>(test.scores("test", seed));
    metrics.put("validation.mae", ModelCard.Score.of(validation.mae()));
    metrics.put(
        "validation.r2",
        ModelCard.Score.of(Metric.R2.of(validation.truth(), validation.prediction())));
    Task task = data.task();
    Set<String> tags = new LinkedHashSet<>(task.tags());
    tags.add(task.name());
    ModelCard card =
        new ModelCard(
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
            note,
            metrics,
            Optional.empty(),
            List.copyOf(tags),
            data.domain());
    MaterialModel kept =
        new MaterialModel(
            task.property(),
            task.kind(),
            data.descriptor(),
            task.elements().map(ElementTable::read),
            data.columns(),
            task.scale(),
            error(test),
            TrainingRange.of(data.data().inputs(), split.train()),
            model);
    return new Trained(card, kept, test);
  }

  /** Root mean square on the scale that was learned. */
  private double error(HeldOut test) {
    TargetScale scale = data.task().scale();
    double[] truth = Arrays.stream(test.truth()).map(scale::toModel).toArray();
    double[] prediction = Arrays.stream(test.prediction()).map(scale::toModel).toArray();
    return Metric.RMSE.of(truth, prediction);
  }

  private Optional<HeldOut> said(Model model, Split split, int[] rows) {
    double[] prediction = predict(model, rows);
    if (!Arrays.stream(prediction).allMatch(Double::isFinite)) {
      return Optional.empty();
    }
    double[] baseline = new double[rows.length];
    Arrays.fill(baseline, meanOf(split.train()));
    double[] truth = IntStream.of(rows).mapToDouble(row -> data.values()[row]).toArray();
    return Optional.of(new HeldOut(truth, prediction, baseline));
  }

  private double[] predict(Model model, int[] rows) {
    Dataset all = data.data();
    Predictions said = model.predict(all.inputs().selectRows(rows));
    return IntStream.range(0, rows.length)
        .mapToDouble(row -> data.task().scale().fromModel(said.mean()[row][0]))
        .toArray();
  }

  /** In the unit of the property. */
  private double meanOf(int[] rows) {
    return IntStream.of(rows)
        .mapToDouble(row -> data.values()[row])
        .average()
        .orElseThrow(() -> new LearnException("There is no training row.", "Give more rows."));
  }

  private ModelCard.SplitNote note(String kind, Split split) {
    return new ModelCard.SplitNote(
        kind, seed + number, split.train().length, split.validation().length, split.test().length);
  }

  private String name(ModelMaker.Design design) {
    String described =
        data.descriptor().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    String split = data.task().judging().folds() > 0 ? "folds" : "split-" + number;
    return data.task().name() + "/" + described + "/" + split + "/" + design.label();
  }
}
