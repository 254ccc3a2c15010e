package org.suiseki.describe;

import org.suiseki.matter.geometry.CoordinationEnvironments;

/**
 * What one site after another has around it, as flat arrays. A workspace, not for several threads.
 */
final class SiteSurroundings {
  private final CoordinationEnvironments environments;
  private final double[] directions;
  private final double[] weights;
  private final double[] probabilities = new double[MotifFingerprint.LARGEST + 1];

  SiteSurroundings(CoordinationEnvironments environments) {
    this.environments = environments;
    int most = 0;
    for (int i = 0; i < environments.siteCount(); i++) {
      most = Math.max(most, environments.to(i) - environments.from(i));
    }
    directions = new double[3 * most];
    weights = new double[most];
  }

  /** Turns to a site. */
  void read(int index) {
    int from = environments.from(index);
    for (int e = from; e < environments.to(index); e++) {
      double scale = 1 / environments.distance(e);
      int at = 3 * (e - from);
      for (int axis = 0; axis < 3; axis++) {
        directions[at + axis] = scale * environments.displacement(e, axis);
      }
      weights[e - from] = environments.weight(e);
    }
    for (int n = 0; n < probabilities.length; n++) {
      probabilities[n] = environments.probability(index, n);
    }
  }

  /** That the site has 0, 1, 2, … neighbours. */
  double[] probabilities() {
    return probabilities;
  }

  /**
   * x, y, z of unit vectors, the likeliest neighbour first; others beyond the site's may follow.
   */
  double[] directions() {
    return directions;
  }

  /** Of the neighbours, never rising, equal for equal ones. */
  double[] weights() {
    return weights;
  }
}
