package org.suiseki.study.tasks;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.suiseki.learn.Model;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Table;
import org.suiseki.library.TargetScale;

/**
 * Some rows that models are judged by, made once for all of them.
 *
 * @param inputs a row for each
 * @param truth in the unit of the property
 * @param mean of the training rows on the scale that is learned, brought back to that unit
 */
record HeldOutRows(TargetScale scale, Table inputs, double[] truth, double mean) {

  static HeldOutRows of(TaskData data, int[] train, int[] rows) {
    double[] values = data.values();
    return new HeldOutRows(
        data.task().scale(),
        data.data().inputs().selectRows(rows),
        IntStream.of(rows).mapToDouble(row -> values[row]).toArray(),
        mean(data, train));
  }

  private static double mean(TaskData data, int[] train) {
    TargetScale scale = data.task().scale();
    return scale.fromModel(
        IntStream.of(train)
            .mapToDouble(row -> scale.toModel(data.values()[row]))
            .average()
            .orElse(Double.NaN));
  }

  /** In the unit of the property. */
  double[] predict(Model model) {
    Predictions said = model.predict(inputs);
    return IntStream.range(0, truth.length)
        .mapToDouble(row -> scale.fromModel(said.mean()[row][0]))
        .toArray();
  }

  /** Empty for a model that diverged. */
  Optional<HeldOut> judge(Model model) {
    double[] prediction = predict(model);
    if (!Arrays.stream(prediction).allMatch(Double::isFinite)) {
      return Optional.empty();
    }
    return Optional.of(new HeldOut(truth, prediction, baseline()));
  }

  double[] baseline() {
    double[] baseline = new double[truth.length];
    Arrays.fill(baseline, mean);
    return baseline;
  }
}
