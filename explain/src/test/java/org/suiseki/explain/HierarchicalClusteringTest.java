package org.suiseki.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suiseki.learn.Progress;

class HierarchicalClusteringTest {

  /** SciPy 1.10.1; scipy_clusters.py made the file. The smallest gap of two heights is 1e-6. */
  @ParameterizedTest
  @EnumSource(Linkage.class)
  void treesAgreeWithScipy(Linkage linkage) {
    String method = linkage.name().toLowerCase(Locale.ROOT);
    agrees("points-" + method, fromPoints(linkage));
    agrees("distances-" + method, fromDistances(linkage));
  }

  @ParameterizedTest
  @EnumSource(Linkage.class)
  void cutsAndOrderAgreeWithScipy(Linkage linkage) {
    String method = linkage.name().toLowerCase(Locale.ROOT);
    cutsAgree("points-" + method, fromPoints(linkage));
    cutsAgree("distances-" + method, fromDistances(linkage));
  }

  @Test
  void wardFromPointsAndFromTheirDistancesAreOneTree() {
    // 300 rows fill two blocks and a part of a third; 7 coordinates are no whole pairs.
    double[][] points = Waves.gaussian(300, 7, 4);
    Dendrogram byCentres = HierarchicalClustering.of(points, Linkage.WARD, Progress.SILENT);
    Dendrogram byDistances =
        HierarchicalClustering.of(DistanceMatrix.euclidean(points), Linkage.WARD, Progress.SILENT);
    assertThat(byCentres.left()).isEqualTo(byDistances.left());
    assertThat(byCentres.right()).isEqualTo(byDistances.right());
    assertThat(byCentres.heights()).containsExactly(byDistances.heights(), within(1e-10));
  }

  @Test
  void halfTheSquaredHeightsOfWardAddUpToTheSumOfSquares() {
    double[][] points = Waves.gaussian(150, 3, 8);
    Dendrogram tree = HierarchicalClustering.of(points, Linkage.WARD, Progress.SILENT);
    double explained = Arrays.stream(tree.heights()).map(h -> h * h / 2).sum();
    double total = 0;
    for (int i = 0; i < 3; i++) {
      int column = i;
      double mean = Arrays.stream(points).mapToDouble(p -> p[column]).average().orElseThrow();
      total += Arrays.stream(points).mapToDouble(p -> Math.pow(p[column] - mean, 2)).sum();
    }
    assertThat(explained).isCloseTo(total, within(1e-10 * total));
  }

  @Test
  void aCommonOffsetCostsNoDigits() {
    double[][] points = Waves.gaussian(100, 2, 9);
    double[][] far = new double[100][2];
    for (int row = 0; row < 100; row++) {
      far[row][0] = points[row][0] + (1 << 20);
      far[row][1] = points[row][1] - (1 << 20);
    }
    Dendrogram near = HierarchicalClustering.of(points, Linkage.WARD, Progress.SILENT);
    Dendrogram away = HierarchicalClustering.of(far, Linkage.WARD, Progress.SILENT);
    // The offset itself rounds coordinates to 2⁻³²; no more than that may be lost.
    assertThat(away.heights()).containsExactly(near.heights(), within(1e-8));
  }

  @ParameterizedTest
  @EnumSource(Linkage.class)
  void tiesEverywhereStillGiveATree(Linkage linkage) {
    double[][] grid = new double[144][2];
    for (int row = 0; row < 144; row++) {
      int column = row / 12;
      grid[row][0] = 0.1 * column;
      grid[row][1] = 0.1 * (row % 12);
    }
    Dendrogram tree = HierarchicalClustering.of(grid, linkage, Progress.SILENT);
    assertThat(tree.sizes()[142]).isEqualTo(144);
    assertThat(tree.cut(5)).contains(0, 1, 2, 3, 4).doesNotContain(5);
    double[][] heap = new double[20][3];
    assertThat(HierarchicalClustering.of(heap, linkage, Progress.SILENT).heights()).containsOnly(0);
  }

  @Test
  void cutsGoFromOneClusterToAllRows() {
    Dendrogram tree = fromPoints(Linkage.AVERAGE);
    assertThat(tree.cut(1)).containsOnly(0);
    assertThat(tree.cut(60)).containsExactly(IntStream.range(0, 60).toArray());
    assertThat(tree.cutAt(-1)).isEqualTo(tree.cut(60));
    assertThat(tree.cutAt(tree.heights()[58])).containsOnly(0);
    for (int clusters = 2; clusters < 60; clusters++) {
      assertThat(Arrays.stream(tree.cut(clusters)).max()).hasValue(clusters - 1);
    }
  }

