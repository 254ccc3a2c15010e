package org.suiseki.study.quasicrystal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.learn.ClassDecision;
import org.suiseki.learn.ClassEnsemble;
import org.suiseki.learn.ClassLabels;
import org.suiseki.learn.ClassModel;
import org.suiseki.learn.ClassProbabilities;
import org.suiseki.learn.Folds;
import org.suiseki.learn.ProbabilityCalibration;
import org.suiseki.learn.ProbabilityMetric;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.study.PartProgress;

/**
 * Trains candidates on the training rows of a split and chooses among them, without a look at the
 * rows of its test. What each candidate says of the training rows in an inner cross-validation
 * serves for all choices: its calibration, which candidates speak together, the calibration of
 * their mean, and the decision.
 *
 * <p>The ensemble is chosen forwards (Caruana, Niculescu-Mizil, Crew and Ksikes, ICML 2004, doi
 * 10.1145/1015330.1015432), each candidate once at most: the one with the least log loss, then
 * whichever lowers it most, until none does. Log loss is a proper score in which every row counts;
 * macro-F1 hangs on a dozen rows that sit on a border, so it would choose by luck.
 */
final class NestedTraining {
  private final Table inputs;
  private final ClassLabels labels;
  private final List<String> systems;
  private final QuasicrystalOptions options;

  /**
   * @param systems of each row, for inner folds that keep them whole
   */
  NestedTraining(
      Table inputs, ClassLabels labels, List<String> systems, QuasicrystalOptions options) {
    this.inputs = inputs;
    this.labels = labels;
    this.systems = List.copyOf(systems);
    this.options = options;
  }

  /**
   * What was learned from the training rows of one split.
   *
   * @param ensemble of the chosen candidates
   * @param chosen their names, the first to be chosen first
   * @param alone each candidate by itself, calibrated and with its own decision
   * @param logLoss of the ensemble in the inner cross-validation
   */
  record Trained(
      ClassEnsemble ensemble, List<String> chosen, List<ClassEnsemble> alone, double logLoss) {}

  /** What is known of the candidates before any is trained on all training rows. */
  private record Inner(
      int[] rows,
      List<ProbabilityCalibration> calibrations,
      List<ClassProbabilities> calibrated,
      List<Integer> chosen,
      ProbabilityCalibration pooled,
      ClassDecision decision,
      double logLoss) {}

  /**
   * @param whole whether the inner folds keep chemical systems whole, as the outer split does
   * @param all whether candidates that are not chosen are trained too, for comparison
   */
  Trained train(Split split, boolean whole, boolean all, Progress progress) {
    int candidates = options.candidates().size();
    Inner inner =
        inner(split, whole, new PartProgress(progress, 0, 5 * candidates, 6 * candidates));
    ClassModel[] models = new ClassModel[candidates];
    for (int one = 0; one < candidates; one++) {
      progress.check();
      if (all || inner.chosen.contains(one)) {
        models[one] =
            options
                .candidates()
                .get(one)
                .classifier()
                .fit(inputs, labels, split, progress(progress, one));
      }
    }
    List<ClassEnsemble> alone = new ArrayList<>();
    if (all) {
      for (int one = 0; one < candidates; one++) {
        alone.add(
            ensemble(
                List.of(models[one]),
                List.of(inner.calibrations.get(one)),
                ProbabilityCalibration.none(labels.classes().size()),
                ClassDecision.forMacroF1(labels, inner.calibrated.get(one), inner.rows)));
      }
    }
    return new Trained(
        ensemble(
            inner.chosen.stream().map(one -> models[one]).toList(),
            inner.chosen.stream().map(inner.calibrations::get).toList(),
            inner.pooled,
            inner.decision),
        inner.chosen.stream().map(one -> options.candidates().get(one).name()).toList(),
        alone,
        inner.logLoss);
  }

