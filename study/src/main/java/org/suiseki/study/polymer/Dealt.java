package org.suiseki.study.polymer;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Numbers from 0 in an order drawn at random. */
final class Dealt {

  private Dealt() {}

  static int[] of(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = IntStream.range(0, count).toArray();
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }
}
