package org.suiseki.library;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.suiseki.matter.io.AtomicFile;

/**
 * Where model files lie, each named by the sha-256 of its bytes, so that a name never means two
 * things and every reader can check what it got. Thread-safe, and safe among processes.
 */
interface ModelStore {

  /**
   * A file of the store.
   *
   * @param sha256 that its name states, or the name itself where it is none of a model
   * @param unfinished left by a process that was killed while it wrote
   * @param foreign not named as the store names its files
   */
  record Stored(String sha256, long bytes, Instant modified, boolean unfinished, boolean foreign) {}

  /** Whether there is a file of that name and size; its bytes are not looked at. */
  boolean holds(String sha256, long bytes);

  boolean exists(String sha256);

  /**
   * Writes a file whole and durably, or not at all. One that is there is read; if its bytes are not
   * those of its name, it is replaced.
   *
   * @param content has to write the bytes of that hash, else nothing is kept
   */
  void put(String sha256, long bytes, AtomicFile.Content content);

  /**
   * A file to read, its bytes not yet checked.
   *
   * @throws LibraryException if there is none
   */
  Path file(String sha256);

  /** The hash of the bytes that are there under this name. */
  String hash(String sha256) throws IOException;

  void each(Consumer<Stored> visitor);

  /** Takes a file away; nothing happens if there is none. */
  void remove(Stored file);

  /** For a person. */
  String place();

  /** Where a file is, for a person. */
  String place(String sha256);
}
