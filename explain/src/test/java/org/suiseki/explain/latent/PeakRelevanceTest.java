package org.suiseki.explain.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.suiseki.explain.latent.MadePatterns.everywhere;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suiseki.explain.ExplainException;
import org.suiseki.learn.Column;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Axis;
import tools.jackson.databind.json.JsonMapper;

class PeakRelevanceTest {
  private static final Axis AXIS = Axis.uniform("two-theta", "degree", 20, 34, 0.02);
  private static final double ROUNDING = 1e-12;
  private static final double[] PLACES = {21, 23, 25, 27, 29, 31, 33};
  private static final int ROWS = 24;

  @Test
  void movesAreInUnitsOfTheSpread() {
    MadePatterns made = varying(0.01, 1);
    LinearSpace space = LinearSpace.random(made.rows().columns(), 2, 2);
    PeakRelevance relevance = explain(made, space);
    double[][] points = space.encode(made.rows());
    double squares = 0;
    for (int c = 0; c < 2; c++) {
      int coordinate = c;
      double mean = Arrays.stream(points).mapToDouble(p -> p[coordinate]).average().orElseThrow();
      squares += Arrays.stream(points).mapToDouble(p -> sq(p[coordinate] - mean)).sum() / ROWS;
    }
    assertThat(relevance.spread()).isCloseTo(Math.sqrt(squares), within(ROUNDING * squares));
    for (int peak = 0; peak < PLACES.length; peak++) {
      int one = peak;
      double mean =
          Arrays.stream(relevance.shift())
              .mapToDouble(row -> Math.hypot(row[one][0], row[one][1]))
              .average()
              .orElseThrow();
      assertThat(relevance.peaks().get(peak).shift().mean())
          .isCloseTo(mean / relevance.spread(), within(ROUNDING));
    }
  }

  @Test
  void ranksAndSharesAreThoseOfTheNumbers() {
    MadePatterns made = varying(0.01, 3);
    PeakRelevance relevance = explain(made, LinearSpace.random(made.rows().columns(), 2, 4));
    List<RelevantPeak> peaks = relevance.peaks();
    assertThat(peaks.stream().mapToDouble(RelevantPeak::share).sum())
        .isCloseTo(1, within(ROUNDING));
    assertThat(peaks).extracting(RelevantPeak::label).isEqualTo(made.windows().labels());
    assertThat(peaks.get(0).intensityRank()).isEqualTo(1);
    assertThat(peaks.get(0).intensity()).isEqualTo(100);
    // Expected moves add up to the moves there are.
    double expected = peaks.stream().mapToDouble(peak -> peak.relative() * peak.share()).sum();
    assertThat(expected).isCloseTo(1, within(ROUNDING));
    for (RelevantPeak one : peaks) {
      for (RelevantPeak other : peaks) {
        assertThat(one.rank() < other.rank()).isEqualTo(one.shift().mean() > other.shift().mean());
      }
    }
  }

  @Test
  void aLinearSpaceHasNoInteractionsAndItsGradientIsRight() {
    MadePatterns made = varying(0.01, 5);
    PeakRelevance relevance = explain(made, LinearSpace.random(made.rows().columns(), 3, 6));
    assertThat(relevance.agreement()).isCloseTo(1, within(ROUNDING));
    assertThat(relevance.rankAgreement()).isCloseTo(1, within(ROUNDING));
    assertThat(relevance.pairs()).hasSize(15);
    for (PeakPair pair : relevance.pairs()) {
      assertThat(pair.interaction()).isCloseTo(0, within(ROUNDING));
      assertThat(pair.shift()).isCloseTo(pair.sum(), within(ROUNDING));
    }
    for (RelevantPeak peak : relevance.peaks()) {
      assertThat(peak.gradient()).isCloseTo(peak.shift().mean(), within(ROUNDING));
    }
  }

