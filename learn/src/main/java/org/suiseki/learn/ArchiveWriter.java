package org.suiseki.learn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;
import org.suiseki.matter.io.AtomicFile;

/**
 * Puts the files of a {@link ModelArchive} on disk so that either all are there or nothing has
 * changed: everything is written under another name beside the target, forced to the disk, and
 * renamed.
 */
final class ArchiveWriter {

  /**
   * A fixed time, so that the same model gives the same bytes. Not the first hour that the zip
   * format knows, which Java takes for "earlier" and spells out in an extra field.
   */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private ArchiveWriter() {}

  static void write(Map<String, byte[]> files, Path target, boolean zip) {
    requireReplaceable(target, zip);
    try {
      if (zip) {
        AtomicFile.write(target, out -> writeZip(files, out));
      } else {
        writeFolder(files, target);
      }
    } catch (IOException e) {
      throw new LearnException(
          "The model cannot be saved: " + Failures.reason(e) + ".",
          Place.of(target.toString()),
          "Make sure that its folder exists and can be written to, and that the disk has room.",
          e);
    }
  }

  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writeZip(files, out);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory takes all that is written to it", e);
    }
    return out.toByteArray();
  }

  /** Only a whole model of the same form, or an empty folder, gives way. */
  private static void requireReplaceable(Path target, boolean zip) {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    boolean sameForm =
        zip
            ? Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
            : Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS);
    if (!sameForm) {
      throw inTheWay("Something else than a model is there already.", target, null);
    }
    try {
      if (zip || !isEmpty(target)) {
        ModelArchive.load(target);
      }
    } catch (LearnException e) {
      throw inTheWay("What is there already is not a model that can be read.", target, e);
    } catch (IOException e) {
      throw inTheWay("What is there already cannot be read.", target, e);
    }
  }

  private static LearnException inTheWay(String what, Path target, @Nullable Throwable cause) {
    Place place = Place.of(target.toString());
    String mend = "Choose another name, or remove it first.";
    return cause == null
        ? new LearnException(what, place, mend)
        : new LearnException(what, place, mend, cause);
  }

  private static void writeZip(Map<String, byte[]> files, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setMethod(ZipOutputStream.STORED);
    for (Map.Entry<String, byte[]> content : files.entrySet()) {
      zip.putNextEntry(stored(content.getKey(), content.getValue()));
      zip.write(content.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }

  private static ZipEntry stored(String name, byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    return entry;
  }

  private static void writeFolder(Map<String, byte[]> files, Path target) throws IOException {
    Path temporary = AtomicFile.beside(target, "new");
    try {
      Files.createDirectory(temporary);
      for (Map.Entry<String, byte[]> content : files.entrySet()) {
        AtomicFile.write(temporary.resolve(content.getKey()), content.getValue());
      }
      moveFolder(temporary, target);
      AtomicFile.forceName(target);
    } finally {
      removeIfThere(temporary);
    }
  }

  /**
   * No file system swaps two folders in one step on every platform, so the earlier one steps aside
   * and comes back.
   */
  private static void moveFolder(Path temporary, Path target) throws IOException {
    if (!Files.exists(target)) {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Path earlier = AtomicFile.beside(target, "earlier");
    Files.move(target, earlier, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(earlier, target, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    removeIfThere(earlier);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      return !found.iterator().hasNext();
    }
  }

  /**
   * A file, or a folder of files. What cannot be removed stays; the error that led here is the one
   * to tell.
   */
  private static void removeIfThere(Path path) {
    try {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path)) {
          for (Path file : found) {
            Files.delete(file);
          }
        }
      }
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // Left under its dotted name.
    }
  }
}
