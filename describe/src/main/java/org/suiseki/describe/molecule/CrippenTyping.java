package org.suiseki.describe.molecule;

import static org.suiseki.describe.molecule.CrippenType.*;

import org.suiseki.matter.MolecularGraph;

/**
 * Finds the {@link CrippenType} of atoms. Where several kinds fit, the first in the order of
 * RDKit's table is taken, so that both give the same sums; the paper leaves the order open.
 */
final class CrippenTyping {
  // Kinds of bonds and of neighbours, to be joined by |.
  private static final int SINGLE = 1;
  private static final int DOUBLE = 2;
  private static final int TRIPLE = 4;
  private static final int AROMATIC_BOND = 8;
  private static final int PLAIN = SINGLE | AROMATIC_BOND;

  private static final int C = 1;
  private static final int N = 2;
  private static final int O = 4;
  private static final int S = 8;
  private static final int HALOGEN = 16;
  private static final int OTHER = 32;
  private static final int AROMATIC_C = 64;
  private static final int AROMATIC_N = 128;
  private static final int AROMATIC_OTHER = 256;
  private static final int LISTED_H = 512;
  private static final int P = 1024;
  private static final int HETERO = N | O | P | S | HALOGEN;
  private static final int ALIPHATIC = C | HETERO | OTHER;
  private static final int AROMATIC = AROMATIC_C | AROMATIC_N | AROMATIC_OTHER;
  private static final int ANY = ALIPHATIC | AROMATIC;

  private final MolecularGraph graph;
  private final int[] kinds;

  CrippenTyping(MolecularGraph graph) {
    this.graph = graph;
    this.kinds = new int[graph.atomCount()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = kind(graph.atomicNumber(i), graph.isAromatic(i));
    }
  }

  private static int kind(int number, boolean aromatic) {
    return switch (number) {
      case 1 -> LISTED_H;
      case 6 -> aromatic ? AROMATIC_C : C;
      case 7 -> aromatic ? AROMATIC_N : N;
      case 8 -> aromatic ? AROMATIC_OTHER : O;
      case 16 -> aromatic ? AROMATIC_OTHER : S;
      case 15 -> aromatic ? AROMATIC_OTHER : P;
      case 9, 17, 35, 53 -> HALOGEN;
      default -> aromatic ? AROMATIC_OTHER : OTHER;
    };
  }

  CrippenType of(int atom) {
    int charge = graph.charge(atom);
    boolean aromatic = graph.isAromatic(atom);
    return switch (graph.atomicNumber(atom)) {
      case 1 -> listedHydrogen(atom);
      case 6 -> aromatic ? aromaticCarbon(atom) : carbon(atom);
      case 7 -> aromatic ? aromaticNitrogen(charge) : nitrogen(atom, charge);
      case 8 -> aromatic ? O1 : oxygen(atom, charge);
      case 9 -> charge == 0 ? FLUORINE : charge < 0 ? HALIDE : UNLISTED;
      case 15 -> PHOSPHORUS;
      case 16 -> aromatic ? S3 : charge == 0 && !has(atom, DOUBLE, N | O | P | S | OTHER) ? S1 : S2;
      case 17 -> charge == 0 ? CHLORINE : charge < 0 ? HALIDE : UNLISTED;
      case 35 -> charge == 0 ? BROMINE : charge < 0 ? HALIDE : UNLISTED;
      case 53 -> charge == 0 ? IODINE : HALIDE;
      case 3, 11, 19, 37, 55 -> charge == 1 ? HALIDE : METAL1;
      default -> metal(graph.atomicNumber(atom));
    };
  }

  private static CrippenType metal(int number) {
    return switch (number) {
      case 4, 12, 20, 38, 56, 5, 13, 31, 49, 81, 14, 32, 50, 82, 33, 51, 83, 34, 52, 84 -> METAL1;
      default ->
          (number > 20 && number < 31)
                  || (number > 38 && number < 49)
                  || (number > 71 && number < 81)
              ? METAL2
              : UNLISTED;
    };
  }

