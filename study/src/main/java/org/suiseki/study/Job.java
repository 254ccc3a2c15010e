package org.suiseki.study;

import java.nio.file.Path;
import java.util.List;
import org.suiseki.learn.Progress;

/** A study that was checked and can run. */
public interface Job {

  /** What decides its results; a folder is resumed only by a job with the same recipe. */
  Recipe recipe();

  /**
   * What a person should know before it runs, one sentence or two each; for instance rows left out.
   */
  default List<String> notices() {
    return List.of();
  }

  /**
   * Does the work. Each finished part goes through {@link RunFolder#stage}, so that a cancelled run
   * can go on from there; between and inside parts it calls {@link Progress#check()} where stopping
   * is safe.
   *
   * @return the file a person reads first, inside the run folder
   * @throws java.util.concurrent.CancellationException if {@code progress} was cancelled
   */
  Path run(RunFolder folder, Progress progress);
}