  /** tanh(s) at s = w·x: two peaks of 2 and 2 reach less together than alone. */
  @Test
  void whereASpaceSaturatesPairsInteractAndGradientsMislead() {
    MadePatterns made = varying(0, 7);
    double[][] weights = new double[1][AXIS.length()];
    Arrays.fill(weights[0], 0.01);
    LinearSpace space = LinearSpace.of(made.rows().columns(), weights).bent();
    PeakRelevance relevance = explain(made, space);
    PeakPair pair =
        relevance.pairs().stream()
            .filter(one -> one.first() == 0 && one.second() == 1)
            .findFirst()
            .orElseThrow();
    double joint = 0;
    double sum = 0;
    MaskedPatterns masked =
        PeakMasking.standard().patterns(made.rows(), AXIS, made.windows(), Replacement.BACKGROUND);
    for (int row = 0; row < ROWS; row++) {
      double whole = total(made.rows().row(row));
      double both = Math.tanh(total(masked.row(row, 0, 1))) - Math.tanh(whole);
      double first = Math.tanh(total(masked.row(row, 0))) - Math.tanh(whole);
      double second = Math.tanh(total(masked.row(row, 1))) - Math.tanh(whole);
      joint += Math.abs(both) / ROWS / relevance.spread();
      sum += Math.abs(both - first - second) / ROWS / relevance.spread();
    }
    assertThat(pair.shift()).isCloseTo(joint, within(1e-9));
    assertThat(pair.interaction()).isCloseTo(sum, within(1e-9)).isGreaterThan(0.1);
    assertThat(relevance.agreement()).isLessThan(0.99);
  }

  @Test
  void whatMovesThePointNeedNotMoveTheAnswer() {
    MadePatterns made = varying(0, 8);
    double[][] weights = new double[2][AXIS.length()];
    for (int point = 0; point < AXIS.length(); point++) {
      weights[AXIS.at(point) < 22 ? 0 : 1][point] = 0.1;
    }
    LinearSpace space = LinearSpace.of(made.rows().columns(), weights);
    LatentAnswer answer =
        new LatentAnswer(
            space,
            List.of(new Column("Ti", "at.%")),
            points ->
                Arrays.stream(points)
                    .map(p -> new double[] {3 * p[1] + 1})
                    .toArray(double[][]::new));
    PeakRelevance relevance =
        RelevanceOptions.ofIntensities()
            .explain(space, made.rows(), AXIS, made.windows(), List.of(answer), Progress.SILENT);
    assertThat(relevance.outputs()).containsExactly(new Column("Ti", "at.%"));
    assertThat(relevance.peaks().get(0).shift().mean()).isGreaterThan(0.1);
    assertThat(relevance.peaks().get(0).answer()[0]).isCloseTo(0, within(ROUNDING));
    for (int row = 0; row < ROWS; row++) {
      assertThat(relevance.answer()[row][3][0])
          .isCloseTo(3 * relevance.shift()[row][3][1], within(ROUNDING));
    }
    assertThat(relevance.peaks().get(3).answerMean()[0])
        .isCloseTo(-relevance.peaks().get(3).answer()[0], within(ROUNDING));
  }

  @Test
  void variationIsThatOfTheHeightsAndPlaces() {
    MadePatterns made = varying(0, 9);
    PeakRelevance relevance = explain(made, LinearSpace.random(made.rows().columns(), 2, 10));
    PeakVariation constant = relevance.peaks().get(0).variation();
    // The tails under the windows' edges are 1e-7 of a peak.
    assertThat(constant.intensity()).isCloseTo(0, within(1e-6));
    assertThat(constant.positionRange()).isEqualTo(0);
    assertThat(constant.profile()).isCloseTo(0, within(1e-6));
    double[] heights = IntStream.range(0, ROWS).mapToDouble(PeakRelevanceTest::height).toArray();
    double mean = Arrays.stream(heights).average().orElseThrow();
    double deviation =
        Math.sqrt(Arrays.stream(heights).map(h -> sq(h - mean)).average().orElseThrow());
    PeakVariation second = relevance.peaks().get(1).variation();
    assertThat(second.intensity()).isCloseTo(deviation / mean, within(1e-6));
    assertThat(second.profile()).isCloseTo(deviation / mean, within(1e-6));
    PeakVariation moving = relevance.peaks().get(6).variation();
    assertThat(moving.positionRange()).isCloseTo(0.01 * (ROWS - 1), within(1e-9));
    assertThat(moving.profile()).isGreaterThan(0.3);
  }

