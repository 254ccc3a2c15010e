package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StratifiedFoldsTest {
  /** 400 rows: 350 common, 33 rare, 17 rarer. */
  private final List<String> strata =
      IntStream.range(0, 400)
          .mapToObj(row -> row % 23 == 4 ? "rarer" : row % 11 == 3 ? "rare" : "common")
          .toList();

  /** Groups of four or so, each of one stratum for the most part. */
  private final List<String> groups =
      IntStream.range(0, 400).mapToObj(row -> "g" + row * 37 % 101).toList();

  @Test
  void everyFoldHasItsShareOfEveryStratum() {
    List<Split> splits = Folds.stratified(strata, 7, 5);
    for (String stratum : Set.copyOf(strata)) {
      int[] counts = splits.stream().mapToInt(split -> count(split.test(), stratum)).toArray();
      assertThat(max(counts) - min(counts)).as(stratum).isLessThanOrEqualTo(1);
    }
    assertParts(splits);
    int[] sizes = splits.stream().mapToInt(split -> split.test().length).toArray();
    assertThat(max(sizes) - min(sizes)).isLessThanOrEqualTo(1);
  }

  @Test
  void repeatsDrawTheSameShareAnewEachTime() {
    List<Split> splits = Folds.stratifiedRepeats(strata, 6, 0.2, 5);
    Set<String> tests = new HashSet<>();
    for (Split split : splits) {
      assertThat(count(split.test(), "rarer")).isEqualTo(Math.round(0.2f * total("rarer")));
      assertThat(count(split.test(), "rare")).isEqualTo(Math.round(0.2f * total("rare")));
      assertThat(split.train().length + split.test().length).isEqualTo(400);
      tests.add(Arrays.toString(split.test()));
    }
    assertThat(tests).hasSize(6);
    assertThat(Folds.stratifiedRepeats(strata, 6, 0.2, 5))
        .usingRecursiveComparison()
        .isEqualTo(splits);
  }

  @Test
  void groupsStayTogetherAndSharesAlmostEven() {
    List<Split> splits = Folds.stratifiedGrouped(strata, groups, 5, 3);
    assertParts(splits);
    for (Split split : splits) {
      Set<String> taught = names(split.train());
      assertThat(names(split.test())).doesNotContainAnyElementsOf(taught);
      // A fifth of each; a group has at most four rows.
      assertThat(count(split.test(), "rare"))
          .isBetween(total("rare") / 5 - 3, total("rare") / 5 + 3);
      assertThat(count(split.test(), "rarer")).isBetween(1, total("rarer") / 5 + 3);
    }
  }

  @Test
  void innerFoldsNeverTouchTheOuterTest() {
    Split outer = Folds.stratified(strata, 5, 1).get(2);
    for (List<Split> inner :
        List.of(
            Folds.innerStratified(outer, strata, 4, 9),
            Folds.innerStratified(outer, strata, groups, 4, 9))) {
      int[] tested =
          inner.stream().flatMapToInt(split -> Arrays.stream(split.test())).sorted().toArray();
      assertThat(tested).isEqualTo(outer.train());
    }
  }

  @Test
  void tooManyFoldsAreRefused() {
    assertThatThrownBy(() -> Folds.stratified(strata, 1, 0)).isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> Folds.stratified(List.of("a", "b"), 3, 0))
        .hasMessageContaining("2 rows");
    assertThatThrownBy(() -> Folds.stratifiedGrouped(strata, strata, 5, 0))
        .hasMessageContaining("3 groups");
    assertThatThrownBy(() -> Folds.stratifiedRepeats(strata, 2, 1, 0)).hasMessageContaining("1.0");
  }

  private void assertParts(List<Split> splits) {
    int[] tested =
        splits.stream().flatMapToInt(split -> Arrays.stream(split.test())).sorted().toArray();
    assertThat(tested).isEqualTo(IntStream.range(0, 400).toArray());
    for (Split split : splits) {
      assertThat(split.train().length + split.test().length).isEqualTo(400);
    }
  }

  private Set<String> names(int[] rows) {
    return Arrays.stream(rows).mapToObj(groups::get).collect(Collectors.toSet());
  }

  private int count(int[] rows, String stratum) {
    return (int) Arrays.stream(rows).filter(row -> strata.get(row).equals(stratum)).count();
  }

  private int total(String stratum) {
    return count(IntStream.range(0, 400).toArray(), stratum);
  }

  private static int max(int[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  private static int min(int[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }
}
