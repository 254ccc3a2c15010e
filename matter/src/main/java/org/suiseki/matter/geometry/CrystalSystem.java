package org.suiseki.matter.geometry;

/** The seven families of point groups by the axes they have (International Tables A, 2.1.1). */
public enum CrystalSystem {
  TRICLINIC,
  MONOCLINIC,
  ORTHORHOMBIC,
  TETRAGONAL,
  TRIGONAL,
  HEXAGONAL,
  CUBIC
}
