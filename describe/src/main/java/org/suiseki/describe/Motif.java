package org.suiseki.describe;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What surrounds a site, in words.
 *
 * @param name as in {@code "octahedral"}
 * @param coordination how many neighbours
 * @param score from 0 to 1, see {@link ShapeMatch#score()}
 */
public record Motif(String name, int coordination, double score) {

  /**
   * The shape that is nearest to directions. Cost: some 10 to 500 µs.
   *
   * @param directions x, y, z of vectors from a site to its neighbours, of any length above 0
   * @return nothing where no shape has so many corners: above 12, other than 14, and for none
   * @throws DescribeException where they are not three for each, or one has no direction
   */
  public static Optional<Motif> of(double... directions) {
    double[] unit = unitVectors(directions);
    ShapeMatcher matcher = new ShapeMatcher();
    return CoordinationShape.of(unit.length / 3).stream()
        .map(shape -> new ShapeMatch(shape, matcher.deviation(unit, shape)))
        .min(Comparator.comparingDouble(ShapeMatch::deviation))
        .map(best -> new Motif(best.shape().name(), best.shape().coordination(), best.score()));
  }

  /** {@code trigonal prismatic, 6 neighbours, 0.98}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, %d %s, %.2f",
        name,
        coordination,
        coordination == 1 ? "neighbour" : "neighbours",
        score);
  }

  private static double[] unitVectors(double[] vectors) {
    if (vectors.length % 3 != 0) {
      throw new DescribeException(
          vectors.length + " numbers are no directions.", "Give x, y, z of each, one by one.");
    }
    double[] unit = vectors.clone();
    for (int i = 0; i < unit.length; i += 3) {
      double length = Math.hypot(Math.hypot(unit[i], unit[i + 1]), unit[i + 2]);
      if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
        throw new DescribeException(
            "Neighbour " + i / 3 + " lies in no direction.",
            "Give finite vectors from the site to other places.");
      }
      for (int axis = i; axis < i + 3; axis++) {
        unit[axis] /= length;
      }
    }
    return unit;
  }
}
