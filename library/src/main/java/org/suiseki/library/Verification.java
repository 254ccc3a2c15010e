package org.suiseki.library;

import java.util.List;

/**
 * What looking through a library found.
 *
 * @param models that were looked at, the deleted ones too
 * @param files whose bytes were read
 * @param bytes of those
 * @param faults in no particular order
 */
public record Verification(long models, long files, long bytes, List<LibraryFault> faults) {

  public Verification {
    faults = List.copyOf(faults);
  }

  /** Whether every model can be loaded as it was published. */
  public boolean sound() {
    return faults.stream().noneMatch(fault -> fault.kind().serious());
  }
}
