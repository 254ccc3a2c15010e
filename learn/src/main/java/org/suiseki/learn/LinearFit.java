package org.suiseki.learn;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What the linear estimators share: inputs standardised over the training rows, one decomposition
 * of them for each pattern of missing targets, one result an output.
 *
 * @param standardiser of the inputs
 * @param outputs what was fitted, in the order of the targets
 */
record LinearFit<T>(Standardiser standardiser, List<T> outputs) {

  /**
   * Fits every output.
   *
   * @param floor of the standardiser of the inputs
   * @param fit from the basis of the rows that have the target, and the target in these rows
   * @throws LearnException where an input of a training row is missing or infinite, or a target has
   *     fewer than two values
   */
  static <T> LinearFit<T> of(
      Dataset data,
      Split split,
      double floor,
      Progress progress,
      BiFunction<PrincipalBasis, double[], T> fit) {
    Columns.requireFinite(data.inputs(), split.train());
    Standardiser standardiser = Standardiser.of(data.inputs(), split.train(), floor);
    Table inputs = standardiser.apply(data.inputs());
    Map<Integer, T> fitted = new TreeMap<>();
    for (TargetGroup group : TargetGroup.of(data.targets(), split.train())) {
      progress.check();
      PrincipalBasis basis = PrincipalBasis.of(inputs.selectRows(group.rows()));
      for (int output : group.outputs()) {
        double[] y = Metrics.pick(data.targets().column(output), group.rows());
        fitted.put(output, fit.apply(basis, y));
      }
    }
    return new LinearFit<>(standardiser, List.copyOf(fitted.values()));
  }
}
