package org.suiseki.app;

import java.io.PrintWriter;

/** Tells what was left out: the first few one by one, then how many. */
final class Refusals {
  private static final int MOST_SHOWN = 20;

  private final PrintWriter err;
  private long count;

  Refusals(PrintWriter err) {
    this.err = err;
  }

  void add(Refusal refusal) {
    count++;
    if (count <= MOST_SHOWN) {
      err.println("left out " + refusal.line());
      if (count == 1 && !refusal.reason().mend().isEmpty()) {
        err.println("  " + refusal.reason().mend());
      }
      err.flush();
    }
  }

  long count() {
    return count;
  }

  void conclude(long used) {
    // Of a single thing it has been said.
    if (count + used > 1 && count > 0) {
      err.printf("Left out %,d of %,d.%n", count, count + used);
      err.flush();
    }
  }
}
