package org.suiseki.explain.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.latent.LatentWalk.Comparison;
import org.suiseki.explain.latent.LatentWalk.Ruler;
import org.suiseki.explain.latent.LatentWalk.Way;
import org.suiseki.explain.latent.ProfileAgreement.Finder;

class LatentWalkTest {

  private final MovingPeak model = new MovingPeak();
  private final LatentWalk walk = new LatentWalk(model, value -> value * value);
  private final Ruler ruler = new Ruler(model.axis(), Finder.PARABOLA, 0.05);

  @Test
  void theWalkMovesThePeakThatMixingDoubles() {
    Comparison found = walk.compare(List.of(way(28, 30, 0.25, 28.5)), ruler).get(0);
    // The model is exact, so the walk is as good as the centroid it encodes by.
    assertThat(found.walk().profile()).isLessThan(1e-6);
    assertThat(found.walk().positions().mean()).isLessThan(1e-6);
    assertThat(found.floor().profile()).isLessThan(1e-6);
    // Two peaks beside the true one: each misses all of it and adds all of its own, but for the 2 %
    // that overlap where peaks are five widths apart.
    assertThat(found.mixing().profile()).isCloseTo(2, within(0.03));
    assertThat(found.mixing().positions().mean()).isCloseTo(0.5, within(1e-3));
    assertThat(found.decodedMixing().profile()).isCloseTo(found.mixing().profile(), within(1e-6));
  }

  @Test
  void mixingIsOfIntensities() {
    Comparison found = walk.compare(List.of(way(28, 30, 0.25, 28.5)), ruler).get(0);
    int left = index(28);
    int right = index(30);
    assertThat(found.mixing().curve()[left]).isCloseTo(0.75, within(1e-9));
    assertThat(found.mixing().curve()[right]).isCloseTo(0.25, within(1e-9));
    assertThat(found.truth()[index(28.5)]).isCloseTo(1, within(1e-9));
  }

  @Test
  void noiseOfTheEndsIsToldFromTheirPlace() {
    double[] from = noisy(MovingPeak.row(model.axis(), 29), 1);
    double[] to = noisy(MovingPeak.row(model.axis(), 29), 2);
    Way way =
        new Way(
            from,
            to,
            0.5,
            MovingPeak.row(model.axis(), 29),
            List.of(new PeakWindow("p", 29, 28.5, 29.5)));
    Comparison found = walk.compare(List.of(way), ruler).get(0);
    // Nothing moves: mixing is worse than what the model makes of it by noise alone.
    assertThat(found.mixing().profile()).isGreaterThan(3 * found.decodedMixing().profile());
    assertThat(found.decodedMixing().profile()).isCloseTo(found.walk().profile(), within(0.02));
  }

  @Test
  void manyWaysAtOnceAreWhatOneIs() {
    List<Way> ways = List.of(way(26, 30, 0.5, 28), way(27, 33, 0.1, 27.6), way(30, 30, 1, 30));
    List<Comparison> together = walk.compare(ways, ruler);
    for (int i = 0; i < 3; i++) {
      Comparison alone = walk.compare(List.of(ways.get(i)), ruler).get(0);
      assertThat(together.get(i).walk().curve()).isEqualTo(alone.walk().curve());
      assertThat(together.get(i).walk().profile()).isEqualTo(alone.walk().profile());
      assertThat(together.get(i).mixing().positions()).isEqualTo(alone.mixing().positions());
      assertThat(together.get(i).floor().profile()).isEqualTo(alone.floor().profile());
    }
    assertThat(walk.compare(List.of(), ruler)).isEmpty();
  }

  @Test
  void aWalkIsDecodedInStepsFromEndToEnd() {
    double[][] curves = walk.walk(new double[] {26}, new double[] {30}, 0, 0.5, 1);
    assertThat(curves[0][index(26)]).isCloseTo(1, within(1e-9));
    assertThat(curves[1][index(28)]).isCloseTo(1, within(1e-9));
    assertThat(curves[2][index(30)]).isCloseTo(1, within(1e-9));
  }

  @Test
  void refusesPartsOutsideAndPointsOfTwoSpaces() {
    assertThatThrownBy(() -> way(28, 30, 1.5, 29))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("1.5");
    assertThatThrownBy(() -> way(28, 30, Double.NaN, 29)).isInstanceOf(ExplainException.class);
    assertThatThrownBy(() -> LatentWalk.between(new double[2], new double[3], 0.5))
        .hasMessageContaining("2 and 3");
  }

  private Way way(double from, double to, double part, double truth) {
    return new Way(
        MovingPeak.row(model.axis(), from),
        MovingPeak.row(model.axis(), to),
        part,
        MovingPeak.row(model.axis(), truth),
        List.of(new PeakWindow("p", truth, truth - 0.9, truth + 0.9)));
  }

  private int index(double position) {
    return (int) Math.round((position - model.axis()[0]) / MovingPeak.STEP);
  }

  private static double[] noisy(double[] row, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < row.length; i++) {
      row[i] = Math.max(0, row[i] + 0.05 * random.nextGaussian());
    }
    return row;
  }
}
