package org.suiseki.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.suiseki.learn.ModelArchive;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;
import org.suiseki.matter.io.AtomicFile;

/**
 * A model that is to be published.
 *
 * @param card what is said of it
 * @param sha256 of its file
 * @param bytes of its file
 * @param content writes its file
 */
public record ModelDraft(ModelCard card, String sha256, long bytes, AtomicFile.Content content) {

  /** From what {@link ModelArchive#bytes} gave. */
  public static ModelDraft of(ModelCard card, byte[] file) {
    return new ModelDraft(card, Sha256.of(file), file.length, out -> out.write(file));
  }

  /**
   * From a file that {@link ModelArchive#save} wrote.
   *
   * @throws org.suiseki.learn.LearnException if it is no whole model
   */
  public static ModelDraft of(ModelCard card, Path file) {
    if (!ModelArchive.isZip(file)) {
      throw new LibraryException(
          "A library keeps models that are one file.",
          Place.of(file.toString()),
          "Save it under a name that ends in .suiseki.");
    }
    ModelArchive.load(file);
    try {
      return new ModelDraft(card, Sha256.of(file), Files.size(file), out -> Files.copy(file, out));
    } catch (IOException e) {
      throw new LibraryException(
          "The model cannot be read: " + Failures.reason(e) + ".",
          Place.of(file.toString()),
          "Check that it is readable for you.",
          e);
    }
  }
}
