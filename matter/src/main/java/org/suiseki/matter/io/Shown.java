package org.suiseki.matter.io;

/** Text of a user's file as a message can show it: short, and without control characters. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  static String text(String text) {
    return text(text, LONGEST);
  }

  static String text(String text, int longest) {
    String start = text.length() > longest ? text.substring(0, longest) + "…" : text;
    return start.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