  @Test
  void oneRowIsATreeAndTwoAreOneMerge() {
    Dendrogram one =
        HierarchicalClustering.of(new double[][] {{3, 4}}, Linkage.WARD, Progress.SILENT);
    assertThat(one.cut(1)).containsExactly(0);
    assertThat(one.order()).containsExactly(0);
    for (Linkage linkage : Linkage.values()) {
      Dendrogram two =
          HierarchicalClustering.of(new double[][] {{0, 0}, {3, 4}}, linkage, Progress.SILENT);
      assertThat(two.heights()).containsExactly(5);
    }
  }

  @Test
  void refusesWhatHasNoTree() {
    assertThatThrownBy(() ->
            HierarchicalClustering.of(
                new double[][] {{1}, {Double.NaN}}, Linkage.WARD, Progress.SILENT))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("point 1");
    assertThatThrownBy(() -> new DistanceMatrix(3, new double[] {1, 2}))
        .hasMessageContaining("3 rows");
    assertThatThrownBy(() -> new DistanceMatrix(2, new double[] {-1})).hasMessageContaining("-1");
    assertThatThrownBy(() -> fromPoints(Linkage.WARD).cut(61)).hasMessageContaining("61");
    assertThatThrownBy(
            () -> new Dendrogram(3, new int[] {0, 0}, new int[] {1, 2}, new double[] {1, 2}))
        .hasMessageContaining("Merge 1");
  }

  @Test
  void itCanBeCancelled() {
    Progress cancelled =
        new Progress() {
          @Override
          public void step(String stage, long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(
            () -> HierarchicalClustering.of(Waves.gaussian(9, 2, 1), Linkage.WARD, cancelled))
        .isInstanceOf(CancellationException.class);
  }

  private static Dendrogram fromPoints(Linkage linkage) {
    return HierarchicalClustering.of(Waves.points(60, 5, 1.3), linkage, Progress.SILENT);
  }

  /** Numbers that no points in space have as distances. */
  private static Dendrogram fromDistances(Linkage linkage) {
    double[] a = Waves.points(1, 780, 0.7)[0];
    double[] b = Waves.points(1, 780, 0.3)[0];
    double[] distances = new double[780];
    for (int i = 0; i < 780; i++) {
      distances[i] = 1 + a[i] * a[i] + 0.5 * (b[i] * b[i]);
    }
    return HierarchicalClustering.of(new DistanceMatrix(40, distances), linkage, Progress.SILENT);
  }

  private static void agrees(String name, Dendrogram tree) {
    List<String[]> rows = lines("scipy-linkage.csv", name);
    assertThat(rows).hasSize(tree.leaves() - 1);
    int[] sizes = tree.sizes();
    for (int merge = 0; merge < rows.size(); merge++) {
      String[] row = rows.get(merge);
      assertThat(tree.left()[merge]).isEqualTo(Integer.parseInt(row[1]));
      assertThat(tree.right()[merge]).isEqualTo(Integer.parseInt(row[2]));
      assertThat(tree.heights()[merge]).isCloseTo(Double.parseDouble(row[3]), within(1e-10));
      assertThat(sizes[merge]).isEqualTo(Integer.parseInt(row[4]));
    }
  }

  private static void cutsAgree(String name, Dendrogram tree) {
    for (String[] row : lines("scipy-cuts.csv", name)) {
      int[] values = Arrays.stream(row[2].split(" ")).mapToInt(Integer::parseInt).toArray();
      switch (row[1]) {
        case "order" -> assertThat(tree.order()).isEqualTo(values);
        case "clusters" -> assertThat(tree.cut(6)).isEqualTo(renumbered(values));
        default ->
            assertThat(tree.cutAt(tree.heights()[tree.leaves() - 10]))
                .isEqualTo(renumbered(values));
      }
    }
  }

  /** SciPy numbers clusters along the tree, from 1; ours go by their first row. */
  private static int[] renumbered(int[] labels) {
    Map<Integer, Integer> numbers = new HashMap<>();
    return Arrays.stream(labels)
        .map(label -> numbers.computeIfAbsent(label, unseen -> numbers.size()))
        .toArray();
  }

  private static List<String[]> lines(String file, String name) {
    try (InputStream in = HierarchicalClusteringTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(","))
          .filter(parts -> parts[0].equals(name))
          .toList();
    } catch (IOException unreadable) {
      throw new AssertionError(file, unreadable);
    }
  }
}
