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
 *
 * <p>{@linkplain #lenient Lenient} lines also end at a lone {@code \r}, and a line that is not
 * UTF-8 is read as ISO-8859-1. They have no sum.
 */
final class BoundedLines implements AutoCloseable {
  /** 64 MiB. */
  static final int LONGEST_LINE = 64 << 20;

  /** Small enough that opening many small files costs little, large enough for few calls. */
  private static final int BUFFER = 1 << 14;

  private final String source;
  private final int longest;
  private final boolean lenient;
  private final DigestInputStream raw;
  private final InputStream in;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int filled;
  private int line;
  private int firstLatinLine;
  private boolean afterReturn;
  private boolean broken;

  /** Bytes of the line that lie in {@link #pending}. */
  private int held;

  BoundedLines(InputStream stream, String source) {
    this(stream, source, LONGEST_LINE);
  }

  BoundedLines(InputStream stream, String source, int longest) {
    this(stream, source, longest, false);
  }

  private BoundedLines(InputStream stream, String source, int longest, boolean lenient) {
    this.source = source;
    this.longest = longest;
    this.lenient = lenient;
    this.raw = new DigestInputStream(stream, Sha256.digest());
    // The sum takes as long as all else.
    raw.on(!lenient);
    try {
      this.in = unpacked(new BufferedInputStream(raw), source);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Lines of a text in UTF-8 or ISO-8859-1, as old programs on any system wrote it. */
  static BoundedLines lenient(InputStream stream, String source, int longest) {
    return new BoundedLines(stream, source, longest, true);
  }

  /**
   * What {@code read} makes of the lines of a file.
   *
   * @throws MatterException where the file cannot be opened
   */
  static <T> T of(Path file, Function<BoundedLines, T> read) {
    return of(file, stream -> new BoundedLines(stream, file.toString()), read);
  }

  /** As {@link #of(Path, Function)}, the lines being {@link #lenient}. */
  static <T> T lenient(Path file, int longest, Function<BoundedLines, T> read) {
    return of(file, stream -> lenient(stream, file.toString(), longest), read);
  }

  private static <T> T of(
      Path file, Function<InputStream, BoundedLines> open, Function<BoundedLines, T> read) {
    try (InputStream stream = Files.newInputStream(file);
        BoundedLines lines = open.apply(stream)) {
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

  /** The number of the first line that was read as ISO-8859-1; 0 where none was. */
  int firstLatinLine() {
    return firstLatinLine;
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
    held = 0;
    try {
      if (afterReturn) {
        afterReturn = false;
        if (fill() && buffer[next] == '\n') {
          next++;
        }
      }
      if (!fill()) {
        return Optional.empty();
      }
      line++;
      return Optional.of(rest());
    } catch (IOException e) {
      broken = true;
      throw unreadable(e);
    }
  }

  /** Whether nothing can be read after what {@link #next} has thrown. */
  boolean broken() {
    return broken;
  }

  /** What is left of the line that begins at the next byte. */
  private String rest() throws IOException {
    int from = next;
    if (findLineEnd()) {
      // Most lines lie in the buffer as a whole, and need no copy.
      return decoded(buffer, from, next++);
    }
    pending.reset();
    boolean ended = false;
    while (!ended) {
      pending.write(buffer, from, next - from);
      held = pending.size();
      if (!fill()) {
        break;
      }
      from = next;
      ended = findLineEnd();
    }
    if (ended) {
      pending.write(buffer, from, next - from);
      next++;
    }
    return decoded(pending.toByteArray(), 0, pending.size());
  }

  /**
   * Reads what is left and gives the sha-256 of the bytes as they came, still compressed.
   *
   * @throws IllegalStateException where the lines are lenient
   */
  String sha256() {
    if (lenient) {
      throw new IllegalStateException("Lenient lines have no sum.");
    }
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
    // Where reading fails, what was read before must not be taken for what comes after it.
    filled = 0;
    filled = in.read(buffer, 0, buffer.length);
    return filled > 0;
  }

  /** Moves to the byte that ends the line, or to the end of the buffer; whether there is one. */
  private boolean findLineEnd() {
    int end = next;
    byte second = lenient ? (byte) '\r' : (byte) '\n';
    while (end < filled && buffer[end] != '\n' && buffer[end] != second) {
      end++;
    }
    if (held + end - next > longest) {
      throw new MatterException(
          String.format("The line is longer than %,d bytes.", longest),
          place(),
          "Put one entry on each line; is this the right file?");
    }
    next = end;
    afterReturn = lenient && end < filled && buffer[end] == '\r';
    return end < filled;
  }

  private String decoded(byte[] bytes, int from, int to) {
    int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    if (ascii(bytes, from, end)) {
      return new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, from, end - from))
              .toString();
    } catch (CharacterCodingException e) {
      if (!lenient) {
        throw new MatterException(
            "The line is not UTF-8 text.", place(), "Save the file as UTF-8.", e);
      }
      firstLatinLine = firstLatinLine == 0 ? line : firstLatinLine;
      text = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }
    return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean ascii(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
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
          "The gzip file is cut off or damaged "
              + (line == 0 ? "at its beginning" : "after line " + line)
              + (e.getMessage() == null ? "." : " (" + e.getMessage() + ")."),
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
