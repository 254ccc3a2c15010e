package org.suiseki.study.coreloss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.suiseki.explain.ApplicabilityDomain;
import org.suiseki.explain.Calibration;
import org.suiseki.explain.Recalibration;
import org.suiseki.explain.Residuals;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.study.OutOfFold;

/**
 * How far the predictions of one network can be trusted under one split: its deviations before and
 * after recalibration, each fold recalibrated on the residuals of the others, and which molecules
 * lie outside the domain of the fold that tests them.
 *
 * @param deviation recalibrated, rows × properties
 * @param raw calibration of the spread of the ensemble, all properties together in units of their
 *     own deviation
 * @param recalibrated the same after recalibration
 * @param reliability of each property, recalibrated
 * @param outside of each molecule
 */
record Trust(
    double[][] deviation,
    Calibration raw,
    Calibration recalibrated,
    List<Reliability> reliability,
    boolean[] outside) {

  static Trust of(OutOfFold said, Table targets, Table inputs, List<Split> splits) {
    int properties = targets.width();
    double[][] deviation = new double[targets.rows()][properties];
    List<Reliability> reliability = new ArrayList<>();
    List<Residuals> raw = new ArrayList<>();
    List<Residuals> recalibrated = new ArrayList<>();
    for (int property = 0; property < properties; property++) {
      double[] truth = targets.column(property);
      double[] adjusted = recalibrate(truth, said, property, splits.size());
      for (int row = 0; row < adjusted.length; row++) {
        deviation[row][property] = adjusted[row];
      }
      double[] mean = said.mean(property);
      Residuals after = Residuals.of(truth, mean, adjusted);
      reliability.add(Reliability.of(after));
      double unit = deviationOf(truth);
      raw.add(scaled(Residuals.of(truth, mean, said.deviation(property)), unit));
      recalibrated.add(scaled(after, unit));
    }
    return new Trust(
        deviation,
        Calibration.of(joined(raw)),
        Calibration.of(joined(recalibrated)),
        reliability,
        outside(inputs, splits));
  }

  /** The map from spread to deviation for a model trained on all rows, one for each property. */
  static List<Recalibration> forAll(OutOfFold said, Table targets) {
    return IntStream.range(0, targets.width())
        .mapToObj(property ->
            Recalibration.fit(
                Residuals.of(
                    targets.column(property), said.mean(property), said.deviation(property))))
        .toList();
  }

  private static double[] recalibrate(double[] truth, OutOfFold said, int property, int folds) {
    double[] mean = said.mean(property);
    double[] spread = said.deviation(property);
    double[] adjusted = new double[truth.length];
    for (int fold = 0; fold < folds; fold++) {
      int held = fold;
      int[] others = rows(said, row -> said.fold()[row] != held);
      Recalibration map =
          Recalibration.fit(
              Residuals.of(pick(truth, others), pick(mean, others), pick(spread, others)));
      for (int row : rows(said, row -> said.fold()[row] == held)) {
        adjusted[row] = map.apply(spread[row]);
      }
    }
    return adjusted;
  }

  private static boolean[] outside(Table inputs, List<Split> splits) {
    boolean[] outside = new boolean[inputs.rows()];
    for (Split split : splits) {
      boolean[] inside =
          ApplicabilityDomain.fit(
                  inputs.selectRows(split.train()), ApplicabilityDomain.Options.defaults())
              .judge(inputs.selectRows(split.test()))
              .inside();
      for (int i = 0; i < inside.length; i++) {
        outside[split.test()[i]] = !inside[i];
      }
    }
    return outside;
  }

  private static int[] rows(OutOfFold said, IntPredicate chosen) {
    return IntStream.range(0, said.fold().length).filter(chosen).toArray();
  }

  private static double[] pick(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
  }

  private static double deviationOf(double[] truth) {
    double variance = KnownValues.variance(truth);
    return variance > 0 ? Math.sqrt(variance) : 1;
  }

  private static Residuals scaled(Residuals residuals, double unit) {
    return new Residuals(
        Arrays.stream(residuals.errors()).map(v -> v / unit).toArray(),
        Arrays.stream(residuals.deviations()).map(v -> v / unit).toArray());
  }

  private static Residuals joined(List<Residuals> parts) {
    return new Residuals(
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.errors())).toArray(),
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.deviations())).toArray());
  }
}
