package org.suiseki.study.xrd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;
import org.suiseki.study.StudyException;

class PatternPreprocessingTest {
  private static final Axis GRID = Axis.uniform("two-theta", "degree", 20, 60, 0.1);

  private static Spectrum pattern(double from, double to, double step, DoubleUnaryOperator shape) {
    Axis axis = Axis.uniform("two-theta", "degree", from, to, step);
    double[] values = new double[axis.length()];
    Arrays.setAll(values, i -> shape.applyAsDouble(axis.at(i)));
    return new Spectrum(axis, values, "intensity", "counts", Map.of());
  }

  /** Two peaks on nothing. */
  private static double peaks(double x) {
    return 900 * Math.exp(-Math.pow((x - 33) / 0.4, 2))
        + 100 * Math.exp(-Math.pow((x - 48) / 0.6, 2));
  }

  private static PatternSet set(List<Spectrum> spectra) {
    List<Pattern> patterns = new ArrayList<>();
    for (Spectrum spectrum : spectra) {
      String id = "p" + patterns.size();
      patterns.add(new Pattern(id, "all", id, spectrum, new double[0]));
    }
    return new PatternSet(
        "set",
        "Set",
        "",
        List.of(),
        patterns,
        Optional.empty(),
        Double.NaN,
        new Origin("here", "none", ""),
        List.of(),
        List.of());
  }

  @Test
  void aFinerPatternIsAveragedAndACoarserOneInterpolated() {
    PatternPreprocessing none = PatternPreprocessing.of("", GRID);
    // A single high point of 0.01° makes a tenth of the bin of 0.1°.
    Spectrum spike = pattern(19, 61, 0.01, x -> Math.abs(x - 40) < 1e-6 ? 1000 : 0);
    assertThat(none.apply(spike).valueAt(40)).isCloseTo(100, within(1e-6));
    Spectrum line = pattern(18, 62, 0.4, x -> 3 * x);
    assertThat(none.apply(line).valueAt(37.3)).isCloseTo(111.9, within(1e-9));
    Spectrum same = new Spectrum(GRID, new double[401], "intensity", "1", Map.of());
    assertThat(none.apply(same)).isSameAs(same);
  }

  @Test
  void halfAStepMayBeMissing() {
    PatternPreprocessing none = PatternPreprocessing.of("", GRID);
    assertThat(none.apply(pattern(20.04, 59.96, 0.02, x -> 7)).values())
        .containsOnly(new double[] {7}, within(1e-12));
    assertThatThrownBy(() -> none.apply(pattern(20.2, 61, 0.02, x -> 7)))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("from 20.2000 to 61.0000 degree")
        .hasMessageContaining("from 20.0000 to 60.0000");
    Spectrum q =
        new Spectrum(new Axis("Q", "1/Å", GRID.values()), new double[401], "i", "1", Map.of());
    assertThatThrownBy(() -> none.apply(q)).hasMessageContaining("over Q [1/Å]");
  }

  @Test
  void stepsBeforeTheGridActOnThePatternItself() {
    PatternPreprocessing shifted = PatternPreprocessing.of("zero:0.5|grid|max", GRID);
    Spectrum done = shifted.apply(pattern(19, 62, 0.02, PatternPreprocessingTest::peaks));
    int top = 0;
    for (int i = 0; i < done.length(); i++) {
      top = done.value(i) > done.value(top) ? i : top;
    }
    // The zero shift is taken off the angles: 33 − 0.5.
    assertThat(done.axis().at(top)).isCloseTo(32.5, within(1e-9));
    assertThat(done.axis()).isEqualTo(GRID);
    assertThatThrownBy(() ->
            PatternPreprocessing.of("max|crop:30:40", GRID)
                .apply(pattern(19, 62, 0.02, PatternPreprocessingTest::peaks)))
        .hasMessageContaining("before the word 'grid'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max|sqrt",
        "area|asinh:0.05",
        "sqrt|max",
        "area",
        "sqrt|area|sqrt",
        "max|sqrt|max"
      })
  void intensitiesComeBackButForAFactor(String steps) {
    PatternPreprocessing preprocessing = PatternPreprocessing.of(steps, GRID);
    Spectrum gridded =
        PatternPreprocessing.of("", GRID)
            .apply(pattern(19, 62, 0.02, PatternPreprocessingTest::peaks));
    Spectrum done = preprocessing.apply(gridded);
    assertThat(preprocessing.givesIntensities()).isTrue();
    double[] back = preprocessing.intensities(done.values());
    double factor = back[130] / gridded.value(130);
    for (int i = 0; i < back.length; i++) {
      assertThat(back[i] / factor).isCloseTo(gridded.value(i), within(1e-9));
    }
  }

