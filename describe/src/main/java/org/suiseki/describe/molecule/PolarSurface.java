package org.suiseki.describe.molecule;

import org.suiseki.matter.MolecularGraph;

/**
 * The polar surface as a sum over nitrogens and oxygens, in Å2 (Ertl, Rohde, Selzer, J. Med. Chem.
 * 43, 3714 (2000), doi 10.1021/jm000942e, table 1). Sulfur and phosphorus are left out, as in most
 * uses of it. An atom that the table does not list counts 30.5 - 8.2 a bond + 1.5 a hydrogen where
 * it is nitrogen, 28.5 - 8.6 a bond + 1.5 a hydrogen where it is oxygen, and at least 0 (the
 * authors' rule, which RDKit uses too).
 */
final class PolarSurface {
  private PolarSurface() {}

  static double of(MolecularGraph graph) {
    double sum = 0;
    for (int i = 0; i < graph.atomCount(); i++) {
      if (graph.atomicNumber(i) == 7) {
        sum += nitrogen(graph, i, new Bonds(graph, i));
      } else if (graph.atomicNumber(i) == 8) {
        sum += oxygen(graph, i, new Bonds(graph, i));
      }
    }
    return sum;
  }

  /** Bonds of an atom by kind; those to hydrogens apart. */
  private static final class Bonds {
    int hydrogens;
    int single;
    int twofold;
    int threefold;
    int aromatic;

    Bonds(MolecularGraph graph, int atom) {
      hydrogens = graph.hydrogens(atom);
      for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
        int bond = graph.slotBond(slot);
        if (graph.atomicNumber(graph.neighbour(slot)) == 1) {
          hydrogens++;
        } else if (graph.isAromaticBond(bond)) {
          aromatic++;
        } else {
          switch (graph.order(bond)) {
            case 1 -> single++;
            case 2 -> twofold++;
            default -> threefold++;
          }
        }
      }
    }

    /** As digits: hydrogens, single, double, triple, aromatic. */
    int key() {
      return (((hydrogens * 10 + single) * 10 + twofold) * 10 + threefold) * 10 + aromatic;
    }

    int neighbours() {
      return single + twofold + threefold + aromatic;
    }
  }

  private static double nitrogen(MolecularGraph graph, int atom, Bonds bonds) {
    double listed =
        switch (graph.charge(atom)) {
          case 0 -> neutralNitrogen(bonds.key(), isInTriangle(graph, atom));
          case 1 -> chargedNitrogen(bonds.key());
          default -> -1;
        };
    return listed >= 0
        ? listed
        : Math.max(0, 30.5 - 8.2 * bonds.neighbours() + 1.5 * bonds.hydrogens);
  }

  private static double neutralNitrogen(int key, boolean triangle) {
    return switch (key) {
      case 3000 -> triangle ? 3.01 : 3.24;
      case 1100 -> 12.36;
      case 10 -> 23.79;
      case 1200 -> 11.68;
      case 110 -> 13.60;
      case 12000 -> triangle ? 21.94 : 12.03;
      case 10100 -> 23.85;
      case 21000 -> 26.02;
      case 2 -> 12.89;
      case 3 -> 4.41;
      case 1002 -> 4.93;
      case 102 -> 8.39;
      case 10002 -> 15.79;
      default -> -1;
    };
  }

  private static double chargedNitrogen(int key) {
    return switch (key) {
      case 4000 -> 0;
      case 2100 -> 3.01;
      case 1010 -> 4.36;
      case 13000 -> 4.44;
      case 11100 -> 13.97;
      case 22000 -> 16.61;
      case 20100 -> 25.59;
      case 31000 -> 27.64;
      case 3 -> 4.10;
      case 1002 -> 3.88;
      case 10002 -> 14.14;
      default -> -1;
    };
  }

  private static double oxygen(MolecularGraph graph, int atom, Bonds bonds) {
    double listed =
        switch (graph.charge(atom)) {
          case 0 -> neutralOxygen(bonds.key(), isInTriangle(graph, atom));
          case -1 -> bonds.key() == 1000 ? 23.06 : -1;
          default -> -1;
        };
    return listed >= 0
        ? listed
        : Math.max(0, 28.5 - 8.6 * bonds.neighbours() + 1.5 * bonds.hydrogens);
  }

  private static double neutralOxygen(int key, boolean triangle) {
    return switch (key) {
      case 2000 -> triangle ? 12.53 : 9.23;
      case 100 -> 17.07;
      case 11000 -> 20.23;
      case 2 -> 13.14;
      default -> -1;
    };
  }

  /** Whether two neighbours of the atom are bonded to each other. */
  private static boolean isInTriangle(MolecularGraph graph, int atom) {
    if (!graph.isInRing(atom)) {
      return false;
    }
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      int other = graph.neighbour(slot);
      for (int next = graph.firstSlot(other); next < graph.firstSlot(other + 1); next++) {
        int third = graph.neighbour(next);
        if (third != atom && isRingNeighbour(graph, atom, third)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isRingNeighbour(MolecularGraph graph, int atom, int other) {
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      if (graph.neighbour(slot) == other && graph.isRingBond(graph.slotBond(slot))) {
        return true;
      }
    }
    return false;
  }
}
