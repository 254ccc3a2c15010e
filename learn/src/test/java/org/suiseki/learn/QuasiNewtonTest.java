package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuasiNewtonTest {

  private final QuasiNewton search = new QuasiNewton(200, 1e-16, 2);

  /** Problem 1 of Moré, Garbow and Hillstrom (ACM Trans. Math. Softw. 7, 17, 1981). */
  private static double valley(double[] x, double[] gradient) {
    double up = x[1] - x[0] * x[0];
    double along = 1 - x[0];
    gradient[0] = -400 * x[0] * up - 2 * along;
    gradient[1] = 200 * up;
    return 100 * up * up + along * along;
  }

  @Test
  void theEndOfACurvedValleyIsFound() {
    QuasiNewton.Minimum minimum = search.from(new double[] {-1.2, 1}, QuasiNewtonTest::valley);
    // The root of the tolerance, as far as the value can tell.
    assertThat(minimum.x()).containsExactly(new double[] {1, 1}, within(1e-6));
  }

  @Test
  void theCurvatureItLearnsIsThatOfTheFunction() {
    QuasiNewton.Minimum minimum =
        search.from(
            new double[] {3, -5},
            (x, gradient) -> {
              gradient[0] = 8 * (x[0] - 1) + x[1] + 2;
              gradient[1] = x[0] - 1 + x[1] + 2;
              return 4 * (x[0] - 1) * (x[0] - 1)
                  + (x[0] - 1) * (x[1] + 2)
                  + 0.5 * (x[1] + 2) * (x[1] + 2);
            });
    assertThat(minimum.x()).containsExactly(new double[] {1, -2}, within(1e-6));
    // The inverse of (8 1; 1 1); inexact line searches leave a few per cent.
    double[] inverse = {1 / 7.0, -1 / 7.0, -1 / 7.0, 8 / 7.0};
    assertThat(minimum.inverse()).containsExactly(inverse, within(0.05));
  }

  @Test
  void aWallIsNotCrossed() {
    QuasiNewton.Minimum minimum =
        search.from(
            new double[] {3},
            (x, gradient) -> {
              if (x[0] <= 0) {
                return Double.POSITIVE_INFINITY;
              }
              gradient[0] = 1 - 0.01 / x[0];
              return x[0] - 0.01 * Math.log(x[0]);
            });
    assertThat(minimum.x()[0]).isCloseTo(0.01, within(1e-6));
  }

  @Test
  void whereNothingIsToGainItStays() {
    double[] start = {1, 1};
    assertThat(search.from(start, QuasiNewtonTest::valley).x()).isEqualTo(start);
    assertThat(new QuasiNewton(0, 1e-16, 2).from(new double[] {5, 5}, QuasiNewtonTest::valley).x())
        .containsExactly(5, 5);
  }
}
