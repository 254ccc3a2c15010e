package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {

  @Test
  void resultsComeInTheOrderOfTheJobs() throws InterruptedException {
    CountDownLatch secondIsDone = new CountDownLatch(1);
    List<Workers.Job<String>> jobs =
        List.of(
            progress -> {
              awaitQuietly(secondIsDone);
              return "first";
            },
            progress -> {
              secondIsDone.countDown();
              return "second";
            });
    assertThat(Workers.run(2, jobs, Progress.SILENT, "words", 2))
        .containsExactly("first", "second");
    assertThat(Workers.run(2, List.<Workers.Job<String>>of(), Progress.SILENT, "none", 0))
        .isEmpty();
  }

  @Test
  void progressCountsTheStepsOfAllJobsTogether() {
    Steps steps = new Steps(Long.MAX_VALUE);
    Workers.Job<Integer> job =
        progress -> {
          for (int step = 1; step <= 5; step++) {
            progress.step("its own", step, 5);
          }
          return 0;
        };
    Workers.run(2, List.of(job, job, job), steps, "counting", 15);
    assertThat(steps.seen)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 15).boxed().toList());
  }

  @Test
  void aFailureStopsTheOthersAndIsTheOneThrown() {
    Workers.Job<Integer> endless =
        progress -> {
          while (true) {
            progress.check();
          }
        };
    Workers.Job<Integer> failing =
        progress -> {
          throw new LearnException("It broke.", "Mend it.");
        };
    assertThatThrownBy(() -> Workers.run(2, List.of(endless, failing), Progress.SILENT, "mixed", 2))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("It broke.");
  }

  @Test
  void cancellingEndsAllJobsAndStartsNoMore() {
    List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
    Steps steps = new Steps(3);
    Workers.Job<Integer> endless =
        progress -> {
          begun.add(1);
          while (true) {
            progress.check();
            progress.step("its own", 1, 1);
          }
        };
    assertThatThrownBy(
            () -> Workers.run(2, List.of(endless, endless, endless, endless), steps, "endless", 4))
        .isInstanceOf(CancellationException.class);
    assertThat(begun).hasSizeLessThanOrEqualTo(2);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Remembers each step, and cancels after so many. */
  private static final class Steps implements Progress {
    private final List<Long> seen = Collections.synchronizedList(new ArrayList<>());
    private final long most;

    Steps(long most) {
      this.most = most;
    }

    @Override
    public void step(String stage, long done, long total) {
      seen.add(done);
    }

    @Override
    public boolean cancelled() {
      return seen.size() >= most;
    }
  }
}
