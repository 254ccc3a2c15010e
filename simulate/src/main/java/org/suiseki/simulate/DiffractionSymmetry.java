package org.suiseki.simulate;

/**
 * Which reflections the symmetry of the intensities makes equivalent. The rotations of the lattice
 * are tried one by one, and those kept that carry every reflection to one of the same |F|², until
 * the rest follow from them. Cost: a few steps for each reflection.
 */
final class DiffractionSymmetry {
  /** |F|² that differ by this part are the same; coordinates have few digits. */
  private static final double SAME = 1e-3;

  /** As a part of F(000)²: below, |F|² is rounding. */
  private static final double NOTHING = 1e-7;

  private final ReciprocalSphere sphere;
  private final double[] squares;
  private final double nothing;

  /** Of the first two indices, both signs: the row there or of the opposites, plus one; else 0. */
  private final int[] rowAt;

  private final int reachFirst;
  private final int reachSecond;

  DiffractionSymmetry(ReciprocalSphere sphere, double[] squares, double largest) {
    this.sphere = sphere;
    this.squares = squares;
    this.nothing = NOTHING * largest;
    this.reachFirst = sphere.reach[0];
    this.reachSecond = sphere.reach[1];
    this.rowAt = new int[(2 * reachFirst + 1) * (2 * reachSecond + 1)];
    for (int row = 0; row < sphere.rows; row++) {
      rowAt[place(-sphere.rowFirst[row], -sphere.rowSecond[row])] = -1 - row;
      rowAt[place(sphere.rowFirst[row], sphere.rowSecond[row])] = 1 + row;
    }
  }

  /** A number for each reflection, the same for those that are equivalent. */
  int[] orbits() {
    int[] orbit = new int[squares.length];
    for (int i = 0; i < orbit.length; i++) {
      orbit[i] = i;
    }
    int[] images = new int[squares.length];
    RotationGroup group = new RotationGroup(LatticeRotations.of(sphere.gram));
    for (int i = 0; i < group.size(); i++) {
      // What others generate needs no test, and carries nothing to where they have not been.
      if (!group.contains(i) && keeps(group.rotation(i), images)) {
        group.extend(i);
        for (int reflection = 0; reflection < images.length; reflection++) {
          if (images[reflection] >= 0) {
            join(orbit, reflection, images[reflection]);
          }
        }
      }
    }
    for (int i = 0; i < orbit.length; i++) {
      orbit[i] = root(orbit, i);
    }
    return orbit;
  }

  private static void join(int[] orbit, int one, int other) {
    int a = root(orbit, one);
    int b = root(orbit, other);
    orbit[Math.max(a, b)] = Math.min(a, b);
  }

  private static int root(int[] orbit, int start) {
    int at = start;
    while (orbit[at] != at) {
      orbit[at] = orbit[orbit[at]];
      at = orbit[at];
    }
    return at;
  }

  /** Whether the rotation changes no |F|²; if so, {@code images} holds where it carries each. */
  private boolean keeps(int[] rotation, int[] images) {
    for (int row = 0; row < sphere.rows; row++) {
      int first = image(rotation, 0, row, sphere.rowThird[row]);
      int second = image(rotation, 1, row, sphere.rowThird[row]);
      int third = image(rotation, 2, row, sphere.rowThird[row]);
      for (int i = sphere.rowStart[row]; i < sphere.rowStart[row + 1]; i++) {
        int image = index(first, second, third);
        images[i] = image;
        if (image >= 0) {
          double one = squares[i];
          double other = squares[image];
          if (Math.abs(one - other) > SAME * (one + other) + nothing) {
            return false;
          }
        }
        first += rotation[6];
        second += rotation[7];
        third += rotation[8];
      }
    }
    return true;
  }

  /** Component {@code axis} of what a reflection of a row is rotated into. */
  private int image(int[] rotation, int axis, int row, int third) {
    return sphere.rowFirst[row] * rotation[axis]
        + sphere.rowSecond[row] * rotation[3 + axis]
        + third * rotation[6 + axis];
  }

  /** The number of the reflection, or of its opposite, with these indices; -1 beyond the sphere. */
  private int index(int first, int second, int third) {
    if (Math.abs(first) > reachFirst || Math.abs(second) > reachSecond) {
      return -1;
    }
    int signed = rowAt[place(first, second)];
    if (signed == 0) {
      return -1;
    }
    boolean opposite = signed < 0 || (first == 0 && second == 0 && third < 0);
    int row = Math.abs(signed) - 1;
    int index = sphere.rowStart[row] - sphere.rowThird[row] + (opposite ? -third : third);
    return index >= sphere.rowStart[row] && index < sphere.rowStart[row + 1] ? index : -1;
  }

  private int place(int first, int second) {
    return (first + reachFirst) * (2 * reachSecond + 1) + second + reachSecond;
  }
}
