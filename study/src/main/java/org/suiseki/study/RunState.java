package org.suiseki.study;

/** How a run stands; in {@code manifest.json} in lower case. */
public enum RunState {
  /** Under way; or, if its process is gone, killed without warning. */
  RUNNING,
  /** All done. */
  FINISHED,
  /** Stopped by the person at a safe place. */
  CANCELLED,
  /** Stopped by an error, which the manifest names. */
  FAILED
}
