package org.suiseki.learn.nn;

import java.util.SplittableRandom;

/** An endless stream of one network's training rows, in a new order each time round. */
final class RowStream {
  private final int[] order;
  private final SplittableRandom random;
  private int position;

  RowStream(int[] train, long seed) {
    order = train.clone();
    random = new SplittableRandom(seed ^ 0x5DEECE66DL);
    position = order.length;
  }

  void next(long[] target, int from, int count) {
    for (int i = 0; i < count; i++) {
      if (position == order.length) {
        shuffle();
        position = 0;
      }
      target[from + i] = order[position++];
    }
  }

  private void shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
