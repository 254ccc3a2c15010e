package org.suiseki.study.coreloss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.explain.Baseline;
import org.suiseki.explain.IntegratedGradients;
import org.suiseki.explain.Relevance;
import org.suiseki.explain.SpectralMasking;
import org.suiseki.explain.SpectrumColumns;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.MlpEnsemble;

/**
 * Which energies carry each property, asked of each molecule's own test model.
 *
 * @param methods of the relevances
 */
record SpectrumRelevance(List<Entry> methods, double largestCompletenessError) {

  /**
   * @param perMolecule molecules of the sample × grid points, in the unit of the property: positive
   *     raises the prediction
   */
  record Entry(String method, int property, float[][] perMolecule) {}

  static final String MASKING = "masking-baseline";
  static final String MASKING_MEAN = "masking-mean";
  static final String GRADIENTS = "integrated-gradients";

  static SpectrumRelevance of(
      List<MlpEnsemble> models,
      List<Split> splits,
      Table inputs,
      Sample sample,
      CoreLossOptions options,
      Progress progress) {
    int properties = options.properties().size();
    SpectrumColumns place = SpectrumColumns.leading(options.preprocessing().axis().values(), "eV");
    List<Entry> entries = new ArrayList<>();
    for (String method : List.of(MASKING, MASKING_MEAN, GRADIENTS)) {
      for (int property = 0; property < properties; property++) {
        entries.add(new Entry(method, property, new float[sample.rows().length][]));
      }
    }
    double worst = 0;
    for (int fold = 0; fold < models.size(); fold++) {
      progress.check();
      int[] test = sample.among(splits.get(fold).test());
      if (test.length == 0) {
        continue;
      }
      int[] places = Arrays.stream(test).map(row -> sample.place()[row]).toArray();
      Table rows = inputs.selectRows(test);
      Table training = inputs.selectRows(splits.get(fold).train());
      MlpEnsemble model = models.get(fold);
      put(
          entries,
          0,
          places,
          new SpectralMasking(
                  options.window(), options.preprocessing().step(), new Baseline.Local())
              .explainAll(model, rows, place, progress));
      put(
          entries,
          properties,
          places,
          new SpectralMasking(
                  options.window(),
                  options.preprocessing().step(),
                  new Baseline.Mean(place.mean(training)))
              .explainAll(model, rows, place, progress));
      IntegratedGradients gradients =
          IntegratedGradients.fromMean(training).withSteps(options.gradientSteps());
      for (int property = 0; property < properties; property++) {
        var attributions = gradients.explain(model, rows, place, property, Progress.SILENT);
        worst = Math.max(worst, attributions.completeness().maxRelativeError());
        put(entries, 2 * properties + property, places, List.of(attributions.spectrum()));
      }
      progress.step("relevance", fold + 1L, models.size());
    }
    return new SpectrumRelevance(entries, worst);
  }

  private static void put(List<Entry> entries, int first, int[] places, List<Relevance> found) {
    for (int i = 0; i < found.size(); i++) {
      double[][] rows = found.get(i).perRow();
      for (int row = 0; row < rows.length; row++) {
        float[] values = new float[rows[row].length];
        for (int point = 0; point < values.length; point++) {
          values[point] = (float) rows[row][point];
        }
        entries.get(first + i).perMolecule[places[row]] = values;
      }
    }
  }
}
