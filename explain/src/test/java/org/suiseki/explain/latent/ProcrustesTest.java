package org.suiseki.explain.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.Waves;

class ProcrustesTest {

  /** What singular values of a small matrix of numbers near 1 keep. */
  private static final Offset<Double> ROUNDING = within(1e-12);

  /** {@code scipy.spatial.procrustes} 1.10.1. */
  @ParameterizedTest
  @CsvSource({"2, 0.010450761286492947", "3, 0.009421318031408214", "7, 0.00821906450001403"})
  void disparityAgreesWithScipy(int size, double disparity) {
    double[][] a = Waves.points(12, size, 0.9);
    double[][] b = Waves.sum(distorted(a), 0.3, Waves.points(12, size, 0.4));
    assertThat(Procrustes.fit(a, b).disparity()).isCloseTo(disparity, ROUNDING);
    assertThat(Procrustes.fit(b, a).disparity()).isCloseTo(disparity, ROUNDING);
  }

  @Test
  void findsTheMovementThatWasMade() {
    double[][] points = Waves.gaussian(30, 2, 3);
    SimilarityTransform made =
        new SimilarityTransform(
            new double[] {0.5, -1}, 2.5, Waves.turn(2.1, true), new double[] {10, 20});
    double[][] moved = made.apply(points);
    Procrustes found = Procrustes.fit(points, moved);
    assertThat(found.disparity()).isCloseTo(0, within(1e-25));
    assertThat(found.transform().scale()).isCloseTo(2.5, ROUNDING);
    for (int row = 0; row < 30; row++) {
      assertThat(found.transform().apply(points[row])).containsExactly(moved[row], ROUNDING);
      assertThat(found.transform().undo(moved[row])).containsExactly(points[row], ROUNDING);
    }
  }

  @Test
  void noSmallTurnOrScaleMatchesBetter() {
    double[][] a = Waves.gaussian(25, 2, 4);
    double[][] b = Waves.sum(a, 0.5, Waves.gaussian(25, 2, 5));
    SimilarityTransform best = Procrustes.fit(a, b).transform();
    double left = Procrustes.squared(best.apply(a), b);
    for (double angle : new double[] {-0.01, 0.01}) {
      SimilarityTransform turned =
          new SimilarityTransform(
              best.from(),
              best.scale(),
              SimilarityTransform.rotation(Waves.turn(angle, false)).apply(best.rotation()),
              best.to());
      assertThat(Procrustes.squared(turned.apply(a), b)).isGreaterThan(left);
    }
    for (double factor : new double[] {0.99, 1.01}) {
      SimilarityTransform scaled =
          new SimilarityTransform(best.from(), best.scale() * factor, best.rotation(), best.to());
      assertThat(Procrustes.squared(scaled.apply(a), b)).isGreaterThan(left);
    }
  }

  @Test
  void refusesSetsThatDoNotFit() {
    double[][] points = Waves.gaussian(5, 2, 1);
    assertThatThrownBy(() -> Procrustes.fit(points, Waves.gaussian(4, 2, 1)))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("4 × 2");
    assertThatThrownBy(() -> Procrustes.fit(points, Waves.gaussian(5, 3, 1)))
        .isInstanceOf(ExplainException.class);
    double[][] heap = {{0.1, 3}, {0.1, 3}, {0.1, 3}, {0.1, 3}, {0.1, 3}};
    assertThatThrownBy(() -> Procrustes.fit(points, heap)).hasMessageContaining("same");
    assertThatThrownBy(() -> Procrustes.fit(heap, points)).hasMessageContaining("same");
    assertThatThrownBy(() -> SimilarityTransform.rotation(new double[][] {{1, 0}, {1, 0}}))
        .isInstanceOf(ExplainException.class);
    assertThatThrownBy(() -> SimilarityTransform.rotation(new double[][] {{1, 0, 0}, {0, 1, 0}}))
        .hasMessageContaining("other sizes");
    assertThatThrownBy(() -> Procrustes.fit(points, points).transform().apply(new double[3]))
        .hasMessageContaining("3 coordinates");
  }

  /** Coordinates in reverse order, mirrored, stretched and shifted. */
  private static double[][] distorted(double[][] points) {
    double[][] other = new double[points.length][points[0].length];
    for (int row = 0; row < other.length; row++) {
      for (int i = 0; i < other[row].length; i++) {
        other[row][i] = -2.5 * points[row][other[row].length - 1 - i] + 1;
      }
    }
    return other;
  }
}
