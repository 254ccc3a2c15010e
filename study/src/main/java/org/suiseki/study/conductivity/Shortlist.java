package org.suiseki.study.conductivity;

import java.util.List;
import java.util.Map;

/**
 * What screening found.
 *
 * @param asked how many candidates there were, without those of the target
 * @param predicted for how many of them there is an answer
 * @param inside how many of these lie in the domain of the target
 * @param ways what the models learned from, with how many of the folds did
 * @param rows the highest, from the highest down
 */
record Shortlist(int asked, int predicted, int inside, Map<String, Integer> ways, List<Row> rows) {

  /** How often the truth is to lie in the interval of a candidate like those of the target. */
  static final double LEVEL = 0.8;

  Shortlist {
    rows = List.copyOf(rows);
  }

  /**
   * @param kappa predicted conductivity, W/(m K)
   * @param low lower end of its interval
   * @param high upper end
   * @param domain distance from the materials of the target, 1 at the border
   * @param strange elements that no material of the target has
   */
  record Row(
      String formula, double kappa, double low, double high, double domain, List<String> strange) {

    boolean inside() {
      return domain <= 1 && strange.isEmpty();
    }
  }
}
