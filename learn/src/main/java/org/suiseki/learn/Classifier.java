package org.suiseki.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to learn classes: an immutable record of options. It reads the training rows of the split,
 * and the validation rows where it needs to choose when to stop; never the test rows.
 *
 * <pre>{@code
 * ClassLabels labels = ClassLabels.of(List.of("QC", "OTHERS", ...));
 * List<Split> folds = Folds.stratified(labels.names(), 5, seed);
 * var models = new LogisticRegression().fitAll(inputs, labels, folds, progress);
 * ClassProbabilities said = ClassProbabilities.outOfFold(models, folds, inputs);
 * double f1 = ConfusionMatrix.of(labels, said.likeliest()).macroF1();
 * }</pre>
 */
public interface Classifier<M extends ClassModel> {

  /** A short name for tables and files, such as {@code logistic}. */
  String name();

  /**
   * @throws LearnException where the training rows hold fewer than two classes, or inputs it cannot
   *     use
   */
  M fit(Table inputs, ClassLabels labels, Split split, Progress progress);

  /** One model for each split. Classifiers that gain from training together override it. */
  default List<M> fitAll(Table inputs, ClassLabels labels, List<Split> splits, Progress progress) {
    List<M> models = new ArrayList<>();
    for (Split split : splits) {
      progress.check();
      models.add(fit(inputs, labels, split, progress));
      progress.step(name(), models.size(), splits.size());
    }
    return models;
  }
}
