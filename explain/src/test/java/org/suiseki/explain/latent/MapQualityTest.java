package org.suiseki.explain.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.Waves;

class MapQualityTest {

  /** Ranks are whole numbers: one division and one subtraction are rounded. */
  private static final Offset<Double> ROUNDING = within(1e-12);

  private final double[][] space = Waves.points(40, 6, 1.3);
  private final double[][] map = map(space);

  /**
   * {@code sklearn.manifold.trustworthiness} 1.2.1 of (space, map), and of (map, space) for
   * continuity.
   */
  @Test
  void agreesWithScikitLearn() {
    assertThat(MapQuality.of(space, map, 1).trustworthiness())
        .isCloseTo(0.5868421052631578, ROUNDING);
    assertThat(MapQuality.of(space, map, 1).continuity()).isCloseTo(0.7973684210526316, ROUNDING);
    assertThat(MapQuality.of(space, map, 5).trustworthiness()).isCloseTo(0.71359375, ROUNDING);
    assertThat(MapQuality.of(space, map, 5).continuity()).isCloseTo(0.794375, ROUNDING);
    assertThat(MapQuality.of(space, map, 12).trustworthiness())
        .isCloseTo(0.7218992248062015, ROUNDING);
    assertThat(MapQuality.of(space, map, 12).continuity()).isCloseTo(0.7206395348837209, ROUNDING);
    assertThat(MapQuality.of(space, map, 19).trustworthiness())
        .isCloseTo(0.6507177033492824, ROUNDING);
    assertThat(MapQuality.of(space, map, 19).continuity()).isCloseTo(0.6666267942583732, ROUNDING);
  }

  /** Five points on a line; the map swaps the last two: worked by hand from the definition. */
  @Test
  void agreesWithACountByHand() {
    double[][] line = {{0}, {1}, {2.1}, {3.3}, {4.6}};
    double[][] swapped = {{0}, {1}, {2.1}, {4.6}, {3.3}};
    // k = 1: row 3 has row 2 in the line and row 4 on the map, row 4 has 3 and 2; each is of rank 2
    // in the other, so 1 too many, twice. The norm is 2 / (5 · 1 · 6).
    MapQuality one = MapQuality.of(line, swapped, 1);
    assertThat(one.trustworthiness()).isCloseTo(1 - 2.0 / 30 * 2, ROUNDING);
    assertThat(one.continuity()).isCloseTo(1 - 2.0 / 30 * 2, ROUNDING);
    // k = 2: only row 2 differs, {1, 3} in the line and {1, 4} on the map; the intruder has rank 4,
    // 2 too many. The norm is 2 / (5 · 2 · 3).
    MapQuality two = MapQuality.of(line, swapped, 2);
    assertThat(two.trustworthiness()).isCloseTo(1 - 2.0 / 30 * 2, ROUNDING);
    assertThat(two.continuity()).isCloseTo(1 - 2.0 / 30 * 2, ROUNDING);
  }

  @Test
  void aMapThatIsRotatedAndScaledIsPerfect() {
    double[][] plane = Waves.gaussian(60, 2, 7);
    double[][] turned =
        new SimilarityTransform(
                new double[] {1, 2}, 3.5, Waves.turn(0.7, true), new double[] {-4, 9})
            .apply(plane);
    MapQuality found = MapQuality.of(plane, turned, 7);
    assertThat(found.trustworthiness()).isEqualTo(1);
    assertThat(found.continuity()).isEqualTo(1);
  }

  @Test
  void aMapMadeAtRandomIsWorthAHalf() {
    MapQuality found = MapQuality.of(Waves.gaussian(600, 5, 1), Waves.gaussian(600, 2, 2), 10);
    // The mean excess of a random rank; its scatter over 6,000 pairs is about 0.005.
    assertThat(found.trustworthiness()).isCloseTo(0.5, within(0.02));
    assertThat(found.continuity()).isCloseTo(0.5, within(0.02));
  }

  @Test
  void theOrderOfRowsDoesNotMatterWhereNothingTies() {
    double[][] reversedSpace = reversed(space);
    double[][] reversedMap = reversed(map);
    assertThat(MapQuality.of(reversedSpace, reversedMap, 6))
        .isEqualTo(MapQuality.of(space, map, 6));
  }

  @Test
  void tiesGoToTheLowerRow() {
    // All points on one place: every neighbour ties, in the space and on the map alike.
    double[][] heap = new double[9][2];
    assertThat(MapQuality.of(heap, heap, 3)).isEqualTo(new MapQuality(3, 1, 1));
    // On the heap the nearest is row 1 of row 0, and row 0 of all others; the line says how far
    // that one is from being the nearest.
    double[][] line = new double[9][1];
    for (int row = 1; row < 9; row++) {
      line[row][0] = 10 - row;
    }
    MapQuality found = MapQuality.of(line, heap, 1);
    long excess = 0;
    for (int row = 0; row < 9; row++) {
      int neighbour = row == 0 ? 1 : 0;
      int rank = 1;
      for (int other = 0; other < 9; other++) {
        double distance = Math.abs(line[other][0] - line[row][0]);
        double bar = Math.abs(line[neighbour][0] - line[row][0]);
        boolean closer = distance < bar || (distance == bar && other < neighbour);
        rank += other != row && closer ? 1 : 0;
      }
      excess += rank - 1;
    }
    assertThat(found.trustworthiness())
        .isCloseTo(1 - 2.0 / (9.0 * (18 - 3 - 1)) * excess, ROUNDING);
  }

  @Test
  void refusesWhatCannotBeJudged() {
    assertThatThrownBy(() -> MapQuality.of(space, map, 20))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("half");
    assertThatThrownBy(() -> MapQuality.of(space, map, 0)).isInstanceOf(ExplainException.class);
    assertThatThrownBy(() -> MapQuality.of(space, Waves.points(39, 2, 1), 3))
        .hasMessageContaining("39");
    double[][] broken = Waves.points(40, 2, 1);
    broken[3][1] = Double.NaN;
    assertThatThrownBy(() -> MapQuality.of(space, broken, 3)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> MapQuality.of(new double[0][], new double[0][], 1))
        .isInstanceOf(ExplainException.class);
    double[][] huge = {{-1e300}, {1e300}, {0}, {1}, {2}};
    assertThatThrownBy(() -> MapQuality.of(huge, huge, 1)).hasMessageContaining("too far");
  }

  private static double[][] map(double[][] space) {
    double[][] two =
        Arrays.stream(space).map(row -> Arrays.copyOf(row, 2)).toArray(double[][]::new);
    return Waves.sum(two, 0.4, Waves.points(space.length, 2, 0.7));
  }

  private static double[][] reversed(double[][] rows) {
    double[][] reversed = new double[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      reversed[row] = rows[rows.length - 1 - row];
    }
    return reversed;
  }
}
