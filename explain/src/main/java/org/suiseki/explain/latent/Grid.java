package org.suiseki.explain.latent;

import java.util.Arrays;
import org.suiseki.matter.Axis;

/** The points of an axis, at hand without copies. */
final class Grid {
  /** Parts of a step that count as none. */
  private static final double ROUNDING = 1e-6;

  private final double[] places;
  private final double slack;

  Grid(Axis axis) {
    this.places = axis.values();
    this.slack = ROUNDING * (axis.last() - axis.first()) / (places.length - 1);
  }

  int length() {
    return places.length;
  }

  double at(int point) {
    return places[point];
  }

  /** A distance that is but rounding. */
  double slack() {
    return slack;
  }

  /** The first point at or above a place; the number of points where there is none. */
  int atOrAbove(double place) {
    int found = Arrays.binarySearch(places, place);
    return found >= 0 ? found : -found - 1;
  }
}
