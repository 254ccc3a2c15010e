package org.suiseki.describe.molecule;

import org.suiseki.matter.Element;
import org.suiseki.matter.MolecularGraph;

/** What is counted in one walk over the atoms and bonds of a graph. */
final class GraphCounts {
  private static final double[] MASSES = masses();

  /** By atomic number, implied hydrogens included. */
  final int[] elements = new int[Element.values().length + 1];

  double mass;
  int atoms;
  int heavy;
  int charged;
  int ringAtoms;

  /** Atoms with three or more bonds in rings. */
  int fusionAtoms;

  int aromaticAtoms;
  int sp3Carbons;
  int branching;
  int ends;
  int donors;
  int acceptors;
  int polarHydrogens;
  int heavyBonds;

  /** Those to implied hydrogens too. */
  int allBonds;

  int rotatable;
  int doubleBonds;
  int tripleBonds;
  int rings;
  int aromaticRings;

  private final MolecularGraph graph;

  private GraphCounts(MolecularGraph graph) {
    this.graph = graph;
  }

  static GraphCounts of(MolecularGraph graph) {
    GraphCounts counts = new GraphCounts(graph);
    for (int i = 0; i < graph.atomCount(); i++) {
      counts.addAtom(i);
    }
    int links = 0;
    int aromaticBonds = 0;
    for (int b = 0; b < graph.bondCount(); b++) {
      counts.addBond(b);
      links += graph.cell(b);
      aromaticBonds += graph.isAromaticBond(b) ? 1 : 0;
    }
    Fragments all = Fragments.of(graph, false);
    Fragments aromatic = Fragments.of(graph, true);
    counts.rings = graph.bondCount() - links - graph.atomCount() + all.count();
    counts.aromaticRings = aromaticBonds - aromatic.atoms() + aromatic.count();
    return counts;
  }

  private void addAtom(int i) {
    int number = graph.atomicNumber(i);
    int hydrogens = graph.hydrogens(i);
    elements[number]++;
    elements[1] += hydrogens;
    allBonds += hydrogens;
    atoms += 1 + hydrogens;
    mass += MASSES[number] + hydrogens * MASSES[1];
    charged += graph.charge(i) == 0 ? 0 : 1;
    if (number == 1) {
      return;
    }
    heavy++;
    int degree = graph.degree(i);
    branching += degree > 2 ? 1 : 0;
    ends += degree == 1 ? 1 : 0;
    aromaticAtoms += graph.isAromatic(i) ? 1 : 0;
    sp3Carbons += number == 6 && isSaturated(i) ? 1 : 0;
    polarHydrogens += number == 7 || number == 8 ? hydrogens : 0;
    int roles = AtomRoles.of(graph, i);
    donors += roles & 1;
    acceptors += (roles >> 1) & 1;
    if (graph.isInRing(i)) {
      ringAtoms++;
      fusionAtoms += ringBonds(i) > 2 ? 1 : 0;
    }
  }

  private boolean isSaturated(int i) {
    for (int slot = graph.firstSlot(i); slot < graph.firstSlot(i + 1); slot++) {
      if (graph.order(graph.slotBond(slot)) > 1) {
        return false;
      }
    }
    return !graph.isAromatic(i);
  }

  private int ringBonds(int i) {
    int count = 0;
    for (int slot = graph.firstSlot(i); slot < graph.firstSlot(i + 1); slot++) {
      count += graph.isRingBond(graph.slotBond(slot)) ? 1 : 0;
    }
    return count;
  }

  private void addBond(int b) {
    allBonds++;
    int begin = graph.begin(b);
    int end = graph.end(b);
    if (graph.atomicNumber(begin) == 1 || graph.atomicNumber(end) == 1) {
      return;
    }
    heavyBonds++;
    if (graph.isAromaticBond(b)) {
      return;
    }
    switch (graph.order(b)) {
      case 1 -> rotatable += isRotatable(b, begin, end) ? 1 : 0;
      case 2 -> doubleBonds++;
      default -> tripleBonds++;
    }
  }

  private boolean isRotatable(int b, int begin, int end) {
    return !graph.isRingBond(b)
        && graph.degree(begin) > 1
        && graph.degree(end) > 1
        && !hasBond(begin, 3, 0)
        && !hasBond(end, 3, 0)
        && !isAmide(begin, end)
        && !isAmide(end, begin);
  }

  private boolean isAmide(int carbon, int nitrogen) {
    return graph.atomicNumber(carbon) == 6
        && graph.atomicNumber(nitrogen) == 7
        && hasBond(carbon, 2, 8);
  }

  /** Whether the atom has a bond of that order, to that element if it is not 0. */
  private boolean hasBond(int atom, int order, int number) {
    for (int slot = graph.firstSlot(atom); slot < graph.firstSlot(atom + 1); slot++) {
      if (graph.order(graph.slotBond(slot)) == order
          && (number == 0 || graph.atomicNumber(graph.neighbour(slot)) == number)) {
        return true;
      }
    }
    return false;
  }

  private static double[] masses() {
    double[] masses = new double[Element.values().length + 1];
    for (Element element : Element.values()) {
      masses[element.number()] = element.mass();
    }
    return masses;
  }
}
