package org.suiseki.matter.geometry;

/**
 * The neighbours of all sites of a crystal as {@link CrystalNN} ranks them, and how likely every
 * coordination number is. Immutable.
 *
 * <p>A site's row has its possible neighbours from the heaviest weight to the lightest, those of
 * one weight nearest first. If its coordination number is n, its neighbours are the first n of the
 * row; numbers that would part neighbours of one weight have probability 0. All probabilities of a
 * site add up to 1.
 *
 * <pre>{@code
 * CoordinationEnvironments around = CrystalNN.DEFAULT.environments(rutile);
 * around.coordinationNumber(0);   // 6
 * around.probability(0, 6);       // 0.97
 * for (int e = around.from(0); e < around.from(0) + 6; e++) {
 *   System.out.println(around.neighbour(e) + " at " + around.distance(e) + " Å");
 * }
 * }</pre>
 */
public final class CoordinationEnvironments {
  /** Ranked by weight instead of distance. */
  private final Neighbours ranked;

  private final double[] weights;
  private final double[] probabilities;
  private final double[] isolated;

  /**
   * Takes over the arrays.
   *
   * @param ranked the rows
   * @param weights one for each entry
   * @param probabilities for each entry, that the coordination number is its rank from 1
   * @param isolated for each site, that the coordination number is 0
   */
  CoordinationEnvironments(
      Neighbours ranked, double[] weights, double[] probabilities, double[] isolated) {
    this.ranked = ranked;
    this.weights = weights;
    this.probabilities = probabilities;
    this.isolated = isolated;
  }

  /** How many sites, and so rows, there are. */
  public int siteCount() {
    return ranked.siteCount();
  }

  /** The first entry of a site. */
  public int from(int site) {
    return ranked.from(site);
  }

  /** After the last entry of a site. */
  public int to(int site) {
    return ranked.to(site);
  }

  /** The site an entry names. */
  public int neighbour(int entry) {
    return ranked.neighbour(entry);
  }

  /** In which cell the neighbour stands: whole multiples of lattice vector {@code axis}, 0 to 2. */
  public int image(int entry, int axis) {
    return ranked.image(entry, axis);
  }

  /** Å. */
  public double distance(int entry) {
    return ranked.distance(entry);
  }

  /** Component x, y or z (0 to 2) of the way from the site to the neighbour, in Å. */
  public double displacement(int entry, int axis) {
    return ranked.displacement(entry, axis);
  }

  /** From 1 for the heaviest of a site, if its distance costs it nothing, to above 0. */
  public double weight(int entry) {
    return weights[entry];
  }

  /** That a site has so many neighbours, 0 to 1; 0 for negative numbers and those never met. */
  public double probability(int site, int number) {
    if (number == 0) {
      return isolated[site];
    }
    int entry = from(site) + number - 1;
    return number > 0 && entry < to(site) ? probabilities[entry] : 0;
  }

  /**
   * The likeliest number of neighbours, the lowest of equals; 0 only if it is likelier than all.
   */
  public int coordinationNumber(int site) {
    int best = 0;
    double most = -1;
    for (int e = from(site); e < to(site); e++) {
      if (probabilities[e] > most) {
        most = probabilities[e];
        best = e - from(site) + 1;
      }
    }
    return isolated[site] > most ? 0 : best;
  }

  /** The mean number of neighbours over all probabilities. */
  public double meanNumber(int site) {
    double mean = 0;
    for (int e = from(site); e < to(site); e++) {
      mean += probabilities[e] * (e - from(site) + 1);
    }
    return mean;
  }

  /** How likely an entry of a site is among its neighbours; these add up to the mean number. */
  public double membership(int site, int entry) {
    double sum = 0;
    for (int e = entry; e < to(site); e++) {
      sum += probabilities[e];
    }
    return sum;
  }
}