  /**
   * The chosen candidates trained anew on other rows. Choice, calibrations and decision stay as
   * they are: some ten numbers, of which the rows that are now left out had a small say.
   */
  ClassEnsemble retrain(Trained trained, Split split, Progress progress) {
    List<ClassModel> models = new ArrayList<>();
    for (String name : trained.chosen) {
      progress.check();
      Candidate candidate =
          options.candidates().stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElseThrow();
      models.add(
          candidate
              .classifier()
              .fit(
                  inputs,
                  labels,
                  split,
                  new PartProgress(progress, models.size(), 1, trained.chosen.size())));
    }
    return ensemble(
        models,
        trained.ensemble.calibrations(),
        trained.ensemble.pooled(),
        trained.ensemble.decision());
  }

  private static ClassEnsemble ensemble(
      List<ClassModel> models,
      List<ProbabilityCalibration> calibrations,
      ProbabilityCalibration pooled,
      ClassDecision decision) {
    return new ClassEnsemble(models, calibrations, pooled, decision);
  }

  private Progress progress(Progress progress, int one) {
    int candidates = options.candidates().size();
    return new PartProgress(progress, 5 * candidates + one, 1, 6 * candidates);
  }

  private Inner inner(Split split, boolean whole, Progress progress) {
    Split training = new Split(split.train(), new int[0], new int[0]);
    List<Split> folds =
        whole
            ? Folds.innerStratified(
                training, labels.names(), systems, options.folds(), options.seed())
            : Folds.innerStratified(training, labels.names(), options.folds(), options.seed());
    List<ProbabilityCalibration> calibrations = new ArrayList<>();
    List<ClassProbabilities> calibrated = new ArrayList<>();
    int count = options.candidates().size();
    for (int one = 0; one < count; one++) {
      progress.check();
      List<? extends ClassModel> models =
          options
              .candidates()
              .get(one)
              .classifier()
              .fitAll(inputs, labels, folds, new PartProgress(progress, one, 1, count));
      ClassProbabilities said = ClassProbabilities.outOfFold(models, folds, inputs);
      ProbabilityCalibration calibration = ProbabilityCalibration.fit(labels, said, split.train());
      calibrations.add(calibration);
      calibrated.add(calibration.apply(said));
    }
    List<Integer> chosen = chosen(calibrated, split.train());
    ClassProbabilities mean = ClassEnsemble.mean(chosen.stream().map(calibrated::get).toList());
    ProbabilityCalibration pooled =
        chosen.size() == 1
            ? ProbabilityCalibration.none(labels.classes().size())
            : ProbabilityCalibration.fit(labels, mean, split.train());
    ClassProbabilities said = pooled.apply(mean);
    return new Inner(
        split.train(),
        calibrations,
        calibrated,
        chosen,
        pooled,
        ClassDecision.forMacroF1(labels, said, split.train()),
        ProbabilityMetric.LOG_LOSS.of(labels, said, split.train()));
  }

  private List<Integer> chosen(List<ClassProbabilities> calibrated, int[] rows) {
    List<Integer> chosen = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    while (chosen.size() < calibrated.size()) {
      int next =
          IntStream.range(0, calibrated.size())
              .filter(one -> !chosen.contains(one))
              .boxed()
              .min(Comparator.comparingDouble(one -> loss(calibrated, chosen, one, rows)))
              .orElseThrow();
      double loss = loss(calibrated, chosen, next, rows);
      if (loss >= least) {
        break;
      }
      least = loss;
      chosen.add(next);
    }
    return List.copyOf(chosen);
  }

  private double loss(
      List<ClassProbabilities> calibrated, List<Integer> chosen, int further, int[] rows) {
    List<ClassProbabilities> together = new ArrayList<>();
    chosen.forEach(one -> together.add(calibrated.get(one)));
    together.add(calibrated.get(further));
    return ProbabilityMetric.LOG_LOSS.of(labels, ClassEnsemble.mean(together), rows);
  }
}
