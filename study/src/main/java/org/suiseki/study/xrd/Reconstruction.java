package org.suiseki.study.xrd;

import org.suiseki.learn.LatentModel;
import org.suiseki.learn.Table;

/** How far rows are from what a space makes of them. */
final class Reconstruction {

  private Reconstruction() {}

  /** Root mean square over the points of each row. */
  static double[] distances(LatentModel space, Table rows) {
    double[] back = space.reconstruct(rows).values();
    double[] distances = new double[rows.rows()];
    int width = rows.width();
    for (int i = 0; i < back.length; i++) {
      double lost = back[i] - rows.values()[i];
      distances[i / width] += lost * lost / width;
    }
    for (int row = 0; row < distances.length; row++) {
      distances[row] = Math.sqrt(distances[row]);
    }
    return distances;
  }
}
