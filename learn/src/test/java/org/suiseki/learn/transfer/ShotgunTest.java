package org.suiseki.learn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Progress;

class ShotgunTest {
  private static final List<Head> RIDGE = List.of(Head.ridge());

  private static Shotgun shotgun(int threads, long seed) {
    return new Shotgun(RIDGE, RIDGE, 5, 3, 2, 2_000, threads, seed);
  }

  @Test
  void findsTheSourceThatKnowsTheCausesAmongUselessOnes() {
    World world = World.of(60, 1);
    List<Source> sources = new ArrayList<>(world.uselessOnes(6, 2));
    sources.add(3, world.helpful("knowing", 0.1, 3));
    ShotgunResult result = shotgun(2, 4).run(world.task(), sources, Progress.SILENT);

    SourceFinding first = result.sources().get(0);
    assertThat(first.name()).isEqualTo("knowing");
    assertThat(first.helpsBeyondChance()).isTrue();
    assertThat(first.maxT()).isLessThan(0.01);
    assertThat(first.won()).isEqualTo(result.splits()).isEqualTo(10);
    assertThat(result.winner().verdict()).isEqualTo(Comparison.Verdict.HELPS);
    assertThat(result.sources().subList(1, 7)).noneMatch(SourceFinding::helpsBeyondChance);
    // The noise of the target has deviation 0.2, so its mean absolute error is 0.16 at best.
    assertThat(first.againstScratch().loss()).isBetween(0.13, 0.35);
    assertThat(first.likeness().alignment()).isGreaterThan(0.3);
    assertThat(result.sources().get(6).likeness().alignment()).isBetween(-0.2, 0.2);
  }

  @Test
  void isNotTakenInByTheBestOfManyUselessSources() {
    int claimed = 0;
    for (int seed = 0; seed < 8; seed++) {
      World world = World.of(40, seed);
      ShotgunResult result =
          shotgun(2, seed).run(world.task(), world.uselessOnes(10, 77 + seed), Progress.SILENT);
      claimed += result.winner().verdict() == Comparison.Verdict.HELPS ? 1 : 0;
      claimed += result.sources().stream().anyMatch(SourceFinding::helpsBeyondChance) ? 1 : 0;
      claimed += result.sources().stream().anyMatch(one -> one.maxT() < 0.05) ? 1 : 0;
    }
    // Three tests at 5 %, eight times: 1.2 are expected at most, and scratch is far better here.
    assertThat(claimed).isLessThanOrEqualTo(1);
  }

  @Test
  void givesTheSameWithAnyNumberOfThreads() {
    World world = World.of(40, 5);
    List<Source> sources = new ArrayList<>(world.uselessOnes(3, 6));
    sources.add(world.helpful("knowing", 0.5, 7));
    ShotgunResult one = shotgun(1, 8).run(world.task(), sources, Progress.SILENT);
    ShotgunResult two = shotgun(2, 8).run(world.task(), sources, Progress.SILENT);
    assertThat(two.sources()).isEqualTo(one.sources());
    assertThat(two.rows().winner()).containsExactly(one.rows().winner());
    assertThat(two.winner()).isEqualTo(one.winner());
  }

  @Test
  void leavesOutASourceThatCannotBeUsedAndSaysWhy() {
    World world = World.of(40, 9);
    Source broken =
        world.source("broken", (row, random) -> new double[] {row == 5 ? Double.NaN : 1}, 1);
    Source foreign =
        world.source(
            "foreign",
            (row, random) -> {
              throw new LearnException("It does not know Xx.", "Leave it out.");
            },
            1);
    List<Source> sources = List.of(broken, world.helpful("knowing", 0.2, 2), foreign);
    ShotgunResult result = shotgun(2, 1).run(world.task(), sources, Progress.SILENT);
    assertThat(result.sources()).extracting(SourceFinding::name).containsExactly("knowing");
    assertThat(result.leftOut()).extracting(LeftOut::source).containsExactly("broken", "foreign");
    assertThat(result.leftOut().get(0).reason()).contains("NaN");
    assertThat(result.leftOut().get(1).reason()).isEqualTo("It does not know Xx.");
  }

  @Test
  void refusesToTryNothing() {
    World world = World.of(40, 9);
    assertThatThrownBy(() -> shotgun(1, 1).run(world.task(), List.of(), Progress.SILENT))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("no source");
    Source twice = world.useless("twice", 1);
    assertThatThrownBy(
            () -> shotgun(1, 1).run(world.task(), List.of(twice, twice), Progress.SILENT))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("twice");
  }
}
