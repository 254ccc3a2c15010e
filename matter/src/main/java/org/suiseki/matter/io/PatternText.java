package org.suiseki.matter.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * The text of a pattern, held whole, and the line in it that is looked at. Lines end with a line
 * feed, a return or both; what is not UTF-8 is read as ISO-8859-1.
 */
final class PatternText {
  /** Bytes; far above any pattern, and little enough to be held. */
  static final int LONGEST = 64 << 20;

  private final byte[] bytes;
  private final String source;
  private int from;
  private int to;
  private int next;
  private int line;

  private PatternText(byte[] bytes, String source) {
    this.bytes = bytes;
    this.source = source;
  }

  /**
   * @throws MatterException where the text is cut off or too long
   */
  static PatternText of(InputStream in, String source) {
    byte[] bytes;
    try {
      bytes = in.readNBytes(LONGEST + 1);
    } catch (IOException e) {
      throw BoundedLines.unreadable(e, source, 0);
    }
    if (bytes.length > LONGEST) {
      throw new MatterException(
          String.format("The text is longer than %,d bytes.", LONGEST),
          Place.of(source),
          "Give one pattern in a file; is this the right file?");
    }
    return new PatternText(bytes, source);
  }

  /** The text of a head, for recognising it. */
  static PatternText ofHead(byte[] head) {
    return new PatternText(head, "");
  }

  /** Moves to the next line; false after the last. */
  boolean next() {
    if (next >= bytes.length) {
      return false;
    }
    line++;
    from = next;
    int at = next;
    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    to = at;
    boolean pair = at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
    next = at + (pair ? 2 : 1);
    return true;
  }

  /** Goes back to before the first line. */
  void rewind() {
    next = 0;
    line = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the line begins in {@link #bytes()}. */
  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Whether the line is the last one and has no end, as the last of a head. */
  boolean open() {
    return next > bytes.length;
  }

  int line() {
    return line;
  }

  String source() {
    return source;
  }

  Place place() {
    return Place.line(source, line);
  }

  Place place(int position) {
    return new Place(source, line, position - from + 1);
  }

  /** The first byte that is no blank; 0 in a blank line. */
  byte first() {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\f') {
        return bytes[i];
      }
    }
    return 0;
  }

  /** The line. */
  String text() {
    return text(from, to);
  }

  String text(int begin, int end) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, begin, end - begin))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
    }
  }

  /** The line, short enough for a message. */
  String shown() {
    return Shown.text(text(from, Math.min(to, from + 200)).strip());
  }
}
