package org.suiseki.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to learn: an immutable record of options. It reads the training rows of the split, and the
 * validation rows where it needs to choose when to stop; never the test rows.
 */
public interface Estimator<M extends Model> {

  /** A short name for tables and files, such as {@code ridge}. */
  String name();

  M fit(Dataset data, Split split, Progress progress);

  /** One model for each split. Estimators that gain from training together override it. */
  default List<M> fitAll(Dataset data, List<Split> splits, Progress progress) {
    List<M> models = new ArrayList<>();
    for (Split split : splits) {
      progress.check();
      models.add(fit(data, split, progress));
      progress.step(name(), models.size(), splits.size());
    }
    return models;
  }
}
