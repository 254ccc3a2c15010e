package org.suiseki.explain.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.suiseki.explain.DistanceMatrix;
import org.suiseki.explain.DynamicTimeWarping;
import org.suiseki.explain.DynamicTimeWarping.Cost;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.Linkage;
import org.suiseki.explain.latent.WarpingClassifier.Known;
import org.suiseki.explain.latent.WarpingClassifier.Outcome;
import org.suiseki.learn.Progress;

class WarpingClassifierTest {

  /** Six rows on a line at 0, 1, 2 and 10, 11, 12.5; the third bears the class of the far ones. */
  @Test
  void sixRowsByHand() {
    double[][] line = {{0}, {1}, {2}, {10}, {11}, {12.5}};
    List<String> classes = List.of("a", "a", "b", "b", "b", "b");
    List<String> groups = List.of("0", "1", "2", "3", "4", "5");
    double[][] values = {{0}, {1}, {2}, {10}, {Double.NaN}, {13}};
    Outcome found =
        new WarpingClassifier(Linkage.AVERAGE, 2, 2)
            .judge(
                DistanceMatrix.euclidean(line),
                new Known(classes, groups, values),
                Progress.SILENT);
    assertThat(found.clusters()).containsExactly(0, 0, 0, 1, 1, 1);
    // Row 0: others of its cluster a, b: one each, the nearer is a. Row 1: a, b at 1 both, a first
    // by number. Row 2: a, a. Rows 3 to 5: b, b.
    assertThat(found.byCluster()).containsExactly("a", "a", "a", "b", "b", "b");
    assertThat(found.clusterAccuracy()).isEqualTo(5.0 / 6);
    assertThat(found.byNeighbour()).containsExactly("a", "a", "a", "b", "b", "b");
    // Row 0: 1 at distance 1 and 2 at distance 2: (1 + 2/2) / 1.5. Row 3: 13 at 2.5, 2 at 8 (row 4
    // knows nothing): (13/2.5 + 2/8) / (1/2.5 + 1/8). Row 4: 10 at 1, 13 at 1.5.
    assertThat(found.estimates()[0][0]).isCloseTo(2 / 1.5, within(1e-12));
    assertThat(found.estimates()[3][0]).isCloseTo(5.45 / 0.525, within(1e-12));
    assertThat(found.estimates()[4][0]).isCloseTo((10 + 13 / 1.5) / (1 + 1 / 1.5), within(1e-12));
    // The error is over the five rows whose value is known.
    double sum = 0;
    for (int row : new int[] {0, 1, 2, 3, 5}) {
      sum += Math.abs(found.estimates()[row][0] - values[row][0]);
    }
    assertThat(found.meanAbsoluteError()[0]).isCloseTo(sum / 5, within(1e-12));
  }

  @Test
  void aPatternAloneInItsClusterAsksItsNeighbour() {
    double[][] line = {{0}, {1}, {50}};
    Known known =
        new Known(List.of("a", "a", "a"), List.of("0", "0", "1"), new double[][] {{1}, {1}, {4}});
    Outcome found =
        new WarpingClassifier(Linkage.SINGLE, 2, 3)
            .judge(DistanceMatrix.euclidean(line), known, Progress.SILENT);
    assertThat(found.byCluster()).containsExactly("a", "a", "a");
    // Rows 0 and 1 are of one group: only row 2 may tell them.
    assertThat(found.estimates()[0]).containsExactly(4);
    assertThat(found.estimates()[2]).containsExactly(1);
  }

  @Test
  void onlyOneGroupTellsNothing() {
    Known known = new Known(List.of("a", "a"), List.of("0", "0"), new double[][] {{1}, {2}});
    Outcome found =
        new WarpingClassifier(Linkage.WARD, 1, 1)
            .judge(DistanceMatrix.euclidean(new double[][] {{0}, {1}}), known, Progress.SILENT);
    assertThat(found.estimates()[0][0]).isNaN();
    assertThat(found.meanAbsoluteError()[0]).isNaN();
  }

  /**
   * Four compositions whose second peak moves against the first, each pattern shifted as a whole
   * and drowned in a little noise: warping sees through the shift, as its authors found.
   */
  @Test
  void compositionsAreToldThroughACommonShift() {
    SplittableRandom random = new SplittableRandom(5);
    double[] axis = Peaks.axis(20, 40, 0.1);
    double[][] curves = new double[40][];
    List<String> classes = new ArrayList<>();
    double[][] values = new double[40][1];
    for (int row = 0; row < 40; row++) {
      int composition = row % 4;
      double shift = 0.6 * random.nextDouble();
      double[] first = Peaks.curve(axis, 0.3, 1, 25 + shift);
      double[] second = Peaks.curve(axis, 0.3, 0.3 + 0.2 * composition, 32 + shift);
      curves[row] = new double[axis.length];
      for (int i = 0; i < axis.length; i++) {
        curves[row][i] = first[i] + second[i] + 0.01 * random.nextGaussian();
      }
      classes.add("x = " + composition);
      values[row][0] = composition;
    }
    Known known = new Known(classes, classes, values);
    WarpingClassifier classifier = new WarpingClassifier(Linkage.WARD, 4, 3);
    Outcome warped =
        classifier.judge(
            new DynamicTimeWarping(8, Cost.SQUARED).distances(curves, 1, Progress.SILENT),
            known,
            Progress.SILENT);
    Outcome plain = classifier.judge(DistanceMatrix.euclidean(curves), known, Progress.SILENT);
    assertThat(warped.clusterAccuracy()).isGreaterThanOrEqualTo(0.95);
    assertThat(warped.adjustedRand()).isGreaterThanOrEqualTo(0.9);
    assertThat(plain.clusterAccuracy()).isLessThan(0.8);
    // Held out as a whole, a composition is told by those beside it: at best 1 off at either end
    // and right in the middle.
    assertThat(warped.meanAbsoluteError()[0]).isBetween(0.4, 1.1);
  }

  @Test
  void refusesWhatDoesNotFit() {
    DistanceMatrix two = DistanceMatrix.euclidean(new double[][] {{0}, {1}});
    assertThatThrownBy(() -> new WarpingClassifier(Linkage.WARD, 0, 1))
        .isInstanceOf(ExplainException.class);
    Known three =
        new Known(List.of("a", "b", "c"), List.of("a", "b", "c"), new double[][] {{1}, {2}, {3}});
    assertThatThrownBy(
            () -> new WarpingClassifier(Linkage.WARD, 1, 1).judge(two, three, Progress.SILENT))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("3 classes");
  }
}
