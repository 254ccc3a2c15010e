package org.suiseki.describe.molecule;

import java.util.BitSet;
import java.util.List;
import org.suiseki.describe.Descriptor;
import org.suiseki.matter.RepeatUnit;

/**
 * Questions about substructures asked of an endless chain: what is found both in a piece of it with
 * hydrogens at the ends and in a ring of as many units. The piece has ends that the chain has not,
 * the ring a large ring that it has not; what both have is the chain's. Questions that count ("at
 * least four oxygens") see that many units.
 */
record ChainKeys(SubstructureKeys keys) implements Descriptor<RepeatUnit> {
  private static final int LEAST_UNITS = 3;

  /** Longer than any substructure that is asked for. */
  private static final int LEAST_BACKBONE = 16;

  @Override
  public List<String> names() {
    return keys.names();
  }

  @Override
  public List<String> units() {
    return keys.units();
  }

  @Override
  public int width() {
    return keys.width();
  }

  @Override
  public void describe(RepeatUnit unit, double[] out, int offset) {
    int backbone = unit.graph().backboneLength();
    int units = Math.max(LEAST_UNITS, (LEAST_BACKBONE + backbone - 1) / backbone);
    BitSet found = keys.answers(unit.chain(units));
    found.and(keys.answers(unit.cyclic(units)));
    for (int i = 0; i < width(); i++) {
      out[offset + i] = found.get(i) ? 1 : 0;
    }
  }
}
