package org.suiseki.describe;

import java.util.Arrays;

/**
 * The angles that the neighbours of one site form: what all {@link OrderParameter}s of the site are
 * computed from, computed once. A workspace: {@link #set} fills it again without allocation while
 * the neighbours do not become more. Not for several threads.
 *
 * <p>Neighbour j is put to the north pole; θ is the polar angle of another one, k, and φ the angle
 * between the meridians of k and m. Angles φ enter by their cosine only, which takes no inverse
 * trigonometric function. Cost: O(n³) products and O(n²) arc tangents for n neighbours.
 */
final class NeighbourAngles {
  /**
   * Below this sine of θ a neighbour lies on the axis and has no meridian. The value of the source;
   * order parameters jump there, see {@link OrderParameter}.
   */
  private static final double ON_AXIS = 1e-12;

  private static final int BOND_ORDER_DEGREE = 6;
  private static final SphericalHarmonics HARMONICS = new SphericalHarmonics(BOND_ORDER_DEGREE);

  private int count;
  private int stride;
  private double[] directions = {};
  private double[] weights = {};
  private double[] turns = {};
  private boolean[] onAxis = {};
  private double[] azimuths = {};
  private double[] meridians = {};
  private double[] scratch = {};
  private int[] chosen = {};
  private final double[] harmonicSums = new double[HARMONICS.size()];
  private final ShapeMatcher matcher = new ShapeMatcher();
  private int summed;

  /**
   * Takes the neighbours of a site, all of which {@link #take} may ask for.
   *
   * @param unitVectors x, y, z of {@code neighbours} directions, one after another
   * @param rank by which neighbours are ranked, highest first; equal for equal neighbours
   */
  void set(double[] unitVectors, double[] rank, int neighbours) {
    reserve(neighbours);
    stride = neighbours;
    count = neighbours;
    summed = 0;
    System.arraycopy(unitVectors, 0, directions, 0, 3 * neighbours);
    System.arraycopy(rank, 0, weights, 0, neighbours);
    for (int j = 0; j < neighbours; j++) {
      fillMeridians(j);
      fillAzimuths(j);
    }
  }

  /** Leaves all but the first neighbours out of account, until the next time. */
  void take(int neighbours) {
    count = neighbours;
  }

  /** How many neighbours. */
  int count() {
    return count;
  }

  /** θ of k seen from j at the pole, as a fraction of 180°. */
  double turn(int j, int k) {
    return turns[j * stride + k];
  }

  /** Whether k lies on the axis through j. */
  boolean onAxis(int j, int k) {
    return onAxis[j * stride + k];
  }

  /**
   * Where in {@link #azimuths} the row of cos φ between the meridian of k and those of all others
   * begins, seen from j; they mean nothing for those on the axis.
   */
  int azimuthRow(int j, int k) {
    return (j * stride + k) * stride;
  }

  double[] azimuths() {
    return azimuths;
  }

  /** 1 where j is ranked before k, 0 where after, ½ where they are equal. */
  double precedence(int j, int k) {
    double difference = weights[j] - weights[k];
    return difference > 0 ? 1 : difference < 0 ? 0 : 0.5;
  }

  /** At least as many numbers as neighbours, to write on. */
  double[] scratch() {
    return scratch;
  }

  /** At least as many whole numbers as neighbours, to write on. */
  int[] chosen() {
    return chosen;
  }

  /**
   * Steinhardt's bond-orientational order parameter q<sub>l</sub> (Phys. Rev. B 28, 784 (1983), doi
   * 10.1103/PhysRevB.28.784, equation 1.3), for l up to 6.
   */
  double bondOrder(int l) {
    if (summed != count) {
      Arrays.fill(harmonicSums, 0);
      for (int i = 0; i < 3 * count; i += 3) {
        HARMONICS.add(
            directions[i], directions[i + 1], directions[i + 2], 1.0 / count, harmonicSums, 0);
      }
      summed = count;
    }
    double squares = 0;
    for (int i = l * l; i < (l + 1) * (l + 1); i++) {
      squares += harmonicSums[i] * harmonicSums[i];
    }
    return Math.sqrt(4 * Math.PI * squares / (2 * l + 1));
  }

  /** {@link ShapeMatch#deviation()} of a shape with as many corners. */
  double deviation(CoordinationShape shape) {
    return matcher.deviation(directions, shape);
  }

  private void reserve(int neighbours) {
    if (neighbours > scratch.length) {
      directions = new double[3 * neighbours];
      meridians = new double[3 * neighbours];
      weights = new double[neighbours];
      scratch = new double[neighbours];
      chosen = new int[neighbours];
      turns = new double[neighbours * neighbours];
      onAxis = new boolean[neighbours * neighbours];
      azimuths = new double[neighbours * neighbours * neighbours];
    }
  }

  /** Polar angles, and the directions of the others across the axis j. */
  private void fillMeridians(int j) {
    double zx = directions[3 * j];
    double zy = directions[3 * j + 1];
    double zz = directions[3 * j + 2];
    for (int k = 0; k < stride; k++) {
      int at = 3 * k;
      double x = directions[at];
      double y = directions[at + 1];
      double z = directions[at + 2];
      double cosine = x * zx + y * zy + z * zz;
      x -= cosine * zx;
      y -= cosine * zy;
      z -= cosine * zz;
      double sine = Math.sqrt(x * x + y * y + z * z);
      boolean axial = sine < ON_AXIS;
      turns[j * stride + k] = k < j ? turns[k * stride + j] : Math.atan2(sine, cosine) / Math.PI;
      onAxis[j * stride + k] = axial;
      double scale = axial ? 0 : 1 / sine;
      meridians[at] = x * scale;
      meridians[at + 1] = y * scale;
      meridians[at + 2] = z * scale;
    }
  }

  private void fillAzimuths(int j) {
    int plane = j * stride * stride;
    for (int k = 1; k < stride; k++) {
      double x = meridians[3 * k];
      double y = meridians[3 * k + 1];
      double z = meridians[3 * k + 2];
      for (int m = 0; m < k; m++) {
        int at = 3 * m;
        double cosine = x * meridians[at] + y * meridians[at + 1] + z * meridians[at + 2];
        azimuths[plane + k * stride + m] = cosine;
        azimuths[plane + m * stride + k] = cosine;
      }
    }
  }
}
