package org.suiseki.study.polymer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.suiseki.learn.Column;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Estimator;
import org.suiseki.learn.Metrics;
import org.suiseki.learn.Model;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.Activation;
import org.suiseki.learn.nn.MlpOptions;
import org.suiseki.learn.nn.MlpRegressor;
import org.suiseki.learn.transfer.Head;
import org.suiseki.learn.transfer.ModelSource;
import org.suiseki.study.QuietProgress;

/**
 * Trains one model for each property of materials that are not in the pool of the target: a network
 * from 200 rows on, a Gaussian process below.
 */
final class SourceTraining {
  /** Below it a network has nothing over a Gaussian process and no better layers. */
  private static final int NETWORK_ROWS = 200;

  private static final int FEWEST = 20;
  private static final double HELD_OUT = 0.1;

  private final PolymerOptions options;
  private final UnitFeatures features;
  private final Set<String> pool;
  private final Function<List<String>, Table> describe;

  /**
   * @param pool canonical texts of the materials that no source may see
   * @param describe materials of the target → features
   */
  SourceTraining(
      PolymerOptions options,
      UnitFeatures features,
      Set<String> pool,
      Function<List<String>, Table> describe) {
    this.options = options;
    this.features = features;
    this.pool = new HashSet<>(pool);
    this.describe = describe;
  }

  /** One for each property of the set that is known of enough materials. */
  List<SourceModel> of(KnownMaterials set, Progress progress) {
    int[] seen =
        IntStream.range(0, set.size())
            .filter(row -> !pool.contains(set.canonical().get(row)))
            .toArray();
    Table inputs =
        features.of(set.kind(), Arrays.stream(seen).mapToObj(set.materials()::get).toList());
    List<SourceModel> models = new ArrayList<>();
    for (int p = 0; p < set.properties().size(); p++) {
      progress.check();
      int property = p;
      int[] known =
          IntStream.range(0, seen.length)
              .filter(row -> !Double.isNaN(set.values()[seen[row]][property]))
              .toArray();
      double[] values =
          Arrays.stream(known).mapToDouble(row -> set.values()[seen[row]][property]).toArray();
      boolean varies = Arrays.stream(values).distinct().limit(2).count() > 1;
      if (known.length >= FEWEST && varies) {
        models.add(trained(set, property, inputs.selectRows(known), values, progress));
      }
      progress.step("sources from " + set.name(), p + 1L, set.properties().size());
    }
    return models;
  }

  private SourceModel trained(
      KnownMaterials set, int property, Table inputs, double[] values, Progress progress) {
    Column column = set.properties().get(property);
    String name = set.name() + ": " + column.name();
    Dataset data = dataset(name, column, inputs, values);
    Split split = split(values.length, name.hashCode() ^ options.seed());
    Estimator<? extends Model> estimator = estimator(split.train().length);
    Model model = estimator.fit(data, split, new QuietProgress(progress));
    double[][] said = model.predict(inputs.selectRows(split.test())).mean();
    double[] truth = Arrays.stream(split.test()).mapToDouble(row -> values[row]).toArray();
    double[] predicted = Arrays.stream(said).mapToDouble(row -> row[0]).toArray();
    double mean = Arrays.stream(values).average().orElse(0);
    double deviation =
        Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(1));
    return new SourceModel(
        new ModelSource(name, model, describe),
        new SourceModel.Learned(
            name,
            column,
            set.name(),
            estimator.name(),
            split.train().length,
            truth.length,
            Metrics.of(truth, predicted).r2()),
        mean,
        deviation);
  }

  private Estimator<? extends Model> estimator(int rows) {
    if (rows < NETWORK_ROWS) {
      return Head.gaussianProcess(options.seed()).estimator();
    }
    // As many steps for many rows as for few, within a factor of some.
    int epochs = Math.max(10, (int) (options.epochs() * Math.min(1, 1500.0 / rows)));
    return new MlpRegressor(
        new MlpOptions(
            List.of(64, 32),
            Activation.SILU,
            0.1,
            0.05,
            3e-3,
            1e-2,
            32,
            epochs,
            0,
            0.1,
            2,
            options.seed()),
        options.threads());
  }

  static Dataset dataset(String name, Column column, Table inputs, double[] values) {
    List<String> ids = IntStream.range(0, values.length).mapToObj(Integer::toString).toList();
    return new Dataset(
        ids,
        inputs,
        new Table(List.of(column), values.length, values),
        new Origin(name, "see the study", ""));
  }

  private static Split split(int rows, long seed) {
    int[] dealt = Dealt.of(rows, seed);
    int test = Math.max(2, (int) Math.round(HELD_OUT * rows));
    return new Split(Arrays.copyOfRange(dealt, test, rows), new int[0], Arrays.copyOf(dealt, test));
  }
}
