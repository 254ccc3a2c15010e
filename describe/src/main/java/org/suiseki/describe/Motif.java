package org.suiseki.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.geometry.CoordinationEnvironments;
import org.suiseki.matter.geometry.CrystalNN;

/**
 * What surrounds a site, in words.
 *
 * @param name as in {@code "octahedral"}: that of the nearest {@link CoordinationShape}; {@code
 *     "isolated"} where there is no neighbour, {@code "irregular"} where no shape has so many:
 *     above 12, other than 14
 * @param coordination how many neighbours
 * @param score from 0 to 1, see {@link ShapeMatch#score()}: how near the shape is; 0 for irregular
 */
public record Motif(String name, int coordination, double score) {

  /**
   * The nearest shape. Cost: some 10 to 1000 µs.
   *
   * @param directions x, y, z of vectors from a site to its neighbours, of any length above 0
   * @throws DescribeException where they are not three for each, or one has no direction
   */
  public static Motif of(double... directions) {
    return nearest(unitVectors(directions), directions.length / 3, new ShapeMatcher());
  }

  /**
   * What surrounds each site of a crystal, in the order of the sites: the likeliest number of
   * neighbours.
   */
  public static List<Motif> of(Crystal crystal, CrystalNN neighbours) {
    CoordinationEnvironments environments = neighbours.environments(crystal);
    SiteSurroundings surroundings = new SiteSurroundings(environments);
    ShapeMatcher matcher = new ShapeMatcher();
    List<Motif> motifs = new ArrayList<>(crystal.siteCount());
    for (int site = 0; site < crystal.siteCount(); site++) {
      surroundings.read(site);
      int count = environments.coordinationNumber(site);
      motifs.add(nearest(surroundings.directions(), count, matcher));
    }
    return motifs;
  }

  private static Motif nearest(double[] directions, int count, ShapeMatcher matcher) {
    String name = count == 0 ? "isolated" : "irregular";
    double score = count == 0 ? 1 : 0;
    double least = Double.POSITIVE_INFINITY;
    for (CoordinationShape shape : CoordinationShape.of(count)) {
      double deviation = matcher.deviation(directions, shape);
      if (deviation < least) {
        least = deviation;
        name = shape.name();
        score = new ShapeMatch(shape, deviation).score();
      }
    }
    return new Motif(name, count, score);
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
