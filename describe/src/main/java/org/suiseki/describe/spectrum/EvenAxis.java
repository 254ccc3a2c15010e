package org.suiseki.describe.spectrum;

import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;

/**
 * The spacing of points that are even but for the digits an instrument's file has: none further
 * than a tenth of the step from its place, which an angle of four decimals at a step of 0.001°
 * keeps.
 */
final class EvenAxis {
  private static final double EVEN = 0.1001;

  private EvenAxis() {}

  /**
   * @throws DescribeException naming the first point that is out of its place
   */
  static double step(Axis axis, String what) {
    int last = axis.length() - 1;
    double step = (axis.last() - axis.first()) / last;
    for (int i = 1; i < last; i++) {
      if (Math.abs(axis.at(i) - (axis.first() + i * step)) > EVEN * step) {
        throw new DescribeException(
            what
                + " needs evenly spaced points; of ("
                + axis
                + ") point "
                + (i + 1)
                + " at "
                + axis.at(i)
                + " is out of its place.",
            "Put a step resample:from:to:step before it.");
      }
    }
    return step;
  }
}
