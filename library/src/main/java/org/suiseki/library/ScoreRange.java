package org.suiseki.library;

/**
 * Which values of a score are wanted, both ends included.
 *
 * @param score its name
 * @param low {@code -Infinity} where there is no lower end
 * @param high {@code Infinity} where there is no upper end
 */
public record ScoreRange(String score, double low, double high) {

  public ScoreRange {
    if (!(low <= high)) {
      throw new LibraryException(
          "The range of " + score + " from " + low + " to " + high + " is empty.",
          "Give the smaller number first.");
    }
  }
}
