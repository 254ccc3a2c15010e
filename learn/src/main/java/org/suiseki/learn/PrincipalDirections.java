package org.suiseki.learn;

import org.ejml.data.DMatrixRMaj;

/**
 * The directions in which inputs vary.
 *
 * @param centre mean of each input (p)
 * @param eigenvalues of XᵀX with X the centred inputs, descending (r)
 * @param vectors V, p × r, orthonormal columns
 */
record PrincipalDirections(double[] centre, double[] eigenvalues, DMatrixRMaj vectors) {

  int rank() {
    return eigenvalues.length;
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
