package org.suiseki.app;

import java.io.PrintWriter;
import org.suiseki.matter.io.CrystalEntry;

/**
 * Tells that crystals were read with warnings, in commands that go on to work with them: the first
 * few one by one, then how many.
 */
final class ReadingWarnings {
  private static final int MOST_SHOWN = 5;

  private final PrintWriter err;
  private int shown;
  private boolean more;
  private long crystals;

  ReadingWarnings(PrintWriter err) {
    this.err = err;
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
      err.println("warning " + entry.place() + " (" + entry.id() + "): " + warning);
    }
    err.flush();
  }

  void conclude() {
    if (more) {
      err.printf("%,d crystal(s) with warnings; `suiseki read` shows them all.%n", crystals);
      err.flush();
    }
  }
}
