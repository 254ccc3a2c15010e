package org.suiseki.simulate;

import java.util.List;

/**
 * A growing group among the rotations of a lattice: what some of them generate. Rotations are known
 * by their place in the list of all; matrices act on rows of indices from the right.
 */
final class RotationGroup {
  private final List<int[]> all;

  /** A number for each, by its nine entries. */
  private final int[] codes;

  private final boolean[] contained;

  /** The places of the members. */
  private final int[] members;

  private final int[] generators;
  private int size;
  private int generatorCount;

  /** Only the identity. */
  RotationGroup(List<int[]> all) {
    this.all = all;
    this.codes = new int[all.size()];
    this.contained = new boolean[all.size()];
    this.members = new int[all.size()];
    this.generators = new int[all.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = code(all.get(i));
    }
    include(code(new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1}));
  }

  /** How many rotations there are to choose from. */
  int size() {
    return all.size();
  }

  int[] rotation(int place) {
    return all.get(place);
  }

  boolean contains(int place) {
    return contained[place];
  }

  /** Adds a rotation and all products with it. Every member is a product of generators. */
  void extend(int rotation) {
    generators[generatorCount++] = rotation;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < generatorCount; j++) {
        include(productCode(all.get(members[i]), all.get(generators[j])));
      }
    }
  }

  private void include(int code) {
    for (int place = 0; place < codes.length; place++) {
      if (codes[place] == code) {
        if (!contained[place]) {
          contained[place] = true;
          members[size++] = place;
        }
        return;
      }
    }
  }

  private static int code(int[] rotation) {
    int code = 0;
    for (int entry : rotation) {
      code = 3 * code + entry + 1;
    }
    return code;
  }

  private static int productCode(int[] a, int[] b) {
    int code = 0;
    for (int i = 0; i < 9; i += 3) {
      for (int j = 0; j < 3; j++) {
        code = 3 * code + a[i] * b[j] + a[i + 1] * b[3 + j] + a[i + 2] * b[6 + j] + 1;
      }
    }
    return code;
  }
}
