package org.suiseki.describe;

import java.util.List;
import org.suiseki.matter.Crystal;

/** Mass density and volume per atom of a crystal; what is vacant counts as no atom and no mass. */
public final class Density implements Descriptor<Crystal> {
  private static final List<String> NAMES = List.of("density", "volume per atom");
  private static final List<String> UNITS = List.of("g/cm3", "Å3");

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public List<String> units() {
    return UNITS;
  }

  @Override
  public void describe(Crystal crystal, double[] out, int offset) {
    double atoms = 0;
    for (int i = 0; i < crystal.siteCount(); i++) {
      atoms += crystal.occupation(i).total();
    }
    out[offset] = crystal.density();
    out[offset + 1] = crystal.volume() / atoms;
  }
}
