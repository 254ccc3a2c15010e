package org.suiseki.study.polymer;

import org.suiseki.learn.Progress;

/** Says nothing of the steps inside a step, and is cancelled with the whole. */
record Quiet(Progress whole) implements Progress {

  @Override
  public void step(String stage, long done, long total) {}

  @Override
  public boolean cancelled() {
    return whole.cancelled();
  }
}
