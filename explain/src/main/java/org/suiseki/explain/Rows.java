package org.suiseki.explain;

/** What methods on rows of numbers ask of them: at least one, of one width, all values finite. */
public final class Rows {

  private Rows() {}

  /**
   * The width of sound rows.
   *
   * @param noun what one of them is, for the message
   * @throws ExplainException where they are not sound
   */
  public static int check(double[][] rows, String noun) {
    if (rows.length == 0 || rows[0].length == 0) {
      throw new ExplainException(
          "There is no " + noun + ", or it has no values.", "Give at least one of one value.");
    }
    int width = rows[0].length;
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != width) {
        throw new ExplainException(
            "The "
                + noun
                + " "
                + row
                + " has "
                + rows[row].length
                + " values, the first has "
                + width
                + ".",
            "Give all of one length.");
      }
      for (int i = 0; i < width; i++) {
        if (!Double.isFinite(rows[row][i])) {
          throw new ExplainException(
              "The " + noun + " " + row + " has " + rows[row][i] + " at place " + i + ".",
              "Leave out what has missing or infinite values.");
        }
      }
    }
    return width;
  }
}
