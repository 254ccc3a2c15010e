package org.suiseki.describe.molecule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.fingerprint.IFingerprinter;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.Descriptor;
import org.suiseki.matter.Molecule;

/**
 * A fixed list of questions about substructures, answered by CDK: 1 where a molecule has what is
 * asked for, else 0.
 */
final class SubstructureKeys implements Descriptor<Molecule> {
  private final String title;
  private final int length;
  private final boolean hydrogensAsAtoms;

  /** One for each thread: CDK's keep notes while they look. */
  private final ThreadLocal<IFingerprinter> keys;

  /**
   * @param title what the columns are called, before their number, which begins at 1
   * @param hydrogensAsAtoms whether the questions speak of hydrogens
   */
  SubstructureKeys(String title, Supplier<IFingerprinter> keys, boolean hydrogensAsAtoms) {
    this.title = title;
    this.length = keys.get().getSize();
    this.hydrogensAsAtoms = hydrogensAsAtoms;
    this.keys = ThreadLocal.withInitial(keys);
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(length);
    for (int i = 1; i <= length; i++) {
      names.add(title + " " + i);
    }
    return names;
  }

  @Override
  public List<String> units() {
    return Collections.nCopies(length, "1");
  }

  @Override
  public int width() {
    return length;
  }

  @Override
  public void describe(Molecule molecule, double[] out, int offset) {
    BitSet found = answers(molecule);
    Arrays.fill(out, offset, offset + length, 0);
    for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
      out[offset + i] = 1;
    }
  }

  /** The questions that are answered with yes, from 0. */
  BitSet answers(Molecule molecule) {
    IAtomContainer graph = molecule.toCdk();
    try {
      AtomContainerManipulator.percieveAtomTypesAndConfigureAtoms(graph);
      if (hydrogensAsAtoms) {
        AtomContainerManipulator.convertImplicitToExplicitHydrogens(graph);
      }
      return keys.get().getBitFingerprint(graph).asBitSet();
    } catch (CDKException e) {
      throw new DescribeException(
          "The " + title + " keys of " + molecule + " cannot be found: " + e.getMessage() + ".",
          null,
          "Leave it out, or take ecfp, which describes every molecule.",
          e);
    }
  }
}
