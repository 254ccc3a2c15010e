package org.suiseki.matter.geometry;

import org.suiseki.matter.Matrix3;

/**
 * The points of a lattice that lie in a cell of several of its points, each exactly: with a basis
 * of whole numbers S (row by row, in terms of the lattice), as fractions of the cell with one
 * common denominator, the determinant.
 */
final class LatticePoints {
  private final long[] basis;
  private final long determinant;

  /** Adjugate of S: S⁻¹ times the determinant. */
  private final long[] adjugate;

  LatticePoints(int[] rows) {
    this.basis = Matrix3.widened(rows);
    this.determinant = Matrix3.determinant(basis);
    this.adjugate = Matrix3.adjugate(basis);
  }

  int count() {
    return Math.toIntExact(Math.abs(determinant));
  }

  /** All points in fractions of the cell, from 0 to below 1, three numbers each; zero first. */
  double[] fractions() {
    long[] triangle = triangle();
    double[] fractions = new double[3 * count()];
    int at = 0;
    for (long i = 0; i < triangle[0]; i++) {
      for (long j = 0; j < triangle[4]; j++) {
        for (long k = 0; k < triangle[8]; k++) {
          for (int axis = 0; axis < 3; axis++) {
            long numerator = i * adjugate[axis] + j * adjugate[3 + axis] + k * adjugate[6 + axis];
            numerator = Math.floorMod(determinant < 0 ? -numerator : numerator, (long) count());
            fractions[at++] = (double) numerator / count();
          }
        }
      }
    }
    return fractions;
  }

  /** Hermite's triangular form of S: the points 0 ≤ i < its diagonal stand for all. */
  private long[] triangle() {
    long[] t = basis.clone();
    for (int column = 0; column < 3; column++) {
      for (int row = column + 1; row < 3; row++) {
        while (t[3 * row + column] != 0) {
          long quotient = t[3 * column + column] / t[3 * row + column];
          for (int k = 0; k < 3; k++) {
            long rest = t[3 * column + k] - quotient * t[3 * row + k];
            t[3 * column + k] = t[3 * row + k];
            t[3 * row + k] = rest;
          }
        }
      }
      t[3 * column + column] = Math.abs(t[3 * column + column]);
    }
    return t;
  }

  /**
   * The rotation W of the lattice (for columns, nine numbers row by row) in fractions of the cell,
   * S⁻ᵀ W Sᵀ.
   *
   * @return whether it is whole there; else {@code turned} is of no use
   */
  boolean turn(int[] rotation, int[] turned) {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        long sum = 0;
        for (int k = 0; k < 3; k++) {
          long part = 0;
          for (int l = 0; l < 3; l++) {
            part += rotation[3 * k + l] * basis[3 * j + l];
          }
          sum += adjugate[3 * k + i] * part;
        }
        if (sum % determinant != 0) {
          return false;
        }
        turned[3 * i + j] = Math.toIntExact(sum / determinant);
      }
    }
    return true;
  }

  /** A point given in terms of the lattice, in fractions of the cell: S⁻ᵀ x. */
  double[] fractions(double[] point) {
    double[] fractions = new double[3];
    for (int i = 0; i < 3; i++) {
      fractions[i] =
          (adjugate[i] * point[0] + adjugate[3 + i] * point[1] + adjugate[6 + i] * point[2])
              / determinant;
    }
    return fractions;
  }
}
