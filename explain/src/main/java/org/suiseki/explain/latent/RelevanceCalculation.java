package org.suiseki.explain.latent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.suiseki.explain.ExplainException;
import org.suiseki.learn.Column;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.Metric;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;
import org.suiseki.matter.Axis;

/** The work behind {@link RelevanceOptions#explain}. */
final class RelevanceCalculation {
  private static final double ROUNDING = 1e-12;

  private final RelevanceOptions options;
  private final LatentModel space;
  private final PeakWindows windows;
  private final String unit;
  private final List<LatentAnswer> answers;
  private final Progress progress;
  private final MeanPeaks means;
  private final MaskedPatterns background;
  private final MaskedPatterns meanPeak;
  private final PeakShifts removed;
  private final PeakShifts contrasted;
  private final PeakShifts shaped;
  private final double[][][] gradient;
  private final double[][] intensity;
  private final double spread;

  RelevanceCalculation(
      RelevanceOptions options,
      LatentModel space,
      Table rows,
      Axis axis,
      PeakWindows windows,
      List<LatentAnswer> answers,
      Progress progress) {
    this.options = options;
    this.space = space;
    this.windows = windows;
    this.unit = axis.unit();
    this.answers = answers;
    this.progress = progress;
    PeakMasking masking = options.masking();
    this.means = masking.means(rows, axis, windows);
    this.background = masking.patterns(rows, axis, windows, Replacement.BACKGROUND, means);
    this.meanPeak = masking.patterns(rows, axis, windows, Replacement.MEAN_PEAK, means);
    this.removed = background.shifts(space, answers, progress);
    this.spread = spread(removed.points());
    this.contrasted = meanPeak.shifts(space, answers, progress);
    this.shaped =
        masking
            .patterns(rows, axis, windows, Replacement.MEAN_SHAPE, means)
            .shifts(space, List.of(), progress);
    this.gradient = PeakGradients.shifts(space, background, progress);
    this.intensity = new double[rows.rows()][windows.peaks()];
    for (int row = 0; row < rows.rows(); row++) {
      for (int peak = 0; peak < windows.peaks(); peak++) {
        intensity[row][peak] = background.area(row, peak, options.intensity());
      }
    }
  }

  PeakRelevance result() {
    List<RelevantPeak> peaks = peaks();
    List<RelevantPeak> told = new IntensePeaks(peaks, intensity, windows, unit).told();
    double[] lengths = peaks.stream().mapToDouble(peak -> peak.shift().mean()).toArray();
    double[] slopes = peaks.stream().mapToDouble(RelevantPeak::gradient).toArray();
    int[] known =
        IntStream.range(0, lengths.length).filter(i -> !Double.isNaN(lengths[i])).toArray();
    List<Column> outputs = new ArrayList<>();
    answers.forEach(answer -> outputs.addAll(answer.outputs()));
    return new PeakRelevance(
        spread,
        outputs,
        told,
        pairs(lengths, known),
        PeakGradients.agreement(flat(removed.shift()), flat(gradient)),
        Metric.SPEARMAN.of(chosen(lengths, known), chosen(slopes, known)),
        removed.points(),
        removed.shift(),
        gradient,
        contrasted.shift(),
        removed.change(),
        contrasted.change(),
        intensity,
        told.stream().flatMap(peak -> peak.finding().stream()).toList());
  }

  private List<RelevantPeak> peaks() {
    double[] area = means(peak -> column(intensity, peak));
    double[] moved = means(peak -> lengths(removed.shift(), peak));
    double[] told = means(peak -> lengths(contrasted.shift(), peak));
    int[] areaRank = ranks(area);
    int[] rank = ranks(moved);
    int[] contrastRank = ranks(told);
    double strongest = Arrays.stream(area).filter(one -> !Double.isNaN(one)).max().orElse(0);
    List<RelevantPeak> peaks = new ArrayList<>();
    for (int peak = 0; peak < area.length; peak++) {
      double share = Math.max(0, area[peak]) / sum(area);
      peaks.add(
          new RelevantPeak(
              windows.labels().get(peak),
              Quartiles.of(column(windows.position(), peak)).mean(),
              Quartiles.of(column(windows.from(), peak)).mean(),
              Quartiles.of(column(windows.to(), peak)).mean(),
              100 * area[peak] / strongest,
              share,
              areaRank[peak],
              Quartiles.of(lengths(removed.shift(), peak)),
              rank[peak],
              moved[peak] / sum(moved) / share,
              Quartiles.of(lengths(gradient, peak)).mean(),
              agreement(peak),
              Quartiles.of(lengths(contrasted.shift(), peak)),
              contrastRank[peak],
              Quartiles.of(lengths(shaped.shift(), peak)),
              changes(removed.change(), peak, true),
              changes(removed.change(), peak, false),
              changes(contrasted.change(), peak, true),
              variation(peak),
              Optional.empty()));
    }
    return peaks;
  }

  private double agreement(int peak) {
    return PeakGradients.agreement(
        PeakGradients.ofPeak(removed.shift(), peak), PeakGradients.ofPeak(gradient, peak));
  }

  /** Of each peak the mean of one number over the patterns that have it. */
  private double[] means(IntFunction<double[]> ofPeak) {
    return IntStream.range(0, windows.peaks())
        .mapToDouble(peak -> Quartiles.of(ofPeak.apply(peak)).mean())
        .toArray();
  }