  @Test
  void areasOfRootsAreSquaredFirst() {
    MadePatterns made = varying(0, 11);
    LinearSpace space = LinearSpace.random(made.rows().columns(), 2, 12);
    double[][] area =
        RelevanceOptions.ofRoots()
            .explain(space, made.rows(), AXIS, made.windows(), List.of(), Progress.SILENT)
            .intensity();
    // A Gaussian squared has σ/√2; peaks of 3.
    double expected = 9 * MadePatterns.SIGMA * Math.sqrt(Math.PI);
    assertThat(area[5][0]).isCloseTo(expected, within(1e-6));
    assertThat(RelevanceOptions.squared(-3)).isEqualTo(-9);
  }

  @Test
  void anIntensePeakThatTheSpaceDoesNotReadIsFoundAndExplained() {
    MadePatterns made = varying(0.001, 13);
    LinearSpace space = blindTo(made, 22);
    PeakRelevance relevance = explain(made, space);
    assertThat(relevance.findings()).hasSize(1);
    assertThat(relevance.findings().get(0))
        .startsWith(
            "peak 0 is number 1 of 7 peaks by intensity but number 7 by how far the point moves"
                + " without it. Its intensity varies by ")
        .contains("position within 0°")
        .endsWith("it is in every pattern much alike.");
    assertThat(relevance.peaks().get(0).finding()).contains(relevance.findings().get(0));
    assertThat(relevance.peaks().get(1).finding()).isEmpty();
  }

  @Test
  void aConstantPeakThatOnlyRemovalShowsIsFoundByContrast() {
    MadePatterns made = varying(0.0001, 14);
    double[][] weights = new double[1][AXIS.length()];
    Arrays.fill(weights[0], 1);
    PeakRelevance relevance = explain(made, LinearSpace.of(made.rows().columns(), weights));
    RelevantPeak constant = relevance.peaks().get(0);
    assertThat(constant.rank()).isEqualTo(1);
    assertThat(constant.contrastRank()).isGreaterThan(3);
    assertThat(constant.finding().orElseThrow())
        .contains("number 1 by how far the point moves without it, but only number")
        .endsWith("it is in every pattern much alike.");
  }

  @Test
  void aPeakThatVariesAsAnotherDoesIsSaidToFollowIt() {
    double[][] heights = new double[ROWS][];
    SplittableRandom random = new SplittableRandom(15);
    for (int row = 0; row < ROWS; row++) {
      double one = random.nextDouble();
      heights[row] =
          new double[] {
            3 + 3 * one,
            1 + one,
            1 + random.nextDouble(),
            0.5 + 0.5 * random.nextDouble(),
            0.5 + 0.5 * random.nextDouble(),
            0.5 + 0.5 * random.nextDouble(),
            0.5 + 0.5 * random.nextDouble()
          };
    }
    MadePatterns made = MadePatterns.of(AXIS, heights, everywhere(ROWS, PLACES), 0.001, 16);
    PeakRelevance relevance = explain(made, blindTo(made, 22));
    assertThat(relevance.findings()).hasSize(1);
    assertThat(relevance.findings().get(0))
        .endsWith(
            "but its intensity goes with that of peak 1 (correlation 1.00), which is more"
                + " relevant.");
  }

