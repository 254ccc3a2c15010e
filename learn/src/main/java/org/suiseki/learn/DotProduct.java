package org.suiseki.learn;

/** The innermost loop of much linear algebra. */
final class DotProduct {

  private DotProduct() {}

  /**
   * Σ aᵢ bᵢ over stretches of two arrays. Four sums side by side, because one alone waits for each
   * addition; their order is fixed, so the same numbers always give the same result.
   */
  static double of(double[] a, int fromA, double[] b, int fromB, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += a[fromA + i] * b[fromB + i];
      s1 += a[fromA + i + 1] * b[fromB + i + 1];
      s2 += a[fromA + i + 2] * b[fromB + i + 2];
      s3 += a[fromA + i + 3] * b[fromB + i + 3];
    }
    for (; i < length; i++) {
      s0 += a[fromA + i] * b[fromB + i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
