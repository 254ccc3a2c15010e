package org.suiseki.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Workers;

/**
 * The distance of two curves when one may be stretched and squeezed along its axis to fit the
 * other: the least sum of point costs over all paths from the first pair of points to the last that
 * go one point on in either curve or in both, and never stray more than {@code band} points from
 * the diagonal. Sakoe and Chiba, IEEE Trans. Acoust. Speech Signal Process. 26, 43 (1978),
 * doi:10.1109/TASSP.1978.1163055; deviation: every step counts once (their symmetric form counts a
 * diagonal step twice and divides by the lengths), as is common today.
 *
 * <p>Peaks that moved are matched for nothing, so it is blind to what moves them alike; peaks whose
 * heights differ still cost. It is no metric (the triangle inequality fails), and the matching may
 * collapse many points of one curve onto one of the other: keep the band little wider than peaks
 * truly move.
 *
 * @param band most points between the two of a pair, from 0 (point by point) on; a band wider than
 *     the curves is no band
 * @param cost of a pair of points
 */
public record DynamicTimeWarping(int band, Cost cost) {

  /** What two points that are matched cost. */
  public enum Cost {
    /** (a − b)²; the distance is the root of the sum, in the unit of the curves. */
    SQUARED,
    /** |a − b|; the distance is the sum, in the unit of the curves. */
    ABSOLUTE
  }

  /** So many curves are compared at once that their band of costs stays in the nearest cache. */
  private static final int LANES = 64;

  /**
   * @throws ExplainException where the band is below 0
   */
  public DynamicTimeWarping {
    if (band < 0) {
      throw new ExplainException(
          "A band of " + band + " points matches nothing.", "Give a band of 0 points or more.");
    }
  }

  /**
   * The distance of two curves, in O(length · band) time and O(length) memory.
   *
   * @throws ExplainException where the band is too narrow for curves of such different lengths, or
   *     a value is not finite
   */
  public double distance(double[] a, double[] b) {
    Rows.check(new double[][] {a}, "curve");
    Rows.check(new double[][] {b}, "curve");
    if (Math.abs(a.length - b.length) > band) {
      throw new ExplainException(
          "Curves of "
              + a.length
              + " and "
              + b.length
              + " points have no path within a band of "
              + band
              + ".",
          "Bring them onto one grid, or widen the band.");
    }
    double[] above = new double[b.length + 1];
    double[] here = new double[b.length + 1];
    Arrays.fill(above, Double.POSITIVE_INFINITY);
    above[0] = 0;
    for (int i = 0; i < a.length; i++) {
      Arrays.fill(here, Double.POSITIVE_INFINITY);
      int to = (int) Math.min(b.length - 1L, (long) i + band);
      for (int j = Math.max(0, i - band); j <= to; j++) {
        double before = Math.min(Math.min(above[j], above[j + 1]), here[j]);
        here[j + 1] = before + cost(a[i] - b[j]);
      }
      double[] swap = above;
      above = here;
      here = swap;
    }
    return result(above[b.length]);
  }

  /**
   * The distances of all pairs, exactly: no pair is left out and no path cut short. O(curves² ·
   * points · band) time, about half a nanosecond for each pair of points on one core.
   *
   * @param curves curves × points, on one grid
   * @param threads most at a time; the result does not depend on it
   * @param progress is told of curves, as {@code warping}
   */
  public DistanceMatrix distances(double[][] curves, int threads, Progress progress) {
    Rows.check(curves, "curve");
    int rows = curves.length;
    double[] values = new double[DistanceMatrix.pairs(rows)];
    List<Workers.Job<Integer>> jobs = new ArrayList<>();
    for (int row = 0; row < rows - 1; row++) {
      int first = row;
      int start = DistanceMatrix.index(rows, row, row + 1);
      jobs.add(job -> {
        compare(curves[first], curves, first + 1, values, start, job);
        job.step("warping", 1, 1);
        return first;
      });
    }
    Workers.run(threads, jobs, progress, "warping", jobs.size());
    return new DistanceMatrix(rows, values);
  }

  /**
   * The distances of queries to other curves, as {@link #distances}.
   *
   * @return queries × references
   */
  public double[][] between(
      double[][] queries, double[][] references, int threads, Progress progress) {
    int points = Rows.check(queries, "curve");
    if (Rows.check(references, "curve") != points) {
      throw new ExplainException(
          "Curves of " + points + " and " + references[0].length + " points are on two grids.",
          "Bring them onto one grid.");
    }
    List<Workers.Job<double[]>> jobs = new ArrayList<>();
    for (double[] query : queries) {
      jobs.add(job -> {
        double[] row = new double[references.length];
        compare(query, references, 0, row, 0, job);
        job.step("warping", 1, 1);
        return row;
      });
    }
    return Workers.run(threads, jobs, progress, "warping", jobs.size()).toArray(double[][]::new);
  }

  /** One curve against all others from {@code from} on. */
  private void compare(
      double[] curve, double[][] others, int from, double[] out, int start, Progress progress) {
    for (int lane = from; lane < others.length; lane += LANES) {
      progress.check();
      int lanes = Math.min(LANES, others.length - lane);
      double[][] turned = new double[curve.length][lanes];
      for (int point = 0; point < curve.length; point++) {
        for (int i = 0; i < lanes; i++) {
          turned[point][i] = others[lane + i][point];
        }
      }
      double[] sums = sums(curve, turned, lanes);
      for (int i = 0; i < lanes; i++) {
        out[start + lane - from + i] = result(sums[i]);
      }
    }
  }

  /**
   * The table of {@link #distance}, for many curves at once and kept as one band: cell k of row i
   * is column i + k − width. Before it is replaced it holds the cell one up and one left, and the
   * cell after it is the one above; cells outside the table are never written and stay infinite.
   */
  private double[] sums(double[] curve, double[][] others, int lanes) {
    int width = Math.min(band, curve.length - 1);
    double[][] cells = new double[2 * width + 2][lanes];
    for (double[] cell : cells) {
      Arrays.fill(cell, Double.POSITIVE_INFINITY);
    }
    Arrays.fill(cells[width], 0);
    double[] none = cells[2 * width + 1].clone();
    for (int i = 0; i < curve.length; i++) {
      int from = Math.max(0, width - i);
      int to = Math.min(2 * width, curve.length - 1 - i + width);
      double[] before = none;
      for (int k = from; k <= to; k++) {
        double[] other = others[i + k - width];
        if (cost == Cost.SQUARED) {
          squared(curve[i], other, cells[k], cells[k + 1], before);
        } else {
          absolute(curve[i], other, cells[k], cells[k + 1], before);
        }
        before = cells[k];
      }
    }
    return cells[width];
  }

  /** Loops over arrays of their own without offsets, which become vector instructions. */
  private static void squared(
      double a, double[] b, double[] cell, double[] above, double[] before) {
    for (int lane = 0; lane < cell.length; lane++) {
      double difference = a - b[lane];
      cell[lane] =
          Math.min(Math.min(cell[lane], above[lane]), before[lane]) + difference * difference;
    }
  }

  private static void absolute(
      double a, double[] b, double[] cell, double[] above, double[] before) {
    for (int lane = 0; lane < cell.length; lane++) {
      cell[lane] =
          Math.min(Math.min(cell[lane], above[lane]), before[lane]) + Math.abs(a - b[lane]);
    }
  }

  private double cost(double difference) {
    return cost == Cost.SQUARED ? difference * difference : Math.abs(difference);
  }

  private double result(double sum) {
    return cost == Cost.SQUARED ? Math.sqrt(sum) : sum;
  }
}
