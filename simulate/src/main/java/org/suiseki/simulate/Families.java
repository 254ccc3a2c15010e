package org.suiseki.simulate;

/** How the reflections of one peak are told apart. */
public enum Families {
  /**
   * By symmetry: a family holds the reflections that the rotations of the lattice carry into each
   * other, of those rotations that leave all intensities in the sphere as they are, and their
   * opposites. These rotations are the Laue class, or where the intensities have more symmetry than
   * the crystal, that symmetry. Absent reflections are left out.
   */
  SYMMETRY,
  /**
   * As pymatgen does: a family holds the reflections of the peak whose indices are, without sign
   * and order, the same; in cells with two right angles and one of 60° or 120° the four indices h k
   * i l. Absent reflections that share the angle of others are counted.
   */
  PERMUTATION
}
