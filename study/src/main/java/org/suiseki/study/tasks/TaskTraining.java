package org.suiseki.study.tasks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.suiseki.learn.Model;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.library.MaterialModel;
import org.suiseki.library.ModelCard;
import org.suiseki.library.TrainingRange;

/**
 * Trains models on one described task and one way of holding rows out, and writes their cards. What
 * all of them share is made once.
 */
final class TaskTraining {
  private final TaskData data;
  private final TaskCards cards;
  private final List<Split> splits;
  private final boolean folded;
  private final List<HeldOutRows> tests;
  private final Optional<HeldOutRows> validation;
  private final Split kept;
  private final TrainingRange range;

  /**
   * @param number of the split, from 0
   * @param seed of the study
   */
  TaskTraining(TaskData data, int number, long seed) {
    this.data = data;
    this.cards = new TaskCards(data, number, seed);
    this.splits = data.splits(seed, number);
    this.folded = data.task().judging().folds() > 0;
    this.tests =
        splits.stream().map(split -> HeldOutRows.of(data, split.train(), split.test())).toList();
    this.kept = folded ? data.whole() : splits.get(0);
    this.validation =
        folded
            ? Optional.empty()
            : Optional.of(HeldOutRows.of(data, kept.train(), kept.validation()));
    this.range = TrainingRange.of(data.data().inputs(), kept.train());
  }

  /**
   * @param card to be published
   * @param model to be published
   */
  record Trained(ModelCard card, MaterialModel model) {}

  /** The names that the models of a maker get, in the order of its designs. */
  List<String> names(ModelMaker maker) {
    return maker.designs().stream().map(cards::name).toList();
  }

  /**
   * All models of a maker, judged. One that diverged is left out.
   *
   * @throws java.util.concurrent.CancellationException if it is to stop
   */
  List<Trained> train(ModelMaker maker, Progress progress) {
    return folded ? byFolds(maker, progress) : bySplit(maker, progress);
  }

  private List<Trained> bySplit(ModelMaker maker, Progress progress) {
    List<? extends Model> models = maker.make(data.data(), kept, progress);
    return IntStream.range(0, models.size())
        .parallel()
        .mapToObj(design -> {
          Model model = models.get(design);
          Optional<HeldOut> test = tests.get(0).judge(model);
          Optional<HeldOut> chosenBy = validation.orElseThrow().judge(model);
          return test.isPresent() && chosenBy.isPresent()
              ? Optional.of(trained(maker.designs().get(design), model, chosenBy.get(), test.get()))
              : Optional.<Trained>empty();
        })
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Trained> byFolds(ModelMaker maker, Progress progress) {
    int designs = maker.designs().size();
    double[][] prediction = new double[designs][data.data().rows()];
    double[] baseline = new double[data.data().rows()];
    for (int fold = 0; fold < splits.size(); fold++) {
      progress.check();
      int[] rows = splits.get(fold).test();
      List<? extends Model> models = maker.make(data.data(), splits.get(fold), progress);
      for (int design = 0; design < designs; design++) {
        put(tests.get(fold).predict(models.get(design)), rows, prediction[design]);
      }
      put(tests.get(fold).baseline(), rows, baseline);
    }
    List<? extends Model> models = maker.make(data.data(), kept, progress);
    return IntStream.range(0, designs)
        .filter(design -> Arrays.stream(prediction[design]).allMatch(Double::isFinite))
        .mapToObj(design -> {
          HeldOut all = new HeldOut(data.values(), prediction[design], baseline);
          return trained(maker.designs().get(design), models.get(design), all, all);
        })
        .toList();
  }

  private static void put(double[] values, int[] rows, double[] target) {
    for (int i = 0; i < rows.length; i++) {
      target[rows[i]] = values[i];
    }
  }

  private Trained trained(ModelMaker.Design design, Model model, HeldOut chosenBy, HeldOut test) {
    Task task = data.task();
    MaterialModel whole =
        new MaterialModel(
            task.property(),
            task.kind(),
            data.descriptor(),
            data.elements(),
            data.columns(),
            task.scale(),
            test.errorOn(task.scale()),
            range,
            model);
    return new Trained(cards.card(design, note(test), chosenBy, test), whole);
  }

  private ModelCard.SplitNote note(HeldOut test) {
    return new ModelCard.SplitNote(
        folded ? splits.size() + " folds" : "random",
        cards.seed(),
        kept.train().length,
        kept.validation().length,
        test.truth().length);
  }
}
