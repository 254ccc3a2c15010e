package org.suiseki.explain.latent;

import org.suiseki.explain.ExplainException;
import org.suiseki.explain.Rows;

/**
 * A movement of a map that keeps its shape: y = scale · R (x − from) + to, with R a rotation,
 * possibly with a mirror. Distances change by the one factor {@code scale}.
 *
 * @param from the point that moves to {@code to}, one value for each coordinate
 * @param scale above 0
 * @param rotation R, coordinates × coordinates, orthogonal
 * @param to where {@code from} arrives
 */
public record SimilarityTransform(double[] from, double scale, double[][] rotation, double[] to) {

  /** What rounding, or storing as decimal numbers, may leave of R Rᵀ − 1. */
  private static final double ORTHOGONAL = 1e-6;

  /**
   * @throws ExplainException where the parts do not fit, or R is not orthogonal
   */
  public SimilarityTransform {
    int size = from.length;
    if (to.length != size
        || rotation.length != size
        || Rows.check(rotation, "row of the rotation") != size) {
      throw new ExplainException(
          "A movement of " + size + " coordinates got other sizes for its rotation or its target.",
          "Give parts of one size.");
    }
    if (!(scale > 0 && Double.isFinite(scale))) {
      throw new ExplainException("A map cannot be scaled by " + scale + ".", "Scale above 0.");
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double product = dot(rotation[i], rotation[j]);
        if (Math.abs(product - (i == j ? 1 : 0)) > ORTHOGONAL) {
          throw new ExplainException(
              "Rows " + i + " and " + j + " of a rotation have the product " + product + ".",
              "Give rows of length 1 that are at right angles.");
        }
      }
    }
  }

  /** About the origin, without scaling. */
  public static SimilarityTransform rotation(double[][] rotation) {
    return new SimilarityTransform(
        new double[rotation.length], 1, rotation, new double[rotation.length]);
  }

  /** How many coordinates points have. */
  public int size() {
    return from.length;
  }

  /** Where points arrive. */
  public double[][] apply(double[][] points) {
    double[][] moved = new double[points.length][];
    for (int row = 0; row < points.length; row++) {
      moved[row] = apply(points[row]);
    }
    return moved;
  }

  /** Where one point arrives. */
  public double[] apply(double[] point) {
    requireSize(point);
    double[] moved = new double[from.length];
    for (int i = 0; i < moved.length; i++) {
      double sum = 0;
      for (int j = 0; j < moved.length; j++) {
        sum += rotation[i][j] * (point[j] - from[j]);
      }
      moved[i] = scale * sum + to[i];
    }
    return moved;
  }

  /** Where points came from. */
  public double[][] undo(double[][] points) {
    double[][] moved = new double[points.length][];
    for (int row = 0; row < points.length; row++) {
      moved[row] = undo(points[row]);
    }
    return moved;
  }

  /** Where one point came from. */
  public double[] undo(double[] point) {
    requireSize(point);
    double[] moved = new double[from.length];
    for (int i = 0; i < moved.length; i++) {
      double sum = 0;
      for (int j = 0; j < moved.length; j++) {
        sum += rotation[j][i] * (point[j] - to[j]);
      }
      moved[i] = sum / scale + from[i];
    }
    return moved;
  }

  /** What becomes of a step from one point to another, such as a shift or a gradient. */
  public double[] turn(double[] step) {
    requireSize(step);
    double[] turned = new double[step.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = scale * dot(rotation[i], step);
    }
    return turned;
  }

  private void requireSize(double[] point) {
    if (point.length != from.length) {
      throw new ExplainException(
          "A point of "
              + point.length
              + " coordinates cannot be moved in a space of "
              + from.length
              + ".",
          "Give points of the space that the movement was made for.");
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
