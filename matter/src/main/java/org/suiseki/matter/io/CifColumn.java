package org.suiseki.matter.io;

import java.util.Arrays;
import java.util.Optional;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * The values of one data name: of an item one, of a loop one for each row. They lie in one text, so
 * that a value costs its characters and twelve bytes.
 */
final class CifColumn {
  /** Characters of one column, far above what a million sites need. */
  private static final int LONGEST = 1 << 28;

  private static final int MOST = 4_000_000;

  private final String name;
  private final CifTag tag;
  private final String source;
  private final StringBuilder text = new StringBuilder();
  private int[] ends = new int[4];
  private int[] lines = new int[4];
  private int[] columns = new int[4];
  private int count;

  /**
   * @param name the data name as the file writes it
   */
  CifColumn(String name, CifTag tag, String source) {
    this.name = name;
    this.tag = tag;
    this.source = source;
  }

  /** As the file writes it. */
  String name() {
    return name;
  }

  CifTag tag() {
    return tag;
  }

  int count() {
    return count;
  }

  /** Takes the current token over as a further value. */
  void add(CifTokens token) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
      lines = Arrays.copyOf(lines, 2 * count);
      columns = Arrays.copyOf(columns, 2 * count);
    }
    lines[count] = token.line();
    columns[count] = token.column();
    count++;
    append(token);
  }

  /** Takes the current token over as the rest of the last value. */
  void extend(CifTokens token, String between) {
    text.append(between);
    append(token);
  }

  private void append(CifTokens token) {
    token.appendTo(text);
    ends[count - 1] = text.length();
    if (text.length() > LONGEST || count > MOST) {
      throw new MatterException(
          "The values of " + name + " are more than can be held.",
          token.place(),
          "Split the file; a crystal has at most some million sites.");
    }
  }

  int from(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  int to(int index) {
    return ends[index];
  }

  char charAt(int position) {
    return text.charAt(position);
  }

  /** Stripped of blanks. */
  String text(int index) {
    return text.substring(from(index), to(index)).strip();
  }

  /** Whether the value is {@code ?}, {@code .} or nothing. */
  boolean missing(int index) {
    int from = from(index);
    int to = to(index);
    while (from < to && CifTokens.blank(text.charAt(from))) {
      from++;
    }
    while (from < to && CifTokens.blank(text.charAt(to - 1))) {
      to--;
    }
    return from == to || from + 1 == to && (text.charAt(from) == '?' || text.charAt(from) == '.');
  }

  /** Whether no value is known. */
  boolean allMissing() {
    for (int i = 0; i < count; i++) {
      if (!missing(i)) {
        return false;
      }
    }
    return true;
  }

  /** The first known value. */
  Optional<String> first() {
    for (int i = 0; i < count; i++) {
      if (!missing(i)) {
        return Optional.of(text(i));
      }
    }
    return Optional.empty();
  }

  int line(int index) {
    return lines[index];
  }

  Place place(int index) {
    return new Place(source, lines[index], columns[index]);
  }

  /** Reads a value; false where it is no number as CIF writes it. */
  boolean number(int index, CifNumber number) {
    return number.read(text, from(index), to(index));
  }

  /** A number, where its spelling had to be amended with a warning. */
  double require(int index, String what, CifNumber number, CifWarnings warnings) {
    if (number(index, number)) {
      return number.value();
    }
    String written = text(index);
    if (number.readAmended(written)) {
      warnings.add(
          "The "
              + what
              + " '"
              + shown(written)
              + "' in line "
              + lines[index]
              + " was read as "
              + number.value()
              + ".");
      return number.value();
    }
    throw new MatterException(
        "The " + what + " is '" + shown(written) + "', not a number.",
        place(index),
        "Write it as in 1.234 or 1.234(5); ? where it is not known.");
  }

  /** For a message: not longer than fits into one. */
  static String shown(String value) {
    String line = value.replaceAll("\\s+", " ");
    return line.length() <= 40 ? line : line.substring(0, 37) + "...";
  }

  /** Whether the last value is a symmetry operation whose end is still to come. */
  boolean unfinishedOperation(CifTokens next) {
    int commas = 0;
    for (int i = from(count - 1); i < text.length(); i++) {
      commas += text.charAt(i) == ',' ? 1 : 0;
    }
    int nextCommas = 0;
    for (int i = 0; i < next.length(); i++) {
      nextCommas += next.charAt(i) == ',' ? 1 : 0;
    }
    return commas < 2
        || nextCommas < 2
            && (",+-/*".indexOf(text.charAt(text.length() - 1)) >= 0
                || ",+-/*".indexOf(next.charAt(0)) >= 0);
  }
}
