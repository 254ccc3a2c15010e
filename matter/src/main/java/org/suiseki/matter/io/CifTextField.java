package org.suiseki.matter.io;

/** The line folding and line prefix protocols for text fields of CIF (International Tables G). */
final class CifTextField {
  private CifTextField() {}

  /**
   * Joins folded lines in place. A field is folded where its first line is a backslash, or a prefix
   * and two of them; it has a prefix where its first line is a prefix and a backslash, and every
   * line then begins with the prefix.
   */
  static void unfold(StringBuilder field) {
    int firstEnd = field.indexOf("\n");
    if (firstEnd < 0) {
      return;
    }
    String first = field.substring(0, firstEnd).stripTrailing();
    if (!first.endsWith("\\")) {
      return;
    }
    boolean folded = first.equals("\\") || first.endsWith("\\\\");
    String prefix = first.substring(0, first.length() - (folded && first.length() > 1 ? 2 : 1));
    if (prefix.indexOf('\\') >= 0) {
      return;
    }
    String[] lines = field.substring(firstEnd + 1).split("\n", -1);
    StringBuilder joined = new StringBuilder(field.length());
    boolean open = false;
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].startsWith(prefix)) {
        return;
      }
      String line = lines[i].substring(prefix.length());
      joined.append(i == 0 || open ? "" : "\n");
      String trimmed = line.stripTrailing();
      open = folded && trimmed.endsWith("\\");
      joined.append(open ? trimmed.substring(0, trimmed.length() - 1) : line);
    }
    field.setLength(0);
    field.append(joined);
  }
}
