package org.suiseki.matter.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * The text of a pattern, held whole, and the line in it that is looked at. Lines end with a line
 * feed, a return or both; what is not UTF-8 is read as ISO-8859-1.
 */
final class PatternText {
  /** Bytes; far above any pattern, and little enough to be held. */
  static final int LONGEST = 64 << 20;

  /** What most patterns fit into. */
  private static final int FIRST = 1 << 16;

  /** With so many digits a number is a whole number below 2⁵³ over a power of ten. */
  private static final int PLAIN = 15;

  private final byte[] bytes;

  /** How many of the bytes are text. */
  private final int size;

  private final String source;
  private int from;
  private int to;
  private int next;
  private int line;

  /** Behind the word that {@link #plain} read last. */
  private int wordEnd;

  private PatternText(byte[] bytes, int size, String source) {
    this.bytes = bytes;
    this.size = size;
    this.source = source;
  }

  /**
   * @throws MatterException where the text is cut off or too long
   */
  static PatternText of(InputStream in, String source) {
    byte[] bytes = new byte[FIRST];
    int size = 0;
    try {
      for (int read = 0; read >= 0 && size <= LONGEST; size += Math.max(read, 0)) {
        if (size == bytes.length) {
          bytes = Arrays.copyOf(bytes, Math.min(2 * size, LONGEST + 1));
        }
        read = in.read(bytes, size, bytes.length - size);
      }
    } catch (IOException e) {
      throw BoundedLines.unreadable(e, source, 0);
    }
    if (size > LONGEST) {
      throw new MatterException(
          String.format("The text is longer than %,d bytes.", LONGEST),
          Place.of(source),
          "Give one pattern in a file; is this the right file?");
    }
    return new PatternText(bytes, size, source);
  }

  /** The text of a head, for recognising it. */
  static PatternText ofHead(byte[] head) {
    return new PatternText(head, head.length, "");
  }

  /** Moves to the next line; false after the last. */
  boolean next() {
    if (next >= size) {
      return false;
    }
    line++;
    from = next;
    int at = next;
    while (at < size && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    end(at);
    return true;
  }

  /** Ends the line at this byte and goes behind it. */
  private void end(int at) {
    to = at;
    boolean pair = at + 1 < size && bytes[at] == '\r' && bytes[at + 1] == '\n';
    next = at + (pair ? 2 : 1);
  }

  /**
   * Moves to the next line where it holds finite decimal numbers and nothing else, so that it can
   * be read in one go; else stays and leaves it to {@link #next()}.
   *
   * @param delimiter 0 for blanks and tabs
   * @param numbers takes them, correctly rounded; the line must have as many
   * @return whether it did
   */
  boolean nextNumbers(char delimiter, double[] numbers) {
    int at = next;
    for (int i = 0; i < numbers.length; i++) {
      int begin = pastBlanks(at, delimiter);
      double number = plain(begin, delimiter);
      at = wordEnd;
      if (Double.isNaN(number)) {
        at = endOfWord(begin, delimiter);
        number = DecimalBytes.parse(bytes, begin, at);
      }
      if (!Double.isFinite(number)) {
        return false;
      }
      numbers[i] = number;
      int after = pastBlanks(at, delimiter);
      boolean last = i == numbers.length - 1;
      boolean parted =
          last
              ? after >= size || bytes[after] == '\n' || bytes[after] == '\r'
              : delimiter == 0 ? after > at : after < size && bytes[after] == delimiter;
      if (!parted) {
        return false;
      }
      at = last || delimiter == 0 ? after : after + 1;
    }
    from = next;
    line++;
    end(at);
    return true;
  }

  /**
   * A word of digits with or without a sign and a point, in one go over its bytes; sets {@link
   * #wordEnd}. Most are of so few digits that one division rounds as {@link DecimalBytes} does.
   *
   * @return NaN for any other word, which may be a number still
   */
  private double plain(int begin, char delimiter) {
    boolean negative = begin < size && bytes[begin] == '-';
    int first = negative ? begin + 1 : begin;
    int most = Math.min(size, first + PLAIN);
    long mantissa = 0;
    int point = -1;
    int at = first;
    for (; at < most; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
      } else if (digit == '.' - '0' && point < 0) {
        point = at;
      } else {
        break;
      }
    }
    boolean ends = at >= size || bytes[at] <= ' ' || bytes[at] == delimiter;
    int decimals = point < 0 ? 0 : at - point - 1;
    if (!ends || at - first - (point < 0 ? 0 : 1) < 1) {
      return Double.NaN;
    }
    wordEnd = at;
    // Counts are whole, and a division takes longer than the reading of a digit.
    double value = decimals == 0 ? mantissa : mantissa / DecimalBytes.ten(decimals);
    return negative ? -value : value;
  }

  private int pastBlanks(int begin, char delimiter) {
    int at = begin;
    while (at < size && (bytes[at] == ' ' || bytes[at] == '\t' && delimiter != '\t')) {
      at++;
    }
    return at;
  }

  /** Blanks end a word in any case. */
  private int endOfWord(int begin, char delimiter) {
    int at = begin;
    while (at < size && bytes[at] > ' ' && bytes[at] != delimiter) {
      at++;
    }
    return at;
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
    return next > size;
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
