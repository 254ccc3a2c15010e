package org.suiseki.learn;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The centred inputs X = S Vᵀ in their principal directions, from the symmetric eigenproblem of XᵀX
 * or XXᵀ, whichever is the smaller; O(n p min(n, p)). In this basis every ridge solution, whatever
 * its penalty, is a division by numbers.
 *
 * <p>Directions whose eigenvalue is below 10⁻¹² of the largest are dropped: squaring X leaves no
 * more than that.
 *
 * @param directions V and the eigenvalues
 * @param scores S = X V, n × r; its columns are orthogonal, their squared lengths are the
 *     eigenvalues
 */
record PrincipalBasis(PrincipalDirections directions, DMatrixRMaj scores) {

  static PrincipalBasis of(Table inputs) {
    int n = inputs.rows();
    int p = inputs.width();
    double[] centre = new double[p];
    for (int i = 0; i < n * p; i++) {
      centre[i % p] += inputs.values()[i] / n;
    }
    DMatrixRMaj x = new DMatrixRMaj(n, p);
    for (int i = 0; i < n * p; i++) {
      x.data[i] = inputs.values()[i] - centre[i % p];
    }
    return p <= n ? byColumns(centre, x) : byRows(centre, x);
  }

  int rows() {
    return scores.numRows;
  }

  int inputs() {
    return directions.centre().length;
  }

  double[] eigenvalues() {
    return directions.eigenvalues();
  }

  int rank() {
    return directions.rank();
  }

  /** Sᵀ y. */
  double[] project(double[] y) {
    double[] result = new double[rank()];
    for (int row = 0; row < rows(); row++) {
      for (int k = 0; k < rank(); k++) {
        result[k] += scores.get(row, k) * y[row];
      }
    }
    return result;
  }

  /** S b: what the coefficients b in this basis give for each row. */
  double[] fitted(double[] b) {
    return times(scores, b);
  }

  /** V b: the coefficients of the inputs themselves. */
  double[] coefficients(double[] b) {
    return times(directions.vectors(), b);
  }

  /**
   * The constant that makes a line with these coefficients pass through the mean of inputs and
   * targets.
   */
  double intercept(double targetMean, double[] coefficients) {
    double result = targetMean;
    for (int input = 0; input < coefficients.length; input++) {
      result -= coefficients[input] * directions.centre()[input];
    }
    return result;
  }

  private static PrincipalBasis byColumns(double[] centre, DMatrixRMaj x) {
    DMatrixRMaj gram = new DMatrixRMaj(x.numCols, x.numCols);
    CommonOps_DDRM.multInner(x, gram);
    SymmetricEigen eigen = SymmetricEigen.of(gram);
    DMatrixRMaj scores = new DMatrixRMaj(x.numRows, eigen.values().length);
    CommonOps_DDRM.mult(x, eigen.vectors(), scores);
    return new PrincipalBasis(
        new PrincipalDirections(centre, eigen.values(), eigen.vectors()), scores);
  }

  private static PrincipalBasis byRows(double[] centre, DMatrixRMaj x) {
    DMatrixRMaj gram = new DMatrixRMaj(x.numRows, x.numRows);
    CommonOps_DDRM.multOuter(x, gram);
    SymmetricEigen eigen = SymmetricEigen.of(gram);
    double[] lengths = Arrays.stream(eigen.values()).map(Math::sqrt).toArray();
    DMatrixRMaj scores = eigen.vectors().copy();
    CommonOps_DDRM.multCols(scores, lengths);
    DMatrixRMaj vectors = new DMatrixRMaj(x.numCols, lengths.length);
    CommonOps_DDRM.multTransA(x, eigen.vectors(), vectors);
    CommonOps_DDRM.divideCols(vectors, lengths);
    return new PrincipalBasis(new PrincipalDirections(centre, eigen.values(), vectors), scores);
  }

  private static double[] times(DMatrixRMaj matrix, double[] vector) {
    double[] result = new double[matrix.numRows];
    for (int row = 0; row < matrix.numRows; row++) {
      for (int column = 0; column < matrix.numCols; column++) {
        result[row] += matrix.get(row, column) * vector[column];
      }
    }
    return result;
  }
}
