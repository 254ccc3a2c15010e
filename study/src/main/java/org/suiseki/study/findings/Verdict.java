package org.suiseki.study.findings;

import java.util.Locale;

/** What an answer means for the one who asked. */
public enum Verdict {
  /** It helps, it holds, it is better. */
  GOOD,
  /** Neither, or not to be told from chance. */
  NEUTRAL,
  /** It does not help, does not hold, is worse. */
  BAD;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