  @Test
  void aPeakThatMovesAsMostDoIsSaidToGoWithThem() {
    double[][] heights = new double[ROWS][PLACES.length];
    double[][] places = new double[ROWS][PLACES.length];
    SplittableRandom random = new SplittableRandom(23);
    for (int row = 0; row < ROWS; row++) {
      for (int peak = 0; peak < PLACES.length; peak++) {
        heights[row][peak] = (peak == 0 ? 3 : 1) * (0.5 + random.nextDouble());
        places[row][peak] = PLACES[peak] + 0.002 * row * (peak == 0 ? 8 : 4);
      }
    }
    MadePatterns made = MadePatterns.of(AXIS, heights, places, 0.001, 24);
    PeakRelevance relevance = explain(made, blindTo(made, 22));
    assertThat(relevance.peaks().get(0).finding().orElseThrow())
        .contains("its position goes with those of most, such as peak ")
        .endsWith("(correlation 1.00), which is more relevant.");
  }

  @Test
  void aPeakThatVariesOnItsOwnIsSaidToBeLittleUsed() {
    double[][] heights = new double[ROWS][PLACES.length];
    SplittableRandom random = new SplittableRandom(25);
    for (double[] row : heights) {
      for (int peak = 0; peak < PLACES.length; peak++) {
        row[peak] = (peak == 0 ? 5 : 1) * (peak == 0 ? random.nextDouble() + 0.1 : 1.5);
        row[peak] *= 0.9 + 0.2 * random.nextDouble();
      }
    }
    MadePatterns made = MadePatterns.of(AXIS, heights, everywhere(ROWS, PLACES), 0.001, 26);
    PeakRelevance relevance = explain(made, blindTo(made, 22));
    assertThat(relevance.findings()).hasSize(1);
    assertThat(relevance.findings().get(0))
        .contains("position within 0°")
        .endsWith("unlike any far more relevant peak: the map makes little use of it.");
  }

  @Test
  void aPeakThatNoPatternHasIsUnknownThroughout() {
    MadePatterns made = varying(0.01, 27);
    double[][][] bounds = {made.windows().position(), made.windows().from(), made.windows().to()};
    for (double[][] numbers : bounds) {
      for (double[] row : numbers) {
        row[3] = Double.NaN;
      }
    }
    PeakRelevance relevance = explain(made, LinearSpace.random(made.rows().columns(), 2, 28));
    RelevantPeak absent = relevance.peaks().get(3);
    assertThat(absent.shift().mean()).isNaN();
    assertThat(absent.intensity()).isNaN();
    assertThat(absent.variation().profile()).isNaN();
    assertThat(absent.rank()).isEqualTo(PLACES.length);
    assertThat(relevance.rankAgreement()).isCloseTo(1, within(ROUNDING));
    assertThat(relevance.pairs()).noneMatch(pair -> pair.first() == 3 || pair.second() == 3);
  }

  @Test
  void whereRelevanceGoesWithIntensityThereIsNothingToFind() {
    double[][] heights = new double[ROWS][PLACES.length];
    SplittableRandom random = new SplittableRandom(17);
    for (double[] row : heights) {
      for (int peak = 0; peak < row.length; peak++) {
        row[peak] = (7 - peak) * (0.5 + random.nextDouble());
      }
    }
    MadePatterns made = MadePatterns.of(AXIS, heights, everywhere(ROWS, PLACES), 0, 18);
    double[][] weights = new double[1][AXIS.length()];
    Arrays.fill(weights[0], 1);
    PeakRelevance relevance = explain(made, LinearSpace.of(made.rows().columns(), weights));
    assertThat(relevance.findings()).isEmpty();
    assertThat(relevance.peaks()).allMatch(peak -> peak.finding().isEmpty());
  }

