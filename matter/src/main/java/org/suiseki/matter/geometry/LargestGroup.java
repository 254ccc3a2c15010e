package org.suiseki.matter.geometry;

import java.util.HashSet;
import java.util.Set;

/**
 * The largest group among elements that are none together, of which some products are missing. Of
 * equally large groups the one whose last element comes first: elements are given best first.
 *
 * <p>A point group of a crystal needs no more than three generators, so all groups are found from
 * all triples; only near the tolerance this is needed.
 */
final class LargestGroup {
  /** The product of each pair, row after row; -1 where it is missing. */
  private final int[] products;

  private final int count;
  private long best = 1;

  private LargestGroup(int[] products, int count) {
    this.products = products;
    this.count = count;
  }

  /**
   * @param products of each pair, row after row, -1 where missing; element 0 is the identity
   * @param count of elements, at most 64
   * @return the elements of the group as bits
   */
  static long of(int[] products, int count) {
    LargestGroup search = new LargestGroup(products, count);
    search.search();
    return search.best;
  }

  private void search() {
    // Many pairs make the same group, which need be widened by a third element only once.
    Set<Long> widened = new HashSet<>();
    for (int i = 1; i < count; i++) {
      long one = grown(1, i);
      consider(one);
      for (int j = i + 1; one != 0 && j < count; j++) {
        long two = has(one, j) ? one : grown(one, j);
        consider(two);
        for (int k = 1; two != 0 && k < count && !widened.contains(two); k++) {
          consider(has(two, k) ? two : grown(two, k));
        }
        widened.add(two);
      }
    }
  }

  private void consider(long group) {
    int size = Long.bitCount(group);
    int most = Long.bitCount(best);
    if (size > most || (size == most && Long.compareUnsigned(group, best) < 0)) {
      best = group;
    }
  }

  private static boolean has(long group, int element) {
    return (group >>> element & 1) != 0;
  }

  /** The group that a group and an element make; 0 where a product is missing. */
  private long grown(long group, int element) {
    long all = group | 1L << element;
    long done = 0;
    while (done != all) {
      int next = Long.numberOfTrailingZeros(all & ~done);
      done |= 1L << next;
      long before = all;
      for (int i = 0; i < count; i++) {
        if (has(before, i)) {
          int left = products[next * count + i];
          int right = products[i * count + next];
          if (left < 0 || right < 0) {
            return 0;
          }
          all |= 1L << left | 1L << right;
        }
      }
    }
    return all;
  }
}
