package org.suiseki.simulate;

/**
 * Where axial divergence moves the parts of a peak: the function of Finger, Cox and Jephcoat
 * (1994), eqs. (2) to (10), as a few points with weights that add up to 1.
 *
 * <p>With the height h = √(cos² δ/cos² 2θ − 1) in place of the angle δ its singularity vanishes:
 * the density becomes W(h)/(cos² δ sin δ), which Gauss-Legendre points integrate well: eight to
 * every two widths of the peak, separately where the detector sees all of the cone and where it
 * sees a part.
 */
final class AxialDivergence {
  private static final double[] ROOT = {
    0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
  };
  private static final double[] WEIGHT = {
    0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
  };

  /** Within a degree of 90° the function is narrower than any detector's step. */
  private static final double FLAT = Math.cos(Math.toRadians(89));

  private static final int MOST_PANELS = 64;

  /** Degrees of 2θ. */
  final double[] angle;

  final double[] weight;

  private int count;

  private AxialDivergence(int size) {
    angle = new double[size];
    weight = new double[size];
  }

  /**
   * @param sample S/L
   * @param detector H/L
   * @param twoTheta of the peak, in degrees
   * @param width of the peak, in degrees
   */
  static AxialDivergence of(double sample, double detector, double twoTheta, double width) {
    double cosine = Math.cos(Math.toRadians(twoTheta));
    double most = sample + detector;
    // A peak so low that part of its cone misses the plane altogether has no such shape.
    boolean lost = cosine * cosine * (1 + most * most) >= 1;
    if (most == 0 || Math.abs(cosine) < FLAT || lost) {
      AxialDivergence one = new AxialDivergence(1);
      one.angle[0] = twoTheta;
      one.weight[0] = 1;
      return one;
    }
    double spread = Math.abs(twoTheta - moved(cosine, most));
    int panels = (int) Math.min(MOST_PANELS, Math.ceil(spread / (2 * width)) + 1);
    double least = Math.abs(sample - detector);
    AxialDivergence parts = new AxialDivergence(2 * panels * 2 * ROOT.length);
    for (int panel = 0; panel < panels; panel++) {
      double from = (double) panel / panels;
      double to = (panel + 1.0) / panels;
      parts.add(from * least, to * least, sample, detector, cosine);
      double rest = most - least;
      parts.add(least + from * rest, least + to * rest, sample, detector, cosine);
    }
    parts.normalise();
    return parts;
  }

  /** Where the part of the cone at a height, by the radius, reaches the detector, in degrees. */
  private static double moved(double cosine, double height) {
    return Math.toDegrees(Math.acos(cosine * Math.sqrt(1 + height * height)));
  }

  private void add(double from, double to, double sample, double detector, double cosine) {
    double plateau = 2 * Math.min(sample, detector);
    for (int i = 0; i < 2 * ROOT.length; i++) {
      int root = i / 2;
      double h = (from + to) / 2 + (i % 2 == 0 ? -1 : 1) * ROOT[root] * (to - from) / 2;
      double moved = cosine * Math.sqrt(1 + h * h);
      double window = plateau == 0 ? 1 : Math.min(plateau, sample + detector - h);
      angle[count] = moved(cosine, h);
      weight[count++] =
          WEIGHT[root] * (to - from) * window / (moved * moved * Math.sqrt(1 - moved * moved));
    }
  }

  private void normalise() {
    double sum = 0;
    for (double one : weight) {
      sum += one;
    }
    for (int i = 0; i < weight.length; i++) {
      weight[i] /= sum;
    }
  }
}
