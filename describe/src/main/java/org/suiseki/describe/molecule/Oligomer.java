package org.suiseki.describe.molecule;

import java.util.List;
import org.suiseki.describe.Descriptor;
import org.suiseki.matter.Molecule;
import org.suiseki.matter.RepeatUnit;

/** Describes a chain by a molecule of some of its units with hydrogen at both ends. */
record Oligomer(int length, Descriptor<Molecule> descriptor) implements Descriptor<RepeatUnit> {

  @Override
  public List<String> names() {
    return descriptor.names();
  }

  @Override
  public List<String> units() {
    return descriptor.units();
  }

  @Override
  public List<String> sources() {
    return descriptor.sources();
  }

  @Override
  public boolean annotates() {
    return descriptor.annotates();
  }

  @Override
  public String note(RepeatUnit unit) {
    return descriptor.note(unit.chain(length));
  }

  @Override
  public int width() {
    return descriptor.width();
  }

  @Override
  public void describe(RepeatUnit unit, double[] out, int offset) {
    descriptor.describe(unit.chain(length), out, offset);
  }
}
