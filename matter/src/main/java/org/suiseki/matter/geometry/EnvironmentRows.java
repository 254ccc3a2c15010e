package org.suiseki.matter.geometry;

import java.util.Arrays;

/** The rows of {@link CoordinationEnvironments} while they are written, site by site. */
final class EnvironmentRows {
  private final Neighbours facets;
  private final int[] starts;
  private final int[] chosen;
  private final double[] weights;
  private final double[] probabilities;
  private final double[] isolated;
  private int sites;
  private int count;

  EnvironmentRows(Neighbours facets) {
    this.facets = facets;
    this.starts = new int[facets.siteCount() + 1];
    this.chosen = new int[facets.count()];
    this.weights = new double[facets.count()];
    this.probabilities = new double[facets.count()];
    this.isolated = new double[facets.siteCount()];
  }

  /**
   * Adds the next site's row.
   *
   * @param from its first facet
   * @param given weights by facet, counted from the first; equal ones exactly equal
   * @param order the facets from the heaviest to the lightest
   * @param length how many of them count
   */
  void add(int from, double[] given, int[] order, int length) {
    double whole = Math.PI / 4;
    isolated[sites] = 1 - (length == 0 ? 0 : underArc(given[order[0]]) / whole);
    for (int i = 0; i < length; i++) {
      double weight = given[order[i]];
      double next = i + 1 < length ? given[order[i + 1]] : 0;
      chosen[count] = from + order[i];
      weights[count] = weight;
      probabilities[count] = next == weight ? 0 : (underArc(weight) - underArc(next)) / whole;
      count++;
    }
    starts[++sites] = count;
  }

  /** The area below the unit circle from 0 to x. */
  private static double underArc(double x) {
    return x >= 1 ? Math.PI / 4 : 0.5 * (x * Math.sqrt(1 - x * x) + Math.asin(x));
  }

  CoordinationEnvironments finish() {
    int[] neighbours = new int[count];
    int[] images = new int[3 * count];
    double[] distances = new double[count];
    double[] displacements = new double[3 * count];
    for (int e = 0; e < count; e++) {
      int facet = chosen[e];
      neighbours[e] = facets.neighbour(facet);
      distances[e] = facets.distance(facet);
      for (int axis = 0; axis < 3; axis++) {
        images[3 * e + axis] = facets.image(facet, axis);
        displacements[3 * e + axis] = facets.displacement(facet, axis);
      }
    }
    return new CoordinationEnvironments(
        new Neighbours(starts, neighbours, images, distances, displacements),
        Arrays.copyOf(weights, count),
        Arrays.copyOf(probabilities, count),
        isolated);
  }
}