  @Test
  void orderOfRowsDoesNotMatter() {
    MadePatterns made = varying(0.01, 19);
    int[] order = IntStream.range(0, ROWS).map(row -> (7 * row + 5) % ROWS).toArray();
    MadePatterns mixed =
        new MadePatterns(AXIS, made.rows().selectRows(order), made.windows().select(order));
    LinearSpace space = LinearSpace.random(made.rows().columns(), 2, 20).bent();
    PeakRelevance one = explain(made, space);
    PeakRelevance other = explain(mixed, space);
    for (int peak = 0; peak < PLACES.length; peak++) {
      RelevantPeak a = one.peaks().get(peak);
      RelevantPeak b = other.peaks().get(peak);
      assertThat(b.shift().mean()).isCloseTo(a.shift().mean(), within(1e-9));
      assertThat(b.contrast().median()).isCloseTo(a.contrast().median(), within(1e-9));
      assertThat(b.rank()).isEqualTo(a.rank());
      assertThat(b.variation().profile()).isCloseTo(a.variation().profile(), within(1e-9));
    }
    assertThat(other.findings()).isEqualTo(one.findings());
  }

  @Test
  void itIsWrittenAndReadAsJson() {
    MadePatterns made = varying(0.01, 21);
    double[][] position = made.windows().position();
    double[][] from = made.windows().from();
    double[][] to = made.windows().to();
    position[2][6] = Double.NaN;
    from[2][6] = Double.NaN;
    to[2][6] = Double.NaN;
    PeakRelevance relevance = explain(made, blindTo(made, 22));
    JsonMapper mapper = JsonMapper.builder().build();
    String text = mapper.writeValueAsString(relevance);
    PeakRelevance read = mapper.readValue(text, PeakRelevance.class);
    assertThat(mapper.writeValueAsString(read)).isEqualTo(text);
    assertThat(read.shift()).isDeepEqualTo(relevance.shift());
    assertThat(read.shift()[2][6]).containsOnly(Double.NaN);
    assertThat(read.peaks().get(0).finding()).isEqualTo(relevance.peaks().get(0).finding());
    String windows = mapper.writeValueAsString(made.windows());
    assertThat(mapper.readValue(windows, PeakWindows.class).of(2)).isEqualTo(made.windows().of(2));
  }

  @Test
  void spacesWithOnePointAndStrangeOptionsAreRefused() {
    MadePatterns made = varying(0.01, 22);
    LinearSpace nothing = LinearSpace.of(made.rows().columns(), new double[2][AXIS.length()]);
    assertThatThrownBy(() -> explain(made, nothing))
        .isInstanceOf(ExplainException.class)
        .hasMessageContaining("one point");
    assertThatThrownBy(() -> new RelevanceOptions(PeakMasking.standard(), value -> value, -1))
        .isInstanceOf(ExplainException.class);
  }

  private static PeakRelevance explain(MadePatterns made, LinearSpace space) {
    return RelevanceOptions.ofIntensities()
        .explain(space, made.rows(), AXIS, made.windows(), List.of(), Progress.SILENT);
  }

  /** Reads all that lies above an angle alike. */
  private static LinearSpace blindTo(MadePatterns made, double angle) {
    double[][] weights = new double[1][AXIS.length()];
    for (int point = 0; point < AXIS.length(); point++) {
      weights[0][point] = AXIS.at(point) < angle ? 0 : 1;
    }
    return LinearSpace.of(made.rows().columns(), weights);
  }

  /** Peak 0 is the strongest and constant; the others vary in height, the last also in place. */
  private static MadePatterns varying(double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] heights = everywhere(ROWS, 3, 1, 0.8, 0.7, 0.6, 0.5, 0.4);
    double[][] places = everywhere(ROWS, PLACES);
    for (int row = 0; row < ROWS; row++) {
      heights[row][1] = height(row);
      for (int peak = 2; peak < PLACES.length; peak++) {
        heights[row][peak] *= 0.5 + random.nextDouble();
      }
      places[row][6] += 0.01 * row;
    }
    return MadePatterns.of(AXIS, heights, places, noise, seed);
  }

  private static double height(int row) {
    return 0.6 + 0.05 * row;
  }

  private static double total(double[] row) {
    return 0.01 * Arrays.stream(row).sum();
  }

  private static double sq(double value) {
    return value * value;
  }
}
