package org.suiseki.describe;

/**
 * A distance as overlapping Gaussians, exp(−(d − μ)²/σ²) for centres μ in even steps, as CGCNN
 * feeds the edges to its network (Xie, Grossman, Phys. Rev. Lett. 120, 145301 (2018),
 * 10.1103/PhysRevLett.120.145301; note the σ² without a 2, as its published program has it).
 *
 * @param first centre in Å
 * @param last centre in Å
 * @param step between centres in Å
 * @param sigma in Å
 */
public record GaussianExpansion(double first, double last, double step, double sigma) {
  /** So much of a step may round-off take from the last centre. */
  private static final double ROUND_OFF = 1e-9;

  /**
   * @throws DescribeException where there is no centre, or a step or width is not above 0
   */
  public GaussianExpansion {
    if (!(last >= first) || !(step > 0) || !(sigma > 0) || !((last - first) / step < 1e6)) {
      throw new DescribeException(
          "No Gaussians stand from " + first + " to " + last + " Å in steps of " + step + ".",
          "Give an ascending range, a step and a width above 0, and fewer than a million centres.");
    }
  }

  /** CGCNN's: 41 centres from 0 to 8 Å, 0.2 Å apart and as wide. */
  public static GaussianExpansion cgcnn() {
    return new GaussianExpansion(0, 8, 0.2, 0.2);
  }

  /** How many centres. */
  public int width() {
    return (int) Math.floor((last - first) / step + ROUND_OFF) + 1;
  }

  /** Writes {@link #width()} numbers from {@code offset} on. */
  public void expand(double distance, float[] out, int offset) {
    int width = width();
    for (int i = 0; i < width; i++) {
      double way = (distance - first - i * step) / sigma;
      out[offset + i] = (float) Math.exp(-way * way);
    }
  }
}
