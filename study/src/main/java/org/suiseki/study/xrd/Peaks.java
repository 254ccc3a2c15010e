package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.latent.PeakWindows;
import org.suiseki.learn.Table;
import org.suiseki.matter.Axis;
import org.suiseki.simulate.Reflections;

/** The peaks of a set: by its structures where these are known, else as the patterns show them. */
final class Peaks {
  /** Peaks of different compositions are searched this part of the axis apart. */
  private static final double TOLERANCE = 0.006;

  /** Reflections just outside the axis reach into it. */
  private static final double MARGIN = 1;

  private Peaks() {}

  /**
   * At most {@code most}, the strongest by mean intensity of the rows; none where nothing stands
   * out of the mean pattern, as of amorphous samples.
   */
  static PeakWindows of(PreparedSet prepared, int most) {
    Axis axis = prepared.preprocessing().axis();
    PatternSet set = prepared.set();
    PeakWindows all =
        set.modelling()
            .map(modelling -> byStructure(set, modelling, axis))
            .orElseGet(() -> found(prepared, axis));
    return strongest(all, prepared, axis, most);
  }

  private static PeakWindows found(PreparedSet prepared, Axis axis) {
    try {
      return PeakWindows.found(
          axis, intensities(prepared), TOLERANCE * (axis.last() - axis.first()));
    } catch (ExplainException none) {
      double[][] nothing = new double[prepared.size()][0];
      return new PeakWindows(List.of(), nothing, nothing, nothing);
    }
  }

  /** Weak peaks of pressed values have tails as high as themselves. */
  private static Table intensities(PreparedSet prepared) {
    Table rows = prepared.rows();
    return new Table(
        rows.columns(), rows.rows(), prepared.preprocessing().intensities(rows.values()));
  }

  private static PeakWindows byStructure(PatternSet set, PatternModelling modelling, Axis axis) {
    List<Reflections> reflections = new ArrayList<>();
    for (Pattern pattern : set.patterns()) {
      reflections.add(
          modelling
              .diffraction()
              .withRange(Math.max(0, axis.first() - MARGIN), axis.last() + MARGIN)
              .reflections(modelling.crystal(pattern.family(), pattern.values())));
    }
    return PeakWindows.commonTo(reflections, modelling.instrument(), axis);
  }

  private static PeakWindows strongest(
      PeakWindows windows, PreparedSet prepared, Axis axis, int most) {
    if (windows.peaks() <= most) {
      return windows;
    }
    double[] height = new double[windows.peaks()];
    for (int row = 0; row < windows.patterns(); row++) {
      for (int peak = 0; peak < height.length; peak++) {
        if (windows.present(row, peak)) {
          int point = axis.indexAtOrBelow(windows.position()[row][peak]);
          height[peak] += Math.max(0, prepared.rows().get(row, point));
        }
      }
    }
    int[] kept =
        IntStream.range(0, height.length)
            .boxed()
            .sorted(Comparator.comparingDouble(peak -> -height[peak]))
            .limit(most)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    return new PeakWindows(
        IntStream.of(kept).mapToObj(windows.labels()::get).toList(),
        columns(windows.position(), kept),
        columns(windows.from(), kept),
        columns(windows.to(), kept));
  }

  private static double[][] columns(double[][] rows, int[] kept) {
    double[][] chosen = new double[rows.length][kept.length];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < kept.length; i++) {
        chosen[row][i] = rows[row][kept[i]];
      }
    }
    return chosen;
  }
}
