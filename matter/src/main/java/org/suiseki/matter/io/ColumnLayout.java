package org.suiseki.matter.io;

import java.util.List;

/**
 * How the columns of a text are set apart.
 *
 * @param delimiter 0 for blanks and tabs
 * @param decimalComma whether numbers have a comma for the point
 */
record ColumnLayout(char delimiter, boolean decimalComma) {
  /** In doubt the first. */
  private static final List<ColumnLayout> LAYOUTS =
      List.of(
          new ColumnLayout('\0', false),
          new ColumnLayout(',', false),
          new ColumnLayout(';', false),
          new ColumnLayout('\t', false),
          new ColumnLayout(';', true),
          new ColumnLayout('\0', true),
          new ColumnLayout('\t', true));

  /** So many lines with numbers tell. */
  private static final int ENOUGH = 40;

  /** The layout in which most of the first lines are rows of numbers. */
  static ColumnLayout of(PatternText text) {
    if (fits(LAYOUTS.get(0), text)) {
      return LAYOUTS.get(0);
    }
    int[] rows = new int[LAYOUTS.size()];
    int[] bounds = new int[4];
    int best = 0;
    text.rewind();
    while (rows[best] < ENOUGH && text.next()) {
      byte first = text.first();
      if (first == 0 || Character.isLetter(first)) {
        continue;
      }
      for (int i = 0; i < rows.length; i++) {
        rows[i] += LAYOUTS.get(i).isRow(text, bounds) ? 1 : 0;
        best = rows[i] > rows[best] ? i : best;
      }
    }
    text.rewind();
    return LAYOUTS.get(best);
  }

  /** Whether all lines that tell are rows, so that no other layout can have more of them. */
  private static boolean fits(ColumnLayout layout, PatternText text) {
    int[] bounds = new int[4];
    int rows = 0;
    boolean all = true;
    text.rewind();
    while (all && rows < ENOUGH && text.next()) {
      byte first = text.first();
      if (first != 0 && !Character.isLetter(first)) {
        all = layout.isRow(text, bounds);
        rows++;
      }
    }
    text.rewind();
    return all && rows > 0;
  }

  /** Whether the line begins with two numbers, of which the words nan and inf count too. */
  boolean isRow(PatternText text, int[] bounds) {
    return split(text, bounds) >= 2
        && isNumber(text, bounds[0], bounds[1])
        && isNumber(text, bounds[2], bounds[3]);
  }

  private boolean isNumber(PatternText text, int from, int to) {
    if (!Double.isNaN(number(text.bytes(), from, to))) {
      return true;
    }
    int begin =
        from < to && (text.bytes()[from] == '-' || text.bytes()[from] == '+') ? from + 1 : from;
    return to - begin >= 3
        && to - begin <= 8
        && text.text(begin, to).matches("(?i)nan|inf|infinity");
  }

  /**
   * Finds the fields of a line.
   *
   * @param bounds takes where each begins and ends, by twos, without quotes
   * @return how many there are, at most half the length of {@code bounds}
   */
  int split(PatternText text, int[] bounds) {
    byte[] bytes = text.bytes();
    int to = text.to();
    int at = text.from();
    int found = 0;
    while (2 * found < bounds.length) {
      while (at < to && isBlank(bytes[at])) {
        at++;
      }
      if (at >= to) {
        break;
      }
      int from = at;
      while (at < to && !ends(bytes[at])) {
        at++;
      }
      int end = at;
      while (end > from && isBlank(bytes[end - 1])) {
        end--;
      }
      boolean quoted = end - from > 1 && bytes[from] == '"' && bytes[end - 1] == '"';
      bounds[2 * found] = quoted ? from + 1 : from;
      bounds[2 * found + 1] = quoted ? end - 1 : end;
      found++;
      at++;
    }
    return found;
  }

  private boolean isBlank(byte b) {
    return (b == ' ' || b == '\t' || b == '\f') && b != delimiter;
  }

  private boolean ends(byte b) {
    return delimiter == '\0' ? isBlank(b) : b == delimiter;
  }

  /** A number; NaN where it is none. */
  double number(byte[] bytes, int from, int to) {
    if (!decimalComma) {
      return DecimalBytes.parse(bytes, from, to);
    }
    byte[] plain = new byte[to - from];
    for (int i = from; i < to; i++) {
      plain[i - from] = bytes[i] == ',' ? (byte) '.' : bytes[i];
    }
    return DecimalBytes.parse(plain, 0, plain.length);
  }
}
