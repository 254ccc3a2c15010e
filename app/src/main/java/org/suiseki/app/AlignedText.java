package org.suiseki.app;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables in plain text: words begin, and numbers end, at one edge. */
final class AlignedText {
  private static final int DEFAULT_DECIMALS = 4;
  private static final int MOST_DECIMALS = 12;

  private AlignedText() {}

  /**
   * One line for each list, two blanks between columns.
   *
   * @param numbersFrom first column of numbers
   * @param numbersTo last column of numbers
   */
  static String of(List<List<String>> lines, int numbersFrom, int numbersTo) {
    int columns = lines.get(0).size();
    int[] width = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        width[i] = Math.max(width[i], line.get(i).length());
      }
    }
    return lines.stream()
        .map(line ->
            IntStream.range(0, columns)
                .mapToObj(i -> {
                  String blank = " ".repeat(width[i] - line.get(i).length());
                  boolean number = i >= numbersFrom && i <= numbersTo;
                  return number ? blank + line.get(i) : line.get(i) + blank;
                }))
        .map(cells -> cells.collect(Collectors.joining("  ")).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** For two significant digits of the deviation (GUM, JCGM 100:2008, 7.2.6). */
  static int decimals(double deviation) {
    if (!(deviation > 0) || Double.isInfinite(deviation)) {
      return DEFAULT_DECIMALS;
    }
    return Math.max(0, Math.min(MOST_DECIMALS, 1 - (int) Math.floor(Math.log10(deviation))));
  }
}