  private PeakVariation variation(int peak) {
    double[] area = column(intensity, peak);
    double[] position = column(windows.position(), peak);
    double squares = 0;
    int count = 0;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < intensity.length; row++) {
      if (background.present(row, peak)) {
        double distance = meanPeak.distance(row, peak);
        squares += distance * distance;
        count++;
        least = Math.min(least, position[row]);
        greatest = Math.max(greatest, position[row]);
      }
    }
    // The same angle from the same lattice may differ in its last digit.
    boolean still = greatest - least <= ROUNDING * Math.abs(greatest);
    return new PeakVariation(
        deviation(area) / Math.abs(Quartiles.of(area).mean()),
        still ? 0 : deviation(position),
        count == 0 ? Double.NaN : still ? 0 : greatest - least,
        count == 0 ? Double.NaN : Math.sqrt(squares / count) / means.length(peak));
  }

  /** All pairs of the peaks that move the points most. */
  private List<PeakPair> pairs(double[] lengths, int[] known) {
    int[] top =
        Arrays.stream(known)
            .boxed()
            .sorted(Comparator.comparingDouble(peak -> -lengths[peak]))
            .limit(options.paired())
            .sorted()
            .mapToInt(Integer::intValue)
            .toArray();
    List<int[]> sets = new ArrayList<>();
    for (int i = 0; i < top.length; i++) {
      for (int j = i + 1; j < top.length; j++) {
        sets.add(new int[] {top[i], top[j]});
      }
    }
    if (sets.isEmpty()) {
      return List.of();
    }
    int[][] pairs = sets.toArray(int[][]::new);
    double[][][] joint =
        background.shifts(space, List.of(), pairs, background.rowsAtOnce(), progress).shift();
    List<PeakPair> found = new ArrayList<>();
    for (int pair = 0; pair < pairs.length; pair++) {
      found.add(pair(pairs[pair], PeakGradients.ofPeak(joint, pair)));
    }
    found.sort(Comparator.comparingDouble(pair -> -pair.interaction()));
    return found;
  }

  private PeakPair pair(int[] peaks, double[][] joint) {
    double[] shift = new double[joint.length];
    double[] sum = new double[joint.length];
    double[] interaction = new double[joint.length];
    for (int row = 0; row < joint.length; row++) {
      double[] both = new double[joint[row].length];
      double[] beyond = new double[joint[row].length];
      for (int c = 0; c < both.length; c++) {
        both[c] = removed.shift()[row][peaks[0]][c] + removed.shift()[row][peaks[1]][c];
        beyond[c] = joint[row][c] - both[c];
      }
      shift[row] = length(joint[row]) / spread;
      sum[row] = length(both) / spread;
      interaction[row] = length(beyond) / spread;
    }
    return new PeakPair(
        peaks[0],
        peaks[1],
        Quartiles.of(shift).mean(),
        Quartiles.of(sum).mean(),
        Quartiles.of(interaction).mean());
  }

  /** Of each output the mean change, or the mean of its size. */
  private static double[] changes(double[][][] change, int peak, boolean absolute) {
    double[] means = new double[change.length == 0 ? 0 : change[0][peak].length];
    for (int output = 0; output < means.length; output++) {
      double[] one = column(PeakGradients.ofPeak(change, peak), output);
      means[output] =
          Quartiles.of(absolute ? Arrays.stream(one).map(Math::abs).toArray() : one).mean();
    }
    return means;
  }

  private double[] lengths(double[][][] shifts, int peak) {
    double[] lengths = new double[shifts.length];
    for (int row = 0; row < lengths.length; row++) {
      lengths[row] = length(shifts[row][peak]) / spread;
    }
    return lengths;
  }

  private static double length(double[] vector) {
    double sum = 0;
    for (double one : vector) {
      sum += one * one;
    }
    return Math.sqrt(sum);
  }

  private static double spread(double[][] points) {
    double squares = 0;
    for (int c = 0; c < points[0].length; c++) {
      double deviation = deviation(column(points, c));
      squares += deviation * deviation;
    }
    if (!(squares > 0)) {
      throw new ExplainException(
          "All " + points.length + " patterns are one point in the feature space.",
          "Give patterns that differ, or a feature space that tells them apart.");
    }
    return Math.sqrt(squares);
  }

  /** Root mean square distance from the mean, of what is not NaN. */
  private static double deviation(double[] values) {
    double mean = Quartiles.of(values).mean();
    double[] squares = Arrays.stream(values).map(one -> (one - mean) * (one - mean)).toArray();
    return Math.sqrt(Quartiles.of(squares).mean());
  }

  /** 1 for the greatest; those that are NaN come last. */
  private static int[] ranks(double[] values) {
    int[] ranks = new int[values.length];
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.comparingDouble(
            i -> Double.isNaN(values[i]) ? Double.POSITIVE_INFINITY : -values[i]));
    for (int i = 0; i < order.length; i++) {
      ranks[order[i]] = i + 1;
    }
    return ranks;
  }

  /** Of what is above 0. */
  private static double sum(double[] values) {
    return Arrays.stream(values).filter(one -> one > 0).sum();
  }

  private static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }

  private static double[] chosen(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
  }

  private static double[][] flat(double[][][] shifts) {
    return Arrays.stream(shifts).flatMap(Arrays::stream).toArray(double[][]::new);
  }
}
