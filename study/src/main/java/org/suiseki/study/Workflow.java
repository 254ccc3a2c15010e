package org.suiseki.study;

/** Knows how to run the studies of one kind. */
public interface Workflow {

  /** The value of the key {@code kind} in its study files. */
  String kind();

  /**
   * Reads and checks all that a run needs, before a folder is made for it.
   *
   * @throws StudyException or the exception of another room if the study, the options or the data
   *     cannot be used
   */
  Job prepare(Study study, RunOptions options);
}
