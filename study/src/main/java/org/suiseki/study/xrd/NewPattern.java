package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.explain.NearestNeighbours;
import org.suiseki.explain.Neighbours;
import org.suiseki.explain.latent.LatentAnswer;
import org.suiseki.explain.latent.MaskedPatterns;
import org.suiseki.explain.latent.PeakMasking;
import org.suiseki.explain.latent.PeakWindows;
import org.suiseki.explain.latent.Replacement;
import org.suiseki.learn.Table;
import org.suiseki.matter.Axis;
import org.suiseki.study.Explanation;

/**
 * A pattern of an unknown sample among those a model knows. Its peaks are sought where the nearest
 * known sample has them, and each is made like the mean of the known ones to see what it says.
 */
final class NewPattern {
  private static final int NEIGHBOURS = 5;

  private final XrdModel model;
  private final Table row;
  private final Neighbours nearest;

  /**
   * @param row the one, prepared
   */
  NewPattern(XrdModel model, Table row) {
    this.model = model;
    this.row = row;
    this.nearest =
        NearestNeighbours.plain(model.samples().wide())
            .of(model.wide().encode(row), Math.min(NEIGHBOURS, model.samples().size()));
  }

  List<Explanation.Neighbour> neighbours() {
    KnownSamples samples = model.samples();
    double size = size(samples.wide());
    List<Explanation.Neighbour> found = new ArrayList<>();
    for (int i = 0; i < nearest.rows()[0].length; i++) {
      int known = nearest.rows()[0][i];
      List<Double> values = new ArrayList<>();
      for (double value : samples.values()[known]) {
        values.add(value);
      }
      found.add(
          new Explanation.Neighbour(
              samples.ids().get(known),
              samples.families().get(known),
              nearest.distances()[0][i] / size,
              values));
    }
    return found;
  }

  /** The most telling first: by how far the point moves in the wide space. */
  List<Explanation.Reason> reasons() {
    if (model.peaks().peaks() == 0) {
      return List.of();
    }
    PeakWindows windows = withOwn();
    int own = windows.patterns() - 1;
    Axis axis = model.preprocessing().axis();
    MaskedPatterns masked =
        PeakMasking.standard().patterns(withOwnRow(), axis, windows, Replacement.MEAN_PEAK);
    int[] peaks =
        IntStream.range(0, windows.peaks()).filter(peak -> masked.present(own, peak)).toArray();
    double[][] rows =
        IntStream.concat(IntStream.of(-1), IntStream.of(peaks))
            .mapToObj(peak -> peak < 0 ? row.row(0) : masked.row(own, peak))
            .toArray(double[][]::new);
    Table table = Table.of(row.columns(), rows);
    double[][] points = model.wide().encode(table);
    double[][] said = answers(points);
    double size = size(model.samples().wide());
    double highest = IntStream.of(peaks).mapToDouble(peak -> height(windows, peak)).max().orElse(0);
    List<Explanation.Reason> reasons = new ArrayList<>();
    for (int i = 0; i < peaks.length; i++) {
      List<Double> changes = new ArrayList<>();
      for (int output = 0; output < said[0].length; output++) {
        changes.add(said[i + 1][output] - said[0][output]);
      }
      reasons.add(
          new Explanation.Reason(
              windows.labels().get(peaks[i]),
              windows.position()[own][peaks[i]],
              axis.unit(),
              highest > 0 ? height(windows, peaks[i]) / highest : 0,
              distance(points[i + 1], points[0]) / size,
              changes));
    }
    reasons.sort(Comparator.comparingDouble(reason -> -reason.move()));
    return reasons;
  }

  private double[][] answers(double[][] points) {
    return model.concentrations().isEmpty()
        ? new double[points.length][0]
        : LatentAnswer.of(model.wide(), model.concentrations().get(0)).mean().apply(points);
  }

  /** Above the background; 0 where the noise of a pattern without the peak lies below it. */
  private double height(PeakWindows windows, int peak) {
    Axis axis = model.preprocessing().axis();
    int point = axis.indexAtOrBelow(windows.position()[windows.patterns() - 1][peak]);
    return Math.max(0, model.preprocessing().intensities(row.row(0))[point]);
  }

  private Table withOwnRow() {
    int width = row.width();
    double[] all = new double[(model.rows().rows() + 1) * width];
    System.arraycopy(model.rows().values(), 0, all, 0, model.rows().values().length);
    System.arraycopy(row.values(), 0, all, model.rows().values().length, width);
    return new Table(row.columns(), model.rows().rows() + 1, all);
  }

  /** The windows of all known patterns, and those of the nearest moved to the maxima of this. */
  private PeakWindows withOwn() {
    PeakWindows known = model.peaks();
    int like = nearest.rows()[0][0];
    int peaks = known.peaks();
    double[][] position = grown(known.position(), like);
    double[][] from = grown(known.from(), like);
    double[][] to = grown(known.to(), like);
    int own = position.length - 1;
    double[] there = model.rows().row(like);
    double[] here = row.row(0);
    double[] moves = new double[peaks];
    for (int peak = 0; peak < peaks; peak++) {
      if (known.present(like, peak)) {
        double half = (to[own][peak] - from[own][peak]) / 2;
        double move =
            highest(here, from[own][peak] - half, to[own][peak] + half)
                - highest(there, from[own][peak], to[own][peak]);
        moves[peak] = Math.abs(move) <= half ? move : 0;
      }
    }
    shift(position[own], from[own], to[own], moves);
    return new PeakWindows(known.labels(), position, from, to);
  }

  /** A window stays where it is if it would leave the axis or meet another. */
  private void shift(double[] position, double[] from, double[] to, double[] moves) {
    Axis axis = model.preprocessing().axis();
    for (int peak = 0; peak < moves.length; peak++) {
      double first = from[peak] + moves[peak];
      double last = to[peak] + moves[peak];
      boolean free = first >= axis.first() && last <= axis.last();
      for (int other = 0; other < moves.length && free; other++) {
        free = other == peak || !(from[other] <= last && to[other] >= first);
      }
      if (free) {
        position[peak] += moves[peak];
        from[peak] = first;
        to[peak] = last;
      }
    }
  }

  private double highest(double[] values, double from, double to) {
    Axis axis = model.preprocessing().axis();
    int first = from <= axis.first() ? 0 : axis.indexAtOrBelow(from);
    int last = to >= axis.last() ? axis.length() - 1 : axis.indexAtOrBelow(to);
    int best = first;
    for (int i = first; i <= last; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return axis.at(best) + offset(values, best) * axis.step().orElseThrow();
  }

  /** From a highest point to the vertex of the parabola through it and its neighbours, in steps. */
  private static double offset(double[] values, int best) {
    if (best == 0 || best == values.length - 1) {
      return 0;
    }
    double curvature = values[best - 1] - 2 * values[best] + values[best + 1];
    double offset = (values[best - 1] - values[best + 1]) / (2 * curvature);
    return Math.abs(offset) <= 1 ? offset : 0;
  }

  private static double[][] grown(double[][] rows, int copied) {
    double[][] more = new double[rows.length + 1][];
    System.arraycopy(rows, 0, more, 0, rows.length);
    more[rows.length] = rows[copied].clone();
    return more;
  }

  private static double size(double[][] points) {
    double[] centre = new double[points[0].length];
    for (double[] point : points) {
      for (int i = 0; i < centre.length; i++) {
        centre[i] += point[i] / points.length;
      }
    }
    return MapMaker.size(points, centre);
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
