package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.NonnegativeLeastSquares.Solution;

/** The expected figures are those of {@code scipy.optimize.nnls} (SciPy 1.10.1). */
class NonnegativeLeastSquaresTest {

  /** Both are exact but for rounding, times a condition number of at most fifty. */
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void fewColumns() {
    Solution solution = NonnegativeLeastSquares.of(columns(4, 8, 1, -0.5)).solve(uniform(8, 101));
    assertThat(solution.coefficients())
        .containsExactly(
            new double[] {0, 0.177439539087559, 0.9922653710212866, 1.3602729734332402}, EXACT);
    assertThat(solution.positive()).containsExactly(1, 2, 3);
    assertThat(Math.sqrt(solution.squares())).isCloseTo(1.4001192118787944, EXACT);
  }

  @Test
  void columnsThatAreMuchAlike() {
    Solution solution = NonnegativeLeastSquares.of(columns(12, 60, 7, 2)).solve(uniform(60, 107));
    double[] expected = new double[12];
    expected[4] = 0.01294221095285243;
    expected[8] = 0.02395105856905297;
    expected[10] = 0.15435045255371382;
    assertThat(solution.coefficients()).containsExactly(expected, EXACT);
    assertThat(Math.sqrt(solution.squares())).isCloseTo(2.24283171086739, EXACT);
  }

  @Test
  void moreColumnsThanRows() {
    Solution solution = NonnegativeLeastSquares.of(columns(25, 10, 3, 2)).solve(uniform(10, 103));
    double[] expected = new double[25];
    expected[0] = 0.06205345234356734;
    expected[3] = 0.10984051878899993;
    expected[23] = 0.07124001043905605;
    assertThat(solution.coefficients()).containsExactly(expected, EXACT);
    assertThat(Math.sqrt(solution.squares())).isCloseTo(0.8388343314116841, EXACT);
  }

  /** A pattern of 21 overlapping peaks, weighted as counts are. */
  @Test
  void weights() {
    double[][] peaks = peaks();
    double[] target = mixture(peaks);
    double[] weights = Arrays.stream(target).map(b -> 1 / (0.01 + Math.max(b, 0))).toArray();
    Solution solution = NonnegativeLeastSquares.of(peaks, weights).solve(target);
    double[] expected = new double[21];
    expected[2] = 0.9982822329884548;
    expected[3] = 0.24891714780195665;
    expected[10] = 2.9969404937281694;
    expected[18] = 0.00545709509948536;
    assertThat(solution.coefficients()).containsExactly(expected, EXACT);
    assertThat(solution.squares()).isCloseTo(0.6515485541731282, EXACT);
    // numpy.linalg.inv of the normal matrix of these four columns.
    assertThat(Arrays.stream(solution.deviation()).filter(s -> s > 0).toArray())
        .containsExactly(
            new double[] {
              0.22005360802203122, 0.15429764504694754, 0.31707768833451766, 0.0266553772905027
            },
            EXACT);
  }

