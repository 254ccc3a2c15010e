package org.suiseki.explain.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.Waves;

class SeedSpreadTest {

  private final double[][] map = Waves.gaussian(80, 2, 11);

  @Test
  void mapsThatDifferByRotationMirrorScaleAndShiftHaveNoSpread() {
    double[][] other =
        new SimilarityTransform(
                new double[] {1, 1}, 4, Waves.turn(-1.2, true), new double[] {7, -3})
            .apply(map);
    double[][] third = SimilarityTransform.rotation(Waves.turn(3, false)).apply(map);
    SeedSpread found = SeedSpread.of(new double[][][] {map, other, third});
    assertThat(found.overall()).isLessThan(1e-13);
    for (int row = 0; row < map.length; row++) {
      assertThat(found.consensus()[row]).containsExactly(map[row], within(1e-12));
      assertThat(found.alignments().get(1).apply(other[row]))
          .containsExactly(map[row], within(1e-12));
    }
  }

  @Test
  void noiseOfKnownSizeIsMeasured() {
    double[][][] seeds = new double[9][][];
    for (int seed = 0; seed < 9; seed++) {
      double[][] noisy = Waves.sum(map, 0.05, Waves.gaussian(80, 2, 100 + seed));
      seeds[seed] =
          new SimilarityTransform(
                  new double[2], 1 + seed, Waves.turn(seed, seed % 2 == 1), new double[] {seed, 0})
              .apply(noisy);
    }
    SeedSpread found = SeedSpread.of(seeds);
    // σ √2 over the map's own size, about √2; 4 of 160 freedoms are aligned away, and 1280
    // samples leave 2 % of chance.
    double size = Points.norm(Points.less(map, Points.centre(map))) / Math.sqrt(map.length);
    assertThat(found.overall()).isCloseTo(0.05 * Math.sqrt(2) / size, within(0.004));
    double mean = 0;
    for (double[] row : found.axes()) {
      mean += (row[0] * row[0] + row[1] * row[1]) / 160;
    }
    assertThat(Math.sqrt(mean)).isCloseTo(0.05, within(0.003));
  }

  @Test
  void twoSeedsAgreeWithProcrustes() {
    double[][] other = Waves.sum(map, 0.3, Waves.gaussian(80, 2, 12));
    SeedSpread found = SeedSpread.of(new double[][][] {map, other});
    // With shapes a and b of norm 1 and Σ = tr of their match: variances are |a − b|² / 2 = 1 − Σ,
    // the consensus has the norm² (1 + Σ) / 2, and the disparity is 1 − Σ².
    double match = Math.sqrt(1 - Procrustes.fit(map, other).disparity());
    assertThat(found.overall()).isCloseTo(Math.sqrt(2 * (1 - match) / (1 + match)), within(1e-12));
  }

  @Test
  void oneStrayRowIsToldFromTheRest() {
    double[][] other = Waves.sum(map, 0, map);
    other[17][1] += 3;
    SeedSpread found = SeedSpread.of(new double[][][] {map, other, map});
    for (int row = 0; row < map.length; row++) {
      if (row != 17) {
        assertThat(found.rows()[row]).isLessThan(0.2 * found.rows()[17]);
      }
    }
  }

  @Test
  void refusesOneSeedAndMapsThatDoNotFit() {
    assertThatThrownBy(() -> SeedSpread.of(new double[][][] {map}))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("1 seed");
    assertThatThrownBy(() -> SeedSpread.of(new double[][][] {map, Waves.gaussian(80, 3, 1)}))
        .isInstanceOf(ExplainException.class);
    assertThatThrownBy(() -> SeedSpread.of(new double[][][] {map, new double[80][2]}))
        .hasMessageContaining("same");
  }
}
