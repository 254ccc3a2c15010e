package org.suiseki.explain;

/**
 * How far two clusters are apart, given how far their members are. All four are reducible: merging
 * two clusters brings neither nearer to a third than the nearer of them was, which is what {@link
 * HierarchicalClustering} rests on.
 */
public enum Linkage {
  /** The smallest distance of two members; follows chains of points, so it is blind to shapes. */
  SINGLE {
    @Override
    double merged(double toA, double toB, double between, double a, double b, double other) {
      return toA < toB ? toA : toB;
    }
  },

  /** The largest distance of two members: compact clusters, sensitive to outliers. */
  COMPLETE {
    @Override
    double merged(double toA, double toB, double between, double a, double b, double other) {
      return toA > toB ? toA : toB;
    }
  },

  /**
   * The mean distance of all pairs of members (UPGMA): for distances that are no Euclidean ones.
   */
  AVERAGE {
    @Override
    double merged(double toA, double toB, double between, double a, double b, double other) {
      return (a * toA + b * toB) / (a + b);
    }
  },

  /**
   * √(2 n_a n_b / (n_a + n_b)) times the distance of the centres: what merging adds to the sum of
   * squares within clusters is half its square. Ward, J. Am. Stat. Assoc. 58, 236 (1963),
   * doi:10.1080/01621459.1963.10500845. Meant for Euclidean distances; with others (such as warped
   * ones) it is a rule of thumb.
   */
  WARD {
    @Override
    double merged(double toA, double toB, double between, double a, double b, double other) {
      double sum = (a + other) * toA * toA + (b + other) * toB * toB - other * between * between;
      return Math.sqrt(Math.max(0, sum / (a + b + other)));
    }
  };

  /**
   * The distance of another cluster to the union of A and B: Lance and Williams, Comput. J. 9, 373
   * (1967), doi:10.1093/comjnl/9.4.373.
   *
   * @param a size of A
   * @param b size of B
   * @param other size of the other cluster
   */
  abstract double merged(double toA, double toB, double between, double a, double b, double other);
}
