package org.suiseki.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** A folder that many files are written into. */
record OutputFolder(Path path) {

  /**
   * The folder, made where it does not exist.
   *
   * @throws MatterException where it cannot be
   */
  static OutputFolder at(Path path) {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new MatterException(
          "The folder cannot be made: " + Failures.reason(e) + ".",
          Place.of(path.toString()),
          "Choose another place, or check its permissions.",
          e);
    }
    return new OutputFolder(path);
  }

  /** The folder of a file, made where it does not exist. */
  static OutputFolder of(Path file) {
    return at(file.toAbsolutePath().resolveSibling(""));
  }

  Path file(String name) {
    return path.resolve(name);
  }
}
