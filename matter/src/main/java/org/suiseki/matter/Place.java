package org.suiseki.matter;

/**
 * Where in the user's material something was found: a file or a named input, and where known the
 * line and column in it, both counted from 1. Zero stands for "not known".
 */
public record Place(String source, int line, int column) {

  public static Place of(String source) {
    return new Place(source, 0, 0);
  }

  public static Place line(String source, int line) {
    return new Place(source, line, 0);
  }

  /** {@code file}, {@code file:12} or {@code file:12:7}, as compilers write it. */
  @Override
  public String toString() {
    if (line <= 0) {
      return source;
    }
    return column <= 0 ? source + ":" + line : source + ":" + line + ":" + column;
  }
}
