package org.suiseki.matter.geometry;

import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Matrix3;

/**
 * Looks for the standard setting of a group by trying, for each space group of its point group, the
 * bases that keep the kind of conventional cell (Grosse-Kunstleve, Acta Cryst. A55 (1999) 383,
 * section 6). Among bases that do equally well it takes that of the preferred cell, then the first
 * in the order of spglib (arXiv 1808.01590). For one search; not for several threads.
 */
final class SpaceGroupSearch {
  /** Squares of lengths (Å²) and scalar products within this are equal. */
  private static final double EQUAL = 1e-10;

  /** Sums of two lengths (Å) within this are equal. */
  private static final double EQUAL_LENGTH = 1e-5;

  /** How near each element of the matrix between two equal bases is to 1 or 0. */
  private static final double SIMILAR = 1e-3;

  private final PointGroup group;
  private final Centring centring;
  private final double[] columns;
  private final double @Nullable [] preferred;
  private final SortedOperations operations;
  private final double[][] bases;
  private final @Nullable Trial[] plain;
  private final @Nullable Trial[] similar;
  private final boolean[] asked;

  /** What is found: the basis in terms of the conventional one, and the origin in the new one. */
  double[] change = BasisChoices.ONE[0];

  double[] origin = new double[3];

  /** A basis to be tried, with the operations in it; null where they are not whole. */
  private record Trial(double[] basis, @Nullable SortedOperations operations) {}

  /**
   * @param columns the conventional basis in Å, vectors as columns
   * @param preferred the basis to be kept where possible, null where there is none
   * @param operations in the conventional basis, the centring left out
   */
  SpaceGroupSearch(
      PointGroup group,
      Centring centring,
      double[] columns,
      double @Nullable [] preferred,
      SortedOperations operations) {
    this.group = group;
    this.centring = centring;
    this.columns = columns;
    this.preferred = preferred;
    this.operations = operations;
    this.bases = BasisChoices.of(group.system(), centring);
    this.plain = new Trial[bases.length];
    this.similar = new Trial[bases.length];
    this.asked = new boolean[bases.length];
  }

  /** The group, {@link #change} and {@link #origin} then being set; null where none fits. */
  @Nullable SpaceGroup run() {
    for (SpaceGroup candidate : SpaceGroupTable.INSTANCE.standards(group)) {
      boolean found =
          switch (group.system()) {
            case MONOCLINIC -> monoclinic(candidate);
            case ORTHORHOMBIC -> orthorhombic(candidate);
            default -> inOrder(candidate, 0);
          };
      if (found) {
        return candidate;
      }
    }
    return null;
  }

  /** First the bases like the preferred one, then all, lengths being ordered as said. */
  private boolean inOrder(SpaceGroup candidate, int freeOrders) {
    for (int i = 0; i < bases.length; i++) {
      if (tried(candidate, i, similar(i), freeOrders)) {
        return true;
      }
    }
    for (int i = 0; i < bases.length; i++) {
      if (tried(candidate, i, plain(i), freeOrders)) {
        return true;
      }
    }
    return false;
  }

  private boolean tried(SpaceGroup candidate, int choice, @Nullable Trial trial, int freeOrders) {
    return trial != null
        && ordered(trial.basis(), freeOrders, choice)
        && fits(candidate, choice, trial);
  }

  private boolean fits(SpaceGroup candidate, int choice, Trial trial) {
    Centring then = BasisChoices.centring(group.system(), centring, choice);
    SortedOperations given = trial.operations();
    if (then.letter() != candidate.centring() || given == null) {
      return false;
    }
    double[] found =
        TabulatedMatch.origin(
            given, candidate.sortedOperations(), OriginSolutions.of(group.system(), then), then);
    if (found == null) {
      return false;
    }
    change = trial.basis();
    origin = found;
    return true;
  }

  /**
   * Of all that fit and have no acute angle the cell with the shortest a + c, a not longer than c
   * where they may be exchanged (Parthé and Gelato, Acta Cryst. A41 (1985) 142).
   */
  private boolean monoclinic(SpaceGroup candidate) {
    double shortest = Double.POSITIVE_INFINITY;
    boolean kept = false;
    double[] bestChange = change;
    double[] bestOrigin = origin;
    for (int i = 0; i < bases.length; i++) {
      Trial like = similar(i);
      Trial trial = like == null ? plain(i) : like;
      double length = monoclinicLength(candidate, trial.basis());
      boolean shorter = length < shortest - EQUAL_LENGTH;
      boolean equal = !shorter && length < shortest + EQUAL_LENGTH;
      if ((shorter || (equal && !kept && like != null)) && fits(candidate, i, trial)) {
        shortest = Math.min(shortest, length);
        kept = like != null;
        bestChange = change;
        bestOrigin = origin;
      }
    }
    change = bestChange;
    origin = bestOrigin;
    return shortest < Double.POSITIVE_INFINITY;
  }

