package org.suiseki.matter.geometry;

/**
 * Whether a movement maps every site onto one of its kind, and how well.
 *
 * <p>Each site names a translation of its own: the one that brings it exactly onto its image. How
 * far the movement misses is the greatest distance between the translation that a site of the
 * rarest kind names and that of any site. spglib takes one such site, the first (arXiv 1808.01590);
 * taking them all, the answer does not depend on the order of sites. The best translation is the
 * mean.
 *
 * <p>Not for several threads: the last answer is kept in fields.
 */
final class SiteMatch {
  private final SiteSet sites;
  private final SiteGrid grid;
  private final double tolerance;
  private final double[] metric;
  private final double[] differences;
  private final int[] seen;
  private int stamp;

  /** Which site each site goes to. */
  final int[] images;

  /** The translation that fits best: the mean over all sites. */
  final double[] translation = new double[3];

  /**
   * How far the movement misses, in Å. Where it is clearly within the tolerance, the distance from
   * the best translation is taken instead, which is cheaper and at most half of the tolerance.
   */
  double deviation;

  /**
   * @param tolerance how far a site may lie from its image, in Å
   */
  SiteMatch(SiteSet sites, double tolerance) {
    this.sites = sites;
    this.tolerance = tolerance;
    // A translation guessed from one site is wrong by as much as that site is misplaced.
    this.grid = new SiteGrid(sites, 2 * tolerance);
    this.metric = sites.metric();
    this.differences = new double[3 * sites.size()];
    this.seen = new int[sites.size()];
    this.images = new int[sites.size()];
  }

  /**
   * Tries x' = W x + w with w near what is given.
   *
   * @return whether it maps all sites, and misses by no more than the tolerance
   */
  boolean find(int[] rotation, int from, double wx, double wy, double wz) {
    if (!pair(rotation, from, wx, wy, wz)) {
      return false;
    }
    double mx = 0;
    double my = 0;
    double mz = 0;
    int n = sites.size();
    for (int i = 0; i < 3 * n; i += 3) {
      mx += differences[i];
      my += differences[i + 1];
      mz += differences[i + 2];
    }
    translation[0] = wx + mx / n;
    translation[1] = wy + my / n;
    translation[2] = wz + mz / n;
    deviation = deviation(mx / n, my / n, mz / n);
    if (2 * deviation > tolerance) {
      deviation = deviationOfRarest();
    }
    return deviation <= tolerance;
  }

  private double deviationOfRarest() {
    double worst = 0;
    for (int i = 0; i < 3 * sites.rarest && worst <= tolerance; i += 3) {
      worst = Math.max(worst, deviation(differences[i], differences[i + 1], differences[i + 2]));
    }
    return worst;
  }

  /** How far the worst site lies from its image under another translation near the last guess. */
  double deviationAt(double wx, double wy, double wz, double[] guess) {
    return deviation(wx - guess[0], wy - guess[1], wz - guess[2]);
  }

  private boolean pair(int[] rotation, int from, double wx, double wy, double wz) {
    double[] at = sites.at;
    int[] w = rotation;
    stamp++;
    for (int i = 0; i < images.length; i++) {
      double x = at[3 * i];
      double y = at[3 * i + 1];
      double z = at[3 * i + 2];
      int image =
          grid.nearest(
              w[from] * x + w[from + 1] * y + w[from + 2] * z + wx,
              w[from + 3] * x + w[from + 4] * y + w[from + 5] * z + wy,
              w[from + 6] * x + w[from + 7] * y + w[from + 8] * z + wz,
              sites.kinds[i]);
      if (image < 0 || seen[image] == stamp) {
        return false;
      }
      seen[image] = stamp;
      images[i] = image;
      differences[3 * i] = grid.dx;
      differences[3 * i + 1] = grid.dy;
      differences[3 * i + 2] = grid.dz;
    }
    return true;
  }

  private double deviation(double mx, double my, double mz) {
    double worst = 0;
    for (int i = 0; i < differences.length; i += 3) {
      double u = differences[i] - mx;
      double v = differences[i + 1] - my;
      double w = differences[i + 2] - mz;
      worst =
          Math.max(
              worst,
              u * (metric[0] * u + 2 * (metric[5] * v + metric[4] * w))
                  + v * (metric[1] * v + 2 * metric[3] * w)
                  + metric[2] * w * w);
    }
    return Math.sqrt(Math.max(0, worst));
  }
}
