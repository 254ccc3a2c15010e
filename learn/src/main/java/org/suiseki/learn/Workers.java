package org.suiseki.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs independent trainings side by side. What they give depends on the jobs alone, not on the
 * number of threads: each job brings its own seed and its own state.
 */
public final class Workers {

  private Workers() {}

  /** One training. */
  public interface Job<T> {
    /**
     * Runs in a thread of its own, tells each step that it is done with, and checks often whether
     * it should stop.
     */
    T run(Progress progress);
  }

  /**
   * The results of all jobs, in their order. Once one job fails the others are told to stop, as
   * they are when {@code progress} is cancelled; none runs on after this returns, unless the
   * calling thread is interrupted.
   *
   * @param threads most jobs at a time
   * @param progress is told of the steps of all jobs together
   * @param stage its name for that
   * @param steps how many steps all jobs together have
   * @throws CancellationException if it was cancelled or the calling thread interrupted
   */
  public static <T> List<T> run(
      int threads, List<Job<T>> jobs, Progress progress, String stage, long steps) {
    if (jobs.isEmpty()) {
      return List.of();
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, jobs.size()));
    Shared shared = new Shared(progress, stage, steps);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Job<T> job : jobs) {
        running.add(pool.submit(() -> shared.run(job)));
      }
      return results(running);
    } catch (InterruptedException interrupted) {
      shared.stopped = true;
      Thread.currentThread().interrupt();
      throw new CancellationException("Training was interrupted.");
    } finally {
      pool.shutdown();
    }
  }

  private static <T> List<T> results(List<Future<T>> running) throws InterruptedException {
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (Future<T> job : running) {
      try {
        results.add(job.get());
      } catch (ExecutionException failure) {
        failures.add(failure.getCause());
      }
    }
    if (!failures.isEmpty()) {
      throw thrown(failures);
    }
    return results;
  }

  /** The first that is not a mere echo of another one's stop. */
  private static RuntimeException thrown(List<Throwable> failures) {
    Throwable first =
        failures.stream()
            .filter(failure -> !(failure instanceof CancellationException))
            .findFirst()
            .orElse(failures.get(0));
    if (first instanceof Error error) {
      throw error;
    }
    // A job declares no checked exception.
    return (RuntimeException) first;
  }

  /** What the jobs of one run share: the count of steps and the word to stop. */
  private static final class Shared implements Progress {
    private final Progress target;
    private final String stage;
    private final long steps;
    private final AtomicLong done = new AtomicLong();
    private volatile boolean stopped;

    Shared(Progress target, String stage, long steps) {
      this.target = target;
      this.stage = stage;
      this.steps = steps;
    }

    <T> T run(Job<T> job) {
      boolean finished = false;
      try {
        check();
        T result = job.run(this);
        finished = true;
        return result;
      } finally {
        stopped |= !finished;
      }
    }

    @Override
    public void step(String ofJob, long doneInJob, long stepsOfJob) {
      target.step(stage, done.incrementAndGet(), steps);
    }

    @Override
    public boolean cancelled() {
      return stopped || target.cancelled();
    }
  }
}
