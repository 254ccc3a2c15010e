package org.suiseki.describe.molecule;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.describe.Descriptor;
import org.suiseki.matter.Element;
import org.suiseki.matter.MolecularGraph;

/**
 * Robust numbers of a molecule, or of one unit of a chain, which every molecule has: amounts first,
 * then sizes, rings and bonds, then what concerns hydrogen bonds, then fractions. Amounts of a
 * chain are those of one unit; fractions need none. All sums run once over the atoms and bonds.
 *
 * <ul>
 *   <li>Aromatic rings are the independent rings of aromatic bonds, other rings the independent
 *       rings beyond them.
 *   <li>Rotatable bonds are single ones outside rings between atoms that each have another
 *       neighbour, without amide bonds and those beside a triple bond.
 *   <li>Polar surface: {@link PolarSurface}; van der Waals volume: {@link MolecularVolume};
 *       partition coefficient (its logarithm, octanol to water) and refractivity: {@link
 *       CrippenType}.
 * </ul>
 */
final class PhysicalNumbers implements Descriptor<MolecularGraph> {
  private static final Element[] COUNTED = {
    Element.H,
    Element.B,
    Element.C,
    Element.N,
    Element.O,
    Element.F,
    Element.Si,
    Element.P,
    Element.S,
    Element.Cl,
    Element.Br,
    Element.I
  };

  /** What grows with the molecule; of a chain, told for one unit. */
  private static final String[][] AMOUNTS = {
    {"molar mass", "g/mol"},
    {"heavy atoms", "1"},
    {"other elements", "1"},
    {"charged atoms", "1"},
    {"van der Waals volume", "Å3"},
    {"polar surface", "Å2"},
    {"aromatic rings", "1"},
    {"other rings", "1"},
    {"ring atoms", "1"},
    {"ring fusion atoms", "1"},
    {"aromatic atoms", "1"},
    {"rotatable bonds", "1"},
    {"double bonds", "1"},
    {"triple bonds", "1"},
    {"branching atoms", "1"},
    {"end atoms", "1"},
    {"hydrogen-bond donors", "1"},
    {"hydrogen-bond acceptors", "1"},
    {"hydrogens on N and O", "1"},
    {"partition coefficient", "1"},
    {"molar refractivity", "cm3/mol"},
  };

  /** What does not. */
  private static final String[][] RATIOS = {
    {"sp3 fraction of carbons", "1"},
    {"heteroatom fraction of heavy atoms", "1"},
    {"aromatic fraction of heavy atoms", "1"},
    {"ring fraction of heavy atoms", "1"},
    {"rotatable fraction of bonds", "1"},
    {"hydrogens for each heavy atom", "1"},
    {"volume for each heavy atom", "Å3"},
  };

  /** How many of the first numbers grow with the size of what is described. */
  static final int EXTENSIVE = COUNTED.length + AMOUNTS.length;

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Element element : COUNTED) {
      names.add(element.symbol() + " atoms");
    }
    for (String[] amount : AMOUNTS) {
      names.add(amount[0]);
    }
    for (String[] ratio : RATIOS) {
      names.add(ratio[0]);
    }
    return names;
  }

  @Override
  public List<String> units() {
    List<String> units = new ArrayList<>();
    for (int i = 0; i < COUNTED.length; i++) {
      units.add("1");
    }
    for (String[] amount : AMOUNTS) {
      units.add(amount[1]);
    }
    for (String[] ratio : RATIOS) {
      units.add(ratio[1]);
    }
    return units;
  }

  @Override
  public int width() {
    return EXTENSIVE + RATIOS.length;
  }

  @Override
  public void describe(MolecularGraph graph, double[] out, int offset) {
    GraphCounts counts = GraphCounts.of(graph);
    int at = offset;
    int listed = 0;
    for (Element element : COUNTED) {
      out[at] = counts.elements[element.number()];
      listed += counts.elements[element.number()];
      at++;
    }
    double volume = MolecularVolume.of(counts);
    out[at++] = counts.mass;
    out[at++] = counts.heavy;
    out[at++] = counts.atoms - listed;
    out[at++] = counts.charged;
    out[at++] = volume;
    out[at++] = PolarSurface.of(graph);
    out[at++] = counts.aromaticRings;
    out[at++] = counts.rings - counts.aromaticRings;
    out[at++] = counts.ringAtoms;
    out[at++] = counts.fusionAtoms;
    out[at++] = counts.aromaticAtoms;
    out[at++] = counts.rotatable;
    out[at++] = counts.doubleBonds;
    out[at++] = counts.tripleBonds;
    out[at++] = counts.branching;
    out[at++] = counts.ends;
    out[at++] = counts.donors;
    out[at++] = counts.acceptors;
    out[at++] = counts.polarHydrogens;
    addCrippen(graph, out, at);
    at += 2;
    int carbons = counts.elements[Element.C.number()];
    int hydrogens = counts.elements[Element.H.number()];
    out[at++] = ratio(counts.sp3Carbons, carbons);
    out[at++] = ratio(counts.heavy - carbons, counts.heavy);
    out[at++] = ratio(counts.aromaticAtoms, counts.heavy);
    out[at++] = ratio(counts.ringAtoms, counts.heavy);
    out[at++] = ratio(counts.rotatable, counts.heavyBonds);
    out[at++] = ratio(hydrogens, counts.heavy);
    out[at] = ratio(volume, counts.heavy);
  }

  private static void addCrippen(MolecularGraph graph, double[] out, int at) {
    CrippenTyping types = new CrippenTyping(graph);
    out[at] = 0;
    out[at + 1] = 0;
    for (int i = 0; i < graph.atomCount(); i++) {
      CrippenType type = types.of(i);
      CrippenType onIt = types.ofHydrogens(i);
      out[at] += type.partition + graph.hydrogens(i) * onIt.partition;
      out[at + 1] += type.refractivity + graph.hydrogens(i) * onIt.refractivity;
    }
  }

  /** 0 where there is nothing to take a part of. */
  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
