package org.suiseki.explain;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.suiseki.learn.Quantile;
import org.suiseki.learn.Table;

/**
 * Is an input one that the model has training rows for? Distance to training data is a usual
 * measure of the domain of applicability of property models (Sheridan et al. 2004, J. Chem. Inf.
 * Comput. Sci. 44, 1912, doi 10.1021/ci049782w; Tropsha 2010, Mol. Inform. 29, 476, doi
 * 10.1002/minf.201000061).
 *
 * <p>The distance of a row is d = √(q² + r²). q is the distance to its k-th nearest training row in
 * whitened principal components, divided by the square root of their number; r is what of the row
 * lies outside the components ({@link InputSpace}), so that a spectrum of another shape is noticed
 * though its coordinates may look ordinary. Both are about 1 for ordinary rows. The score is d /
 * threshold, and a row is inside where it is at most 1.
 *
 * <p>The threshold is the given quantile of the d that training rows get while they are held out
 * (every fifth row at a time, components and neighbours from the others): rows judged by components
 * fitted to themselves would look closer than new rows ever are. About that share of rows like the
 * training rows is therefore inside.
 *
 * <p>Inside is no promise of a small error, and outside none of a large one. A few hundred diverse
 * molecules leave wide gaps between them, and a spectrum on a wrong energy scale can look like that
 * of another molecule: among the shipped carbon K-edge spectra nearly all stay inside when shifted
 * by 1 eV and about half when shifted by 3 eV, while noise of 5 % puts all of them outside.
 *
 * @param options with which it was fitted; the neighbours are cut to what the rows allow
 * @param space the whitened components
 * @param training training rows × components
 * @param threshold the d that counts as the border
 */
public record ApplicabilityDomain(
    Options options, InputSpace space, double[][] training, double threshold) {

  private static final int FOLDS = 5;
  private static final double LEAST_THRESHOLD = 1e-9;

  /**
   * How the domain is drawn. With {@code retained} 1 and {@code shrinkage} 1 distances are
   * Euclidean between z-scored inputs.
   *
   * @param neighbours k, the neighbour whose distance counts
   * @param quantile share of held-out training rows that shall be inside, in (0, 1]
   * @param retained share of the variance the components keep, in (0, 1]
   * @param shrinkage of the component variances to their mean, 0 … 1
   * @param floor least scale of a column as a share of the largest standard deviation among columns
   *     of the same unit: keeps the empty pre-edge of a spectrum from counting as much as its
   *     peaks; 0 scales every column by itself
   */
  public record Options(
      int neighbours, double quantile, double retained, double shrinkage, double floor) {

    public Options {
      boolean shares =
          quantile > 0
              && quantile <= 1
              && retained > 0
              && retained <= 1
              && shrinkage >= 0
              && shrinkage <= 1
              && floor >= 0
              && floor <= 1;
      if (neighbours < 1 || !shares) {
        throw new ExplainException(
            "A domain of "
                + neighbours
                + " neighbours, quantile "
                + quantile
                + ", retained "
                + retained
                + ", shrinkage "
                + shrinkage
                + ", floor "
                + floor
                + ".",
            "Give one neighbour or more and shares between 0 and 1.");
      }
    }

    /** Fifth neighbour, 95 % inside, 99 % of the variance, shrinkage 0.1, floor 0.1. */
    public static Options defaults() {
      return new Options(5, 0.95, 0.99, 0.1, 0.1);
    }

    /** Plain distances between z-scored inputs. */
    public static Options scaledOnly() {
      return new Options(5, 0.95, 1, 1, 0.1);
    }

    Options withNeighbours(int other) {
      return new Options(other, quantile, retained, shrinkage, floor);
    }
  }

  /**
   * What the domain says of some rows.
   *
   * @param scores distance / threshold of each row
   * @param inside whether the score is at most 1
   * @param neighbourDistances q of each row
   * @param residuals r of each row
   * @param nearest the k nearest training rows of each row, with their whitened distances
   */
  public record Verdict(
      double[] scores,
      boolean[] inside,
      double[] neighbourDistances,
      double[] residuals,
      Neighbours nearest) {

    /** The share of rows inside. */
    public double insideShare() {
      int count = 0;
      for (boolean one : inside) {
        count += one ? 1 : 0;
      }
      return inside.length == 0 ? 1 : (double) count / inside.length;
    }
  }

  /** Draws the domain around training inputs: three rows or more, no missing values. */
  public static ApplicabilityDomain fit(Table training, Options options) {
    int rows = training.rows();
    if (rows < 3) {
      throw new ExplainException(
          "A domain was to be drawn around " + rows + " training rows.", "Give three or more.");
    }
    checkFinite(training);
    int folds = Math.min(FOLDS, rows);
    int fewest = rows - (rows + folds - 1) / folds;
    Options used = options.withNeighbours(Math.min(options.neighbours(), fewest));
    double[] heldOut = new double[rows];
    for (int fold = 0; fold < folds; fold++) {
      int held = fold;
      int[] out = IntStream.range(0, rows).filter(row -> row % folds == held).toArray();
      int[] in = IntStream.range(0, rows).filter(row -> row % folds != held).toArray();
      Verdict verdict = around(training.selectRows(in), used, 1).judge(training.selectRows(out));
      for (int i = 0; i < out.length; i++) {
        heldOut[out[i]] = verdict.scores()[i];
      }
    }
    double border = Quantile.of(heldOut, options.quantile());
    return around(training, used, Math.max(border, LEAST_THRESHOLD));
  }

  private static ApplicabilityDomain around(Table rows, Options options, double threshold) {
    InputSpace space = InputSpace.fit(rows, options);
    double[][] training = new double[rows.rows()][];
    for (int row = 0; row < training.length; row++) {
      training[row] = Arrays.copyOf(space.place(rows.row(row)), space.axes().length);
    }
    return new ApplicabilityDomain(options, space, training, threshold);
  }

  /** Judges rows that have the columns of the training inputs. */
  public Verdict judge(Table rows) {
    if (rows.width() != space.mean().length) {
      throw new ExplainException(
          "Rows of " + rows.width() + " columns in a domain of " + space.mean().length + ".",
          "Give the inputs the model was trained on.");
    }
    checkFinite(rows);
    int count = rows.rows();
    int components = space.axes().length;
    double[][] coordinates = new double[count][];
    double[] residuals = new double[count];
    for (int row = 0; row < count; row++) {
      double[] place = space.place(rows.row(row));
      coordinates[row] = Arrays.copyOf(place, components);
      residuals[row] = place[components];
    }
    Neighbours nearest = NearestNeighbours.plain(training).of(coordinates, options.neighbours());
    return verdict(nearest, residuals, components);
  }

  private Verdict verdict(Neighbours nearest, double[] residuals, int components) {
    double[] scores = new double[residuals.length];
    boolean[] inside = new boolean[residuals.length];
    double[] distances = new double[residuals.length];
    for (int row = 0; row < residuals.length; row++) {
      double farthest = nearest.distances()[row][options.neighbours() - 1];
      distances[row] = farthest / Math.sqrt(components);
      scores[row] = Math.hypot(distances[row], residuals[row]) / threshold;
      inside[row] = scores[row] <= 1;
    }
    return new Verdict(scores, inside, distances, residuals, nearest);
  }

  private static void checkFinite(Table rows) {
    double[] values = rows.values();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new ExplainException(
            "Row "
                + i / rows.width()
                + " has "
                + values[i]
                + " in the column '"
                + rows.columns().get(i % rows.width()).name()
                + "'.",
            "Leave out rows with missing inputs before asking for their domain.");
      }
    }
  }
}
