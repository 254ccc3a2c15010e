package org.suiseki.learn;

import java.util.Arrays;

/**
 * Predicts the mean of the training targets whatever the input: what every other estimator has to
 * beat.
 */
public record MeanBaseline() implements Estimator<MeanModel> {

  @Override
  public String name() {
    return "mean";
  }

  @Override
  public MeanModel fit(Dataset data, Split split, Progress progress) {
    Table targets = data.targets();
    double[] mean = new double[targets.width()];
    double[] deviation = new double[targets.width()];
    for (TargetGroup group : TargetGroup.of(targets, split.train())) {
      for (int output : group.outputs()) {
        double[] y = Metrics.pick(targets.column(output), group.rows());
        double centre = Arrays.stream(y).average().orElseThrow();
        double sum = Arrays.stream(y).map(v -> (v - centre) * (v - centre)).sum();
        mean[output] = centre;
        deviation[output] = Math.sqrt(sum / (y.length - 1));
      }
    }
    return new MeanModel(data.inputs().columns(), targets.columns(), mean, deviation);
  }
}
