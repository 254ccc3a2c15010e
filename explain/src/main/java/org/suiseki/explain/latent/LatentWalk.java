package org.suiseki.explain.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.latent.ProfileAgreement.Finder;
import org.suiseki.explain.latent.ProfileAgreement.Positions;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.Table;

/**
 * Curves between two others: decoded from points on the straight line between their points in a
 * feature space, and beside them the linear mixing of the two curves, which has both sets of peaks
 * where a true one in between has one set that moved.
 *
 * <p>A straight line in the feature space need not be the way that nature takes, and equal steps on
 * it need not be equal steps of composition: a walk whose peaks are right at the wrong part is a
 * property of the space, not an error of the decoder. Where the space is flat between the two ends
 * (no training curve near the line), the decoded curve is a guess.
 */
public final class LatentWalk {
  private final LatentModel model;
  private final DoubleUnaryOperator intensity;

  /**
   * @param intensity the intensity that a value of the model's rows stands for, such as the square
   *     where rows hold √ intensity: curves are mixed and compared as intensities
   */
  public LatentWalk(LatentModel model, DoubleUnaryOperator intensity) {
    this.model = model;
    this.intensity = intensity;
  }

  /**
   * What to compare curves by.
   *
   * @param axis position of each of the model's inputs, ascending
   * @param finder how positions of peaks are found
   * @param share of the highest peak that a peak must have for its position to count
   */
  public record Ruler(double[] axis, Finder finder, double share) {}

  /**
   * A way from one row to another, and what is there in truth.
   *
   * @param from one value for each input
   * @param to one value for each input
   * @param part 0 at {@code from}, 1 at {@code to}
   * @param truth one value for each input
   * @param windows of the peaks of the truth
   */
  public record Way(
      double[] from, double[] to, double part, double[] truth, List<PeakWindow> windows) {

    public Way {
      requirePart(part);
      windows = List.copyOf(windows);
    }
  }

  /**
   * A curve, in intensity, and how far it agrees with the truth.
   *
   * @param profile R_p as a share
   */
  public record Judged(double[] curve, double profile, Positions positions) {}

  /**
   * What stands at one part of a way.
   *
   * @param truth in intensity
   * @param walk decoded from the point between the two ends
   * @param mixing of the two curves
   * @param decodedMixing of what the model makes of either: as smooth as the walk, so that a walk
   *     which is better than this is better for the place of its peaks, not for the lack of noise
   * @param floor the model's own reconstruction of the truth: no walk can be expected to be better
   */
  public record Comparison(
      double part,
      double[] truth,
      Judged walk,
      Judged mixing,
      Judged decodedMixing,
      Judged floor) {}

  /** The point at a part of the straight line between two. */
  public static double[] between(double[] from, double[] to, double part) {
    if (from.length != to.length) {
      throw new ExplainException(
          "There is no line between " + from.length + " and " + to.length + " numbers.",
          "Give two points of one space, or two curves on one grid.");
    }
    requirePart(part);
    double[] point = new double[from.length];
    for (int i = 0; i < point.length; i++) {
      point[i] = (1 - part) * from[i] + part * to[i];
    }
    return point;
  }

  /**
   * Decoded curves, in intensity, at the given parts between two points.
   *
   * @return parts × inputs
   */
  public double[][] walk(double[] from, double[] to, double... parts) {
    double[][] points = new double[parts.length][];
    for (int i = 0; i < parts.length; i++) {
      points[i] = between(from, to, parts[i]);
    }
    return decode(points);
  }

  /** The comparisons of many ways; each step passes all of them through the model at once. */
  public List<Comparison> compare(List<Way> ways, Ruler ruler) {
    if (ways.isEmpty()) {
      return List.of();
    }
    double[][] fromPoints = encode(ways.stream().map(Way::from).toList());
    double[][] toPoints = encode(ways.stream().map(Way::to).toList());
    double[][] truthPoints = encode(ways.stream().map(Way::truth).toList());
    double[][] middle = new double[ways.size()][];
    for (int i = 0; i < middle.length; i++) {
      middle[i] = between(fromPoints[i], toPoints[i], ways.get(i).part());
    }
    double[][] walks = decode(middle);
    double[][] floors = decode(truthPoints);
    double[][] froms = decode(fromPoints);
    double[][] tos = decode(toPoints);
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      Way way = ways.get(i);
      double[] truth = intensity(way.truth());
      double[] mixed = between(intensity(way.from()), intensity(way.to()), way.part());
      comparisons.add(
          new Comparison(
              way.part(),
              truth,
              judge(truth, walks[i], way, ruler),
              judge(truth, mixed, way, ruler),
              judge(truth, between(froms[i], tos[i], way.part()), way, ruler),
              judge(truth, floors[i], way, ruler)));
    }
    return comparisons;
  }

  private static Judged judge(double[] truth, double[] curve, Way way, Ruler ruler) {
    return new Judged(
        curve,
        ProfileAgreement.profile(truth, curve),
        ProfileAgreement.positions(
            ruler.axis(), truth, curve, way.windows(), ruler.finder(), ruler.share()));
  }

  private double[][] encode(List<double[]> rows) {
    return model.encode(Table.of(model.inputs(), rows.toArray(double[][]::new)));
  }

  private double[][] decode(double[][] points) {
    Table decoded = model.decode(points);
    double[][] curves = new double[points.length][];
    for (int i = 0; i < curves.length; i++) {
      curves[i] = intensity(decoded.row(i));
    }
    return curves;
  }

  private double[] intensity(double[] row) {
    double[] curve = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      curve[i] = intensity.applyAsDouble(row[i]);
    }
    return curve;
  }

  private static void requirePart(double part) {
    if (!(part >= 0 && part <= 1)) {
      throw new ExplainException(
          "A part of " + part + " is not between two ends.", "Give a part from 0 to 1.");
    }
  }
}
