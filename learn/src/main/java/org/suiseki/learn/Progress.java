package org.suiseki.learn;

import java.util.concurrent.CancellationException;

/**
 * How a long job tells how far it is, and learns that it should stop. Thread-safe in every
 * implementation.
 */
public interface Progress {

  /** Tells that {@code done} of {@code total} steps of {@code stage} are done. */
  void step(String stage, long done, long total);

  boolean cancelled();

  /** Ends the job where cancelling is safe. */
  default void check() {
    if (cancelled()) {
      throw new CancellationException("Cancelled.");
    }
  }

  /** Says nothing and never cancels. */
  Progress SILENT =
      new Progress() {
        @Override
        public void step(String stage, long done, long total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };
}
