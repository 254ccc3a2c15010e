package org.suiseki.learn.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Model;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

/** One thing to try: what is learned from, and what learns. */
record Arm(String approach, Head head, Dataset data) {

  /** Every approach with every head that may learn from it. */
  static List<Arm> of(TransferTask task, List<Approach> approaches, List<Head> heads) {
    List<Arm> arms = new ArrayList<>();
    for (Approach approach : approaches) {
      Dataset data = task.dataset(approach.inputs());
      for (Head head : approach.own().isEmpty() ? heads : approach.own()) {
        arms.add(new Arm(approach.name(), head, data));
      }
    }
    return arms;
  }

  /** What models of the splits say of their test rows; rows that a split does not test are NaN. */
  double[][] predict(List<Split> splits, Progress progress) {
    List<? extends Model> models = head.estimator().fitAll(data, splits, progress);
    double[][] said = new double[splits.size()][data.rows()];
    for (int split = 0; split < said.length; split++) {
      Arrays.fill(said[split], Double.NaN);
      int[] test = splits.get(split).test();
      Table rows = data.inputs().selectRows(test);
      Predictions predictions = models.get(split).predict(rows);
      for (int place = 0; place < test.length; place++) {
        said[split][test[place]] = predictions.mean()[place][0];
      }
    }
    return said;
  }

  Model fit(Split split, Progress progress) {
    return head.estimator().fit(data, split, progress);
  }
}
