package org.suiseki.explain.phases;

/**
 * What all phases of a pattern share: Δ2θ = zero − displacement · cos θ, a Gaussian width² = W + U
 * tan² θ, one asymmetry by axial divergence and one Debye–Waller factor.
 */
enum Instrument {
  /** Degrees. */
  ZERO(0, 0.06, -0.5, 0.5, 1e-4),
  /** Degrees at θ = 0. */
  DISPLACEMENT(0, 0.08, -0.8, 0.8, 1e-4),
  /** Degrees, full at half maximum. */
  WIDTH(0.06, 0.05, 0.005, 1, 1e-4),
  /** Degrees. */
  SPREAD(0.02, 0.05, 0, 1, 1e-4),
  /** Half height of sample and detector by radius. */
  AXIAL(0.01, 0.02, 0, 0.12, 1e-4),
  /** B in Å². */
  VIBRATION(0.5, 0.4, 0, 4, 1e-3);

  /** Where refinement begins. */
  final double start;

  /** How far values usually lie from there. */
  final double usual;

  final double least;
  final double most;

  /** For derivatives. */
  final double nudge;

  Instrument(double start, double usual, double least, double most, double nudge) {
    this.start = start;
    this.usual = usual;
    this.least = least;
    this.most = most;
    this.nudge = nudge;
  }

  static double[] begin(double width) {
    Instrument[] all = values();
    double[] begin = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      begin[i] = all[i].start;
    }
    begin[WIDTH.ordinal()] = 0.7 * width;
    return begin;
  }

  double of(double[] instrument) {
    return instrument[ordinal()];
  }
}
