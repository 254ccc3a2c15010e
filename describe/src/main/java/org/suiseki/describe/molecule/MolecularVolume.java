package org.suiseki.describe.molecule;

import java.util.Arrays;
import org.suiseki.matter.Element;

/**
 * The van der Waals volume as a sum over atoms, bonds and rings, in Å3 (Zhao, Abraham, Zissimos, J.
 * Org. Chem. 68, 7368 (2003), doi 10.1021/jo034808o, eq. 4 and table 2): within about 2 % of
 * computed volumes of organic molecules.
 *
 * <p>Elements that the paper does not list count as spheres of 2.2 Å, a guess that keeps the number
 * from being missing.
 */
final class MolecularVolume {
  private static final double BOND = 5.92;
  private static final double AROMATIC_RING = 14.7;
  private static final double OTHER_RING = 3.8;
  private static final double[] ATOMS = new double[Element.values().length + 1];

  static {
    double unlisted = 4.0 / 3 * Math.PI * Math.pow(2.2, 3);
    Arrays.fill(ATOMS, unlisted);
    set(Element.H, 7.24);
    set(Element.B, 40.48);
    set(Element.C, 20.58);
    set(Element.N, 15.60);
    set(Element.O, 14.71);
    set(Element.F, 13.31);
    set(Element.Si, 38.79);
    set(Element.P, 24.43);
    set(Element.S, 24.43);
    set(Element.Cl, 22.45);
    set(Element.As, 26.52);
    set(Element.Se, 28.73);
    set(Element.Br, 26.52);
    set(Element.Te, 36.62);
    set(Element.I, 32.52);
  }

  private MolecularVolume() {}

  /** Of a molecule, or of a unit of a chain with its bond to the next. */
  static double of(GraphCounts counts) {
    double volume = 0;
    for (int number = 1; number < ATOMS.length; number++) {
      volume += counts.elements[number] * ATOMS[number];
    }
    int otherRings = counts.rings - counts.aromaticRings;
    return volume
        - BOND * counts.allBonds
        - AROMATIC_RING * counts.aromaticRings
        - OTHER_RING * otherRings;
  }

  private static void set(Element element, double volume) {
    ATOMS[element.number()] = volume;
  }
}
