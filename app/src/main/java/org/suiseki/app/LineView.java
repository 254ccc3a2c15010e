package org.suiseki.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Plain lines for logs and pipes: one when a stage begins, then at most one in ten seconds. */
final class LineView implements ProgressView {
  private static final long PAUSE = Duration.ofSeconds(10).toNanos();

  private final PrintWriter err;
  private final BooleanSupplier cancelled;
  private final LongSupplier clock;
  private String stage = "";
  private long begun;
  private long shown;

  /**
   * @param clock in nanoseconds, such as {@link System#nanoTime}
   */
  LineView(PrintWriter err, BooleanSupplier cancelled, LongSupplier clock) {
    this.err = err;
    this.cancelled = cancelled;
    this.clock = clock;
  }

  @Override
  public synchronized void step(String name, long done, long total) {
    long now = clock.getAsLong();
    if (!name.equals(stage)) {
      stage = name;
      begun = now;
      show(now, name);
    } else if (now - shown >= PAUSE) {
      show(now, name + ": " + done + " of " + total + remaining(now - begun, done, total));
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled.getAsBoolean();
  }

  @Override
  public void close() {
    err.flush();
  }

  private void show(long now, String line) {
    shown = now;
    err.println(line);
    err.flush();
  }

  /** Reckons that the rest goes at the pace of the part behind. */
  private static String remaining(long elapsed, long done, long total) {
    if (done <= 0 || done >= total) {
      return "";
    }
    long seconds = Math.round(elapsed / 1e9 * (total - done) / done);
    return String.format(", about %d:%02d left", seconds / 60, seconds % 60);
  }
}