  /** a + c in Å, or infinity where the cell is not to be chosen. */
  private double monoclinicLength(SpaceGroup candidate, double[] basis) {
    double[] vectors = Matrix3.multiply(columns, basis);
    double a = square(vectors, 0);
    double c = square(vectors, 2);
    double dot = vectors[0] * vectors[2] + vectors[3] * vectors[5] + vectors[6] * vectors[8];
    boolean wrongOrder = BasisChoices.exchangeable(candidate.number()) && a > c + EQUAL;
    return dot > EQUAL || wrongOrder ? Double.POSITIVE_INFINITY : Math.sqrt(a) + Math.sqrt(c);
  }

  /**
   * Where two axes may be exchanged, first the third is found and then their order chosen by
   * length; otherwise all is done at once.
   */
  private boolean orthorhombic(SpaceGroup candidate) {
    int freeOrders = BasisChoices.freeOrders(candidate.number());
    if (freeOrders != 2) {
      return inOrder(candidate, freeOrders);
    }
    if (!inOrder(candidate, 0)) {
      return false;
    }
    double[] first = change;
    SortedOperations given = operations.changed(first);
    if (given == null) {
      return false;
    }
    SpaceGroupSearch second =
        new SpaceGroupSearch(group, centring, Matrix3.multiply(columns, first), preferred, given);
    if (!second.inOrder(candidate, 2)) {
      return false;
    }
    change = Matrix3.multiply(first, second.change);
    origin = second.origin;
    return true;
  }

  private boolean ordered(double[] basis, int freeOrders, int choice) {
    int unique = freeOrders == 2 ? BasisChoices.formerC(choice) : 0;
    return switch (freeOrders) {
      case 2 -> notLonger(basis, unique == 0 ? 1 : 0, unique == 2 ? 1 : 2);
      case 3 -> notLonger(basis, 0, 1) && notLonger(basis, 0, 2);
      case 6 -> notLonger(basis, 0, 1) && notLonger(basis, 1, 2);
      default -> true;
    };
  }

  private boolean notLonger(double[] basis, int one, int other) {
    double[] vectors = Matrix3.multiply(columns, basis);
    return square(vectors, one) <= square(vectors, other) + EQUAL;
  }

  private static double square(double[] m, int column) {
    return m[column] * m[column] + m[3 + column] * m[3 + column] + m[6 + column] * m[6 + column];
  }

  private Trial plain(int choice) {
    Trial known = plain[choice];
    if (known == null) {
      known = new Trial(bases[choice], operations.changed(bases[choice]));
      plain[choice] = known;
    }
    return known;
  }

  /** The choice with axes turned round so that they are the preferred ones; null where none are. */
  private @Nullable Trial similar(int choice) {
    if (!asked[choice] && preferred != null && group.system() != CrystalSystem.TRICLINIC) {
      asked[choice] = true;
      double[] vectors = Matrix3.multiply(columns, bases[choice]);
      double[] between = Matrix3.multiply(Matrix3.inverse(vectors), preferred);
      if (mayTurn(between)) {
        for (int k = 0; k < 9; k++) {
          between[k] = Math.rint(between[k]);
        }
        double[] basis = Matrix3.multiply(bases[choice], between);
        similar[choice] = new Trial(basis, operations.changed(basis));
      }
    }
    return similar[choice];
  }

  /** Whether a basis becomes another by turning axes round, as far as its kind of cell allows. */
  private boolean mayTurn(double[] between) {
    for (int k = 0; k < 9; k++) {
      if (Math.abs(Math.abs(between[k]) - (k % 4 == 0 ? 1 : 0)) > SIMILAR) {
        return false;
      }
    }
    return switch (group.system()) {
      case ORTHORHOMBIC, CUBIC -> true;
      case MONOCLINIC -> between[0] * between[8] > 0;
      default -> between[0] > 0 && between[4] > 0 && between[8] > 0;
    };
  }
}
