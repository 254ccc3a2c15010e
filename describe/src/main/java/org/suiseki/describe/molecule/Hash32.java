package org.suiseki.describe.molecule;

/** The running hash of Boost, as RDKit takes it over 32 bits. */
final class Hash32 {
  private Hash32() {}

  static int with(int seed, int value) {
    return seed ^ (value + 0x9e3779b9 + (seed << 6) + (seed >>> 2));
  }

  static int ofPair(int first, int second) {
    return with(with(0, first), second);
  }
}
