package org.suiseki.app;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Tells what was read with warnings, in commands that go on to work with them: the first few one by
 * one, then how many.
 */
final class ReadingWarnings {
  private static final int MOST_SHOWN = 5;

  private final Consumer<String> say;
  private int shown;
  private boolean more;
  private long read;

  /**
   * @param say takes a line
   */
  ReadingWarnings(Consumer<String> say) {
    this.say = say;
  }

  /**
   * @param where of what was read, with its name
   */
  void add(String where, List<String> warnings) {
    if (warnings.isEmpty()) {
      return;
    }
    read++;
    for (String warning : warnings) {
      if (shown == MOST_SHOWN) {
        more = true;
        return;
      }
      shown++;
      say.accept("warning " + where + ": " + warning);
    }
  }

  void conclude() {
    if (more) {
      say.accept(
          String.format(
              Locale.ROOT, "%,d entries with warnings; `suiseki read` shows them all.", read));
    }
  }
}