  private CrippenType carbon(int atom) {
    int hydrogens = hydrogens(atom);
    boolean saturated = connections(atom) == 4;
    int carbons = count(atom, PLAIN, C);
    boolean onHetero = has(atom, PLAIN, HETERO);
    if (hydrogens == 4 || (hydrogens == 3 && carbons > 0) || (hydrogens == 2 && carbons > 1)) {
      return C1;
    }
    if ((hydrogens == 1 && carbons > 2) || carbons > 3) {
      return C2;
    }
    if (has(atom, PLAIN, AROMATIC) && (saturated || hydrogens == 3)) {
      return besideAromatic(atom, hydrogens);
    }
    if (onHetero && (hydrogens == 3 || (hydrogens == 2 && saturated))) {
      return C3;
    }
    if (onHetero && hydrogens < 2 && saturated) {
      return C4;
    }
    if (has(atom, DOUBLE, ALIPHATIC)) {
      boolean conjugated = has(atom, PLAIN, AROMATIC);
      return has(atom, DOUBLE, ALIPHATIC & ~C) ? C5 : conjugated ? C26 : C6;
    }
    if (connections(atom) == 2 && has(atom, TRIPLE, ALIPHATIC)) {
      return C7;
    }
    if (has(atom, DOUBLE, AROMATIC_C)) {
      return C26;
    }
    return saturated && has(atom, PLAIN, OTHER) ? C27 : CARBON;
  }

  private CrippenType besideAromatic(int atom, int hydrogens) {
    return switch (hydrogens) {
      case 3 -> has(atom, PLAIN, AROMATIC_C) ? C8 : C9;
      case 2 -> C10;
      case 1 -> C11;
      default -> C12;
    };
  }

