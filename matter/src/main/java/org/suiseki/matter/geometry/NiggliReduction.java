package org.suiseki.matter.geometry;

/**
 * The steps of Křivý and Gruber to Niggli's cell (Acta Cryst. A32, 297 (1976),
 * 10.1107/S0567739476000636) with the comparisons of Grosse-Kunstleve, Sauter and Adams (Acta
 * Cryst. A60, 1 (2004), 10.1107/S010876730302186X), which end also where round-off decides.
 */
final class NiggliReduction {
  /** Reduced cells need fewer than ten; a bound all the same, since tolerances may contradict. */
  private static final int MOST_ROUNDS = 1_000;

  private final ReducingBasis basis;

  /** What counts as equal, in Å². */
  private final double near;

  /** a·a, b·b, c·c, 2 b·c, 2 a·c, 2 a·b. */
  private double a;

  private double b;
  private double c;
  private double xi;
  private double eta;
  private double zeta;

  private NiggliReduction(ReducingBasis basis, double near) {
    this.basis = basis;
    this.near = near;
  }

  /** Reduces in place. */
  static void reduce(ReducingBasis basis, double near) {
    basis.shorten();
    NiggliReduction reduction = new NiggliReduction(basis, near);
    reduction.measure();
    for (int round = 0; round < MOST_ROUNDS && reduction.step(); round++) {
      reduction.measure();
    }
  }

  private void measure() {
    a = basis.dot(0, 0);
    b = basis.dot(1, 1);
    c = basis.dot(2, 2);
    xi = 2 * basis.dot(1, 2);
    eta = 2 * basis.dot(0, 2);
    zeta = 2 * basis.dot(0, 1);
  }

  /** Steps 1 to 8 once; whether a vector changed, so that they must begin anew. */
  private boolean step() {
    order();
    signs();
    return shortenC() || shortenCByA() || shortenB() || shortenByDiagonal();
  }

  /** Steps 1 and 2: by length, equal ones by their angles. */
  private void order() {
    for (int pass = 0; pass < 3; pass++) {
      if (a > b + near || (equal(a, b) && Math.abs(xi) > Math.abs(eta) + near)) {
        basis.exchange(0, 1);
        measure();
      }
      if (b > c + near || (equal(b, c) && Math.abs(eta) > Math.abs(zeta) + near)) {
        basis.exchange(1, 2);
        measure();
      }
    }
  }

  /** Steps 3 and 4: all angles below 90°, or all others. */
  private void signs() {
    int x = sign(xi);
    int y = sign(eta);
    int z = sign(zeta);
    boolean acute = x * y * z > 0;
    int i = acute ? x : x > 0 ? -1 : 1;
    int j = acute ? y : y > 0 ? -1 : 1;
    int k = acute ? z : z > 0 ? -1 : 1;
    if (i * j * k < 0) {
      // Only where an angle is 90°: its vector may turn round without harm.
      if (z == 0) {
        k = -k;
      } else if (y == 0) {
        j = -j;
      } else {
        i = -i;
      }
    }
    turn(0, i);
    turn(1, j);
    turn(2, k);
    measure();
  }

  private void turn(int vector, int sign) {
    if (sign < 0) {
      basis.turn(vector);
    }
  }

  /** Step 5. */
  private boolean shortenC() {
    if (Math.abs(xi) > b + near
        || (equal(xi, b) && 2 * eta < zeta - near)
        || (equal(xi, -b) && zeta < -near)) {
      basis.add(2, 1, xi > 0 ? -1 : 1);
      return true;
    }
    return false;
  }

  /** Step 6. */
  private boolean shortenCByA() {
    if (Math.abs(eta) > a + near
        || (equal(eta, a) && 2 * xi < zeta - near)
        || (equal(eta, -a) && zeta < -near)) {
      basis.add(2, 0, eta > 0 ? -1 : 1);
      return true;
    }
    return false;
  }

  /** Step 7. */
  private boolean shortenB() {
    if (Math.abs(zeta) > a + near
        || (equal(zeta, a) && 2 * xi < eta - near)
        || (equal(zeta, -a) && eta < -near)) {
      basis.add(1, 0, zeta > 0 ? -1 : 1);
      return true;
    }
    return false;
  }

  /** Step 8. */
  private boolean shortenByDiagonal() {
    double sum = xi + eta + zeta + a + b;
    if (sum < -near || (Math.abs(sum) <= near && 2 * (a + eta) + zeta > near)) {
      basis.add(2, 0, 1);
      basis.add(2, 1, 1);
      return true;
    }
    return false;
  }

  private boolean equal(double one, double other) {
    return Math.abs(one - other) <= near;
  }

  private int sign(double product) {
    return product > near ? 1 : product < -near ? -1 : 0;
  }
}
