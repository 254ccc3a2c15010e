package org.suiseki.study.coreloss;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The molecules that are looked at one by one: all of a small set, evenly chosen ones of a large
 * set.
 *
 * @param rows of the set, ascending
 * @param place of each row of the set among {@code rows}; −1 where it is not among them
 */
record Sample(int[] rows, int[] place) {

  static Sample of(int size, int most) {
    int count = Math.min(size, most);
    int[] rows = IntStream.range(0, count).map(i -> (int) ((long) i * size / count)).toArray();
    int[] place = new int[size];
    Arrays.fill(place, -1);
    for (int i = 0; i < count; i++) {
      place[rows[i]] = i;
    }
    return new Sample(rows, place);
  }

  /** Those of {@code candidates} that are in the sample. */
  int[] among(int[] candidates) {
    return Arrays.stream(candidates).filter(row -> place[row] >= 0).toArray();
  }
}
