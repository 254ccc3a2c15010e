package org.suiseki.explain.latent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.suiseki.explain.Blocks;
import org.suiseki.explain.ExplainException;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;
import org.suiseki.matter.Axis;

/**
 * Patterns with the windows of some of their peaks replaced; made when asked for, so that a set of
 * many peaks takes no memory. Immutable and thread-safe. Made by {@link PeakMasking#patterns}.
 */
public final class MaskedPatterns {

  /** Values of one block of masked patterns: 16 MB. */
  private static final int AT_ONCE = 1 << 21;

  private final Table rows;
  private final Grid grid;
  private final PeakWindows windows;
  private final GridWindows points;
  private final Replacement replacement;
  private final int edge;
  private final MeanPeaks means;

  MaskedPatterns(
      Table rows,
      Axis axis,
      PeakWindows windows,
      Replacement replacement,
      MeanPeaks means,
      int edge) {
    requireFits(rows, axis, windows);
    if (means.position().length != windows.peaks()) {
      throw new ExplainException(
          means.position().length + " mean peaks came for " + windows.peaks() + " peaks.",
          "Give the means of the same peaks.");
    }
    this.rows = rows;
    this.grid = new Grid(axis);
    this.windows = windows;
    this.points = new GridWindows(windows, axis);
    this.replacement = replacement;
    this.means = means;
    this.edge = edge;
  }

  /** The mean peaks of a set. */
  static MeanPeaks means(Table rows, Axis axis, PeakWindows windows, int edge) {
    requireFits(rows, axis, windows);
    GridWindows points = new GridWindows(windows, axis);
    return MeanPeaks.of(rows, new Grid(axis), windows, points, edge);
  }

  private static void requireFits(Table rows, Axis axis, PeakWindows windows) {
    if (rows.width() != axis.length() || rows.rows() != windows.patterns()) {
      throw new ExplainException(
          String.format(
              "%d patterns of %d points came with windows of %d patterns on an axis of %d points.",
              rows.rows(), rows.width(), windows.patterns(), axis.length()),
          "Give the windows of these patterns in their order, and their axis.");
    }
  }

  /** Whether a pattern has a peak, in a window of three points or more. */
  public boolean present(int row, int peak) {
    return points.present(row, peak);
  }

  /** A pattern without these of its peaks; those that are absent change nothing. */
  public double[] row(int row, int... peaks) {
    double[] copy = rows.row(row);
    replace(row, peaks, copy);
    return copy;
  }

  /**
   * Where the points go when each peak is replaced, one after the other.
   *
   * @throws ExplainException where the model reads other columns than the patterns have
   */
  public PeakShifts shifts(LatentModel space, List<LatentAnswer> answers, Progress progress) {
    return shifts(space, answers, singles(), rowsAtOnce(), progress);
  }

  /** Each peak alone. */
  int[][] singles() {
    int[][] singles = new int[windows.peaks()][];
    Arrays.setAll(singles, peak -> new int[] {peak});
    return singles;
  }

  /** The same for sets of peaks, those of each replaced together. */
  PeakShifts shifts(
      LatentModel space, List<LatentAnswer> answers, int[][] sets, int atOnce, Progress progress) {
    requireInputs(space);
    double[][] points = space.encode(rows);
    double[][] said = LatentAnswer.all(answers, rows, space, points);
    double[][][] shift = new double[rows.rows()][sets.length][];
    double[][][] change = new double[rows.rows()][sets.length][];
    long pairs = (long) rows.rows() * sets.length;
    Blocks.forEach(
        rows,
        sets.length,
        atOnce,
        (row, set, copy) -> replace(row, sets[set], copy),
        (start, block) -> {
          progress.check();
          double[][] moved = space.encode(block);
          double[][] changed = LatentAnswer.all(answers, block, space, moved);
          for (int i = 0; i < moved.length; i++) {
            int row = (int) ((start + i) / sets.length);
            int set = (int) ((start + i) % sets.length);
            boolean there = present(row, sets[set]);
            shift[row][set] = difference(moved[i], points[row], there);
            change[row][set] = difference(changed[i], said[row], there);
          }
          progress.step("masking of peaks", start + moved.length, pairs);
        });
    return new PeakShifts(points, said, shift, change);
  }

