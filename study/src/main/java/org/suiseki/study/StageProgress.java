package org.suiseki.study;

import org.suiseki.learn.Progress;

/** Shows the steps of whatever works inside a stage under the name of that stage. */
public record StageProgress(Progress target, String stage) implements Progress {

  @Override
  public void step(String inner, long done, long total) {
    target.step(stage, done, total);
  }

  @Override
  public boolean cancelled() {
    return target.cancelled();
  }
}
