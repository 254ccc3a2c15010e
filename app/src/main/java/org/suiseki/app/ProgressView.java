package org.suiseki.app;

import java.io.PrintWriter;
import org.suiseki.learn.Progress;

/** Shows a person how far a run is. */
interface ProgressView extends Progress, AutoCloseable {

  /** Says a line without disturbing what is shown. */
  default void say(PrintWriter err, String line) {
    err.println(line);
    err.flush();
  }

  /** Leaves the output at the beginning of a line. */
  @Override
  void close();
}
