package org.suiseki.app;

/**
 * What the process says to the shell; after a signal it is 128 + its number, as shells expect
 * (Ctrl-C: 130).
 */
final class ExitCode {
  static final int DONE = 0;

  /** Something the person can mend: a study, a data file, a folder. */
  static final int MENDABLE = 1;

  /** The command line itself is wrong. */
  static final int USAGE = 2;

  /** A mistake of ours; EX_SOFTWARE of BSD's sysexits.h. */
  static final int INTERNAL = 70;

  static final int AFTER_SIGNAL = 128;

  /** The program that read the output has ended: as after SIGPIPE. */
  static final int UNREAD = AFTER_SIGNAL + 13;

  private ExitCode() {}
}
