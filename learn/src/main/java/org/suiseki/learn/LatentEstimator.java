package org.suiseki.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to learn a feature space without targets: an immutable record of options. It reads the
 * training rows of the split, and the validation rows where it needs to choose when to stop; never
 * the test rows.
 */
public interface LatentEstimator<M extends LatentModel> {

  /** A short name for tables and files, such as {@code pca}. */
  String name();

  /** How many coordinates its models have. */
  int size();

  /**
   * Options of every kind scale inputs in the same way, so that reconstructions can be compared:
   * each input is centred, and all are divided by one number, the root mean square of what is left
   * over all inputs and training rows. Inputs keep their relative size, because one that hardly
   * varies carries noise. (A method that needs values from 0, such as non-negative factors, does
   * not centre.)
   */
  M fit(Table rows, Split split, Progress progress);

  /** One model for each split. Estimators that gain from training together override it. */
  default List<M> fitAll(Table rows, List<Split> splits, Progress progress) {
    List<M> models = new ArrayList<>();
    for (Split split : splits) {
      progress.check();
      models.add(fit(rows, split, progress));
      progress.step(name(), models.size(), splits.size());
    }
    return models;
  }
}
