package org.suiseki.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.suiseki.matter.Failures;
import org.suiseki.matter.SuisekiException;

/**
 * Standard output takes no more: the disk is full, or the program that read it has ended. A {@link
 * java.io.PrintWriter} would keep this to itself, and the rest of the work would be done for
 * nothing.
 */
final class UnwritableOutput extends SuisekiException {
  private static final long serialVersionUID = 1L;
  private final boolean unread;

  private UnwritableOutput(IOException e) {
    super(
        "The output cannot be written: " + Failures.reason(e) + ".",
        null,
        "Make room where it goes, or write elsewhere.",
        e);
    this.unread = "Broken pipe".equals(e.getMessage());
  }

  /** Whether who read it has ended, as {@code head} does: no error to speak of. */
  boolean unread() {
    return unread;
  }

  /** A stream whose failures are thrown through writers that swallow an {@link IOException}. */
  static OutputStream telling(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int b) {
        telling(() -> out.write(b));
      }

      @Override
      public void write(byte[] bytes, int from, int count) {
        telling(() -> out.write(bytes, from, count));
      }

      @Override
      public void flush() {
        telling(out::flush);
      }
    };
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void telling(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UnwritableOutput(e);
    }
  }
}
