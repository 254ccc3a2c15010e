package org.suiseki.study.quasicrystal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyFile;

/** What several tests of the study need. */
final class QuasicrystalSamples {

  /** Fast, and with every part of the study. */
  static final String SMALL =
      """
      study: small
      kind: quasicrystals
      seed: 3
      features: "composition-290:statistics=ave+var:missing=impute"
      candidates:
        - {name: forest, model: forest, trees: 30, columns: 10}
        - {name: boosted, model: boosted, rounds: 20, depth: 3, balance: 0.5}
      validation: {repeats: 2, test_fraction: 0.2, groups: 2, folds: 2}
      maps: {systems: [Al-Cu-Fe, Zn-Mg-Y], steps: 10}
      """;

  private QuasicrystalSamples() {}

  static Study study(String text) {
    return StudyFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test");
  }

  static RunOptions asked() {
    return new RunOptions(OptionalLong.empty(), false, true, Optional.empty(), OptionalInt.of(2));
  }

  static LabelledFormulas embedded() {
    return FormulaReader.embedded(List.of("OTHERS", "QC", "AC"));
  }
}
