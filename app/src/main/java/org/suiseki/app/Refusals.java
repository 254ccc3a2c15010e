package org.suiseki.app;

import java.util.Locale;
import java.util.function.Consumer;

/** Tells what was left out: the first few one by one, then how many. */
final class Refusals {
  private static final int MOST_SHOWN = 20;

  private final Consumer<String> say;
  private long count;

  /**
   * @param say takes a line
   */
  Refusals(Consumer<String> say) {
    this.say = say;
  }

  void add(Refusal refusal) {
    count++;
    if (count <= MOST_SHOWN) {
      say.accept("left out " + refusal.line());
      if (count == 1 && !refusal.reason().mend().isEmpty()) {
        say.accept("  " + refusal.reason().mend());
      }
    }
  }

  long count() {
    return count;
  }

  void conclude(long used) {
    // Of a single thing it has been said.
    if (count + used > 1 && count > 0) {
      say.accept(String.format(Locale.ROOT, "Left out %,d of %,d.", count, count + used));
    }
  }
}
