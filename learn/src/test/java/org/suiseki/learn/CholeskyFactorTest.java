package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against EJML, at sizes that are and are not multiples of four. */
class CholeskyFactorTest {

  /** Entries of about the size, smallest eigenvalue 1: rounding times a condition of some tens. */
  private static final Offset<Double> EXACT = within(1e-11);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 14, 33})
  void everythingThatFollowsFromAMatrix(int size) {
    SplittableRandom random = new SplittableRandom(size);
    DMatrixRMaj root = new DMatrixRMaj(size, size, true, random.doubles(size * size).toArray());
    DMatrixRMaj matrix = CommonOps_DDRM.identity(size);
    CommonOps_DDRM.multAddTransB(root, root, matrix);
    DMatrixRMaj expected = matrix.copy();
    CommonOps_DDRM.invert(expected);
    CholeskyFactor factor = new CholeskyFactor(size);
    // Twice, because the memory of the first round must not matter in the second.
    for (int round = 0; round < 2; round++) {
      System.arraycopy(matrix.data, 0, factor.matrix(), 0, size * size);
      assertThat(factor.factorise()).isTrue();
      double[] inverse = new double[size * size];
      factor.invert(inverse);
      double[] x = new double[size];
      x[size / 2] = 1;
      factor.solve(x);
      for (int row = 0; row < size; row++) {
        assertThat(x[row]).isCloseTo(expected.get(row, size / 2), EXACT);
        for (int column = row; column < size; column++) {
          assertThat(inverse[row * size + column]).isCloseTo(expected.get(row, column), EXACT);
        }
      }
      double[] y = random.doubles(size).toArray();
      DMatrixRMaj product = new DMatrixRMaj(size, 1);
      CommonOps_DDRM.mult(expected, DMatrixRMaj.wrap(size, 1, y.clone()), product);
      double squared = DotProduct.of(y, 0, product.data, 0, size);
      factor.forward(y);
      assertThat(DotProduct.of(y, 0, y, 0, size)).isCloseTo(squared, EXACT);
      assertThat(Math.exp(factor.logDeterminant()) / CommonOps_DDRM.det(matrix))
          .isCloseTo(1, EXACT);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNotPositiveDefiniteIsTold(double pivot) {
    CholeskyFactor factor = new CholeskyFactor(6);
    for (int k = 0; k < 6; k++) {
      factor.matrix()[k * 7] = k == 4 ? pivot : 1;
    }
    assertThat(factor.factorise()).isFalse();
  }
}
