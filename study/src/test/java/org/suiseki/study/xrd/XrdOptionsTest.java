package org.suiseki.study.xrd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.learn.nn.Encoding;
import org.suiseki.learn.nn.Variant;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Studies;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;

class XrdOptionsTest {
  private static final String HEAD = "study: test\nkind: xrd-feature-space\n";

  @TempDir private Path temporary;

  private static RunOptions asked(boolean quick) {
    return new RunOptions(OptionalLong.of(9), quick, false, Optional.empty(), OptionalInt.of(1));
  }

  @Test
  void theShippedStudyStatesTheDefaults() {
    XrdOptions shipped = XrdOptions.read(Studies.find("xrd-feature-space"), asked(false));
    XrdOptions bare = XrdOptions.read(XrdSamples.study(HEAD), asked(false));
    assertThat(bare.toJson().remove("autoencoders").size()).isOne();
    assertThat(shipped.autoencoders()).hasSize(4);
    assertThat(shipped.autoencoders().get(0)).isEqualTo(bare.autoencoders().get(0));
    assertThat(without(shipped)).isEqualTo(without(bare));
    assertThat(bare.preparation()).isEqualTo(PatternPreprocessing.Options.standard());
    assertThat(bare.autoencoders().get(0).variant()).isEqualTo(Variant.DENOISING);
    assertThat(bare.autoencoders().get(0).seed()).isEqualTo(9);
    assertThat(bare.wide()).containsExactly(8);
    assertThat(bare.folds()).isEqualTo(5);
    assertThat(bare.seeds()).isEqualTo(5);
    assertThat(bare.series()).isTrue();
  }

  private static Object without(XrdOptions options) {
    return options.toJson().without("autoencoders").toString();
  }

  @Test
  void quickIsLessOfTheSame() {
    Study study = Studies.find("xrd-feature-space");
    XrdOptions whole = XrdOptions.read(study, asked(false));
    XrdOptions quick = XrdOptions.read(study, asked(true));
    assertThat(quick.preparation()).isEqualTo(whole.preparation());
    assertThat(quick.autoencoders()).hasSize(1);
    assertThat(quick.autoencoders().get(0).layers())
        .isEqualTo(whole.autoencoders().get(0).layers());
    assertThat(quick.autoencoders().get(0).schedule().epochs())
        .isLessThan(whole.autoencoders().get(0).schedule().epochs());
    assertThat(quick.folds()).isLessThan(whole.folds());
    assertThat(quick.seeds()).isLessThan(whole.seeds()).isGreaterThan(1);
    // A recipe must not pass for that of the whole.
    assertThat(quick.toJson()).isNotEqualTo(whole.toJson());
    assertThat(quick.threads()).isOne();
  }

