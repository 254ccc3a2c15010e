package org.suiseki.study;

import org.suiseki.learn.Progress;

/**
 * Shows one part of a stage as that part of the whole: {@code size} of {@code all} equal pieces,
 * after {@code before} that are done.
 */
public record PartProgress(Progress target, int before, int size, int all) implements Progress {
  /** Steps that one piece is shown as. */
  private static final long FINE = 1000;

  @Override
  public void step(String stage, long done, long total) {
    target.step(stage, FINE * before + FINE * size * done / Math.max(1, total), FINE * all);
  }

  @Override
  public boolean cancelled() {
    return target.cancelled();
  }
}