  /** The conditions of Kuhn and Tucker are enough, since the problem is convex. */
  @Test
  void theConditionsOfTheOptimumHold() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 200; trial++) {
      int size = 1 + random.nextInt(40);
      int rows = 1 + random.nextInt(60);
      double[][] columns = new double[size][];
      Arrays.setAll(
          columns, k -> random.doubles(rows, random.nextInt(2) - 1, 1).map(v -> v * 1e3).toArray());
      double[] target = random.doubles(rows, -1, 1).toArray();
      double[] weights = random.doubles(rows, 0.1, 10).toArray();
      Solution solution = NonnegativeLeastSquares.of(columns, weights).solve(target);
      double scale = 1e3 * 10 * rows;
      for (int column = 0; column < size; column++) {
        assertThat(solution.coefficients()[column]).isNotNegative();
        double gradient = solution.gradient()[column];
        assertThat(gradient).isLessThan(1e-12 * scale);
        if (solution.coefficients()[column] > 0) {
          assertThat(gradient).isGreaterThan(-1e-10 * scale);
        }
        double direct = 0;
        for (int row = 0; row < rows; row++) {
          direct += columns[column][row] * weights[row] * solution.residual()[row];
        }
        assertThat(gradient).isCloseTo(direct, within(1e-11 * scale));
      }
      assertThat(solution.gap()).isLessThan(1e-11 * rows);
    }
  }

  @Test
  void anExactMixtureIsFoundAgain() {
    double[][] peaks = peaks();
    double[] target = new double[400];
    double[] amounts = new double[21];
    for (int k = 0; k < 21; k += 3) {
      amounts[k] = Math.pow(10, k / 7.0);
      for (int row = 0; row < 400; row++) {
        target[row] += amounts[k] * peaks[k][row];
      }
    }
    Solution solution = NonnegativeLeastSquares.of(peaks).solve(target);
    // Amounts up to 720, known to 16 digits, from columns of condition number 6.
    assertThat(solution.coefficients()).containsExactly(amounts, within(1e-10));
  }

  @Test
  void ofTwoLikeColumnsOneGetsAll() {
    double[][] columns = columns(3, 20, 9, 0);
    columns[2] = columns[1].clone();
    double[] target = new double[20];
    for (int row = 0; row < 20; row++) {
      target[row] = columns[0][row] + 2 * columns[1][row];
    }
    double[] found = NonnegativeLeastSquares.of(columns).solve(target).coefficients();
    assertThat(found[0]).isCloseTo(1, EXACT);
    assertThat(Math.max(found[1], found[2])).isCloseTo(2, EXACT);
    assertThat(Math.min(found[1], found[2])).isZero();
  }

  @Test
  void aColumnGivenTwiceWithBothSignsIsFree() {
    double[][] columns = columns(3, 30, 4, 0);
    columns[2] = Arrays.stream(columns[1]).map(v -> -v).toArray();
    double[] target = new double[30];
    for (int row = 0; row < 30; row++) {
      target[row] = columns[0][row] - 0.5 * columns[1][row];
    }
    assertThat(NonnegativeLeastSquares.of(columns).solve(target).coefficients())
        .containsExactly(new double[] {1, 0, 0.5}, EXACT);
  }

  @Test
  void rowsOfNoWeightDoNotCount() {
    double[][] columns = columns(4, 30, 4, 0);
    double[] target = uniform(30, 2);
    double[] weights = new double[30];
    Arrays.fill(weights, 0, 20, 1);
    double[][] cut = Arrays.stream(columns).map(c -> Arrays.copyOf(c, 20)).toArray(double[][]::new);
    double[] expected =
        NonnegativeLeastSquares.of(cut).solve(Arrays.copyOf(target, 20)).coefficients();
    target[25] = 1e6;
    Solution solution = NonnegativeLeastSquares.of(columns, weights).solve(target);
    assertThat(solution.coefficients()).containsExactly(expected, EXACT);
    assertThat(solution.residual()[25]).isGreaterThan(9e5);
  }

  @Test
  void nothingToFindGivesNothing() {
    double[][] columns = columns(3, 10, 4, 0);
    columns[1] = new double[10];
    double[] below = new double[10];
    Arrays.fill(below, -1);
    Solution solution = NonnegativeLeastSquares.of(columns).solve(below);
    assertThat(solution.coefficients()).containsOnly(0);
    assertThat(solution.positive()).isEmpty();
    assertThat(solution.squares()).isEqualTo(10);
    assertThat(NonnegativeLeastSquares.of(columns).solve(new double[10]).coefficients())
        .containsOnly(0);
  }

  @Test
  void manyTargetsAtOnceGiveTheSame() {
    NonnegativeLeastSquares problem = NonnegativeLeastSquares.of(columns(6, 12, 3, 0));
    double[] targets = uniform(36, 8);
    double[] found = new double[6];
    boolean[] positive = new boolean[6];
    for (int target = 0; target < 3; target++) {
      problem.solve(targets, target * 12, found, positive);
      Solution alone = problem.solve(Arrays.copyOfRange(targets, target * 12, target * 12 + 12));
      assertThat(found).isEqualTo(alone.coefficients());
      assertThat(alone.positive()).hasSize(count(positive));
    }
  }

  @Test
  void whatCannotBeSolvedIsRefused() {
    assertThatThrownBy(() -> NonnegativeLeastSquares.of(new double[0][]))
        .isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> NonnegativeLeastSquares.of(new double[][] {{1, 2}, {1}}))
        .isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> NonnegativeLeastSquares.of(new double[][] {{1, Double.NaN}}))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("Row 1 has NaN");
    double[][] columns = {{1, 2}};
    assertThatThrownBy(() -> NonnegativeLeastSquares.of(columns, new double[] {1, -1}))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("weight of row 1 is -1");
    NonnegativeLeastSquares problem = NonnegativeLeastSquares.of(columns);
    assertThatThrownBy(() -> problem.solve(new double[] {1})).isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> problem.solve(new double[] {1, Double.POSITIVE_INFINITY}))
        .isInstanceOf(LearnException.class);
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  /** A linear congruence that is as quickly written in any language. */
  private static double[] uniform(int count, long seed) {
    double[] result = new double[count];
    long state = seed;
    for (int i = 0; i < count; i++) {
      state = (state * 1103515245L + 12345) % 2147483648L;
      result[i] = state / 2147483648.0;
    }
    return result;
  }

  private static double[][] columns(int size, int rows, long seed, double shift) {
    double[] values = uniform(size * rows, seed);
    double[][] columns = new double[size][];
    for (int k = 0; k < size; k++) {
      columns[k] = Arrays.stream(values, k * rows, (k + 1) * rows).map(v -> v + shift).toArray();
    }
    return columns;
  }

  private static double[][] peaks() {
    double[][] peaks = new double[21][400];
    for (int k = 0; k < 21; k++) {
      for (int row = 0; row < 400; row++) {
        double away = (row / 400.0 - (k + 1) / 22.0) / 0.03;
        peaks[k][row] = Math.exp(-0.5 * away * away);
      }
    }
    return peaks;
  }

  private static double[] mixture(double[][] peaks) {
    double[] noise = uniform(400, 11);
    double[] target = new double[400];
    for (int row = 0; row < 400; row++) {
      target[row] =
          peaks[2][row]
              + 0.25 * peaks[3][row]
              + 3 * peaks[10][row]
              + 0.01 * peaks[18][row]
              + 0.02 * (noise[row] - 0.5);
    }
    return target;
  }
}
