package org.suiseki.describe.molecule;

import java.util.Arrays;
import org.suiseki.matter.MolecularGraph;

/**
 * For each atom the set of the bonds in its neighbourhood, and which such sets have been met. A set
 * is a row of bits; in a chain, one such row for each unit it can reach, the atom's own in the
 * middle. Sets that differ by a move along the chain are the same.
 */
final class BondSets {
  private final MolecularGraph graph;
  private final int rowWords;
  private final int middle;
  private final int words;
  private long[] now;
  private long[] next;

  /** Sets met so far, each moved so that it begins in its first word, and a table into them. */
  private final long[] met;

  private final int[] metLengths;
  private final int[] table;
  private int metCount;

  BondSets(MolecularGraph graph, int radius) {
    this.graph = graph;
    this.rowWords = (graph.bondCount() + 63) / 64;
    this.middle = graph.isChain() ? 1 + (radius - 1) / graph.backboneLength() : 0;
    this.words = (2 * middle + 1) * rowWords;
    this.now = new long[graph.atomCount() * words];
    this.next = new long[now.length];
    this.met = new long[now.length * radius];
    this.metLengths = new int[graph.atomCount() * radius];
    this.table = new int[Integer.highestOneBit(2 * graph.atomCount() * radius + 2) * 2];
  }

  /** Leaves a set as it is. */
  void keep(int atom) {
    System.arraycopy(now, atom * words, next, atom * words, words);
  }

  /** Adds the bonds of the atom and the sets of its neighbours. */
  void grow(int atom) {
    keep(atom);
    int own = atom * words;
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      int shift = graph.shift(slot);
      int bond = graph.slotBond(slot);
      // A bond belongs to the unit of its begin; met from its end, that is the unit before.
      int row = middle + (shift < 0 ? -1 : 0);
      next[own + row * rowWords + (bond >> 6)] |= 1L << bond;
      int from = graph.neighbour(slot) * words;
      int moved = shift * rowWords;
      for (int w = Math.max(0, moved); w < words + Math.min(0, moved); w++) {
        next[own + w] |= now[from + w - moved];
      }
    }
  }

  /** The grown sets become the present ones. */
  void advance() {
    long[] spare = now;
    now = next;
    next = spare;
  }

  /** Whether the grown set of the atom is met for the first time. */
  boolean isNew(int atom) {
    int begin = atom * words;
    int from = begin + firstRow(begin);
    int length = end(begin) - from;
    int mask = table.length - 1;
    for (int at = hash(from, length) & mask; ; at = (at + 1) & mask) {
      if (table[at] == 0) {
        System.arraycopy(next, from, met, metCount * words, length);
        metLengths[metCount] = length;
        table[at] = ++metCount;
        return true;
      }
      int other = table[at] - 1;
      int start = other * words;
      if (metLengths[other] == length
          && Arrays.equals(met, start, start + length, next, from, from + length)) {
        return false;
      }
    }
  }

  private int hash(int from, int length) {
    long hash = 0;
    for (int w = 0; w < length; w++) {
      hash = (hash ^ next[from + w]) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  /** The first word of the first unit that the set reaches; no set asked for is empty. */
  private int firstRow(int begin) {
    int w = 0;
    while (next[begin + w] == 0) {
      w++;
    }
    return w - w % rowWords;
  }

  private int end(int begin) {
    int w = begin + words;
    while (next[w - 1] == 0) {
      w--;
    }
    return w;
  }
}
