package org.suiseki.explain.latent;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;

/**
 * The moves of points to first order: the gradient of each coordinate at the whole pattern times
 * what masking changes of the pattern. Exact for linear spaces.
 */
final class PeakGradients {

  /** Rows whose gradients are held at a time. */
  private static final int ROWS = 256;

  private PeakGradients() {}

  /** Rows × peaks × coordinates, NaN where a pattern does not have the peak. */
  static double[][][] shifts(LatentModel space, MaskedPatterns masked, Progress progress) {
    Table rows = masked.rows();
    double[][][] shifts = new double[rows.rows()][masked.windows().peaks()][space.size()];
    for (int start = 0; start < rows.rows(); start += ROWS) {
      progress.check();
      int from = start;
      int count = Math.min(ROWS, rows.rows() - start);
      Table part = rows.selectRows(IntStream.range(0, count).map(i -> from + i).toArray());
      for (int coordinate = 0; coordinate < space.size(); coordinate++) {
        double[][] gradient = space.gradient(part, coordinate);
        for (int i = 0; i < count; i++) {
          add(gradient[i], masked, start + i, coordinate, shifts[start + i]);
        }
      }
      progress.step("gradients", start + count, rows.rows());
    }
    return shifts;
  }

  private static void add(
      double[] gradient, MaskedPatterns masked, int row, int coordinate, double[][] shifts) {
    for (int peak = 0; peak < shifts.length; peak++) {
      shifts[peak][coordinate] = masked.inner(row, peak, gradient);
    }
  }

  /** 1 − Σ|a − b|²/Σ|a|² over what both know; NaN where nothing of {@code a} moves. */
  static double agreement(double[][] masking, double[][] gradient) {
    double[] sums = new double[2];
    for (int i = 0; i < masking.length; i++) {
      addSquares(masking[i], gradient[i], sums);
    }
    return sums[1] > 0 ? 1 - sums[0] / sums[1] : Double.NaN;
  }

  private static void addSquares(double[] masking, double[] gradient, double[] sums) {
    for (int c = 0; c < masking.length; c++) {
      if (!Double.isNaN(masking[c])) {
        double difference = masking[c] - gradient[c];
        sums[0] += difference * difference;
        sums[1] += masking[c] * masking[c];
      }
    }
  }

  /** The moves of one peak, rows × coordinates. */
  static double[][] ofPeak(double[][][] shifts, int peak) {
    return Arrays.stream(shifts).map(row -> row[peak]).toArray(double[][]::new);
  }
}
