package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

  @Test
  void everyRowIsTestedOnceInFoldsOfEqualSize() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 200; trial++) {
      int rows = random.nextInt(5, 120);
      int folds = random.nextInt(2, 6);
      List<Split> splits = Folds.random(rows, folds, trial);
      assertThat(splits).hasSize(folds);
      requirePartition(splits, rows);
      int[] sizes = splits.stream().mapToInt(split -> split.test().length).sorted().toArray();
      assertThat(sizes[folds - 1] - sizes[0]).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void groupsStayWholeAndFoldsBalanced() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < 200; trial++) {
      int folds = random.nextInt(2, 6);
      List<String> groups = new ArrayList<>();
      for (int row = 0; row < 100; row++) {
        groups.add("g" + (row < 10 ? row : random.nextInt(25)));
      }
      List<Split> splits = Folds.grouped(groups, folds, trial);
      requirePartition(splits, groups.size());
      Map<String, Integer> sizes = new HashMap<>();
      groups.forEach(group -> sizes.merge(group, 1, Integer::sum));
      int largest = sizes.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
      int[] tests = splits.stream().mapToInt(split -> split.test().length).sorted().toArray();
      assertThat(tests[folds - 1] - tests[0]).isLessThanOrEqualTo(largest);
      for (Split split : splits) {
        assertThat(names(groups, split.train()))
            .doesNotContainAnyElementsOf(names(groups, split.test()));
      }
    }
  }

  @Test
  void oneGroupForEachRowIsLikeRandom() {
    List<String> groups = IntStream.range(0, 23).mapToObj(Integer::toString).toList();
    requirePartition(Folds.grouped(groups, 23, 5), 23);
  }

  @Test
  void tooFewGroupsAreRefused() {
    assertThatThrownBy(() -> Folds.grouped(List.of("a", "b", "a"), 3, 0))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("2 groups cannot fill 3 parts");
    assertThatThrownBy(() -> Folds.random(3, 4, 0)).isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> Folds.random(3, 1, 0)).isInstanceOf(LearnException.class);
  }

  @Test
  void valuesBeyondTheTrainingRangeAreTested() {
    double[] values = {5, 1, Double.NaN, 4, 2, 3, 9, 8, 7, 6, 10};
    Split high = Folds.byValue(values, 0.2).get(0);
    assertThat(pick(values, high.test())).containsExactlyInAnyOrder(9, 10);
    assertThat(high.train()).hasSize(8).doesNotContain(2);
    Split low = Folds.byValue(values, 0.2, Folds.Tail.LOWEST).get(0);
    assertThat(pick(values, low.test())).containsExactlyInAnyOrder(1, 2);
    Split both = Folds.byValue(values, 0.4, Folds.Tail.BOTH).get(0);
    assertThat(pick(values, both.test())).containsExactlyInAnyOrder(1, 2, 9, 10);
  }

  @Test
  void validationComesOutOfTheTrainingRowsOnly() {
    List<String> groups = IntStream.range(0, 60).mapToObj(row -> "g" + row % 13).toList();
    for (Split split : Folds.grouped(groups, 4, 3)) {
      Split random = Folds.withValidation(split, 0.25, 8);
      assertThat(random.validation()).hasSize(Math.round(split.train().length * 0.25f));
      requireSameRows(split, random);
      Split whole = Folds.withValidation(split, groups, 0.25, 8);
      assertThat(whole.validation().length).isGreaterThanOrEqualTo(random.validation().length);
      requireSameRows(split, whole);
      assertThat(names(groups, whole.train()))
          .doesNotContainAnyElementsOf(names(groups, whole.validation()));
    }
  }

  @Test
  void innerFoldsNeverSeeTheOuterTest() {
    List<String> groups = IntStream.range(0, 60).mapToObj(row -> "g" + row % 13).toList();
    Split outer = Folds.withValidation(Folds.random(60, 5, 1).get(2), 0.2, 4);
    Set<Integer> allowed = set(outer.train());
    allowed.addAll(set(outer.validation()));
    for (List<Split> inner : List.of(Folds.inner(outer, 3, 9), Folds.inner(outer, groups, 3, 9))) {
      Set<Integer> tested = new HashSet<>();
      for (Split split : inner) {
        tested.addAll(set(split.test()));
        assertThat(allowed).containsAll(set(split.train()));
      }
      assertThat(tested).isEqualTo(allowed);
    }
  }

  /** Written down, so that another Java version or machine that deals otherwise is noticed. */
  @Test
  void theSeedAloneDecides() {
    assertThat(Folds.random(12, 3, 42).stream().map(split -> Arrays.toString(split.test())))
        .containsExactly("[0, 5, 7, 9]", "[1, 4, 6, 10]", "[2, 3, 8, 11]");
  }

  private static void requirePartition(List<Split> splits, int rows) {
    int[] tested =
        splits.stream().flatMapToInt(split -> Arrays.stream(split.test())).sorted().toArray();
    assertThat(tested).isEqualTo(IntStream.range(0, rows).toArray());
    for (Split split : splits) {
      Set<Integer> both = set(split.train());
      both.addAll(set(split.test()));
      assertThat(both).hasSize(rows);
      assertThat(split.train().length + split.test().length).isEqualTo(rows);
      assertThat(split.train()).isSorted();
      assertThat(split.test()).isSorted();
    }
  }

  private static void requireSameRows(Split before, Split after) {
    assertThat(after.test()).isEqualTo(before.test());
    Set<Integer> rows = set(after.train());
    rows.addAll(set(after.validation()));
    assertThat(rows).isEqualTo(set(before.train()));
    assertThat(after.train().length + after.validation().length).isEqualTo(before.train().length);
  }

  private static Set<Integer> set(int[] rows) {
    Set<Integer> set = new HashSet<>();
    Arrays.stream(rows).forEach(set::add);
    return set;
  }

  private static Set<String> names(List<String> groups, int[] rows) {
    Set<String> names = new HashSet<>();
    Arrays.stream(rows).forEach(row -> names.add(groups.get(row)));
    return names;
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }
}
