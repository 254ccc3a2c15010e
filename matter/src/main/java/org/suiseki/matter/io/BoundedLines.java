package org.suiseki.matter.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;

/**
 * The lines of a UTF-8 text, plain or gzipped (told by its first bytes), one at a time: never more
 * than one line is held, and no line may be longer than a bound. A byte order mark is skipped;
 * {@code \n} and {@code \r\n} end a line.
 */
final class BoundedLines implements AutoCloseable {
  /** 64 MiB. */
  static final int LONGEST_LINE = 64 << 20;

  private final String source;
  private final int longest;
  private final DigestInputStream raw;
  private final InputStream in;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int filled;
  private int line;

  BoundedLines(InputStream stream, String source) {
    this(stream, source, LONGEST_LINE);
  }

  BoundedLines(InputStream stream, String source, int longest) {
    this.source = source;
    this.longest = longest;
    this.raw = new DigestInputStream(stream, Sha256.digest());
    try {
      this.in = unpacked(new BufferedInputStream(raw, 1 << 16), source);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * What {@code read} makes of the lines of a file.
   *
   * @throws MatterException where the file cannot be opened
   */
  static <T> T of(Path file, Function<BoundedLines, T> read) {
    try (InputStream stream = Files.newInputStream(file);
        BoundedLines lines = new BoundedLines(stream, file.toString())) {
      return read.apply(lines);
    } catch (IOException e) {
      throw new MatterException(
          "The file cannot be read: " + Failures.reason(e) + ".",
          Place.of(file.toString()),
          "Check the file and its permissions.",
          e);
    }
  }

  /** The number of the line last given, from 1. */
  int line() {
    return line;
  }

  Place place() {
    return Place.line(source, line);
  }

  /**
   * The next line without its end, or empty after the last.
   *
   * @throws MatterException where the file ends early, is not UTF-8 or holds too long a line
   */
  Optional<String> next() {
    pending.reset();
    try {
      if (!fill()) {
        return Optional.empty();
      }
      line++;
      boolean ended = false;
      while (!ended && fill()) {
        ended = takeToLineEnd();
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return Optional.of(decoded());
  }

  /** Reads what is left and gives the sha-256 of the bytes as they came, still compressed. */
  String sha256() {
    try {
      raw.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw unreadable(e);
    }
    return Sha256.hex(raw.getMessageDigest());
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The content of a stream, taken out of its gzip where it is in one; text by its first bytes. */
  static InputStream unpacked(BufferedInputStream buffered, String source) throws IOException {
    byte[] first = first(buffered);
    boolean gzipped = first.length > 1 && first[0] == 0x1f && (first[1] & 0xFF) == 0x8b;
    if (!gzipped) {
      requireText(first, source);
      return buffered;
    }
    BufferedInputStream content =
        new BufferedInputStream(new GZIPInputStream(buffered, 1 << 16), 1 << 16);
    requireText(first(content), source);
    return content;
  }

  private static byte[] first(BufferedInputStream stream) throws IOException {
    stream.mark(BinaryKind.LONGEST);
    byte[] first = stream.readNBytes(BinaryKind.LONGEST);
    stream.reset();
    return first;
  }

  private static void requireText(byte[] first, String source) {
    BinaryKind.of(first)
        .ifPresent(kind -> {
          throw new MatterException(
              "This is " + kind.text() + ", not text.",
              Place.of(source),
              "Export its content as text in UTF-8.");
        });
  }

  /** Whether there is a byte to take. */
  private boolean fill() throws IOException {
    if (next < filled) {
      return true;
    }
    next = 0;
    filled = in.read(buffer, 0, buffer.length);
    return filled > 0;
  }

  /** Moves bytes from the buffer into the pending line; whether the line ended. */
  private boolean takeToLineEnd() {
    int end = next;
    while (end < filled && buffer[end] != '\n') {
      end++;
    }
    if (pending.size() + end - next > longest) {
      throw new MatterException(
          String.format("The line is longer than %,d bytes.", longest),
          place(),
          "Put one entry on each line; is this the right file?");
    }
    pending.write(buffer, next, end - next);
    next = end + 1;
    return end < filled;
  }

  private String decoded() {
    byte[] bytes = pending.toByteArray();
    int end = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)).toString();
    } catch (CharacterCodingException e) {
      throw new MatterException(
          "The line is not UTF-8 text.", place(), "Save the file as UTF-8.", e);
    }
    return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private MatterException unreadable(IOException e) {
    return unreadable(e, source, line);
  }

  /**
   * @param line the last that could be read, 0 before the first
   */
  static MatterException unreadable(IOException e, String source, int line) {
    Place place = Place.line(source, line);
    if (e instanceof EOFException || e instanceof ZipException) {
      return new MatterException(
          "The gzip file is cut off or damaged after line " + line + " (" + e.getMessage() + ").",
          place,
          "Copy or download it again and compare its sha-256.",
          e);
    }
    return new MatterException(
        "The file cannot be read: " + Failures.reason(e) + ".",
        place,
        "Check the file and its permissions.",
        e);
  }
}
