package org.suiseki.describe.spectrum;

import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;

/** What a step asks of an axis. */
final class EvenAxis {

  private EvenAxis() {}

  /**
   * The spacing of the points.
   *
   * @throws DescribeException where they are not evenly spaced
   */
  static double step(Axis axis, String what) {
    return axis.step()
        .orElseThrow(() ->
            new DescribeException(
                what + " needs evenly spaced points, which (" + axis + ") are not.",
                "Put a step resample:from:to:step before it."));
  }
}
