package org.suiseki.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.learn.Column;
import org.suiseki.learn.Model;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;

/**
 * Masking (occlusion): a window slides over the spectrum, what it covers is replaced, and the
 * change of the prediction tells what the model made of it (Zeiler and Fergus 2014, arXiv
 * 1311.2901, in one dimension). The relevance of a grid point is the mean over the windows that
 * cover it of
 *
 * <p>f(spectrum) − f(spectrum with the window replaced), in the unit of the output.
 *
 * <p>It works for every model. Costs rows × windows predictions, made in blocks of bounded memory.
 * A masked spectrum is one the model may never have met, and two windows that say the same thing
 * can stand in for each other: a window without relevance is not proven to be without information.
 *
 * @param width of the window, in the unit of the axis; positive
 * @param stride between the beginnings of windows, in the unit of the axis; positive and no larger
 *     than the width, so that every grid point is covered
 * @param baseline what replaces the window
 */
public record SpectralMasking(double width, double stride, Baseline baseline) {

  /** Grid points this share of the width beyond the window's edge still count as inside it. */
  private static final double ROUNDING = 1e-9;

  public SpectralMasking {
    if (!(width > 0 && Double.isFinite(width) && stride > 0 && stride <= width)) {
      throw new ExplainException(
          "A masking window of width " + width + " and stride " + stride + ".",
          "Give a positive width and a positive stride no larger than it, as 1.0 and 0.25 eV.");
    }
  }

  /** Windows of the given width at a quarter of it from each other, replaced by a straight line. */
  public static SpectralMasking local(double width) {
    return new SpectralMasking(width, width / 4, new Baseline.Local());
  }

  /** Windows of the given width at a quarter of it from each other, replaced by a mean spectrum. */
  public static SpectralMasking mean(double width, double[] spectrum) {
    return new SpectralMasking(width, width / 4, new Baseline.Mean(spectrum));
  }

  /** The relevance for one output. */
  public Relevance explain(
      Model model, Table rows, SpectrumColumns spectrum, int output, Progress progress) {
    return explain(model, rows, spectrum, new int[] {output}, progress).get(0);
  }

  /** The relevance for each output of the model, from one pass over the masked rows. */
  public List<Relevance> explainAll(
      Model model, Table rows, SpectrumColumns spectrum, Progress progress) {
    int[] all = IntStream.range(0, model.outputs().size()).toArray();
    return explain(model, rows, spectrum, all, progress);
  }

  private List<Relevance> explain(
      Model model, Table rows, SpectrumColumns spectrum, int[] outputs, Progress progress) {
    spectrum.checkFits(rows);
    baseline.checkFits(spectrum.points());
    int[][] windows = windows(spectrum.axis());
    double[][][] changes = changes(model, rows, spectrum, windows, outputs, progress);
    List<Relevance> relevances = new ArrayList<>();
    for (int o = 0; o < outputs.length; o++) {
      Column column = model.outputs().get(outputs[o]);
      double[][] perRow = spread(changes[o], windows, spectrum.points());
      String unit = spectrum.unit();
      relevances.add(new Relevance(caption(unit), column, spectrum.axis(), unit, perRow));
    }
    return relevances;
  }

  /** What each window changes, outputs × rows × windows. */
  private double[][][] changes(
      Model model,
      Table rows,
      SpectrumColumns spectrum,
      int[][] windows,
      int[] outputs,
      Progress progress) {
    double[][] whole = model.predict(rows).mean();
    double[][][] changes = new double[outputs.length][rows.rows()][windows.length];
    long pairs = (long) rows.rows() * windows.length;
    Blocks.forEach(
        rows,
        windows.length,
        (row, window, copy) -> mask(copy, spectrum, windows[window]),
        (start, block) -> {
          progress.check();
          double[][] masked = model.predict(block).mean();
          for (int i = 0; i < masked.length; i++) {
            int row = (int) ((start + i) / windows.length);
            int window = (int) ((start + i) % windows.length);
            for (int o = 0; o < outputs.length; o++) {
              changes[o][row][window] = whole[row][outputs[o]] - masked[i][outputs[o]];
            }
          }
          progress.step("masking", start + masked.length, pairs);
        });
    return changes;
  }

  /** The first and last grid point of each window; the last window ends where the axis ends. */
  int[][] windows(double[] axis) {
    double end = axis[axis.length - 1];
    double slack = ROUNDING * width;
    List<int[]> windows = new ArrayList<>();
    boolean last = false;
    for (int i = 0; !last; i++) {
      double from = axis[0] + i * stride;
      last = from + width >= end - slack;
      from = last ? Math.max(axis[0], end - width) : from;
      windows.add(window(axis, from - slack, from + width + slack));
    }
    return windows.toArray(int[][]::new);
  }

  private int[] window(double[] axis, double from, double to) {
    int first = 0;
    while (axis[first] < from) {
      first++;
    }
    int last = first;
    while (last + 1 < axis.length && axis[last + 1] <= to) {
      last++;
    }
    int fewest = baseline.fewestPoints();
    if (axis[first] > to || last - first + 1 < fewest) {
      throw new ExplainException(
          "A window of width "
              + width
              + " at "
              + axis[first]
              + " covers fewer than "
              + fewest
              + " grid points: masking it changes nothing.",
          "Widen the window to three grid points or more.");
    }
    return new int[] {first, last};
  }

  private void mask(double[] row, SpectrumColumns place, int[] window) {
    int[] columns = place.columns();
    double[] spectrum = new double[columns.length];
    for (int point = window[0]; point <= window[1]; point++) {
      spectrum[point] = row[columns[point]];
    }
    baseline.replace(spectrum, window[0], window[1], place.axis());
    for (int point = window[0]; point <= window[1]; point++) {
      row[columns[point]] = spectrum[point];
    }
  }

  private static double[][] spread(double[][] change, int[][] windows, int points) {
    int[] covering = new int[points];
    for (int[] window : windows) {
      for (int point = window[0]; point <= window[1]; point++) {
        covering[point]++;
      }
    }
    double[][] spread = new double[change.length][points];
    for (int row = 0; row < change.length; row++) {
      for (int w = 0; w < windows.length; w++) {
        for (int point = windows[w][0]; point <= windows[w][1]; point++) {
          spread[row][point] += change[row][w] / covering[point];
        }
      }
    }
    return spread;
  }

  private String caption(String unit) {
    return "change when a window of " + width + " " + unit + " is replaced by " + baseline.words();
  }
}
