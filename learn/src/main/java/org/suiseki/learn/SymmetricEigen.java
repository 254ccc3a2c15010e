package org.suiseki.learn;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The eigenvalues of a symmetric matrix that matter, and their vectors; O(size³).
 *
 * @param values those above 10⁻¹² of the largest, descending; none where the largest is not above 0
 * @param vectors one a column, of length 1, in the order of the values
 */
record SymmetricEigen(double[] values, DMatrixRMaj vectors) {

  private static final double SMALLEST = 1e-12;

  /** Those of a matrix, which may be overwritten. */
  static SymmetricEigen of(DMatrixRMaj symmetric) {
    int size = symmetric.numRows;
    EigenDecomposition_F64<DMatrixRMaj> solver = DecompositionFactory_DDRM.eig(size, true, true);
    if (!solver.decompose(symmetric)) {
      throw new LearnException(
          "The eigenvalues of the inputs do not converge.",
          "Look for values of extreme size among the inputs.");
    }
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted((a, b) -> Double.compare(value(solver, b), value(solver, a)))
            .mapToInt(Integer::intValue)
            .toArray();
    double smallest = Math.max(0, value(solver, order[0]) * SMALLEST);
    int[] kept = Arrays.stream(order).filter(k -> value(solver, k) > smallest).toArray();
    DMatrixRMaj vectors = new DMatrixRMaj(size, kept.length);
    for (int k = 0; k < kept.length; k++) {
      CommonOps_DDRM.insert(solver.getEigenVector(kept[k]), vectors, 0, k);
    }
    return new SymmetricEigen(
        Arrays.stream(kept).mapToDouble(k -> value(solver, k)).toArray(), vectors);
  }

  /**
   * A direction and its opposite are the same; this makes the largest component positive, the first
   * of those that are equally large within rounding.
   */
  static void orient(double[] direction) {
    double largest = 0;
    for (double component : direction) {
      if (Math.abs(component) > Math.abs(largest) * (1 + 1e-9)) {
        largest = component;
      }
    }
    for (int k = 0; k < direction.length && largest < 0; k++) {
      direction[k] = -direction[k];
    }
  }

  /** Refuses rows that vary in fewer directions than a space shall have coordinates. */
  void requireRank(int size, int rows) {
    requireRank(values.length, size, rows);
  }

  /**
   * @param rank directions in which the rows vary
   */
  static void requireRank(int rank, int size, int rows) {
    if (rank < size) {
      throw new LearnException(
          rows + " training rows vary in " + rank + " directions, not in " + size + ".",
          "Ask for fewer coordinates, or give more rows that differ.");
    }
  }

  private static double value(EigenDecomposition_F64<DMatrixRMaj> solver, int k) {
    return solver.getEigenvalue(k).real;
  }
}
