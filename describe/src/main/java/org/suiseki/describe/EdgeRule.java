package org.suiseki.describe;

/**
 * Which neighbours of a site get an edge in a {@link CrystalGraph}.
 *
 * @param neighbours how many nearest; 0 where the radius alone decides
 * @param radius in Å; infinite where the number alone decides
 * @param tolerance in Å: what is farther than the last neighbour by no more than this belongs to
 *     its shell and is kept too
 * @param wholeShells whether the last neighbour's shell is kept whole; without, exactly so many
 *     neighbours are kept, and which of equally near ones depends on their numbers
 * @param bothWays whether an edge that one site has is also given, turned round, to the other
 */
public record EdgeRule(
    int neighbours, double radius, double tolerance, boolean wholeShells, boolean bothWays) {
  /** Å: above the rounding of coordinates in files, below the differences between shells. */
  public static final double TOLERANCE = 0.01;

  /**
   * @throws DescribeException for numbers that are out of their range
   */
  public EdgeRule {
    boolean some = neighbours > 0 || neighbours == 0 && Double.isFinite(radius);
    if (!some || !(radius > 0) || !(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
      throw new DescribeException(
          "No graph has "
              + neighbours
              + " neighbours within "
              + radius
              + " Å and a tolerance of "
              + tolerance
              + " Å.",
          "Give a number of neighbours of at least 1 or a radius above 0, and no negative"
              + " tolerance.");
    }
  }

  /**
   * The k nearest with the whole shell of the k-th, in both directions: the edges of ALIGNN
   * (Choudhary, DeCost, npj Comput. Mater. 7, 185 (2021), 10.1038/s41524-021-00650-1), but no shell
   * is cut by round-off, and an edge between a site and its own image is there once in each
   * direction.
   */
  public static EdgeRule nearest(int k) {
    return new EdgeRule(k, Double.POSITIVE_INFINITY, TOLERANCE, true, true);
  }

  /** Everything within a radius in Å; both directions are there by nature. */
  public static EdgeRule within(double radius) {
    return new EdgeRule(0, radius, 0, true, false);
  }

  /**
   * The edges of CGCNN (Xie, Grossman, Phys. Rev. Lett. 120, 145301 (2018),
   * 10.1103/PhysRevLett.120.145301): exactly 12 nearest of each site within 8 Å, fewer where there
   * are fewer, in one direction. Which of equally near neighbours are left out is arbitrary there
   * and here; the distances are not.
   */
  public static EdgeRule cgcnn() {
    return new EdgeRule(12, 8, 0, false, false);
  }

  /** The same without the edges that only the other site asks for. */
  public EdgeRule oneWay() {
    return new EdgeRule(neighbours, radius, tolerance, wholeShells, false);
  }
}
