package org.suiseki.library;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a model, as the catalogue has it. Nothing of it ever changes but {@code deleted}.
 *
 * @param card what is said of it
 * @param version from 1, counted for each name and never given twice
 * @param sha256 of its file, hex
 * @param bytes of its file
 * @param published when, to the millisecond
 * @param deleted when, if it waits to be swept away
 */
public record LibraryEntry(
    ModelCard card,
    int version,
    String sha256,
    long bytes,
    Instant published,
    Optional<Instant> deleted) {

  /** {@code name@version}: one model, for ever. */
  public String reference() {
    return card.name() + "@" + version;
  }
}
