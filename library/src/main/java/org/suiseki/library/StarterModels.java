package org.suiseki.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;

/**
 * The models that ship: an archive that {@code suiseki run starter-library} and {@code library
 * export} made from data that ship too, so that search, prediction and transfer can be tried on any
 * machine.
 */
public final class StarterModels {
  private static final String ARCHIVE = "starter.suiseki-library";

  private StarterModels() {}

  /**
   * Takes them in; those that are there stay as they are.
   *
   * @throws LibraryException where there is no room for a copy of the archive
   */
  public static Imported into(Library library, Progress progress) {
    try (InputStream in = StarterModels.class.getResourceAsStream(ARCHIVE)) {
      if (in == null) {
        throw new IllegalStateException("This build lacks its resource " + ARCHIVE + ".");
      }
      Path copy = Files.createTempFile("starter", ".suiseki-library");
      try {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        return library.importFrom(copy, progress);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new LibraryException(
          "The models that ship cannot be unpacked: " + Failures.reason(e) + ".",
          Place.of(System.getProperty("java.io.tmpdir")),
          "Make room there, or name another folder with SUISEKI_JVM_FLAGS=-Djava.io.tmpdir=….",
          e);
    }
  }
}
