package org.suiseki.app;

import org.suiseki.learn.Progress;

/** Shows a person how far a run is. */
interface ProgressView extends Progress, AutoCloseable {

  /** Leaves the output at the beginning of a line. */
  @Override
  void close();
}
