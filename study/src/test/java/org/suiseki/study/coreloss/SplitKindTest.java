package org.suiseki.study.coreloss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suiseki.learn.Split;

class SplitKindTest {
  private static final MoleculeSet EMBEDDED =
      MoleculeSet.of(
          StudySpectra.read(Optional.empty(), MolecularProperty.standard(), true),
          CoreLossSamples.plain(),
          MolecularProperty.standard(),
          "CC0",
          true);

  private static Set<String> groups(int[] rows) {
    Set<String> groups = new HashSet<>();
    IntStream.of(rows).forEach(row -> groups.add(EMBEDDED.groups().get(row)));
    return groups;
  }

  @Test
  void scaffoldsAreNeverParted() {
    for (long seed = 0; seed < 20; seed++) {
      for (Split outer : SplitKind.SCAFFOLD.outer(EMBEDDED, 10, seed)) {
        assertThat(groups(outer.test())).doesNotContainAnyElementsOf(groups(outer.train()));
        for (Split inner : SplitKind.SCAFFOLD.inner(EMBEDDED, outer, 3, seed)) {
          assertThat(groups(inner.test())).doesNotContainAnyElementsOf(groups(inner.train()));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(SplitKind.class)
  void everyMoleculeIsTestedOnceAndInnerFoldsDoNotSeeTheTest(SplitKind kind) {
    int[] tested = new int[EMBEDDED.size()];
    for (Split outer : kind.outer(EMBEDDED, 5, 3)) {
      IntStream.of(outer.test()).forEach(row -> tested[row]++);
      for (Split inner : kind.inner(EMBEDDED, outer, 3, 3)) {
        assertThat(outer.test()).doesNotContain(inner.train()).doesNotContain(inner.test());
      }
    }
    assertThat(tested).containsOnly(1);
  }

  @Test
  void theSeedDecides() {
    List<Split> once = SplitKind.RANDOM.outer(EMBEDDED, 5, 3);
    assertThat(SplitKind.RANDOM.outer(EMBEDDED, 5, 3).get(0).test()).isEqualTo(once.get(0).test());
    assertThat(SplitKind.RANDOM.outer(EMBEDDED, 5, 4).get(0).test())
        .isNotEqualTo(once.get(0).test());
  }
}