  @Test
  void aBackgroundTakenFromARootCannotBeUndone() {
    assertThat(PatternPreprocessing.of("sqrt|snip|max", GRID).givesIntensities()).isFalse();
    assertThat(PatternPreprocessing.of("asinh:3|max", GRID).givesIntensities()).isFalse();
    assertThat(PatternPreprocessing.of("derivative", GRID).givesIntensities()).isFalse();
    assertThat(PatternPreprocessing.of("snip|max|sqrt", GRID).givesIntensities()).isTrue();
  }

  @Test
  void isReadBackFromJson() {
    PatternPreprocessing one =
        PatternPreprocessing.of("zero:0.02|grid|snip:40:15|area|asinh:0.36", GRID);
    assertThat(PatternPreprocessing.fromJson(one.toJson())).isEqualTo(one);
    assertThat(one.text()).startsWith("zero:zero=0.02|grid|snip:points=40:smoothing=15|area");
    assertThatThrownBy(() -> PatternPreprocessing.fromJson(one.toJson().without("from")))
        .isInstanceOf(StudyException.class);
    assertThatThrownBy(() -> PatternPreprocessing.of("snip|mix", GRID))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("mix");
  }

  @Test
  void choosesTheCommonRangeAndAWholeFactorOfTheStep() {
    PatternSet set =
        set(
            List.of(
                pattern(10, 90, 0.01, x -> 1),
                pattern(12, 95, 0.01, x -> 1),
                pattern(10, 85, 0.02, x -> 1)));
    Axis axis = PatternPreprocessing.of(set, PatternPreprocessing.Options.standard()).axis();
    assertThat(axis.first()).isEqualTo(12);
    assertThat(axis.last()).isEqualTo(85);
    // 7301 points of 0.01° are four times too many.
    assertThat(axis.step().orElseThrow()).isCloseTo(0.04, within(1e-12));
    assertThatThrownBy(() ->
            PatternPreprocessing.of(
                set(List.of(pattern(10, 20, 0.01, x -> 1), pattern(30, 40, 0.01, x -> 1))),
                PatternPreprocessing.Options.standard()))
        .hasMessageContaining("no range in common");
  }

  @Test
  void aShortPatternDoesNotCutTheOthers() {
    List<Spectrum> spectra = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      spectra.add(pattern(10, 90, 0.05, x -> 5 + peaks(x)));
    }
    spectra.add(pattern(10, 14, 0.05, x -> 5));
    PatternSet set = set(spectra);
    PatternPreprocessing chosen =
        PatternPreprocessing.of(set, PatternPreprocessing.Options.standard());
    assertThat(chosen.axis().last()).isEqualTo(90);
    PatternPreprocessing.Prepared prepared = chosen.prepare(set, false, 2, Progress.SILENT);
    assertThat(prepared.table().rows()).isEqualTo(40);
    assertThat(prepared.set().refused()).hasSize(1);
    assertThat(prepared.set().refused().get(0).id()).isEqualTo("p40");
    assertThat(prepared.table().columns().get(0).toString()).isEqualTo("at 10.0000 degree [1]");
    assertThatThrownBy(() -> chosen.prepare(set, true, 2, Progress.SILENT))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("p40");
  }

  @Test
  void rowsDoNotDependOnTheNumberOfThreads() {
    PatternSet set = AlloyPatterns.of(3, Progress.SILENT);
    PatternPreprocessing standard =
        PatternPreprocessing.of(set, PatternPreprocessing.Options.standard());
    assertThat(standard.prepare(set, true, 1, Progress.SILENT).table().values())
        .isEqualTo(standard.prepare(set, true, 4, Progress.SILENT).table().values());
    assertThat(standard.axis()).isEqualTo(set.patterns().get(0).spectrum().axis());
  }
}
