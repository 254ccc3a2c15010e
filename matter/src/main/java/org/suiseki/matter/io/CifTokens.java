package org.suiseki.matter.io;

import java.util.Optional;
import org.suiseki.matter.Place;

/**
 * The tokens of a CIF, one at a time, after the grammar of CIF 1.1 (10.1107/S0021889891010749;
 * International Tables G 2.2.7) and, where the file begins with {@code #\#CIF_2.0}, that of CIF 2
 * (10.1107/S1600576715021871): triple quotes, and lists and tables, each given as one value.
 *
 * <p>Only the current line and the value of the current text field are held; a field is gathered
 * only while {@link #keepFields} is set, and cut at {@link #LONGEST_FIELD}.
 *
 * <p>As a character sequence it is the current token.
 *
 * <p>More is accepted than the grammar allows: a quote that is not closed on its line is a
 * character as any other, and what follows the end of a text field is read on.
 */
final class CifTokens implements CharSequence {
  /** Characters of a text field that are kept. */
  static final int LONGEST_FIELD = 1 << 20;

  private static final String MAGIC = "#\\#CIF_2.0";

  /** What a token is. */
  enum Kind {
    /** A data name, with its underscore. */
    TAG,
    VALUE,
    LOOP,
    /** {@code data_} and the name of the block, which is the text. */
    DATA,
    /** {@code save_} and a name, or the end of such a frame without one. */
    SAVE,
    GLOBAL,
    STOP,
    END
  }

  private final BoundedLines lines;
  private final String source;
  private final CifWarnings warnings;
  private final StringBuilder field = new StringBuilder();
  private String line = "";
  private int lineNumber;
  private int position;
  private boolean ended;
  private boolean secondVersion;

  /** Set while the text of fields over several lines is wanted. */
  boolean keepFields;

  private int start;
  private int end;
  private boolean fromField;
  private boolean quoted;
  private boolean firstOfLine;
  private int tokenLine;

  CifTokens(BoundedLines lines, String source, CifWarnings warnings) {
    this.lines = lines;
    this.source = source;
    this.warnings = warnings;
    advance();
    this.secondVersion = line.startsWith(MAGIC);
  }

  /** Moves to the next token. */
  Kind next() {
    boolean first = position == 0;
    while (!ended) {
      if (position == 0 && !line.isEmpty() && line.charAt(0) == ';') {
        return textField();
      }
      while (position < line.length() && blank(line.charAt(position))) {
        position++;
      }
      if (position < line.length() && line.charAt(position) != '#') {
        firstOfLine = first;
        return token();
      }
      advance();
      first = true;
    }
    tokenLine = lineNumber;
    start = 0;
    end = 0;
    return Kind.END;
  }

  /** Of the current token. */
  String text() {
    return fromField ? field.toString() : line.substring(start, end);
  }

  @Override
  public int length() {
    return fromField ? field.length() : end - start;
  }

  @Override
  public char charAt(int index) {
    return fromField ? field.charAt(index) : line.charAt(start + index);
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return text().substring(from, to);
  }

  @Override
  public String toString() {
    return text();
  }

  void appendTo(StringBuilder out) {
    if (fromField) {
      out.append(field);
    } else {
      out.append(line, start, end);
    }
  }

  /** Whether the value was written in quotes, as a text field, list or table. */
  boolean quoted() {
    return quoted;
  }

  boolean firstOfLine() {
    return firstOfLine;
  }

  /** Where the token begins, its quote included, from 1. */
  int line() {
    return tokenLine;
  }

  int column() {
    return fromField ? 1 : quoted ? start : start + 1;
  }

  Place place() {
    return new Place(source, tokenLine, column());
  }

  static boolean blank(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\uFEFF' || c == '\u0085';
  }

  private void advance() {
    Optional<String> next = lines.next();
    ended = next.isEmpty();
    line = next.orElse("");
    lineNumber = ended ? lineNumber : lines.line();
    position = 0;
  }

  private Kind token() {
    tokenLine = lineNumber;
    fromField = false;
    quoted = false;
    char c = line.charAt(position);
    if (c == '\'' || c == '"') {
      if (secondVersion && line.startsWith(String.valueOf(c).repeat(3), position)) {
        return tripleQuoted(c);
      }
      int close = closing(line, position, false);
      if (close >= 0) {
        quoted = true;
        start = position + 1;
        end = close;
        position = close + 1;
        return Kind.VALUE;
      }
      warnings.add("A quote in line " + lineNumber + " is not closed.");
    }
    return secondVersion && (c == '[' || c == '{') ? bracketed() : bare();
  }

