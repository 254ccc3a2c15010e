package org.suiseki.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.utils.Signals;

/**
 * Listens for Ctrl-C, a polite kill and a closed terminal while a run is under way. The first asks
 * the run to stop at a safe place; if it has not within the patience, {@code tooLate} runs and the
 * process ends; a second signal ends it at once.
 *
 * <p>A shutdown hook alone would not do: while hooks run, the virtual machine ignores a second
 * Ctrl-C. Where the platform does not let a program listen (java -Xrs), Ctrl-C ends the process as
 * it does by default.
 */
final class Interruption implements AutoCloseable {
  private static final int INTERRUPT = 2;
  private static final Map<String, Integer> SIGNALS =
      Map.of("INT", INTERRUPT, "TERM", 15, "HUP", 1);

  private final Duration patience;
  private final Runnable asked;
  private final Runnable tooLate;
  private final List<Runnable> restore = new ArrayList<>();
  private int signal;
  private boolean over;

  private Interruption(Duration patience, Runnable asked, Runnable tooLate) {
    this.patience = patience;
    this.asked = asked;
    this.tooLate = tooLate;
  }

  /**
   * @param asked runs on the first signal
   * @param tooLate runs when the run did not stop in time, just before the process ends
   */
  static Interruption listen(Duration patience, Runnable asked, Runnable tooLate) {
    Interruption interruption = new Interruption(patience, asked, tooLate);
    SIGNALS.forEach(interruption::listen);
    return interruption;
  }

  synchronized boolean requested() {
    return signal != 0;
  }

  /** As shells expect it after the signal that came; as after Ctrl-C if none came. */
  synchronized int exitCode() {
    return ExitCode.AFTER_SIGNAL + (signal == 0 ? INTERRUPT : signal);
  }

  @Override
  public void close() {
    synchronized (this) {
      over = true;
    }
    restore.forEach(Runnable::run);
  }

  private void listen(String name, int number) {
    Object before = Signals.register(name, () -> received(number));
    if (before != null) {
      restore.add(() -> Signals.unregister(name, before));
    }
  }

  private void received(int number) {
    synchronized (this) {
      if (signal != 0) {
        Runtime.getRuntime().halt(exitCode());
      }
      signal = number;
    }
    Thread watch = new Thread(this::watch, "interruption");
    watch.setDaemon(true);
    watch.start();
    asked.run();
  }

  private void watch() {
    try {
      Thread.sleep(patience.toMillis());
    } catch (InterruptedException e) {
      return;
    }
    synchronized (this) {
      if (over) {
        return;
      }
    }
    try {
      tooLate.run();
    } finally {
      Runtime.getRuntime().halt(exitCode());
    }
  }
}
