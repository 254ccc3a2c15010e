package org.suiseki.matter;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what a mistyped word was meant to be, by the optimal string alignment distance: insertions,
 * deletions, substitutions and swaps of neighbours each count one (Damerau, Commun. ACM 7, 171
 * (1964), 10.1145/363958.363994). Case does not count.
 */
public final class Spelling {
  /**
   * Longer words are not compared: a suggestion for them would be a guess, and the cost grows with
   * the square.
   */
  private static final int LONGEST_WORD = 60;

  /** What a common first letter is worth: it breaks ties and never outweighs an edit. */
  private static final double SAME_START = 0.25;

  private Spelling() {}

  /**
   * The known word nearest to the given one, the first of equals. Empty where more than a third of
   * the letters (at least one) would have to change, or where a word of one or two letters begins
   * with another letter.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    Optional<String> best = Optional.empty();
    if (word.isEmpty() || word.length() > LONGEST_WORD) {
      return best;
    }
    double least = word.length() <= 2 ? 1 : word.length() / 3 + SAME_START;
    for (String candidate : known) {
      double score = score(word, candidate);
      if (score < least) {
        least = score;
        best = Optional.of(candidate);
      }
    }
    return best;
  }

  /** {@code Did you mean "x"? } with its trailing space, or nothing. */
  public static String hint(String word, Collection<String> known) {
    return nearest(word, known).map(k -> "Did you mean \"" + k + "\"? ").orElse("");
  }

  private static double score(String word, String candidate) {
    String a = word.toLowerCase(Locale.ROOT);
    String b = candidate.toLowerCase(Locale.ROOT);
    boolean sameStart = !b.isEmpty() && a.charAt(0) == b.charAt(0);
    return distance(a, b) - (sameStart ? SAME_START : 0);
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int[][] d, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