  /**
   * The quote that ends the string at {@code from}, or -1. In CIF 1 it is followed by a blank or
   * the end of the line, so that {@code 'a dog's life'} is one string; {@code within} brackets the
   * next quote is the one.
   */
  private static int closing(String line, int from, boolean within) {
    char quote = line.charAt(from);
    int close = line.indexOf(quote, from + 1);
    while (close >= 0 && !within && close + 1 < line.length() && !blank(line.charAt(close + 1))) {
      close = line.indexOf(quote, close + 1);
    }
    return close;
  }

  private Kind bare() {
    start = position;
    int to = position + 1;
    while (to < line.length() && !blank(line.charAt(to))) {
      to++;
    }
    end = to;
    position = to;
    return switch (line.charAt(start)) {
      case '_' -> end - start > 1 ? Kind.TAG : Kind.VALUE;
      case 'd', 'D' -> begins("data_") ? named(Kind.DATA, 5) : Kind.VALUE;
      case 's', 'S' ->
          begins("save_")
              ? named(Kind.SAVE, 5)
              : begins("stop_") && end - start == 5 ? Kind.STOP : Kind.VALUE;
      case 'l', 'L' -> begins("loop_") && end - start == 5 ? Kind.LOOP : Kind.VALUE;
      case 'g', 'G' -> begins("global_") && end - start == 7 ? Kind.GLOBAL : Kind.VALUE;
      default -> Kind.VALUE;
    };
  }

  private boolean begins(String word) {
    return line.regionMatches(true, start, word, 0, word.length());
  }

  private Kind named(Kind kind, int wordLength) {
    start += wordLength;
    return kind;
  }

  /** A semicolon in the first column begins it, and the next such semicolon ends it. */
  private Kind textField() {
    beginField();
    keep(line, 1, line.length());
    advance();
    while (!ended && !(line.length() > 0 && line.charAt(0) == ';')) {
      if (keepFields) {
        keep("\n", 0, 1);
      }
      keep(line, 0, line.length());
      advance();
    }
    if (ended) {
      warnings.add("The text that begins in line " + tokenLine + " is not closed by a semicolon.");
    } else {
      position = 1;
    }
    CifTextField.unfold(field);
    return Kind.VALUE;
  }

  private Kind tripleQuoted(char quote) {
    beginField();
    String mark = String.valueOf(quote).repeat(3);
    position += 3;
    int close = line.indexOf(mark, position);
    while (close < 0 && !ended) {
      keep(line, position, line.length());
      keep("\n", 0, 1);
      advance();
      close = line.indexOf(mark, 0);
    }
    if (ended) {
      warnings.add("The quotes in line " + tokenLine + " are not closed.");
    } else {
      keep(line, position, close);
      position = close + 3;
    }
    return Kind.VALUE;
  }

  /** A list or table of CIF 2 as it is written, without comments. */
  private Kind bracketed() {
    int column = position;
    beginField();
    int depth = 0;
    do {
      if (position >= line.length() || line.charAt(position) == '#') {
        keep(" ", 0, 1);
        advance();
      } else {
        depth += bracket();
      }
    } while (depth > 0 && !ended);
    if (ended) {
      warnings.add("The bracket in " + new Place("line " + tokenLine, column + 1, 0) + " is open.");
    }
    return Kind.VALUE;
  }

  /** Takes a bracket, a string or one other character; by how much the brackets grew deeper. */
  private int bracket() {
    char c = line.charAt(position);
    int close = c == '\'' || c == '"' ? closing(line, position, true) : -1;
    int to = close < 0 ? position + 1 : close + 1;
    keep(line, position, to);
    position = to;
    return c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
  }

  private void beginField() {
    tokenLine = lineNumber;
    firstOfLine = true;
    fromField = true;
    quoted = true;
    field.setLength(0);
  }

  private void keep(String text, int from, int to) {
    if (keepFields && field.length() + to - from <= LONGEST_FIELD) {
      field.append(text, from, to);
    }
  }
}
