package org.suiseki.app;

import org.suiseki.matter.Crystal;
import org.suiseki.matter.geometry.LatticeReduction;
import org.suiseki.matter.geometry.Symmetry;

/** Which cell of a crystal to write; the names are those of the command line. */
enum Cell {
  given {
    @Override
    Crystal of(Crystal crystal, double tolerance) {
      return crystal;
    }
  },
  primitive {
    @Override
    Crystal of(Crystal crystal, double tolerance) {
      return Symmetry.of(crystal, tolerance).primitive();
    }
  },
  conventional {
    @Override
    Crystal of(Crystal crystal, double tolerance) {
      return Symmetry.of(crystal, tolerance).conventional();
    }
  },
  niggli {
    @Override
    Crystal of(Crystal crystal, double tolerance) {
      return crystal.supercell(LatticeReduction.niggli(crystal.lattice()).transformation());
    }
  };

  /**
   * @param tolerance of symmetry, in Å
   */
  abstract Crystal of(Crystal crystal, double tolerance);
}
