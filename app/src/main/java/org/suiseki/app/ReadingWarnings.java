package org.suiseki.app;

import java.util.Locale;
import java.util.function.Consumer;
import org.suiseki.matter.io.CrystalEntry;

/**
 * Tells that crystals were read with warnings, in commands that go on to work with them: the first
 * few one by one, then how many.
 */
final class ReadingWarnings {
  private static final int MOST_SHOWN = 5;

  private final Consumer<String> say;
  private int shown;
  private boolean more;
  private long crystals;

  /**
   * @param say takes a line
   */
  ReadingWarnings(Consumer<String> say) {
    this.say = say;
  }

  void add(CrystalEntry entry) {
    if (entry.warnings().isEmpty()) {
      return;
    }
    crystals++;
    for (String warning : entry.warnings()) {
      if (shown == MOST_SHOWN) {
        more = true;
        return;
      }
      shown++;
      say.accept("warning " + entry.place() + " (" + entry.id() + "): " + warning);
    }
  }

  void conclude() {
    if (more) {
      say.accept(
          String.format(
              Locale.ROOT,
              "%,d crystal(s) with warnings; `suiseki read` shows them all.",
              crystals));
    }
  }
}
