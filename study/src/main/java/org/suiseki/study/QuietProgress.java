package org.suiseki.study;

import org.suiseki.learn.Progress;

/** Passes the word to stop on, and keeps the steps of what works inside a step to itself. */
public record QuietProgress(Progress target) implements Progress {

  @Override
  public void step(String stage, long done, long total) {}

  @Override
  public boolean cancelled() {
    return target.cancelled();
  }
}
