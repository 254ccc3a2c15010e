package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LargestGroupTest {
  /** 1, 2x, 2y, 2z: bits of which axes turn round multiply by exclusive or. */
  @Test
  void keepsAllOfAGroup() {
    int[] products = new int[64];
    for (int i = 0; i < 64; i++) {
      products[i] = i / 8 ^ i % 8;
    }
    assertThat(LargestGroup.of(products, 8)).isEqualTo(0xff);
  }

  @Test
  void keepsTheLargestWhereProductsAreMissing() {
    // mmm without one mirror plane (element 7): only groups of 4 are left, the first has 1, 2, 3.
    int[] products = new int[49];
    for (int i = 0; i < 49; i++) {
      int product = i / 7 ^ i % 7;
      products[i] = product < 7 ? product : -1;
    }
    assertThat(LargestGroup.of(products, 7)).isEqualTo(0b1111);
  }

  @Test
  void keepsTheIdentityWhereNothingFits() {
    int[] products = new int[9];
    Arrays.fill(products, -1);
    products[0] = 0;
    assertThat(LargestGroup.of(products, 3)).isEqualTo(1);
  }
}
