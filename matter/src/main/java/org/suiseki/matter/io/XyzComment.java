package org.suiseki.matter.io;

import java.util.LinkedHashMap;
import java.util.Map;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * The pairs of the second line of an extended XYZ frame: {@code key=value}, {@code key="quoted
 * value"}, {@code key={1 2 3}}, {@code key=[1, 2]} or a key alone, which is {@code true}. In quotes
 * a backslash stands before a quote, itself or n for a line break.
 */
final class XyzComment {
  private final String text;
  private final Place place;
  private int at;

  private XyzComment(String text, Place place) {
    this.text = text;
    this.place = place;
  }

  /** In the order of the line. */
  static Map<String, String> pairs(String text, Place place) {
    return new XyzComment(text, place).pairs();
  }

  private Map<String, String> pairs() {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (skipSpace(); at < text.length(); skipSpace()) {
      int column = at + 1;
      String key = isQuote() ? quoted() : bare("=");
      String value = "true";
      if (at < text.length() && text.charAt(at) == '=') {
        at++;
        value = value();
      }
      if (pairs.putIfAbsent(key, value) != null) {
        throw new MatterException(
            "The key '" + Shown.text(key) + "' is given twice.",
            new Place(place.source(), place.line(), column),
            "Keep one of them.");
      }
    }
    return pairs;
  }

  private String value() {
    if (isQuote()) {
      return quoted();
    }
    char first = at < text.length() ? text.charAt(at) : ' ';
    if (first == '{') {
      String inside = bracketed('}');
      return inside.substring(1, inside.length() - 1).strip();
    }
    return first == '[' ? bracketed(']') : bare("");
  }

  private boolean isQuote() {
    return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private String bare(String ends) {
    int from = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    int from = at;
    char quote = text.charAt(at++);
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        char escaped = text.charAt(at++);
        value.append(escaped == 'n' ? '\n' : escaped);
      } else {
        value.append(c);
      }
    }
    if (at == text.length()) {
      throw open(from);
    }
    at++;
    return value.toString();
  }

  /** With its brackets, nested ones included. */
  private String bracketed(char close) {
    int from = at;
    char opening = text.charAt(at);
    int depth = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      depth += c == opening ? 1 : c == close ? -1 : 0;
      if (depth == 0) {
        at++;
        return text.substring(from, at);
      }
    }
    throw open(from);
  }

  private MatterException open(int from) {
    return new MatterException(
        "What " + text.charAt(from) + " opens is not closed.",
        new Place(place.source(), place.line(), from + 1),
        "Close it on the same line.");
  }
}
