package org.suiseki.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Progress;

class ClusterAgreementTest {

  private final int[] sevens = IntStream.range(0, 60).map(i -> i % 7).toArray();
  private final int[] squares = IntStream.range(0, 60).map(i -> i * i / 11 % 5).toArray();
  private final int[] nines = IntStream.range(0, 60).map(i -> i / 9).toArray();
  private final int[] fours = IntStream.range(0, 60).map(i -> i / 9 % 4).toArray();

  /** {@code sklearn.metrics.adjusted_rand_score} 1.2.1. */
  @Test
  void adjustedRandAgreesWithScikitLearn() {
    assertThat(ClusterAgreement.adjustedRand(sevens, squares))
        .isCloseTo(-0.04553372980116537, within(1e-12));
    assertThat(ClusterAgreement.adjustedRand(fours, nines))
        .isCloseTo(0.6151964780694603, within(1e-12));
  }

  /** The example of Hubert and Arabie's formula that is printed most often, worked by hand. */
  @Test
  void adjustedRandOfSixRowsByHand() {
    // Counts {2, 1}, {0, 1}, {0, 2}... as pairs: together in both 1 + 0 + 1 = 2, in one 3 + 0 + 1 =
    // 4, in the other 1 + 6 = 7 of 15: (2 − 28/15) / (5.5 − 28/15) = 2 / 54.5.
    int[] one = {0, 0, 0, 1, 2, 2};
    int[] other = {5, 5, 9, 9, 9, 9};
    assertThat(ClusterAgreement.adjustedRand(one, other)).isCloseTo(2 / 54.5, within(1e-14));
    assertThat(ClusterAgreement.adjustedRand(other, one)).isCloseTo(2 / 54.5, within(1e-14));
  }

  @Test
  void onePartitionUnderOtherNamesAgrees() {
    int[] renamed = IntStream.of(nines).map(label -> 100 - 3 * label).toArray();
    assertThat(ClusterAgreement.adjustedRand(nines, renamed)).isEqualTo(1);
    int[] single = new int[60];
    int[] alone = IntStream.range(0, 60).toArray();
    assertThat(ClusterAgreement.adjustedRand(single, single)).isEqualTo(1);
    assertThat(ClusterAgreement.adjustedRand(alone, alone)).isEqualTo(1);
    assertThat(ClusterAgreement.adjustedRand(single, alone)).isEqualTo(0);
  }

  @Test
  void purityCountsTheMostFrequentClass() {
    int[] clusters = {0, 0, 0, 1, 1, 1, 1, 2};
    int[] classes = {7, 7, 8, 8, 8, 9, 9, 9};
    assertThat(ClusterAgreement.purity(clusters, classes)).isEqualTo((2 + 2 + 1) / 8.0);
  }

  @Test
  void namesBecomeNumbersInTheirOrder() {
    assertThat(ClusterAgreement.numbers(List.of("b", "a", "b", "c"))).containsExactly(0, 1, 0, 2);
  }

  /** {@code sklearn.metrics.silhouette_samples} and {@code silhouette_score} 1.2.1. */
  @Test
  void silhouetteAgreesWithScikitLearn() {
    Silhouette found = Silhouette.of(Waves.points(60, 5, 1.3), fours);
    assertThat(found.mean()).isCloseTo(-0.06509649937464508, within(1e-12));
    assertThat(found.rows()[0]).isCloseTo(-0.12819365931022425, within(1e-12));
    assertThat(found.rows()[7]).isCloseTo(-0.09497633092217614, within(1e-12));
    assertThat(found.rows()[13]).isCloseTo(0.03253786997584723, within(1e-12));
    assertThat(found.rows()[59]).isCloseTo(-0.05845540471765342, within(1e-12));
  }

  /** Cuts by SciPy's {@code fcluster}, judged by scikit-learn's {@code silhouette_score}. */
  @Test
  void theBestCutAgreesWithScikitLearn() {
    double[][] points = Waves.points(60, 5, 1.3);
    Dendrogram tree = HierarchicalClustering.of(points, Linkage.AVERAGE, Progress.SILENT);
    Silhouette.Cut cut = Silhouette.best(DistanceMatrix.euclidean(points), tree, 2, 8);
    assertThat(cut.means())
        .containsExactly(
            new double[] {
              0.19735657296627154,
              0.20670507668176932,
              0.22258346862502784,
              0.28146188313957443,
              0.33625742895486066,
              0.40279491239085247,
              0.43567426492296396
            },
            within(1e-12));
    assertThat(cut.clusters()).isEqualTo(8);
    assertThat(cut.labels()).isEqualTo(tree.cut(8));
    assertThat(cut.silhouette().mean()).isEqualTo(cut.means()[6]);
  }

  @Test
  void threeHeapsAreFoundToBeThree() {
    double[][] points = Waves.gaussian(90, 2, 3);
    for (int row = 0; row < 90; row++) {
      points[row][0] += 12 * (row % 3);
    }
    Dendrogram tree = HierarchicalClustering.of(points, Linkage.WARD, Progress.SILENT);
    Silhouette.Cut cut = Silhouette.best(DistanceMatrix.euclidean(points), tree, 2, 10);
    assertThat(cut.clusters()).isEqualTo(3);
    int[] truth = IntStream.range(0, 90).map(row -> row % 3).toArray();
    assertThat(ClusterAgreement.adjustedRand(cut.labels(), truth)).isEqualTo(1);
    assertThat(ClusterAgreement.purity(cut.labels(), truth)).isEqualTo(1);
  }

  @Test
  void aRowAloneAndRowsOnOnePlaceScoreNothing() {
    double[][] points = {{0}, {0}, {0}, {0}, {5}};
    Silhouette found = Silhouette.of(points, new int[] {0, 0, 1, 1, 2});
    assertThat(found.rows()).containsExactly(0, 0, 0, 0, 0);
  }

  @Test
  void refusesWhatCannotBeCompared() {
    assertThatThrownBy(() -> ClusterAgreement.adjustedRand(sevens, new int[3]))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("60");
    assertThatThrownBy(() -> ClusterAgreement.purity(new int[0], new int[0]))
        .isInstanceOf(ExplainException.class);
    double[][] points = Waves.points(60, 5, 1.3);
    assertThatThrownBy(() -> Silhouette.of(points, new int[60])).hasMessageContaining("1 clusters");
    assertThatThrownBy(() -> Silhouette.of(points, new int[59])).hasMessageContaining("59");
    Dendrogram tree = HierarchicalClustering.of(points, Linkage.WARD, Progress.SILENT);
    assertThatThrownBy(() -> Silhouette.best(DistanceMatrix.euclidean(points), tree, 1, 5))
        .isInstanceOf(ExplainException.class);
  }
}
