package org.suiseki.matter.io;

import java.util.Locale;

/** What was odd while a cell was filled: of each kind how often, and one example. */
final class FillingFaults {
  private int moved;
  private double farthest;
  private String farthestAtom = "";
  private int overlaps;
  private String overlap = "";
  private int multiplicities;
  private String multiplicity = "";
  private int repeats;
  private String repeat = "";

  /** An atom was moved onto a special position by a distance in Å. */
  void moved(CifAtom atom, double distance) {
    moved++;
    if (distance > farthest) {
      farthest = distance;
      farthestAtom = named(atom);
    }
  }

  void overlap(CifAtom atom, CifAtom other, double distance) {
    if (overlaps++ == 0) {
      overlap =
          atom == other
              ? "images of " + atom.label() + " are " + shown(distance) + " apart"
              : other.label() + " and " + atom.label() + " are " + shown(distance) + " apart";
    }
  }

  void multiplicity(CifAtom atom, int found) {
    if (multiplicities++ == 0) {
      multiplicity =
          named(atom)
              + " has multiplicity "
              + atom.multiplicity()
              + " there and "
              + found
              + " here";
    }
  }

  /** An atom lies where another of its kind or an image of it lies. */
  void repeat(CifAtom atom) {
    repeats++;
    repeat = named(atom);
  }

  /** How much speaks against the symmetry by which the cell was filled. */
  int count() {
    return overlaps + multiplicities + moved;
  }

  void warn(CifWarnings warnings) {
    if (multiplicities > 0) {
      warnings.add(
          "The multiplicities do not agree with the symmetry operations: "
              + multiplicity
              + others(multiplicities));
    }
    if (repeats > 0) {
      warnings.add(
          repeats
              + " listed atom(s) lie where another of their kind or its image lies, the last "
              + repeat
              + "; each was taken once.");
    }
    if (moved > 0) {
      warnings.add(
          moved
              + " atom(s) were moved onto special positions, the farthest "
              + farthestAtom
              + " by "
              + shown(farthest)
              + ".");
    }
    if (overlaps > 0) {
      warnings.add(
          "Atoms overlap, and their occupancies add up to more than 1: "
              + overlap
              + others(overlaps));
    }
  }

  private static String others(int count) {
    return count > 1 ? ", and so " + (count - 1) + " more." : ".";
  }

  private static String named(CifAtom atom) {
    return atom.label() + " in line " + atom.place().line();
  }

  private static String shown(double distance) {
    return String.format(Locale.ROOT, "%.3f Å", distance);
  }
}
