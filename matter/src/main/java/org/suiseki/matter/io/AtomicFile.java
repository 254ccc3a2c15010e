package org.suiseki.matter.io;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a file whole or not at all: into a temporary file beside it, forced to the disk, then
 * renamed. A reader sees the old content or the new, also after a power cut.
 */
public final class AtomicFile {
  private static final String UNFINISHED = "part";
  private static final Path STANDARD_OUTPUT = Path.of("/dev/stdout");

  /** What a process that is ended while it writes has to take away. */
  private static final Set<Path> UNDER_WAY = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(AtomicFile::discardAll, "unfinished files"));
  }

  private AtomicFile() {}

  /** What a file is to hold, written as it comes. */
  public interface Content {
    /** Writes all of it; the stream is flushed and closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Replaces {@code file}, whose folder has to exist, by these bytes. */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, out -> out.write(content));
  }

  /** As {@link #write(Path, Content)}, gzipped where the name ends in {@code .gz}. */
  public static void writePacked(Path file, Content content) throws IOException {
    if (!FileName.of(file.toString()).toLowerCase(Locale.ROOT).endsWith(".gz")) {
      write(file, content);
      return;
    }
    write(
        file,
        out -> {
          GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16);
          content.writeTo(gzip);
          gzip.finish();
        });
  }

  /**
   * Replaces {@code file}, whose folder has to exist. A symbolic link stays one: where it leads is
   * replaced. A pipe, a device and {@code /dev/stdout} are written to.
   *
   * @throws IOException if the disk is full, the folder is read-only or a folder stands in its
   *     place; then, and where {@code content} throws, the old content stands and no temporary file
   *     is left, nor where a signal ends the process
   */
  public static void write(Path file, Content content) throws IOException {
    if (file.equals(STANDARD_OUTPUT)) {
      // Where it goes on to a file, that file may hold more than this, and is not to be replaced.
      OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
      content.writeTo(out);
      out.flush();
      return;
    }
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      // Renaming a file over a device such as /dev/stdout would take it away; where a pipe leads
      // has no name.
      try (OutputStream out = Files.newOutputStream(file)) {
        content.writeTo(out);
      }
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path temporary = beside(target, UNFINISHED);
    UNDER_WAY.add(temporary);
    try {
      fill(temporary, content);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException | Error e) {
      discard(temporary, e);
      throw e;
    } finally {
      UNDER_WAY.remove(temporary);
    }
    forceName(target);
  }

  /**
   * A name beside {@code target}, for what is to be renamed to it or stands aside for it. It starts
   * with a dot, and no two calls give the same.
   */
  public static Path beside(Path target, String ending) {
    String unique = UUID.randomUUID().toString().substring(0, 8);
    return target.resolveSibling("." + target.getFileName() + "." + unique + "." + ending);
  }

  /** Whether a file is one that a process left that was killed while it wrote. */
  public static boolean isTemporary(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") && name.endsWith("." + UNFINISHED);
  }

  /**
   * Makes the name of a file or folder durable, and so those beside it, where the platform can:
   * Windows opens no folder as a file.
   */
  public static void forceName(Path file) {
    Path folder = file.toAbsolutePath().resolveSibling(".");
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // It is in place and whole; only a power cut in the next seconds could undo its name.
    }
  }

  private static void fill(Path file, Content content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private static void discardAll() {
    for (Path temporary : UNDER_WAY) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException e) {
        // The process ends; the name of the file says that it may go.
      }
    }
  }

  private static void discard(Path temporary, Throwable cause) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
