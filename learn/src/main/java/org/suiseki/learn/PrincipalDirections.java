package org.suiseki.learn;

import org.ejml.data.DMatrixRMaj;

/**
 * The directions in which inputs vary (principal components), but for those whose eigenvalue is
 * below 10⁻¹² of the largest.
 *
 * @param centre mean of each input (p)
 * @param eigenvalues of XᵀX with X the centred inputs, descending (r)
 * @param vectors V, p × r, orthonormal columns
 */
public record PrincipalDirections(double[] centre, double[] eigenvalues, DMatrixRMaj vectors) {

  /** Those of a table without missing values, in O(rows · inputs · min(rows, inputs)). */
  public static PrincipalDirections of(Table inputs) {
    return PrincipalBasis.of(inputs).directions();
  }

  /** How many there are: none where all rows are the same. */
  public int rank() {
    return eigenvalues.length;
  }

  /** One direction: a component for each input, of length 1. */
  public double[] direction(int index) {
    double[] direction = new double[vectors.numRows];
    for (int input = 0; input < direction.length; input++) {
      direction[input] = vectors.get(input, index);
    }
    return direction;
  }

  /** The component of x, inputs less {@link #centre}, along one direction. */
  double along(int direction, double[] x) {
    double sum = 0;
    for (int input = 0; input < x.length; input++) {
      sum += vectors.get(input, direction) * x[input];
    }
    return sum;
  }
}
