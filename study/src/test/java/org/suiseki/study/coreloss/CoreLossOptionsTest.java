package org.suiseki.study.coreloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Studies;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;

class CoreLossOptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spectrum: {sigma: 500 meV}                  | 3:19 | a number with the unit eV",
        "spectrum: {step: 0.2}                       | 3:18 | Write 0.2 eV.",
        "spectrum: {scale: log}                      | 3:19 | It is one of asinh, sqrt, linear.",
        "explanation: {window: 0.3 eV}               | 3:23 | Give 0.6 eV or more.",
        "explanation: {window: 1}                    | 3:23 | Write 1 eV.",
        "network: {candidates: [{hidden: []}]}       | 3:33 | no hidden layer",
        "network: {candidates: [{hidden: [0]}]}      | 3:33 | whole numbers from 1 to 4096",
        "network: {candidates: [{hidden: [1.5]}]}    | 3:33 | whole numbers from 1 to 4096",
        "network: {members: 1}                       | 3:20 | from 2 to 100",
        "robustness: {noise: [-0.1]}                 | 3:21 | Give levels from 0.0 to 10.0.",
        "robustness: {noise: []}                     | 3:21 | Give at least one level.",
        "robustness: {broadening: [0 eV, -1 eV]}     | 3:26 | Give levels from 0.0 to 50.0.",
        "robustness: {shift: [0.1]}                  | 3:22 | Write 0.1 eV.",
        "'properties: [{name: gap, unit: g/mol}]'    | 3:32 | known in eV, not in 'g/mol'",
        "'properties: [{name: gap, unit: eV}, {name: gap, unit: eV}]'  | 3:44 | stands twice",
        "'properties: [{name: gap}]'                 | 3:14 | \"properties[0].unit\" is missing",
        "validation: {folds: 1}                      | 3:21 | from 2 to 100"
      })
  void aValueThatCannotBeIsNamedWithItsPlace(String line, String place, String words) {
    assertThatThrownBy(() -> CoreLossSamples.options("study: test\nkind: core-loss\n" + line))
        .isInstanceOf(StudyException.class)
        .hasMessageStartingWith("test.yaml:" + place + ": ")
        .hasMessageContaining(words);
  }

  @Test
  void quickIsLessOfTheSame() {
    Study study = Studies.find("core-loss");
    CoreLossOptions whole = CoreLossOptions.read(study, RunOptions.defaults());
    CoreLossOptions quick =
        CoreLossOptions.read(
            study,
            new RunOptions(OptionalLong.of(9), true, false, Optional.empty(), OptionalInt.of(1)));
    assertThat(quick.preprocessing()).isEqualTo(whole.preprocessing());
    assertThat(quick.properties()).isEqualTo(whole.properties());
    assertThat(quick.folds()).isLessThan(whole.folds());
    assertThat(quick.candidates()).hasSize(1);
    assertThat(quick.candidates().get(0).members()).isLessThan(whole.candidates().get(0).members());
    assertThat(quick.seed()).isEqualTo(9);
    assertThat(quick.candidates().get(0).seed()).isEqualTo(9);
    assertThat(quick.threads()).isOne();
  }

  @Test
  void aPropertyMayBeWantedInAnotherUnit() {
    assertThat(
            CoreLossSamples.options(
                    """
                    study: test
                    kind: core-loss
                    properties:
                      - {name: gap, unit: kJ/mol}
                      - {name: boiling_point, label: Boiling point, unit: K}
                      - {name: zpve, unit: eV, kind: extensive}
                    """)
                .properties())
        .isEqualTo(
            List.of(
                new MolecularProperty("gap", "gap", "kJ/mol", MolecularProperty.Kind.INTENSIVE),
                new MolecularProperty(
                    "boiling_point", "Boiling point", "K", MolecularProperty.Kind.INTENSIVE),
                new MolecularProperty("zpve", "zpve", "eV", MolecularProperty.Kind.EXTENSIVE)));
  }
}
