package org.suiseki.app;

import java.util.Locale;
import java.util.function.Consumer;

/** Tells what was left out: the first few one by one, or all, then how many. */
final class Refusals {
  private static final int MOST_SHOWN = 20;

  private final Consumer<String> say;
  private final long mostShown;
  private long count;

  /**
   * @param say takes a line
   */
  Refusals(Consumer<String> say) {
    this(say, MOST_SHOWN);
  }

  private Refusals(Consumer<String> say, long mostShown) {
    this.say = say;
    this.mostShown = mostShown;
  }

  /** For rows of a table, which a person has to find one by one. */
  static Refusals tellingAll(Consumer<String> say) {
    return new Refusals(say, Long.MAX_VALUE);
  }

  void add(Refusal refusal) {
    count++;
    if (count <= mostShown) {
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
