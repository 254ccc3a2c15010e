package org.suiseki.learn.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;

class TailTrialTest {

  @Test
  void trainsOnNothingAboveTheQuantile() {
    TransferTask task = World.of(60, 3).task();
    boolean[] top = new boolean[60];
    Trials.markTop(task, IntStream.range(0, 60).toArray(), 0.7, top);
    Trials trials = Trials.tail(task, 0.7, 5, 3, 1);
    assertThat(trials.outer()).hasSize(5);
    int[] tested = new int[60];
    for (int split = 0; split < 5; split++) {
      Split outer = trials.outer().get(split);
      assertThat(IntStream.of(outer.train()).noneMatch(row -> top[row])).isTrue();
      IntStream.of(outer.test()).forEach(row -> tested[row]++);
      Set<String> trained = groups(task, outer.train());
      assertThat(groups(task, outer.test())).doesNotContainAnyElementsOf(trained);
      for (Split inner : trials.inner().get(split)) {
        assertThat(outer.train()).contains(inner.train()).contains(inner.test());
        assertThat(groups(task, inner.test()))
            .doesNotContainAnyElementsOf(groups(task, inner.train()));
      }
    }
    for (int row = 0; row < 60; row++) {
      assertThat(tested[row]).isEqualTo(top[row] ? 5 : 1);
    }
    // 9 of 30 groups of two.
    assertThat(IntStream.range(0, 60).filter(row -> top[row]).count()).isEqualTo(18);
  }

  private static Set<String> groups(TransferTask task, int[] rows) {
    Set<String> groups = new HashSet<>();
    IntStream.of(rows).forEach(row -> groups.add(task.groups().get(row)));
    return groups;
  }

  @Test
  void findsTheTopWithASourceThatKnowsTheCauses() {
    World world = World.of(80, 1);
    List<Source> sources = new ArrayList<>(world.uselessOnes(4, 2));
    sources.add(world.helpful("knowing", 0.1, 3));
    TailTrial trial =
        new TailTrial(0.7, List.of(Head.ridge()), List.of(Head.ridge()), 5, 3, 500, 2, 4);
    TailResult result = trial.run(world.task(), sources, Progress.SILENT);
    assertThat(result.sources().get(0).ranking().name()).isEqualTo("knowing");
    assertThat(result.sources().get(0).won()).isEqualTo(5);
    assertThat(result.winner().quality().separation()).isGreaterThan(0.97);
    assertThat(result.gain().overall().low()).isGreaterThan(0);
    assertThat(result.winner().error()).isLessThan(result.scratch().error());
    double lowestTop =
        IntStream.range(0, 80)
            .filter(row -> result.top()[row])
            .mapToDouble(row -> world.task().values()[row])
            .min()
            .orElseThrow();
    assertThat(result.threshold()).isGreaterThanOrEqualTo(lowestTop);
    assertThat(Arrays.stream(result.winner().prediction()).allMatch(Double::isFinite)).isTrue();
    TailResult again =
        new TailTrial(0.7, List.of(Head.ridge()), List.of(Head.ridge()), 5, 3, 500, 1, 4)
            .run(world.task(), sources, Progress.SILENT);
    assertThat(again.gain()).isEqualTo(result.gain());
  }
}
