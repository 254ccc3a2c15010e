package org.suiseki.explain.phases;

import java.util.List;
import org.suiseki.describe.spectrum.Smooth;
import org.suiseki.describe.spectrum.Snip;
import org.suiseki.learn.NonnegativeLeastSquares;
import org.suiseki.matter.Spectrum;

/**
 * The linear part of a fit: how much of each phase's column, and which background, come nearest to
 * the pattern. Points weigh 1/(σ² + (κ I)²) with I the height above the envelope: no structure
 * model is right to better than a part κ of a peak, and a misfit of strong peaks must not outweigh
 * weak phases.
 */
final class PatternFit {
  /** Degrees over which the envelope is clipped. */
  private static final double ENVELOPE = 3;

  private static final int SMOOTHING = 7;

  final MeasuredPattern pattern;
  final double[] x;
  final double[] y;
  final double[] envelope;
  final double[] roots;
  final BackgroundBasis background;
  final double[] projected;
  final PhaseColumn shape;

  PatternFit(MeasuredPattern pattern, double modelError, int degree) {
    this.pattern = pattern;
    this.x = pattern.spectrum().axis().values();
    this.y = pattern.spectrum().values();
    this.envelope = envelope(pattern);
    this.roots = new double[y.length];
    double[] deviations = pattern.deviations();
    for (int i = 0; i < y.length; i++) {
      double height = modelError * Math.max(0, y[i] - envelope[i]);
      roots[i] = 1 / Math.hypot(deviations[i], height);
    }
    this.background = BackgroundBasis.of(x, envelope, degree, roots);
    this.projected = background.project(y);
    this.shape = new PhaseColumn(pattern);
  }

  /**
   * @param plain the column
   * @param projected weighted and without what the background could be
   */
  record Column(double[] plain, double[] projected) {}

  /**
   * @param squares Σ w residual²
   */
  record Linear(double[] scales, double squares) {}

  Column column(PhaseState phase, double[] instrument) {
    double[] plain = new double[x.length];
    shape.write(phase, instrument, plain);
    return new Column(plain, background.project(plain));
  }

  Linear solve(List<Column> columns) {
    if (columns.isEmpty()) {
      return new Linear(new double[0], BackgroundBasis.dot(projected, projected));
    }
    double[][] matrix = columns.stream().map(Column::projected).toArray(double[][]::new);
    NonnegativeLeastSquares.Solution best = NonnegativeLeastSquares.of(matrix).solve(projected);
    return new Linear(best.coefficients(), best.squares());
  }

  /** Weighted observed less calculated, without what the background could be. */
  double[] rest(List<Column> columns, double[] scales) {
    double[] rest = projected.clone();
    for (int phase = 0; phase < scales.length; phase++) {
      double[] column = columns.get(phase).projected();
      for (int i = 0; i < rest.length && scales[phase] > 0; i++) {
        rest[i] -= scales[phase] * column[i];
      }
    }
    return rest;
  }

  /** The phases' part of the pattern. */
  double[] peaks(List<Column> columns, double[] scales) {
    double[] sum = new double[x.length];
    for (int phase = 0; phase < scales.length; phase++) {
      double[] column = columns.get(phase).plain();
      for (int i = 0; i < sum.length && scales[phase] > 0; i++) {
        sum[i] += scales[phase] * column[i];
      }
    }
    return sum;
  }

  /** The background beside these peaks. */
  double[] background(double[] peaks) {
    double[] rest = y.clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= peaks[i];
    }
    return background.nearest(rest);
  }

  private static double[] envelope(MeasuredPattern pattern) {
    Spectrum smooth = pattern.spectrum();
    if (smooth.length() > SMOOTHING) {
      smooth = new Smooth(SMOOTHING, 2, 0).apply(smooth);
    }
    double[] values = smooth.values();
    double least = Double.POSITIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
    }
    double lift = Math.max(0, -least);
    for (int i = 0; i < values.length; i++) {
      values[i] += lift;
    }
    int points = Math.max(1, (int) Math.round(ENVELOPE / pattern.step()));
    double[] under =
        new Snip(points)
            .under(
                new Spectrum(
                    smooth.axis(), values, smooth.quantity(), smooth.unit(), smooth.metadata()));
    for (int i = 0; i < under.length; i++) {
      under[i] -= lift;
    }
    return under;
  }
}
