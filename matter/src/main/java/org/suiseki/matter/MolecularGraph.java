package org.suiseki.matter;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * Atoms and bonds as flat arrays, for walks that must be fast: those of a molecule, or of the
 * repeat unit of an endless chain. Hydrogens that hang on one atom are counted, not listed.
 * Immutable.
 *
 * <p>In a chain the last atom of each unit is bonded to the first of the next. That bond has {@link
 * #cell} 1: it ends in the next unit; all others have 0. So the graph holds one unit, and stands
 * for all of them.
 *
 * <p>Each bond is met from both of its atoms, as a <em>slot</em>: those of atom {@code i} are
 * {@code firstSlot(i)} (included) to {@code firstSlot(i + 1)} (excluded). A chain of one atom a
 * unit is bonded to itself by two slots, one to the next unit and one to the one before.
 *
 * <p>Ring atoms and bonds are those of rings within a unit; that the chain may be thought closed
 * does not count. Aromaticity is that of {@link Molecule}.
 */
public final class MolecularGraph {
  private final int[] atomicNumbers;
  private final int[] charges;
  private final int[] hydrogens;
  private final int[] massNumbers;
  private final boolean[] aromatic;
  private final boolean[] inRing;
  private final int[] begins;
  private final int[] ends;
  private final int[] orders;
  private final int[] cells;
  private final boolean[] aromaticBonds;
  private final boolean[] ringBonds;
  private final int[] firstSlots;
  private final int[] slotBonds;
  private final int[] slotNeighbours;
  private final int[] slotShifts;

  private MolecularGraph(int atoms, int bonds) {
    atomicNumbers = new int[atoms];
    charges = new int[atoms];
    hydrogens = new int[atoms];
    massNumbers = new int[atoms];
    aromatic = new boolean[atoms];
    inRing = new boolean[atoms];
    begins = new int[bonds];
    ends = new int[bonds];
    orders = new int[bonds];
    cells = new int[bonds];
    aromaticBonds = new boolean[bonds];
    ringBonds = new boolean[bonds];
    firstSlots = new int[atoms + 1];
    slotBonds = new int[2 * bonds];
    slotNeighbours = new int[2 * bonds];
    slotShifts = new int[2 * bonds];
  }

  /** Of a molecule whose rings and aromatic atoms are marked and whose hydrogens are implied. */
  static MolecularGraph of(IAtomContainer graph) {
    return of(graph, Optional.empty());
  }

  /**
   * Of a repeat unit: as {@link #of(IAtomContainer)}, but two atoms that only mark the places where
   * it is joined to its like are left out, and what they hang on is bonded instead.
   */
  static MolecularGraph of(IAtomContainer graph, Optional<Joint> joint) {
    int stars = joint.isPresent() ? 2 : 0;
    MolecularGraph flat =
        new MolecularGraph(graph.getAtomCount() - stars, graph.getBondCount() - stars / 2);
    int[] index = new int[graph.getAtomCount()];
    int next = 0;
    for (IAtom atom : graph.atoms()) {
      boolean star = joint.isPresent() && joint.get().marks(atom);
      index[atom.getIndex()] = star ? -1 : next;
      if (!star) {
        flat.setAtom(next++, atom);
      }
    }
    int bonds = 0;
    for (IBond bond : graph.bonds()) {
      int begin = index[bond.getBegin().getIndex()];
      int end = index[bond.getEnd().getIndex()];
      if (begin >= 0 && end >= 0) {
        flat.setBond(bonds, begin, end, bond);
        flat.aromaticBonds[bonds] = bond.isAromatic();
        flat.ringBonds[bonds++] = bond.isInRing();
      }
    }
    if (joint.isPresent()) {
      IBond link = joint.get().lastBond();
      flat.setBond(
          bonds,
          index[joint.get().lastAtom().getIndex()],
          index[joint.get().firstAtom().getIndex()],
          link);
      flat.cells[bonds] = 1;
    }
    flat.fillSlots();
    return flat;
  }

  private void setAtom(int i, IAtom atom) {
    atomicNumbers[i] = atom.getAtomicNumber();
    charges[i] = atom.getFormalCharge() == null ? 0 : atom.getFormalCharge();
    hydrogens[i] = atom.getImplicitHydrogenCount();
    massNumbers[i] = atom.getMassNumber() == null ? 0 : atom.getMassNumber();
    aromatic[i] = atom.isAromatic();
    inRing[i] = atom.isInRing();
  }

  private void setBond(int b, int begin, int end, IBond bond) {
    begins[b] = begin;
    ends[b] = end;
    orders[b] = bond.getOrder().numeric();
  }

  private void fillSlots() {
    for (int b = 0; b < begins.length; b++) {
      firstSlots[begins[b] + 1]++;
      firstSlots[ends[b] + 1]++;
    }
    for (int i = 0; i < atomicNumbers.length; i++) {
      firstSlots[i + 1] += firstSlots[i];
    }
    int[] next = Arrays.copyOf(firstSlots, atomicNumbers.length);
    for (int b = 0; b < begins.length; b++) {
      fillSlot(next[begins[b]]++, b, ends[b], cells[b]);
      fillSlot(next[ends[b]]++, b, begins[b], -cells[b]);
    }
  }

  private void fillSlot(int slot, int bond, int neighbour, int shift) {
    slotBonds[slot] = bond;
    slotNeighbours[slot] = neighbour;
    slotShifts[slot] = shift;
  }

  /** Atoms that are listed: those of a unit, without the hydrogens that are counted. */
  public int atomCount() {
    return atomicNumbers.length;
  }

  public int atomicNumber(int atom) {
    return atomicNumbers[atom];
  }

  /** In elementary charges. */
  public int charge(int atom) {
    return charges[atom];
  }

  /** Hydrogens on the atom, without those listed as atoms. */
  public int hydrogens(int atom) {
    return hydrogens[atom];
  }

  /** The mass number of an isotope that was written; 0 where none was. */
  public int massNumber(int atom) {
    return massNumbers[atom];
  }

  public boolean isAromatic(int atom) {
    return aromatic[atom];
  }

  public boolean isInRing(int atom) {
    return inRing[atom];
  }

  /** Bonds of the atom to listed atoms. */
  public int degree(int atom) {
    return firstSlots[atom + 1] - firstSlots[atom];
  }

  /** Bonds that are listed; of a chain, those of one unit and the one to the next. */
  public int bondCount() {
    return begins.length;
  }

  public int begin(int bond) {
    return begins[bond];
  }

  public int end(int bond) {
    return ends[bond];
  }

  /** 1, 2 or 3 (4 for the rare quadruple bond); aromatic bonds are 1 or 2. */
  public int order(int bond) {
    return orders[bond];
  }

  /** How many units further the end of the bond lies than its begin: 0 or 1. */
  public int cell(int bond) {
    return cells[bond];
  }

  public boolean isAromaticBond(int bond) {
    return aromaticBonds[bond];
  }

  public boolean isRingBond(int bond) {
    return ringBonds[bond];
  }

  /** The first slot of an atom; of {@code atomCount()}, the number of slots. */
  public int firstSlot(int atom) {
    return firstSlots[atom];
  }

  public int slotBond(int slot) {
    return slotBonds[slot];
  }

  public int neighbour(int slot) {
    return slotNeighbours[slot];
  }

  /** In which unit the neighbour lies, counted from that of the atom: -1, 0 or 1. */
  public int shift(int slot) {
    return slotShifts[slot];
  }

  /** Whether it is a unit of a chain. */
  public boolean isChain() {
    return cells.length > 0 && cells[cells.length - 1] == 1;
  }

  /**
   * Atoms on the shortest way along a chain through one unit, which are the bonds from an atom of
   * that way to its like in the next unit; 0 where it is no chain.
   */
  public int backboneLength() {
    if (!isChain()) {
      return 0;
    }
    int start = ends[ends.length - 1];
    int goal = begins[begins.length - 1];
    int[] steps = new int[atomicNumbers.length];
    int[] open = new int[atomicNumbers.length];
    int count = 0;
    steps[start] = 1;
    open[count++] = start;
    for (int k = 0; steps[goal] == 0; k++) {
      for (int slot = firstSlots[open[k]]; slot < firstSlots[open[k] + 1]; slot++) {
        int next = slotNeighbours[slot];
        if (slotShifts[slot] == 0 && steps[next] == 0) {
          steps[next] = steps[open[k]] + 1;
          open[count++] = next;
        }
      }
    }
    return steps[goal];
  }

  /** All atoms, hydrogens included, and the total charge. */
  Composition composition() {
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    int charge = 0;
    for (int i = 0; i < atomicNumbers.length; i++) {
      amounts.merge(Element.values()[atomicNumbers[i] - 1], 1.0, Double::sum);
      charge += charges[i];
      if (hydrogens[i] > 0) {
        amounts.merge(Element.H, (double) hydrogens[i], Double::sum);
      }
    }
    return Composition.of(amounts, charge);
  }
}
