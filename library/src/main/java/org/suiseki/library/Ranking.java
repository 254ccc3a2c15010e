package org.suiseki.library;

import java.util.Locale;

/**
 * The order of what is found: by a score, the best first. Models without that score are left out.
 *
 * @param score its name, such as {@code test.mae}
 * @param ascending whether small is good
 */
public record Ranking(String score, boolean ascending) {

  /**
   * Errors, losses and deviations are good when small; all else, such as {@code r2}, {@code
   * macro_f1} and correlations, when large.
   */
  public static Ranking by(String score) {
    String last = score.substring(score.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean small =
        last.matches(
            "(mae|mse|mape|max_error|brier|nll|.*rmse|.*_error|.*error|.*loss|.*deviation)");
    return new Ranking(score, small);
  }
}
