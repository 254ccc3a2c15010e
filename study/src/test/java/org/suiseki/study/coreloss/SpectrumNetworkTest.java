package org.suiseki.study.coreloss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Metric;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.study.OutOfFold;

/** What is asked of the networks that read a spectrum, where the answer is known. */
class SpectrumNetworkTest {
  private static final int ROWS = 240;
  private static final int POINTS = 23;

  /** The target is the sum of the intensities from 288 to 290 eV. */
  private static final int FIRST = 8;

  private static final int LAST = 10;

  private static CoreLossOptions options;
  private static MoleculeSet set;
  private static NetworkFolds networks;

  @BeforeAll
  static void train() {
    CoreLossOptions read =
        CoreLossSamples.options(CoreLossSamples.SMALL.replace("epochs: 15", "epochs: 80"));
    Preprocessing linear =
        new Preprocessing(
            280,
            302,
            1,
            0.5,
            0,
            0,
            0,
            Preprocessing.Intensity.NONE,
            Preprocessing.Scale.LINEAR,
            1,
            Double.POSITIVE_INFINITY);
    options =
        read.resolved(
            linear,
            List.of(new MolecularProperty("x", "x", "eV", MolecularProperty.Kind.INTENSIVE)));
    SplittableRandom random = new SplittableRandom(2);
    double[][] spectra = new double[ROWS][POINTS];
    double[][] targets = new double[ROWS][1];
    for (int row = 0; row < ROWS; row++) {
      for (int point = 0; point < POINTS; point++) {
        spectra[row][point] = random.nextDouble();
        targets[row][0] += point >= FIRST && point <= LAST ? spectra[row][point] : 0;
      }
    }
    set =
        CoreLossSamples.set(
            CoreLossSamples.table("1", spectra), CoreLossSamples.table("eV", targets));
    Dataset data = set.dataset(FeatureSet.SPECTRUM, linear);
    List<Split> splits = SplitKind.RANDOM.outer(set, 3, 1);
    networks = new NetworkFolds(data, splits, options.candidates(), new int[3], 1);
  }

  @Test
  void everyMethodFindsTheWindowThatCounts() {
    SpectrumRelevance relevance =
        SpectrumRelevance.of(
            networks.models(Progress.SILENT),
            networks.splits(),
            set.spectra(),
            Sample.of(set.size(), 400),
            options,
            Progress.SILENT);
    assertThat(relevance.methods())
        .extracting(SpectrumRelevance.Entry::method)
        .containsExactly(
            SpectrumRelevance.MASKING, SpectrumRelevance.MASKING_MEAN, SpectrumRelevance.GRADIENTS);
    for (SpectrumRelevance.Entry entry : relevance.methods()) {
      double[] size = new double[POINTS];
      for (float[] row : entry.perMolecule()) {
        for (int point = 0; point < POINTS; point++) {
          size[point] += Math.abs(row[point]);
        }
      }
      double total = Arrays.stream(size).sum();
      // A window of 3 eV smears by two points to each side.
      double inside = Arrays.stream(size, FIRST - 2, LAST + 3).sum();
      assertThat(inside / total).as(entry.method()).isGreaterThan(0.6);
      int largest = 0;
      for (int point = 0; point < POINTS; point++) {
        largest = size[point] > size[largest] ? point : largest;
      }
      assertThat(largest).as(entry.method()).isBetween(FIRST - 1, LAST + 1);
    }
    assertThat(relevance.largestCompletenessError()).isLessThan(0.1);
  }

  @Test
  void withoutDisturbanceRobustnessIsTheScore() {
    OutOfFold said =
        OutOfFold.of(networks.models(Progress.SILENT), networks.splits(), set.spectra());
    double undisturbed = Metric.R2.of(set.targets().column(0), said.mean(0));
    assertThat(undisturbed).isGreaterThan(0.8);

    Robustness robustness = Robustness.of(set, networks, options, Progress.SILENT);

    assertThat(robustness.curves())
        .extracting(curve -> curve.disturbance() + " " + curve.training())
        .containsExactly(
            "noise plain",
            "shift plain",
            "broadening plain",
            "noise augmented",
            "shift augmented",
            "broadening augmented");
    for (Robustness.Curve curve : robustness.curves().subList(0, 3)) {
      assertThat(curve.r2()[0][0]).as(curve.disturbance()).isEqualTo(undisturbed);
      assertThat(curve.r2()[0][1]).as(curve.disturbance()).isLessThan(undisturbed);
    }
    for (Robustness.Curve curve : robustness.curves().subList(3, 6)) {
      assertThat(curve.r2()[0][0]).isNotEqualTo(undisturbed);
    }
  }

  @Test
  void theFavouriteIsTheCandidateOfMostFolds() {
    List<org.suiseki.learn.nn.MlpOptions> two =
        List.of(options.candidates().get(0), options.candidates().get(0).withMembers(3));
    Dataset data = set.dataset(FeatureSet.SPECTRUM, options.preprocessing());
    assertThat(
            new NetworkFolds(data, networks.splits(), two, new int[] {1, 0, 1}, 1)
                .favourite()
                .members())
        .isEqualTo(3);
    assertThat(
            new NetworkFolds(data, networks.splits(), two, new int[] {1, 0}, 1)
                .favourite()
                .members())
        .isEqualTo(2);
  }
}
