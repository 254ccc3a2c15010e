package org.suiseki.matter.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * The lines of a text and the words on each, read where they lie in the buffer: no object is made
 * for a line, a word or a number unless it is asked for as text.
 */
final class TokenLines {
  /** 16 MiB. */
  private static final int LONGEST_LINE = 16 << 20;

  private final UnpackedStream in;
  private byte[] buffer = new byte[1 << 13];
  private int filled;
  private int lineFrom;
  private int lineTo;
  private int nextLine;
  private int tokenFrom;
  private int tokenTo;
  private int line;

  TokenLines(UnpackedStream in) {
    this.in = in;
  }

  /** Moves to the next line, ended by a line feed, a return or both; false after the last. */
  boolean next() {
    int at = nextLine;
    while (true) {
      while (at < filled && buffer[at] != '\n' && buffer[at] != '\r') {
        at++;
      }
      // A return at the end of the buffer may have its line feed behind it.
      boolean whole = at < filled && (buffer[at] == '\n' || at + 1 < filled);
      if (whole) {
        boolean pair = buffer[at] == '\r' && buffer[at + 1] == '\n';
        return take(at, at + (pair ? 2 : 1));
      }
      int before = at - nextLine;
      if (!fill()) {
        int end = nextLine + before;
        return end < filled ? take(end, filled) : before > 0 && take(filled, filled);
      }
      at = nextLine + before;
    }
  }

  private boolean take(int end, int next) {
    line++;
    lineFrom = nextLine;
    lineTo = end;
    nextLine = next;
    rewind();
    return true;
  }

  /** Brings more behind the line that has begun; false at the end. */
  private boolean fill() {
    int begun = filled - nextLine;
    if (begun > LONGEST_LINE) {
      throw new MatterException(
          String.format("The line is longer than %,d bytes.", LONGEST_LINE),
          Place.line(in.source(), line + 1),
          "Break it; is this the right file?");
    }
    if (nextLine > 0) {
      System.arraycopy(buffer, nextLine, buffer, 0, begun);
      nextLine = 0;
    }
    if (begun == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * begun);
    }
    int read = in.take(buffer, begun, buffer.length - begun, line);
    filled = begun + Math.max(0, read);
    return read > 0;
  }

  /** Begins again with the first word of the line. */
  void rewind() {
    tokenFrom = lineFrom;
    tokenTo = lineFrom;
  }

  /** Moves to the next word of the line; false after the last. */
  boolean nextToken() {
    int at = tokenTo;
    while (at < lineTo && isSpace(buffer[at])) {
      at++;
    }
    tokenFrom = at;
    while (at < lineTo && !isSpace(buffer[at])) {
      at++;
    }
    tokenTo = at;
    return tokenTo > tokenFrom;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\f';
  }

  boolean isBlank() {
    rewind();
    boolean blank = !nextToken();
    rewind();
    return blank;
  }

  int line() {
    return line;
  }

  Place place() {
    return Place.line(in.source(), line);
  }

  /** Where the word stands, or after the last word the end of the line. */
  Place tokenPlace() {
    int before =
        new String(buffer, lineFrom, tokenFrom - lineFrom, StandardCharsets.UTF_8).length();
    return new Place(in.source(), line, before + 1);
  }

  /**
   * The line.
   *
   * @throws MatterException where it is not UTF-8
   */
  String text() {
    return decoded(lineFrom, lineTo);
  }

  /** The word. */
  String token() {
    return decoded(tokenFrom, tokenTo);
  }

  /** The first byte of the word as a lower-case letter, if it is one. */
  char firstLetter() {
    return tokenTo > tokenFrom ? (char) (buffer[tokenFrom] | 0x20) : ' ';
  }

  boolean tokenIsNumber() {
    return !Double.isNaN(DecimalBytes.parse(buffer, tokenFrom, tokenTo));
  }

  boolean tokenBegins(char letter) {
    return tokenTo > tokenFrom && buffer[tokenFrom] == letter;
  }

  /** The word as a count; -1 where it is none. */
  long count() {
    return DecimalBytes.count(buffer, tokenFrom, tokenTo);
  }

  /**
   * Moves to the next word, which must be a finite number.
   *
   * @param what names it in the error
   */
  double nextNumber(String what) {
    if (!nextToken()) {
      throw new MatterException(
          "The line ends where the " + what + " should stand.", tokenPlace(), "Complete the line.");
    }
    double value = DecimalBytes.parse(buffer, tokenFrom, tokenTo);
    if (!Double.isFinite(value)) {
      // Says which kind of wrong it is.
      DecimalNumber.parse(shownToken(), what, tokenPlace());
      throw new MatterException(
          "The " + what + " is '" + shownToken() + "'.", tokenPlace(), "Give a finite number.");
    }
    return value;
  }

  String shownToken() {
    return Shown.text(new String(buffer, tokenFrom, tokenTo - tokenFrom, StandardCharsets.UTF_8));
  }

  String shownLine() {
    int to = Math.min(lineTo, lineFrom + 400);
    return Shown.text(new String(buffer, lineFrom, to - lineFrom, StandardCharsets.UTF_8));
  }

  private String decoded(int from, int to) {
    String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
    // The replacement character stands where bytes were wrong, or where the text has one itself.
    if (text.indexOf('\uFFFD') >= 0) {
      requireUtf8(from, to);
    }
    return text;
  }

  private void requireUtf8(int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, from, to - from));
    } catch (CharacterCodingException e) {
      throw new MatterException(
          "The line is not UTF-8 text.", place(), "Save the file as UTF-8.", e);
    }
  }
}
