package org.suiseki.describe;

/**
 * How near the directions of neighbours are to an ideal shape, after the best rotation and the best
 * pairing of neighbours with corners. The same for the mirror image and for any order.
 *
 * @param deviation the root mean square distance between paired directions on the unit sphere, as
 *     an angle in degrees; 0 for the shape itself
 */
public record ShapeMatch(CoordinationShape shape, double deviation) {
  /** The width of the scores, in degrees: that of the octahedral order parameter, 180°/18. */
  static final double WIDTH = 10;

  /**
   * 1 for the shape itself, 0.61 at a deviation of 10°, towards 0 for none: a Gaussian of the
   * deviation. An ideal octahedron has 0.06 as a trigonal prism.
   */
  public double score() {
    double relative = deviation / WIDTH;
    return Math.exp(-0.5 * relative * relative);
  }

  /**
   * The continuous shape measure of the directions, from 0 (ideal) to 100, by Pinsky, Avnir, Inorg.
   * Chem. 37, 5575 (1998), doi 10.1021/ic9804925, with two differences: all neighbours count as
   * equally far, and the centre is the site itself, not the centroid.
   */
  public double shapeMeasure() {
    double radians = Math.toRadians(deviation);
    double overlap = 1 - 0.5 * radians * radians;
    return 100 * (1 - overlap * overlap);
  }
}