  @Test
  void everyCandidateHasANameOfItsOwn() {
    XrdOptions options =
        XrdSamples.options(
            HEAD
                + "space: {candidates: [{variant: plain}, {variant: plain, widths: []},"
                + " {encoding: convolutional, variant: variational, kernel: 3}]}");
    assertThat(options.candidates())
        .extracting(SpaceCandidate::name)
        .containsExactly(
            "pca",
            "nmf",
            "kernel-pca",
            "dense-plain",
            "dense-plain-2",
            "convolutional-variational");
    assertThat(options.candidates()).extracting(SpaceCandidate::baseline).startsWith(true, true);
    assertThat(options.autoencoders().get(1).layers().widths()).isEmpty();
    assertThat(options.autoencoders().get(2).layers().encoding()).isEqualTo(Encoding.CONVOLUTIONAL);
    assertThat(options.autoencoders().get(2).layers().stride()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed: few                                   | 3:7  | whole number",
        "series: maybe                               | 3:9  | true or false",
        "patterns: {prepare: smoooth}                | 3:21 | smoooth",
        "patterns: {prepare: snip:40:wide}           | 3:21 | wide",
        "patterns: {step: 0}                         | 3:18 | from 1.0E-9",
        "patterns: {step: fine}                      | 3:18 | a finite number",
        "patterns: {from: 0.5 nm}                    | 3:18 | a number without a unit",
        "patterns: {from: 60, to: 40}                | 3:26 | End it above its start.",
        "space: {seeds: 0}                           | 3:16 | from 1 to 50",
        "space: {wide: []}                           | 3:15 | Give one, such as [8].",
        "space: {wide: [2]}                          | 3:15 | whole numbers from 3 to 64",
        "space: {wide: [8, 2.5]}                     | 3:15 | whole numbers from 3 to 64",
        "space: {wide: 8}                            | 3:15 | a list of",
        "space: {candidates: [{encoding: danse}]}    | 3:33 | Did you mean \"dense\"?",
        "space: {candidates: [{variant: noisy}]}     | 3:32 | It is one of plain, denoising",
        "space: {candidates: [{widths: [0]}]}        | 3:31 | whole numbers from 1 to 4096",
        "space: {candidates: [{widths: [1.5]}]}      | 3:31 | whole numbers from 1 to 4096",
        "space: {candidates: [{epochs: 0}]}          | 3:31 | from 1 to 1000000",
        "space: {candidates: [{batch: 0}]}           | 3:30 | from 1 to 100000",
        "space: {candidates: [{averaging: 1}]}       | 3:34 | from 0.0 to 0.99",
        "space: {candidates: [{learning_rate: 0}]}   | 3:38 | from 1.0E-6 to 1.0",
        "space: {candidates: [{encoding: convolutional, kernel: 4}]}  | 3:56 | an odd number",
        "space: {candidates: [{encoding: convolutional, stride: 11}]} | 3:56 | from 1 to 9",
        "space: {candidates: [{encoding: convolutional, widths: []}]} | 3:56 | one number of",
        "space: {candidates: [dense]}                | 3:22 | a map of keys and values",
        "validation: {folds: 1}                      | 3:21 | from 2 to 100",
        "validation: {neighbours: 0}                 | 3:26 | from 1 to 1000",
        "relevance: {peaks: 0}                       | 3:20 | from 1 to 500",
        "relevance: {pairs: 41}                      | 3:20 | from 0 to 40",
        "walks: {number: -1}                         | 3:17 | from 0 to 10000",
        "files: {over: 2theta}                       | 3:15 | It is one of two-theta, q, d",
        "files: {negative: ignore}                   | 3:19 | It is one of refuse, zero.",
        "files: {wavelength: 1.54}                   | 3:21 | Write 1.54 Å.",
        "files: {wavelength: -1 Å}                   | 3:21 | from 0.001 Å to 100.0 Å",
        "files: {step: 0.02}                         | 3:15 | Give files.from and files.step",
        "files: {from: 10}                           | 3:15 | Give files.from and files.step",
        "files: {properties: [{name: Ni}]}           | 3:22 | is missing",
      })
  void aValueThatCannotBeIsNamedWithItsPlace(String line, String place, String words) {
    assertThatThrownBy(() -> XrdSamples.job(HEAD + line, RunOptions.defaults()))
        .isInstanceOf(StudyException.class)
        .hasMessageStartingWith("test.yaml:" + place + ": ")
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "space: {candidate: []}",
        "space: {candidates: [{epoch: 5}]}",
        "patterns: {prepared: area}",
        "validation: {fold: 3}",
        "relevance: {peak: 3}",
        "walks: {count: 3}",
        "files: {value: a.csv}",
        "networks: {epochs: 3}",
      })
  void aKeyThatIsNotKnownIsNamedBeforeAnythingIsRead(String line) {
    Path data = temporary.resolve("absent");
    assertThat(Files.exists(data)).isFalse();
    assertThatThrownBy(() -> XrdSamples.job(HEAD + line, XrdSamples.asked(data, false, 1)))
        .isInstanceOf(StudyException.class)
        .hasMessageStartingWith("test.yaml:3:")
        .hasMessageContaining("is not known here");
  }

  @Test
  void stepsMayStandBeforeTheGrid() {
    XrdOptions options =
        XrdSamples.options(HEAD + "patterns: {prepare: zero:0.02 | grid | area, step: 0.1}");
    assertThat(options.preparation().steps()).contains("grid");
    assertThat(options.preparation().step()).isEqualTo(0.1);
    assertThat(XrdSamples.options(HEAD + "patterns: {prepare: 'grid|area'}").preparation().steps())
        .isEqualTo("grid|area");
  }
}