  int rowsAtOnce() {
    return AT_ONCE / rows.width();
  }

  Table rows() {
    return rows;
  }

  PeakWindows windows() {
    return windows;
  }

  /** The area of a peak above its local background, of values on another scale; NaN if absent. */
  double area(int row, int peak, DoubleUnaryOperator scale) {
    if (!points.present(row, peak)) {
      return Double.NaN;
    }
    int first = points.first(row, peak);
    int last = points.last(row, peak);
    LocalBackground line = background(row, peak, scale);
    double sum = 0;
    double before = 0;
    for (int point = first; point <= last; point++) {
      double net = scale.applyAsDouble(rows.get(row, point)) - line.at(point);
      sum += point == first ? 0 : 0.5 * (net + before) * (grid.at(point) - grid.at(point - 1));
      before = net;
    }
    return sum;
  }

  /**
   * Σ weight · (pattern with the local background in a peak's window − pattern); NaN if absent.
   *
   * @param weights one for each point
   */
  double inner(int row, int peak, double[] weights) {
    if (!points.present(row, peak)) {
      return Double.NaN;
    }
    LocalBackground line = background(row, peak, DoubleUnaryOperator.identity());
    double sum = 0;
    for (int point = points.first(row, peak); point <= points.last(row, peak); point++) {
      sum -= weights[point] * line.net(point);
    }
    return sum;
  }

  /** How far a pattern changes when a peak is replaced, as a vector of its values. */
  double distance(int row, int peak) {
    double[] masked = row(row, peak);
    double sum = 0;
    for (int point = 0; point < masked.length; point++) {
      double difference = masked[point] - rows.get(row, point);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  private boolean present(int row, int[] peaks) {
    for (int peak : peaks) {
      if (!points.present(row, peak)) {
        return false;
      }
    }
    return true;
  }

  private void replace(int row, int[] peaks, double[] copy) {
    for (int peak : peaks) {
      if (points.present(row, peak)) {
        flatten(row, peak, copy);
      }
    }
    if (replacement != Replacement.BACKGROUND) {
      for (int peak : peaks) {
        if (points.present(row, peak)) {
          addMean(row, peak, copy);
        }
      }
    }
  }

  private void flatten(int row, int peak, double[] copy) {
    LocalBackground line = background(row, peak, DoubleUnaryOperator.identity());
    for (int point = points.first(row, peak); point <= points.last(row, peak); point++) {
      copy[point] = line.at(point);
    }
  }

  private void addMean(int row, int peak, double[] copy) {
    if (replacement == Replacement.MEAN_PEAK) {
      double[] heights = means.heights()[peak];
      for (int i = 0; i < heights.length; i++) {
        copy[means.first()[peak] + i] += heights[i];
      }
    } else {
      double place = windows.position()[row][peak];
      for (int point = points.first(row, peak); point <= points.last(row, peak); point++) {
        copy[point] += means.at(peak, place, point, grid);
      }
    }
  }

  private LocalBackground background(int row, int peak, DoubleUnaryOperator scale) {
    return new LocalBackground(
        grid,
        rows.values(),
        row * rows.width(),
        points.first(row, peak),
        points.last(row, peak),
        edge,
        scale);
  }

  private void requireInputs(LatentModel space) {
    if (!space.inputs().equals(rows.columns())) {
      List<String> read = new ArrayList<>();
      space.inputs().stream().limit(2).forEach(column -> read.add(column.toString()));
      throw new ExplainException(
          "The feature space reads "
              + space.inputs().size()
              + " columns, from "
              + read
              + " on; the patterns have "
              + rows.width()
              + " others.",
          "Give the patterns as the space was learned from them.");
    }
  }

  private static double[] difference(double[] to, double[] from, boolean there) {
    double[] difference = new double[to.length];
    for (int i = 0; i < to.length; i++) {
      difference[i] = there ? to[i] - from[i] : Double.NaN;
    }
    return difference;
  }
}
