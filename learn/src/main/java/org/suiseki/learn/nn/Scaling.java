package org.suiseki.learn.nn;

import java.util.Arrays;
import org.suiseki.learn.Standardiser;
import org.suiseki.learn.Standardiser.Constant;
import org.suiseki.learn.Table;

/** What a {@link Standardiser} learned, in the single precision that networks compute in. */
record Scaling(float[] mean, float[] scale) {
  /**
   * No input is stretched more than 3.3 times as much as the widest of its unit. Stretched further,
   * the empty edge of a spectrum would carry noise as loud as its peaks: with 50 times, 1 % of
   * noise took the gap's R² from 0.9 to 0.3.
   */
  private static final double FLOOR = 0.3;

  /** The scaling of inputs. */
  static Scaling of(Table table, int[] rows) {
    return of(Standardiser.of(table, rows, FLOOR, Constant.FLOOR));
  }

  /** Leaves columns as they are. */
  static Scaling none(int columns) {
    float[] ones = new float[columns];
    Arrays.fill(ones, 1);
    return new Scaling(new float[columns], ones);
  }

  /** The scaling of targets: each has unit deviation, whatever its unit. */
  static Scaling ofTargets(Table table, int[] rows) {
    return of(Standardiser.of(table, rows, 0));
  }

  /** The scaling of inputs where each is to count alike, whatever the others of its unit do. */
  static Scaling ofEach(Table table, int[] rows) {
    return of(Standardiser.of(table, rows, 0));
  }

  private static Scaling of(Standardiser standardiser) {
    return new Scaling(
        MlpRegressor.floats(standardiser.mean()), MlpRegressor.floats(standardiser.scale()));
  }
}
