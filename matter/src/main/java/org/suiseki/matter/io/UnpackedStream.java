package org.suiseki.matter.io;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * The bytes of a text, taken out of gzip (told by its first bytes) and without a byte order mark.
 * Its head can be looked at before it is read.
 */
final class UnpackedStream extends FilterInputStream {
  /** So much of the head can be looked at. */
  static final int LONGEST_HEAD = 1 << 16;

  private static final int BUFFER = 1 << 13;

  private final String source;

  private UnpackedStream(BufferedInputStream in, String source) {
    super(in);
    this.source = source;
  }

  /**
   * @param source names the stream in errors
   * @throws MatterException where it is damaged, or its first bytes are those of a binary file
   */
  static UnpackedStream of(InputStream stream, String source) {
    try {
      InputStream plain = BoundedLines.unpacked(new BufferedInputStream(stream, BUFFER), source);
      BufferedInputStream buffered =
          plain instanceof BufferedInputStream already
              ? already
              : new BufferedInputStream(plain, BUFFER);
      UnpackedStream unpacked = new UnpackedStream(buffered, source);
      unpacked.skipByteOrderMark();
      return unpacked;
    } catch (IOException e) {
      throw BoundedLines.unreadable(e, source, 0);
    }
  }

  /** Opens a file for {@code reading} and closes it. */
  static void open(Path file, Consumer<UnpackedStream> reading) {
    opened(
        file,
        in -> {
          reading.accept(in);
          return file;
        });
  }

  /** What {@code reading} makes of a file. */
  static <T> T opened(Path file, Function<UnpackedStream, T> reading) {
    return reading(file, stream -> reading.apply(of(stream, file.toString())));
  }

  /** What {@code reading} makes of the bytes of a file as they are. */
  static <T> T reading(Path file, Function<InputStream, T> reading) {
    String source = file.toString();
    if (Files.isDirectory(file)) {
      throw new MatterException("This is a folder.", Place.of(source), "Give a file.");
    }
    try (InputStream stream = stream(file)) {
      return reading.apply(stream);
    } catch (IOException e) {
      throw BoundedLines.unreadable(e, source, 0);
    }
  }

  /** A channel, as {@link Files} opens it, would seek, which a pipe does not let it. */
  static InputStream stream(Path file) throws IOException {
    return Files.exists(file) && !Files.isRegularFile(file)
        ? new FileInputStream(file.toFile())
        : Files.newInputStream(file);
  }

  String source() {
    return source;
  }

  /** The next bytes, at most {@link #LONGEST_HEAD}, without taking them. */
  byte[] head(int most) {
    try {
      in.mark(most);
      byte[] head = in.readNBytes(most);
      in.reset();
      return head;
    } catch (IOException e) {
      throw BoundedLines.unreadable(e, source, 0);
    }
  }

  /** As {@link InputStream#read(byte[], int, int)}, with the room's error. */
  int take(byte[] buffer, int from, int most, int line) {
    try {
      return in.read(buffer, from, most);
    } catch (IOException e) {
      throw BoundedLines.unreadable(e, source, line);
    }
  }

  private void skipByteOrderMark() throws IOException {
    byte[] first = head(3);
    if (first.length >= 2 && (begins(first, 0xFE, 0xFF) || begins(first, 0xFF, 0xFE))) {
      throw new MatterException("This is text in UTF-16.", Place.of(source), "Save it as UTF-8.");
    }
    if (first.length == 3 && begins(first, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(3);
    }
  }

  private static boolean begins(byte[] first, int... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if ((first[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
