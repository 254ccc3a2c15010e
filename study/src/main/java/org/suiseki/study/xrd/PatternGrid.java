package org.suiseki.study.xrd;

import java.util.List;
import java.util.Locale;
import org.suiseki.matter.Axis;
import org.suiseki.study.StudyException;

/** Chooses the points that patterns of a set are brought to. */
final class PatternGrid {
  static final int FEWEST_POINTS = 10;

  /** A longer grid is a mistyped number. */
  static final int LIMIT = 20_000;

  /** A step's position in a file has that many digits of its own. */
  static final double ROUNDING = 1e-6;

  private static final int MOST_POINTS = 2000;

  /** Part of the patterns that may be left out for the sake of a longer range. */
  private static final double MAY_BE_SHORT = 0.1;

  private PatternGrid() {}

  /** What {@link PatternPreprocessing#of(PatternSet, PatternPreprocessing.Options)} says. */
  static Axis of(PatternSet set, PatternPreprocessing.Options options) {
    List<Axis> axes = set.patterns().stream().map(one -> one.spectrum().axis()).toList();
    double[] range = range(axes, options);
    double step = Double.isNaN(options.step()) ? step(axes, range[1] - range[0]) : options.step();
    return grid(axes.get(0), range[0], range[1], step, options);
  }

  private static double[] range(List<Axis> axes, PatternPreprocessing.Options options) {
    double[] first = axes.stream().mapToDouble(Axis::first).sorted().toArray();
    double[] last = axes.stream().mapToDouble(Axis::last).sorted().toArray();
    int left = (int) (MAY_BE_SHORT / 2 * axes.size());
    double from = first[first.length - 1];
    double to = last[0];
    double longFrom = first[first.length - 1 - left];
    double longTo = last[left];
    if (longTo - longFrom > 2 * (to - from)) {
      from = longFrom;
      to = longTo;
    }
    from = Double.isNaN(options.from()) ? from : options.from();
    to = Double.isNaN(options.to()) ? to : options.to();
    if (!(to > from)) {
      throw new StudyException(
          String.format(
              Locale.ROOT,
              "The patterns have no range in common: from %.6g on, and to %.6g %s.",
              from,
              to,
              axes.get(0).unit()),
          "Leave out the ones that lie elsewhere, or give a range.");
    }
    return new double[] {from, to};
  }

  /** The median step, times a whole number that keeps the grid short. */
  private static double step(List<Axis> axes, double length) {
    double[] steps =
        axes.stream()
            .mapToDouble(axis -> (axis.last() - axis.first()) / (axis.length() - 1))
            .sorted()
            .toArray();
    double median = Double.parseDouble(String.format(Locale.ROOT, "%.6g", steps[steps.length / 2]));
    return median * Math.max(1, Math.ceil((length / median + 1 - ROUNDING) / MOST_POINTS));
  }

  private static Axis grid(
      Axis like, double from, double to, double step, PatternPreprocessing.Options options) {
    double steps = Math.floor((to - from) / step + ROUNDING);
    if (!(step > 0) || !(steps >= FEWEST_POINTS - 1 && steps < LIMIT)) {
      throw new StudyException(
          String.format(
              Locale.ROOT,
              "From %.6g to %.6g %s in steps of %.6g are no %d to %d points.",
              from,
              to,
              like.unit(),
              step,
              FEWEST_POINTS,
              LIMIT),
          "Choose another range or step of the grid.");
    }
    // The end that was asked for, or measured, is kept where it is a whole number of steps away.
    double end =
        rounded(Math.abs((to - from) / step - steps) < ROUNDING ? to : from + steps * step);
    double begin = rounded(from);
    if (Math.abs(end - to) > ROUNDING * step
        && !Double.isNaN(options.to())
        && !Double.isNaN(options.step())) {
      throw new StudyException(
          "The grid from "
              + from
              + " to "
              + to
              + " is not a whole number of steps of "
              + step
              + ".",
          "End it at " + end + " or choose another step.");
    }
    return Axis.uniform(like.name(), like.unit(), begin, end, (end - begin) / steps);
  }

  /** Without the last digits of sums of steps that are no binary fractions. */
  private static double rounded(double position) {
    return Math.rint(position * 1e9) / 1e9;
  }

  /**
   * Clips over 1/44 of the grid, so 1.6° of 70°; blurs by 1/500 of it, so that peaks of
   * neighbouring compositions overlap; bends at 25 times the mean.
   */
  static String standardSteps(Axis axis) {
    int points = Math.max(5, Math.min(100, axis.length() / 44));
    int smoothing = 2 * (points * 3 / 16) + 1;
    double scale = 25 / (axis.last() - axis.first());
    double blur = (axis.last() - axis.first()) / 500;
    return String.format(
        Locale.ROOT, "snip:%d:%d|blur:%.2g|area|asinh:%.2g", points, smoothing, blur, scale);
  }
}
