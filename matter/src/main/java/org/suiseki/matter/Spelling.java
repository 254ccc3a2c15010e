package org.suiseki.matter;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what a person may have meant when a name is not known. */
final class Spelling {
  /**
   * Longer words are not compared: a suggestion for them would be a guess, and cost grows with the
   * square.
   */
  private static final int LONGEST_WORD = 60;

  private Spelling() {}

  /**
   * The known word nearest to the given one: the same but for case, else the fewest edits
   * (Levenshtein), the same first letter breaking ties. Empty where more than half of the letters
   * would have to change, or where a word of one or two letters begins with another letter.
   */
  static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > LONGEST_WORD) {
      return Optional.empty();
    }
    Optional<String> best = Optional.empty();
    double bestScore = word.length() <= 2 ? 1.0 : word.length() / 2.0 + 0.5;
    for (String candidate : known) {
      double score = score(word, candidate);
      if (score < bestScore) {
        bestScore = score;
        best = Optional.of(candidate);
      }
    }
    return best;
  }

  private static double score(String word, String candidate) {
    if (word.equalsIgnoreCase(candidate)) {
      return -1;
    }
    int edits = edits(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    boolean sameStart = !word.isEmpty() && candidate.regionMatches(true, 0, word, 0, 1);
    return sameStart ? edits - 0.25 : edits;
  }

  private static int edits(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
