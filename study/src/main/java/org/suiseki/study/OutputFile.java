package org.suiseki.study;

import java.io.IOException;
import java.nio.file.Path;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;
import org.suiseki.matter.io.AtomicFile;

/** Files that a study leaves behind, and the word to the person where one cannot be written. */
public final class OutputFile {

  private OutputFile() {}

  /**
   * Writes the file whole or not at all, see {@link AtomicFile}. Its folder has to exist.
   *
   * @throws StudyException if it cannot be written; then the old content stands
   */
  public static void write(Path file, byte[] content) {
    try {
      AtomicFile.write(file, content);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  static StudyException unwritable(Path file, IOException e) {
    return new StudyException(
        "The file cannot be written: " + Failures.reason(e) + ".",
        Place.of(file.toString()),
        "Check that the folder exists, that the disk has space and that you may write there, or"
            + " choose another place with --out.",
        e);
  }
}
