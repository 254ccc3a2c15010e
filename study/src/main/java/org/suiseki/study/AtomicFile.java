package org.suiseki.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.suiseki.matter.Place;

/**
 * Writes a file whole or not at all: into a temporary file beside it, forced to the disk, then
 * renamed. A reader sees the old content or the new, also after a power cut.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /**
   * Replaces {@code file}, whose folder has to exist.
   *
   * @throws StudyException if the disk is full, the folder is read-only or a folder stands in its
   *     place; then the old content stands and no temporary file is left
   */
  public static void write(Path file, byte[] content) {
    Path target = file.toAbsolutePath();
    Path temporary = target.resolveSibling(temporaryName(target.getFileName().toString()));
    try {
      fill(temporary, content);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(file, discard(temporary, e));
    }
  }

  static StudyException unwritable(Path file, IOException e) {
    return new StudyException(
        "The file cannot be written: " + Failures.reason(e) + ".",
        Place.of(file.toString()),
        "Check that the disk has space and that you may write there, or choose another place with"
            + " --out.",
        e);
  }

  static boolean isTemporary(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") && name.endsWith(".part");
  }

  private static String temporaryName(String name) {
    return "." + name + ".part";
  }

  private static void fill(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static IOException discard(Path temporary, IOException cause) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return cause;
  }
}
