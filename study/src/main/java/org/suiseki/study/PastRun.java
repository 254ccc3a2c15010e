package org.suiseki.study;

import java.nio.file.Path;

/**
 * What a run folder says of its run, so that it can be resumed without repeating the command line.
 *
 * @param study as copied into the folder; its relative paths count from where its file lay
 * @param asked when the run began
 */
public record PastRun(Study study, RunOptions asked, RunState state) {

  /**
   * @throws StudyException if {@code folder} is not a run folder of a version this build knows
   */
  public static PastRun read(Path folder) {
    Manifest manifest = Manifest.read(folder);
    Study study = StudyFile.read(folder.resolve(RunFolder.STUDY));
    return new PastRun(study.in(manifest.studyFolder()), manifest.asked(), manifest.state());
  }
}
