package org.suiseki.matter.geometry;

import java.util.List;
import java.util.Optional;

/**
 * The 32 crystallographic point groups, in the order of International Tables A (2016), table
 * 3.2.1.4, with the number of their first space group.
 */
public enum PointGroup {
  C1("1", "C1", 1, "000000000", "-1", CrystalSystem.TRICLINIC),
  CI("-1", "Ci", 2, "000010000", "-1", CrystalSystem.TRICLINIC),
  C2("2", "C2", 3, "000100000", "2/m", CrystalSystem.MONOCLINIC),
  CS("m", "Cs", 6, "000001000", "2/m", CrystalSystem.MONOCLINIC),
  C2H("2/m", "C2h", 10, "000111000", "2/m", CrystalSystem.MONOCLINIC),
  D2("222", "D2", 16, "000300000", "mmm", CrystalSystem.ORTHORHOMBIC),
  C2V("mm2", "C2v", 25, "000102000", "mmm", CrystalSystem.ORTHORHOMBIC),
  D2H("mmm", "D2h", 47, "000313000", "mmm", CrystalSystem.ORTHORHOMBIC),
  C4("4", "C4", 75, "020100000", "4/m", CrystalSystem.TETRAGONAL),
  S4("-4", "S4", 81, "000100020", "4/m", CrystalSystem.TETRAGONAL),
  C4H("4/m", "C4h", 83, "020111020", "4/m", CrystalSystem.TETRAGONAL),
  D4("422", "D4", 89, "020500000", "4/mmm", CrystalSystem.TETRAGONAL),
  C4V("4mm", "C4v", 99, "020104000", "4/mmm", CrystalSystem.TETRAGONAL),
  D2D("-42m", "D2d", 111, "000302020", "4/mmm", CrystalSystem.TETRAGONAL),
  D4H("4/mmm", "D4h", 123, "020515020", "4/mmm", CrystalSystem.TETRAGONAL),
  C3("3", "C3", 143, "002000000", "-3", CrystalSystem.TRIGONAL),
  C3I("-3", "C3i", 147, "002010200", "-3", CrystalSystem.TRIGONAL),
  D3("32", "D3", 149, "002300000", "-3m", CrystalSystem.TRIGONAL),
  C3V("3m", "C3v", 156, "002003000", "-3m", CrystalSystem.TRIGONAL),
  D3D("-3m", "D3d", 162, "002313200", "-3m", CrystalSystem.TRIGONAL),
  C6("6", "C6", 168, "202100000", "6/m", CrystalSystem.HEXAGONAL),
  C3H("-6", "C3h", 174, "002001002", "6/m", CrystalSystem.HEXAGONAL),
  C6H("6/m", "C6h", 175, "202111202", "6/m", CrystalSystem.HEXAGONAL),
  D6("622", "D6", 177, "202700000", "6/mmm", CrystalSystem.HEXAGONAL),
  C6V("6mm", "C6v", 183, "202106000", "6/mmm", CrystalSystem.HEXAGONAL),
  D3H("-6m2", "D3h", 187, "002304002", "6/mmm", CrystalSystem.HEXAGONAL),
  D6H("6/mmm", "D6h", 191, "202717202", "6/mmm", CrystalSystem.HEXAGONAL),
  T("23", "T", 195, "008300000", "m-3", CrystalSystem.CUBIC),
  TH("m-3", "Th", 200, "008313800", "m-3", CrystalSystem.CUBIC),
  O("432", "O", 207, "068900000", "m-3m", CrystalSystem.CUBIC),
  TD("-43m", "Td", 215, "008306060", "m-3m", CrystalSystem.CUBIC),
  OH("m-3m", "Oh", 221, "068919860", "m-3m", CrystalSystem.CUBIC);

  private static final PointGroup[] ALL = values();

  /** The kinds of rotation that the digits of {@link #counts} count, besides one identity. */
  private static final int[] KINDS = {6, 4, 3, 2, -1, -2, -3, -4, -6};

  private final String international;
  private final String schoenflies;
  private final int firstSpaceGroup;
  private final String counts;
  private final String laueClass;
  private final CrystalSystem system;

  PointGroup(
      String international,
      String schoenflies,
      int firstSpaceGroup,
      String counts,
      String laueClass,
      CrystalSystem system) {
    this.international = international;
    this.schoenflies = schoenflies;
    this.firstSpaceGroup = firstSpaceGroup;
    this.counts = counts;
    this.laueClass = laueClass;
    this.system = system;
  }

  /** Of the space group with this number, 1 to 230. */
  static PointGroup ofSpaceGroup(int number) {
    PointGroup found = C1;
    for (PointGroup candidate : ALL) {
      if (candidate.firstSpaceGroup <= number) {
        found = candidate;
      }
    }
    return found;
  }

  /**
   * The point group made of these rotations: told by how many there are of each kind
   * (Grosse-Kunstleve, Acta Cryst. A55 (1999) 383, table 4). Empty where they are none of the 32.
   */
  public static Optional<PointGroup> of(List<int[]> rotations) {
    int[] counts = new int[13];
    for (int[] rotation : rotations) {
      counts[SymmetryOperation.typeOf(rotation) + 6]++;
    }
    return ofCounts(counts);
  }

  /** By the number of rotations of type k at index k + 6. */
  static Optional<PointGroup> ofCounts(int[] counts) {
    for (PointGroup candidate : ALL) {
      if (candidate.matches(counts)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private boolean matches(int[] found) {
    if (found[1 + 6] != 1 || found[6] != 0) {
      return false;
    }
    for (int i = 0; i < KINDS.length; i++) {
      if (found[KINDS[i] + 6] != counts.charAt(i) - '0') {
        return false;
      }
    }
    return true;
  }

  /** {@code -1}, {@code m-3m}. */
  public String international() {
    return international;
  }

  /** {@code Ci}, {@code Oh}. */
  public String schoenflies() {
    return schoenflies;
  }

  /** The point group with inversion that this one makes together with it: {@code m-3m} of 432. */
  public String laueClass() {
    return laueClass;
  }

  public CrystalSystem system() {
    return system;
  }

  /** What the space group with this number is numbered within its point group, from 1. */
  int place(int number) {
    return number - firstSpaceGroup + 1;
  }

  @Override
  public String toString() {
    return international;
  }
}
