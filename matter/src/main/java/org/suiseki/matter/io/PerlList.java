package org.suiseki.matter.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** The items of a list as Perl writes it, {@code ('a',1,[],'it\'s');}, read one at a time. */
final class PerlList {
  private static final int DEEPEST = 100;

  private final String line;
  private final Place place;
  private int at;
  private int begin;
  private int from;
  private int to;
  private boolean escaped;
  private byte[] bytes = {};

  /**
   * @param line holds the whole list
   * @param place of the line
   */
  PerlList(String line, Place place) {
    this.line = line;
    this.place = place;
    this.at = line.indexOf('(') + 1;
    if (at == 0) {
      throw bad("There is no list here.", "Write it as ('1','2');");
    }
  }

  /** Moves to the next item; false at the bracket that closes the list. */
  boolean next() {
    skipBlanks();
    if (peek() == ',') {
      at++;
      skipBlanks();
    }
    if (peek() == ')') {
      return false;
    }
    begin = at;
    escaped = false;
    switch (peek()) {
      case '\'', '"' -> quoted();
      case '[', '{' -> nested();
      default -> bare();
    }
    skipBlanks();
    if (peek() != ',' && peek() != ')') {
      throw bad("The list has no comma here.", "Set its items apart with commas.");
    }
    return true;
  }

  /** The item, without quotes; a list within the list as it is written. */
  String item() {
    String text = line.substring(from, to);
    return escaped ? text.replaceAll("\\\\(.)", "$1") : text;
  }

  /**
   * The item as a finite number.
   *
   * @param what names it in the error
   */
  double number(String what) {
    if (bytes.length == 0) {
      bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    }
    double value = DecimalBytes.parse(bytes, from, to);
    if (Double.isFinite(value)) {
      return value;
    }
    return DecimalNumber.parse(Shown.text(item()), what, place());
  }

  /** Where the item begins. */
  Place place() {
    return new Place(place.source(), place.line(), begin + 1);
  }

  List<String> rest() {
    List<String> items = new ArrayList<>();
    while (next()) {
      items.add(item());
    }
    return items;
  }

  private char peek() {
    if (at >= line.length()) {
      throw bad("The list does not end.", "Copy the file again; it is cut off.");
    }
    return line.charAt(at);
  }

  private void skipBlanks() {
    while (at < line.length() && line.charAt(at) <= ' ') {
      at++;
    }
  }

  private void quoted() {
    char quote = line.charAt(at++);
    from = at;
    while (peek() != quote) {
      escaped |= peek() == '\\';
      at += peek() == '\\' ? 2 : 1;
    }
    to = at++;
  }

  private void nested() {
    int open = at;
    int depth = 0;
    do {
      char c = peek();
      if (c == '\'' || c == '"') {
        quoted();
        continue;
      }
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      if (depth > DEEPEST) {
        throw bad("Lists lie too deep in each other.", "Is this the right file?");
      }
      at++;
    } while (depth > 0);
    from = open;
    to = at;
    // As it is written.
    escaped = false;
  }

  private void bare() {
    from = at;
    while (peek() != ',' && peek() != ')') {
      at++;
    }
    to = at;
    while (to > from && line.charAt(to - 1) <= ' ') {
      to--;
    }
  }

  private MatterException bad(String what, String mend) {
    return new MatterException(
        what, new Place(place.source(), place.line(), Math.min(at, line.length()) + 1), mend);
  }
}
