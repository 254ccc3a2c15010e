package org.suiseki.describe;

import java.util.Arrays;

/**
 * The images of edges, three whole numbers each. Ten bits each where they fit, as they do but in
 * cells as skewed as no one draws them; then 32.
 */
final class PackedImages {
  private static final int BITS = 10;
  private static final int HALF = 1 << (BITS - 1);
  private static final int MASK = (1 << BITS) - 1;

  private final int[] words;
  private final boolean packed;

  private PackedImages(int[] words, boolean packed) {
    this.words = words;
    this.packed = packed;
  }

  /**
   * @param images three for each edge; only the first {@code edges} are read
   */
  static PackedImages of(int[] images, int edges) {
    for (int i = 0; i < 3 * edges; i++) {
      if (images[i] < -HALF || images[i] >= HALF) {
        return new PackedImages(Arrays.copyOf(images, 3 * edges), false);
      }
    }
    int[] words = new int[edges];
    for (int e = 0; e < edges; e++) {
      words[e] =
          (images[3 * e] + HALF) << 2 * BITS
              | (images[3 * e + 1] + HALF) << BITS
              | (images[3 * e + 2] + HALF);
    }
    return new PackedImages(words, true);
  }

  int get(int edge, int axis) {
    return packed ? (words[edge] >>> (2 - axis) * BITS & MASK) - HALF : words[3 * edge + axis];
  }
}
