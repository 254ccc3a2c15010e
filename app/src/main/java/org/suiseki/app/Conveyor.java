package org.suiseki.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.suiseki.learn.Progress;

/**
 * Does pieces of work side by side and hands over what comes out in the order in which they were
 * laid on, holding only a few at a time: a hundred thousand files pass in constant memory.
 *
 * @param <R> what one piece gives
 */
final class Conveyor<R> implements AutoCloseable {
  /** Enough that no thread waits while a slow piece is at the head. */
  private static final int PIECES_PER_THREAD = 16;

  /** How often a slow piece is left to ask whether to stop. */
  private static final long PAUSE_MS = 50;

  private final ExecutorService pool;
  private final Deque<Future<R>> under = new ArrayDeque<>();
  private final int most;
  private final Consumer<R> deliver;
  private final Progress progress;

  /**
   * @param deliver takes the results, in the thread that lays on
   * @param progress is asked whether to stop
   */
  Conveyor(int threads, Consumer<R> deliver, Progress progress) {
    this.pool = Executors.newFixedThreadPool(threads);
    this.most = threads * PIECES_PER_THREAD;
    this.deliver = deliver;
    this.progress = progress;
  }

  /**
   * Lays on one more piece; waits while the belt is full.
   *
   * @throws CancellationException if it is to stop
   */
  void lay(Supplier<R> work) {
    progress.check();
    under.addLast(pool.submit(work::get));
    while (under.size() > most || (!under.isEmpty() && under.getFirst().isDone())) {
      handOver();
    }
  }

  /**
   * Waits for all that is under way and hands it over.
   *
   * @throws CancellationException if it is to stop
   */
  void finish() {
    progress.check();
    while (!under.isEmpty()) {
      handOver();
    }
  }

  /** Stops what is under way; to be called in any case. */
  @Override
  public void close() {
    pool.shutdownNow();
  }

  private void handOver() {
    progress.check();
    try {
      R result = await(under.getFirst());
      under.removeFirst();
      deliver.accept(result);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      // A piece of work declares no checked exception.
      throw (RuntimeException) e.getCause();
    }
  }

  private R await(Future<R> piece) throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return piece.get(PAUSE_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        progress.check();
      }
    }
  }
}
