package org.suiseki.learn.transfer;

import java.util.List;
import org.suiseki.learn.Column;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Estimator;
import org.suiseki.learn.Model;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Standardiser;
import org.suiseki.learn.Table;

/**
 * Lets an estimator that wants inputs of one unit learn from columns of many: each is put into
 * standard deviations of the training rows first.
 */
record StandardisedInputs(Estimator<? extends Model> inner) implements Estimator<Model> {

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public Model fit(Dataset data, Split split, Progress progress) {
    Standardiser standardiser = Standardiser.of(data.inputs(), split.train());
    Dataset pure = data.withInputs(standardiser.apply(data.inputs()));
    return new Fitted(standardiser, inner.fit(pure, split, progress));
  }

  private record Fitted(Standardiser standardiser, Model inner) implements Model {

    @Override
    public List<Column> inputs() {
      return standardiser.columns();
    }

    @Override
    public List<Column> outputs() {
      return inner.outputs();
    }

    @Override
    public Predictions predict(Table rows) {
      return inner.predict(standardiser.apply(rows));
    }
  }
}
