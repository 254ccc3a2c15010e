package org.suiseki.study.coreloss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import org.suiseki.explain.Disturbance;
import org.suiseki.explain.SpectrumColumns;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Metric;
import org.suiseki.learn.Metrics;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.MlpEnsemble;
import org.suiseki.study.OutOfFold;

/**
 * R² of the spectrum network on test spectra that are noisy, shifted or broadened, for networks
 * trained on clean spectra and for networks trained on disturbed copies as well.
 */
record Robustness(List<Curve> curves) {

  /**
   * @param unit of the levels; "of the maximum" for noise
   * @param r2 properties × levels
   */
  record Curve(String disturbance, String unit, String training, double[] levels, double[][] r2) {}

  static Robustness of(
      MoleculeSet set, NetworkFolds networks, CoreLossOptions options, Progress progress) {
    List<MlpEnsemble> plain = networks.models(progress);
    List<MlpEnsemble> augmented = augmented(set, networks, options, progress);
    CoreLossOptions.Disturbances levels = options.disturbances();
    List<Curve> curves = new ArrayList<>();
    for (String training : List.of("plain", "augmented")) {
      Probe probe =
          new Probe(set, networks.splits(), training.equals("plain") ? plain : augmented, options);
      curves.add(
          probe.curve("noise", "of the maximum", training, levels.noise(), Disturbance.Noise::new));
      curves.add(probe.curve("shift", "eV", training, levels.shift(), Disturbance.Shift::new));
      curves.add(
          probe.curve("broadening", "eV", training, levels.broadening(), Disturbance.Broaden::new));
    }
    return new Robustness(curves);
  }

  private record Probe(
      MoleculeSet set, List<Split> splits, List<MlpEnsemble> models, CoreLossOptions options) {

    Curve curve(
        String name,
        String unit,
        String training,
        double[] levels,
        DoubleFunction<Disturbance> disturbance) {
      double[][] r2 = new double[options.properties().size()][levels.length];
      for (int level = 0; level < levels.length; level++) {
        Table disturbed =
            levels[level] == 0
                ? set.spectra()
                : disturbance
                    .apply(levels[level])
                    .apply(set.spectra(), place(set, options), options.seed() + level);
        OutOfFold said = OutOfFold.of(models, splits, features(options, disturbed));
        for (int property = 0; property < r2.length; property++) {
          r2[property][level] =
              Metrics.of(set.targets().column(property), said.mean(property)).get(Metric.R2);
        }
      }
      return new Curve(name, unit, training, levels, r2);
    }
  }

  /** Of disturbed spectra, which are normalised as a measured spectrum would be. */
  private static Table features(CoreLossOptions options, Table disturbed) {
    Preprocessing preprocessing = options.preprocessing();
    return preprocessing.features(preprocessing.normalised(disturbed));
  }

  private static SpectrumColumns place(MoleculeSet set, CoreLossOptions options) {
    return SpectrumColumns.leading(options.preprocessing().axis().values(), "eV");
  }

  /**
   * The same networks, taught by each training spectrum and its disturbed copies in as many steps.
   */
  private static List<MlpEnsemble> augmented(
      MoleculeSet set, NetworkFolds networks, CoreLossOptions options, Progress progress) {
    int copies = options.disturbances().copies();
    int size = set.size();
    SplittableRandom random = new SplittableRandom(options.seed() ^ 0xA46);
    List<String> ids = new ArrayList<>();
    double[] spectra =
        Arrays.copyOf(set.spectra().values(), (copies + 1) * set.spectra().values().length);
    int[] source = new int[(copies + 1) * size];
    for (int row = 0; row < source.length; row++) {
      source[row] = row % size;
      ids.add(row + " " + set.ids().get(row % size));
      if (row >= size) {
        Table one = set.spectra().selectRows(row % size);
        double[] disturbed = disturb(one, place(set, options), random).values();
        System.arraycopy(disturbed, 0, spectra, row * disturbed.length, disturbed.length);
      }
    }
    Table all = new Table(set.spectra().columns(), source.length, spectra);
    Dataset data =
        new Dataset(ids, features(options, all), set.targets().selectRows(source), set.origin());
    List<Split> splits =
        networks.splits().stream().map(split -> withCopies(split, size, copies)).toList();
    return networks.train(data, splits, copies + 1, progress);
  }

  /**
   * Noise up to 5 % of the maximum, a shift of about 0.3 eV, a broadening up to 0.6 eV, all at
   * once.
   */
  private static Table disturb(Table spectrum, SpectrumColumns place, SplittableRandom random) {
    Table shifted =
        new Disturbance.Shift(0.3 * random.nextGaussian())
            .apply(spectrum, place, random.nextLong());
    Table broad =
        new Disturbance.Broaden(random.nextDouble(0.01, 0.6))
            .apply(shifted, place, random.nextLong());
    return new Disturbance.Noise(random.nextDouble(1e-4, 0.05))
        .apply(broad, place, random.nextLong());
  }

  private static Split withCopies(Split split, int size, int copies) {
    int[] train = new int[split.train().length * (copies + 1)];
    int next = 0;
    for (int copy = 0; copy <= copies; copy++) {
      for (int row : split.train()) {
        train[next++] = copy * size + row;
      }
    }
    return new Split(train, new int[0], split.test());
  }
}
