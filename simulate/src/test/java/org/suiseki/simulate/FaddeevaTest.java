package org.suiseki.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FaddeevaTest {
  /**
   * x, y, Re w(x + iy) by SciPy's wofz (Steven G. Johnson's Faddeeva package, accurate to 1e-13
   * relative).
   */
  private static final double[][] REFERENCE = {
    {0.0, 0.0, 1.0},
    {0.0, 1e-8, 0.9999999887162083},
    {0.0, 1.0, 0.427583576155807},
    {0.0, 40.0, 0.014100335983377815},
    {0.1, 0.2, 0.8025666873208999},
    {0.1, 5.0, 0.11066424464977836},
    {1.0, 0.0, 0.36787944117144233},
    {1.0, 0.001, 0.36796500994105363},
    {1.0, 1.0, 0.30474420525691254},
    {2.5, 0.0, 0.0019304541362277093},
    {2.5, 0.2, 0.026840588662687726},
    {2.5, 5.0, 0.08993456635653498},
    {6.3, 0.0, 5.792312885394871e-18},
    {6.3, 0.001, 1.478934451416542e-05},
    {6.3, 1.0, 0.014390760438829316},
    {20.0, 1e-8, 1.4157965867555474e-11},
    {20.0, 0.2, 0.00028313075345109387},
    {20.0, 40.0, 0.01128322587636944},
    {300.0, 0.0, 0.0},
    {300.0, 0.001, 6.268877632915801e-09},
    {300.0, 40.0, 0.0002463749377833034}
  };

  @Test
  void agreesWithScipy() {
    for (double[] point : REFERENCE) {
      assertThat(Faddeeva.real(point[0], point[1])).isCloseTo(point[2], within(1e-14));
      assertThat(Faddeeva.real(-point[0], point[1])).isCloseTo(point[2], within(1e-14));
    }
  }
}
