package org.suiseki.learn.nn;

import org.suiseki.learn.Standardiser;
import org.suiseki.learn.Standardiser.Constant;
import org.suiseki.learn.Table;

/** What a {@link Standardiser} learned, in the single precision that networks compute in. */
record Scaling(float[] mean, float[] scale) {
  /**
   * No input is stretched more than fifty times as much as the widest of its unit, so that the
   * empty edge of a spectrum does not become noise of unit size.
   */
  private static final double FLOOR = 1.0 / 50;

  /** The scaling of inputs. */
  static Scaling of(Table table, int[] rows) {
    return of(Standardiser.of(table, rows, FLOOR, Constant.FLOOR));
  }

  /** The scaling of targets: each has unit deviation, whatever its unit. */
  static Scaling ofTargets(Table table, int[] rows) {
    return of(Standardiser.of(table, rows, 0));
  }

  private static Scaling of(Standardiser standardiser) {
    return new Scaling(
        MlpRegressor.floats(standardiser.mean()), MlpRegressor.floats(standardiser.scale()));
  }
}
