package org.suiseki.matter.geometry;

import java.util.Arrays;

/**
 * A movement that maps a crystal onto itself, in fractional coordinates of columns: x' = W x + w.
 * Immutable.
 */
public final class SymmetryOperation {
  private final int[] rotation;
  private final double[] translation;

  /**
   * @param rotation W, nine whole numbers row by row; copied
   * @param translation w, three numbers; copied
   */
  public SymmetryOperation(int[] rotation, double[] translation) {
    this.rotation = rotation.clone();
    this.translation = translation.clone();
  }

  /** Element of W. */
  public int rotation(int row, int column) {
    return rotation[3 * row + column];
  }

  /** W row by row: a copy. */
  public int[] rotation() {
    return rotation.clone();
  }

  /** Component of w. */
  public double translation(int axis) {
    return translation[axis];
  }

  /** Writes the image of a point. In and out may be one array. */
  public void apply(double[] point, int from, double[] image, int to) {
    double x = point[from];
    double y = point[from + 1];
    double z = point[from + 2];
    int[] w = rotation;
    image[to] = w[0] * x + w[1] * y + w[2] * z + translation[0];
    image[to + 1] = w[3] * x + w[4] * y + w[5] * z + translation[1];
    image[to + 2] = w[6] * x + w[7] * y + w[8] * z + translation[2];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SymmetryOperation that
        && Arrays.equals(rotation, that.rotation)
        && Arrays.equals(translation, that.translation);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(rotation) + Arrays.hashCode(translation);
  }
}