  private CrippenType aromaticCarbon(int atom) {
    if (hydrogens(atom) == 0 && has(atom, SINGLE, P | OTHER)) {
      return C13;
    }
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      switch (graph.atomicNumber(graph.neighbour(slot))) {
        case 9:
          return C14;
        case 17:
          return C15;
        case 35:
          return C16;
        case 53:
          return C17;
        default:
          break;
      }
    }
    if (hydrogens(atom) == 1) {
      return C18;
    }
    int inRings = count(atom, AROMATIC_BOND, AROMATIC);
    return inRings > 2 ? C19 : inRings < 2 ? CARBON : substituted(atom);
  }

  private CrippenType substituted(int atom) {
    if (has(atom, SINGLE, AROMATIC)) {
      return C20;
    }
    if (has(atom, SINGLE, C)) {
      return C21;
    }
    if (has(atom, SINGLE, N)) {
      return C22;
    }
    if (has(atom, SINGLE, O)) {
      return C23;
    }
    if (has(atom, SINGLE, S)) {
      return C24;
    }
    return has(atom, DOUBLE, C | N | O) ? C25 : CARBON;
  }

  private static CrippenType aromaticNitrogen(int charge) {
    return charge == 0 ? N11 : charge > 0 ? N12 : NITROGEN;
  }

  private CrippenType nitrogen(int atom, int charge) {
    if (charge != 0) {
      return charge < 0 ? N14 : ammonium(atom);
    }
    int hydrogens = hydrogens(atom);
    int aliphatic = count(atom, PLAIN, ALIPHATIC);
    int aromatic = count(atom, PLAIN, AROMATIC);
    if (hydrogens == 2 && aliphatic + aromatic > 0) {
      return aliphatic > 0 ? N1 : N3;
    }
    if (hydrogens == 1 && aliphatic + aromatic > 1) {
      return aliphatic > 1 ? N2 : N4;
    }
    if (has(atom, DOUBLE, ANY) && (hydrogens == 1 || aliphatic + aromatic > 0)) {
      return hydrogens == 1 ? N5 : N6;
    }
    if (aliphatic > 2) {
      return N7;
    }
    if (aromatic > 0 && aliphatic + aromatic > 2) {
      return N8;
    }
    return has(atom, TRIPLE, ALIPHATIC) ? N9 : NITROGEN;
  }

  private CrippenType ammonium(int atom) {
    int hydrogens = hydrogens(atom);
    if (hydrogens > 0) {
      return hydrogens < 4 ? N10 : NITROGEN;
    }
    boolean nitro =
        has(atom, DOUBLE, ALIPHATIC) && has(atom, PLAIN, ALIPHATIC) && graph.degree(atom) > 2;
    if (count(atom, PLAIN, ALIPHATIC) > 3
        || nitro
        || (has(atom, DOUBLE, C | AROMATIC_C) && has(atom, DOUBLE, N | AROMATIC_N))) {
      return N13;
    }
    return has(atom, TRIPLE, ALIPHATIC) || isAzide(atom) ? N14 : NITROGEN;
  }

  private boolean isAzide(int atom) {
    boolean charged = false;
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      charged |= kinds[graph.neighbour(slot)] == N && graph.charge(graph.neighbour(slot)) < 0;
    }
    return charged && count(atom, DOUBLE, N) > 1;
  }

  private CrippenType oxygen(int atom, int charge) {
    if (hydrogens(atom) == 1 || hydrogens(atom) == 2) {
      return O2;
    }
    int aliphatic = count(atom, PLAIN, ALIPHATIC);
    int aromatic = count(atom, PLAIN, AROMATIC);
    if (aliphatic > 1) {
      return O3;
    }
    if (aliphatic + aromatic > 1) {
      return O4;
    }
    if (has(atom, DOUBLE, N | AROMATIC_N | O)) {
      return O5;
    }
    if (has(atom, DOUBLE, S)) {
      return O6;
    }
    if (charge < 0 && connections(atom) == 1 && aliphatic + aromatic > 0) {
      return oxide(atom);
    }
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      if (bondKind(slot) == DOUBLE && graph.atomicNumber(graph.neighbour(slot)) == 6) {
        int carbon = graph.neighbour(slot);
        return graph.isAromatic(carbon) ? O8 : carbonyl(carbon);
      }
    }
    return OXYGEN;
  }

  private CrippenType oxide(int atom) {
    int other = graph.neighbour(graph.firstSlot(atom));
    if (graph.atomicNumber(other) == 7) {
      return O5;
    }
    if (graph.atomicNumber(other) == 16) {
      return O6;
    }
    return kinds[other] == C && has(other, DOUBLE, O) ? O12 : O7;
  }

  private CrippenType carbonyl(int carbon) {
    int hydrogens = hydrogens(carbon);
    int aliphatic = count(carbon, PLAIN, ALIPHATIC);
    if ((hydrogens == 1 && has(carbon, PLAIN, C | N | O))
        || (has(carbon, PLAIN, C) && aliphatic > 1)
        || hydrogens == 2
        || (connections(carbon) == 2 && count(carbon, DOUBLE, O) > 1)) {
      return O9;
    }
    int aromatic = count(carbon, PLAIN, AROMATIC);
    boolean onAromaticCarbon = has(carbon, PLAIN, AROMATIC_C);
    if ((onAromaticCarbon && (hydrogens == 1 || aliphatic > 0 || aromatic > 1))
        || (aromatic > 0 && has(carbon, PLAIN, C))) {
      return O10;
    }
    return count(carbon, PLAIN, ANY & ~(C | AROMATIC_C)) > 1 ? O11 : OXYGEN;
  }

  private CrippenType listedHydrogen(int atom) {
    return graph.degree(atom) == 0 ? HYDROGEN : ofHydrogens(graph.neighbour(graph.firstSlot(atom)));
  }

  /** Of the hydrogens on an atom. */
  CrippenType ofHydrogens(int atom) {
    return switch (kinds[atom]) {
      case C, AROMATIC_C, LISTED_H -> H1;
      case N, AROMATIC_N -> H3;
      case O -> ofHydroxyl(atom);
      default -> H2;
    };
  }

  private CrippenType ofHydroxyl(int oxygen) {
    if (hydrogens(oxygen) > 1
        || has(oxygen, PLAIN, AROMATIC_C | AROMATIC_OTHER | HALOGEN | P | OTHER)) {
      return H2;
    }
    int slot = graph.firstSlot(oxygen);
    if (graph.degree(oxygen) == 0 || bondKind(slot) != SINGLE) {
      return HYDROGEN;
    }
    int other = graph.neighbour(slot);
    return switch (kinds[other]) {
      case C -> connections(other) == 4 ? H2 : isUnsaturated(other) ? H4 : HYDROGEN;
      case N, AROMATIC_N -> H3;
      case O, S -> H4;
      default -> HYDROGEN;
    };
  }

  private boolean isUnsaturated(int carbon) {
    return has(carbon, DOUBLE, C | AROMATIC_C | N | AROMATIC_N | O | S);
  }

  private boolean has(int atom, int bonds, int neighbours) {
    return count(atom, bonds, neighbours) > 0;
  }

  /** Neighbours of these kinds by bonds of these kinds. */
  private int count(int atom, int bonds, int neighbours) {
    int count = 0;
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      if ((kinds[graph.neighbour(slot)] & neighbours) != 0 && (bondKind(slot) & bonds) != 0) {
        count++;
      }
    }
    return count;
  }

  private int bondKind(int slot) {
    int bond = graph.slotBond(slot);
    if (graph.isAromaticBond(bond)) {
      return AROMATIC_BOND;
    }
    return switch (graph.order(bond)) {
      case 1 -> SINGLE;
      case 2 -> DOUBLE;
      case 3 -> TRIPLE;
      default -> 0;
    };
  }

  private int hydrogens(int atom) {
    return graph.hydrogens(atom) + count(atom, SINGLE, LISTED_H);
  }

  private int connections(int atom) {
    return graph.degree(atom) + graph.hydrogens(atom);
  }
}
