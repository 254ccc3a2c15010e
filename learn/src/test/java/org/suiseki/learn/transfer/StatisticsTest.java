package org.suiseki.learn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.StudentT;

/** Against values of SciPy 1.10 and NumPy 1.24. */
class StatisticsTest {
  /** References are printed with nine digits or more. */
  private static final Offset<Double> PRINTED = within(1e-9);

  @Test
  void knowsTheTailOfStudent() {
    double[] t = {0, 1, 2.5, -1.2, 6};
    int[] degrees = {1, 3, 14, 7, 24};
    double[] above = {0.5, 0.195501109, 0.0127333323, 0.865414032, 1.70365404e-06};
    for (int i = 0; i < t.length; i++) {
      assertThat(StudentT.above(t[i], degrees[i])).isCloseTo(above[i], PRINTED);
    }
  }

  @Test
  void correctsTheTestForOverlappingTrainingSets() {
    double[] gains = {0.3, 0.1, -0.05, 0.2, 0.15, 0, 0.25, 0.1, 0.05, 0.12};
    double[] losses = new double[10];
    double[] others = new double[10];
    for (int i = 0; i < 10; i++) {
      losses[i] = i;
      others[i] = i + gains[i];
    }
    Comparison comparison = Comparison.of(losses, others, 0.25);
    assertThat(comparison.loss()).isCloseTo(4.5, PRINTED);
    assertThat(comparison.gain()).isCloseTo(0.122, PRINTED);
    assertThat(comparison.p()).isCloseTo(0.04464792710981871, PRINTED);
    assertThat(comparison.interval().low()).isCloseTo(-0.022938990574667112, PRINTED);
    assertThat(comparison.interval().high()).isCloseTo(0.2669389905746672, PRINTED);
    assertThat(comparison.verdict()).isEqualTo(Comparison.Verdict.UNDECIDED);
  }

  @Test
  void saysNothingWhereNothingDiffers() {
    double[] same = {1, 2, 3};
    Comparison comparison = Comparison.of(same, same, 0.5);
    assertThat(comparison.p()).isEqualTo(1);
    assertThat(comparison.verdict()).isEqualTo(Comparison.Verdict.UNDECIDED);
    assertThat(ManyTests.maxT(new double[][] {new double[8]}, 500, 1)).containsExactly(1);
  }

  @Test
  void correctsByHolm() {
    // By hand: 0.005·5, 0.01·4, 0.03·3, max(0.09, 0.04·2), 0.5.
    assertThat(ManyTests.holm(new double[] {0.01, 0.04, 0.03, 0.005, 0.5}))
        .containsExactly(new double[] {0.04, 0.09, 0.09, 0.025, 0.5}, PRINTED);
    assertThat(ManyTests.holm(new double[0])).isEmpty();
  }

  @Test
  void countsSignFlipsExactly() {
    // With equal gains only the 2⁻⁶ of flips that flip nothing reach the seen statistic.
    double[][] equal = {{1, 1, 1, 1, 1, 1}};
    // 20,000 flips leave a standard error of 0.0009.
    assertThat(ManyTests.maxT(equal, 20_000, 1)[0]).isCloseTo(1.0 / 64, within(0.004));
  }

  @Test
  void holdsTheChanceOfAnyFalseDiscovery() {
    SplittableRandom random = new SplittableRandom(5);
    int claimed = 0;
    for (int world = 0; world < 200; world++) {
      double[][] gains = World.normal(12, 30, random);
      claimed += Arrays.stream(ManyTests.maxT(gains, 300, world)).anyMatch(p -> p <= 0.05) ? 1 : 0;
    }
    // 10 are expected of 200 at 5 %; 3 standard deviations are 9.
    assertThat(claimed).isBetween(1, 19);
  }

  @Test
  void alignsFeaturesWithATarget() {
    double[][] features = {
      {0.13, -0.13, 0.64, 0.1},
      {-0.54, 0.36, 1.3, 0.95},
      {-0.7, -1.27, -0.62, 0.04},
      {-2.33, -0.22, -1.25, -0.73},
      {-0.54, -0.32, 0.41, 1.04},
      {-0.13, 1.37, -0.67, 0.35},
      {0.9, 0.09, -0.74, -0.92}
    };
    double[] target = {-0.33, -0.32, -1.71, -2.54, -0.7, 0.41, 1.11};
    assertThat(Alignment.of(World.table("h", features), target))
        .isCloseTo(0.2246964960111529, PRINTED);
    double[][] line =
        Arrays.stream(target).mapToObj(v -> new double[] {5 - 2 * v}).toArray(double[][]::new);
    assertThat(Alignment.of(World.table("h", line), target)).isCloseTo(1, PRINTED);
    assertThat(Alignment.of(World.table("h", new double[7][3]), target)).isNaN();
  }

  @Test
  void ranksTheTop() {
    double[] truth = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    boolean[] top = {false, false, false, false, false, false, false, true, true, true};
    double[] prediction = {1, 2, 3, 4, 5, 6, 9.5, 8, 9, 10};
    RankQuality quality = RankQuality.of(truth, prediction, top);
    assertThat(quality.inTop()).isCloseTo(1, PRINTED);
    // Of the 21 pairs of one above and one below, 8 and 9 stand behind 9.5.
    assertThat(quality.separation()).isCloseTo(19.0 / 21, PRINTED);
    assertThat(quality.k()).isEqualTo(3);
    assertThat(quality.recall()).isCloseTo(2.0 / 3, PRINTED);
    assertThat(new TailResult.Ranking("r", quality, 0, prediction).places())
        .containsExactly(10, 9, 8, 7, 6, 5, 2, 4, 3, 1);
  }
}
