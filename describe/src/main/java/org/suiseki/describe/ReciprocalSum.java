package org.suiseki.describe;

import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;

/**
 * The smooth part of an {@link EwaldSum}: (4π/V) Σ exp(−k²/4α²)/k² |S(k)|², as the potential at
 * each site, summed over half of the reciprocal vectors, which stand for their opposites.
 */
final class ReciprocalSum {
  /** Of 16 bytes each. */
  private static final long MOST_PHASES = 50_000_000;

  private final int sites;
  private final double[] charges;
  private final double[] fractional;
  private final double[] reciprocal;
  private final Lattice lattice;
  private final double alpha;
  private final double[] planeReal;
  private final double[] planeImaginary;
  private final double[] waveReal;
  private final double[] waveImaginary;

  ReciprocalSum(Crystal crystal, double[] charges, double alpha) {
    this.sites = charges.length;
    this.charges = charges;
    this.fractional = crystal.fractionalCoordinates();
    this.lattice = crystal.lattice();
    this.reciprocal = lattice.reciprocalRows();
    this.alpha = alpha;
    this.planeReal = new double[sites];
    this.planeImaginary = new double[sites];
    this.waveReal = new double[sites];
    this.waveImaginary = new double[sites];
  }

  /**
   * @param largest length of a vector, in 1/Å with 2π
   */
  void addTo(double[] potentials, double largest) {
    double reach = largest / (2 * Math.PI);
    int h = (int) Math.floor(reach * lattice.a());
    int k = (int) Math.floor(reach * lattice.b());
    int l = (int) Math.floor(reach * lattice.c());
    double[][] alongA = phases(0, h);
    double[][] alongB = phases(1, k);
    double[][] alongC = phases(2, l);
    for (int i = 0; i <= h; i++) {
      for (int j = i == 0 ? 0 : -k; j <= k; j++) {
        multiply(alongA, i, alongB, j);
        addColumn(potentials, i, j, l, reach, alongC);
      }
    }
  }

  /** All vectors (i j *) within reach: an interval of the third index. */
  private void addColumn(
      double[] potentials, int i, int j, int most, double reach, double[][] alongC) {
    double x = i * reciprocal[0] + j * reciprocal[3];
    double y = i * reciprocal[1] + j * reciprocal[4];
    double z = i * reciprocal[2] + j * reciprocal[5];
    double cx = reciprocal[6];
    double cy = reciprocal[7];
    double cz = reciprocal[8];
    double cc = cx * cx + cy * cy + cz * cz;
    double middle = -(x * cx + y * cy + z * cz) / cc;
    double root = middle * middle - (x * x + y * y + z * z - reach * reach) / cc;
    if (root < 0) {
      return;
    }
    int low = (int) Math.ceil(middle - Math.sqrt(root));
    int high = (int) Math.floor(middle + Math.sqrt(root));
    if (i == 0 && j == 0) {
      low = 1;
    }
    for (int m = Math.max(low, -most); m <= Math.min(high, most); m++) {
      double gx = x + m * cx;
      double gy = y + m * cy;
      double gz = z + m * cz;
      double square = 4 * Math.PI * Math.PI * (gx * gx + gy * gy + gz * gz);
      double weight =
          8 * Math.PI / lattice.volume() * Math.exp(-square / (4 * alpha * alpha)) / square;
      addWave(potentials, weight, alongC[0], alongC[1], (m + most) * sites);
    }
  }

  private void addWave(
      double[] potentials, double weight, double[] cosines, double[] sines, int from) {
    double real = 0;
    double imaginary = 0;
    for (int s = 0; s < sites; s++) {
      double c = cosines[from + s];
      double d = sines[from + s];
      double u = planeReal[s] * c - planeImaginary[s] * d;
      double v = planeReal[s] * d + planeImaginary[s] * c;
      waveReal[s] = u;
      waveImaginary[s] = v;
      real += charges[s] * u;
      imaginary += charges[s] * v;
    }
    real *= weight;
    imaginary *= weight;
    for (int s = 0; s < sites; s++) {
      potentials[s] += real * waveReal[s] + imaginary * waveImaginary[s];
    }
  }

  private void multiply(double[][] alongA, int i, double[][] alongB, int j) {
    int p = (i + alongA[0].length / sites / 2) * sites;
    int q = (j + alongB[0].length / sites / 2) * sites;
    for (int s = 0; s < sites; s++) {
      double a = alongA[0][p + s];
      double b = alongA[1][p + s];
      double c = alongB[0][q + s];
      double d = alongB[1][q + s];
      planeReal[s] = a * c - b * d;
      planeImaginary[s] = a * d + b * c;
    }
  }

  /** Cosines and sines of 2π m x for m from −most to most, site after site. */
  private double[][] phases(int axis, int most) {
    if ((2L * most + 1) * sites > MOST_PHASES) {
      throw new DescribeException(
          "The cell (" + lattice + ") is too long or skewed for a sum over reciprocal vectors.",
          "Reduce the cell first; the crystal stays the same.");
    }
    double[][] phases = new double[2][(2 * most + 1) * sites];
    for (int s = 0; s < sites; s++) {
      double x = fractional[3 * s + axis];
      double turn = 2 * Math.PI * (x - Math.rint(x));
      for (int m = -most; m <= most; m++) {
        phases[0][(m + most) * sites + s] = Math.cos(m * turn);
        phases[1][(m + most) * sites + s] = Math.sin(m * turn);
      }
    }
    return phases;
  }
}
