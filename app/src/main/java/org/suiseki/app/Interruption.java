package org.suiseki.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Listens for Ctrl-C, a polite kill and a closed terminal while a run is under way. The first asks the run to stop at
 * a safe place; if it has not within the patience, {@code tooLate} runs and the process ends; a second signal ends it
 * at once.
 *
 * <p>A shutdown hook alone would not do: while hooks run, the virtual machine ignores a second Ctrl-C.
 */
final class Interruption implements AutoCloseable {
  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  private final Duration patience;
  private final Runnable asked;
  private final Runnable tooLate;
  private final List<Runnable> restore = new ArrayList<>();
  private volatile int signal;
  private volatile boolean over;

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

  boolean requested() {
    return signal != 0;
  }

  /** As shells expect it after the signal that came. */
  int exitCode() {
    return ExitCode.AFTER_SIGNAL + signal;
  }

  @Override
  public void close() {
    over = true;
    restore.forEach(Runnable::run);
  }

  private void listen(String name) {
    try {
      Signal known = new Signal(name);
      SignalHandler before = Signal.handle(known, this::handle);
      restore.add(() -> Signal.handle(known, before));
    } catch (IllegalArgumentException e) {
      // Not every platform has every signal, and java -Xrs leaves them to someone else: then the default holds.
    }
  }

  private void handle(Signal received) {
    if (requested()) {
      Runtime.getRuntime().halt(exitCode());
    }
    signal = received.getNumber();
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
    if (!over) {
      try {
        tooLate.run();
      } finally {
        Runtime.getRuntime().halt(exitCode());
      }
    }
  }
}
