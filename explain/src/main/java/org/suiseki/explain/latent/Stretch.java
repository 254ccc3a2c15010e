package org.suiseki.explain.latent;

import java.util.Optional;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.latent.ProfileAgreement.Finder;

/**
 * The points of an axis that lie in a window.
 *
 * @param first one
 * @param last one, at least two further on
 */
record Stretch(int first, int last) {

  static Stretch of(double[] axis, PeakWindow window) {
    int first = 0;
    while (first < axis.length && axis[first] < window.from()) {
      first++;
    }
    int last = axis.length - 1;
    while (last >= 0 && axis[last] > window.to()) {
      last--;
    }
    if (last - first < 2) {
      throw new ExplainException(
          "The window of the peak "
              + window.label()
              + " from "
              + window.from()
              + " to "
              + window.to()
              + " holds fewer than three points of the axis.",
          "Give a wider window on the axis, or a finer grid.");
    }
    return new Stretch(first, last);
  }

  /** How far the highest point is above the line between the ends. */
  double height(double[] axis, double[] curve) {
    double highest = 0;
    for (int i = first; i <= last; i++) {
      highest = Math.max(highest, above(axis, curve, i));
    }
    return highest;
  }

  Optional<Double> position(double[] axis, double[] curve, Finder finder) {
    return finder == Finder.CENTROID ? centroid(axis, curve) : parabola(axis, curve);
  }

  private Optional<Double> centroid(double[] axis, double[] curve) {
    double sum = 0;
    double moment = 0;
    for (int i = first + 1; i < last; i++) {
      double area = Math.max(0, above(axis, curve, i)) * (axis[i + 1] - axis[i - 1]) / 2;
      sum += area;
      moment += area * (axis[i] - axis[first]);
    }
    return sum > 0 ? Optional.of(axis[first] + moment / sum) : Optional.empty();
  }

  private Optional<Double> parabola(double[] axis, double[] curve) {
    int top = first;
    for (int i = first + 1; i <= last; i++) {
      if (curve[i] > curve[top]) {
        top = i;
      }
    }
    if (top == first || top == last) {
      return Optional.empty();
    }
    double left = (curve[top] - curve[top - 1]) / (axis[top] - axis[top - 1]);
    double right = (curve[top + 1] - curve[top]) / (axis[top + 1] - axis[top]);
    // The slope runs from left to right linearly between the two midpoints; the top is where it is
    // 0. Left is above 0 and right at most 0, so that this lies between them.
    double from = (axis[top - 1] + axis[top]) / 2;
    double to = (axis[top] + axis[top + 1]) / 2;
    return Optional.of(from + (to - from) * left / (left - right));
  }

  private double above(double[] axis, double[] curve, int i) {
    double part = (axis[i] - axis[first]) / (axis[last] - axis[first]);
    return curve[i] - (curve[first] + part * (curve[last] - curve[first]));
  }
}
