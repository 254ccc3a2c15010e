package org.suiseki.study;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a person may ask of a run beside the study itself.
 *
 * @param seed instead of the study's own
 * @param quick a smaller computation that shows the same things with less certainty
 * @param strict stop at the first row of the data that cannot be used, instead of listing it and
 *     going on
 * @param data a file or folder instead of the data the study names
 * @param threads for the numerical libraries; all cores if empty
 * @param library where models are kept, for studies that read or fill it; the person's own if empty
 */
public record RunOptions(
    OptionalLong seed,
    boolean quick,
    boolean strict,
    Optional<Path> data,
    OptionalInt threads,
    Optional<String> library) {

  /** With the person's own library. */
  public RunOptions(
      OptionalLong seed, boolean quick, boolean strict, Optional<Path> data, OptionalInt threads) {
    this(seed, quick, strict, data, threads, Optional.empty());
  }

  /** Nothing asked. */
  public static RunOptions defaults() {
    return new RunOptions(
        OptionalLong.empty(), false, false, Optional.empty(), OptionalInt.empty());
  }

  /** The seed of a run of {@code study}. */
  public long seedFor(Study study) {
    return seed.orElse(study.seed());
  }
}
