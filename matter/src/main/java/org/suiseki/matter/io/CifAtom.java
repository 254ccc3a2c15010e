package org.suiseki.matter.io;

import org.suiseki.matter.Place;
import org.suiseki.matter.Species;

/**
 * A site as a CIF lists it, before symmetry fills the cell.
 *
 * @param x as a fraction, and so y and z
 * @param occupancy above 0
 * @param assembly of disorder; empty where none
 * @param group of disorder; empty where none
 * @param multiplicity how many images the file says it has; 0 where it does not
 */
record CifAtom(
    String label,
    Species species,
    double x,
    double y,
    double z,
    double occupancy,
    String assembly,
    String group,
    int multiplicity,
    Place place) {

  /** Whether it stands near a symmetry element in one of several places at a time. */
  boolean aboutSpecialPosition() {
    return group.startsWith("-");
  }

  CifAtom withOccupancy(double other) {
    return new CifAtom(label, species, x, y, z, other, assembly, group, multiplicity, place);
  }
}
