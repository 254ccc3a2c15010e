package org.suiseki.describe.molecule;

import java.util.Map;
import java.util.function.Supplier;
import org.openscience.cdk.fingerprint.EStateFingerprinter;
import org.openscience.cdk.fingerprint.IFingerprinter;
import org.openscience.cdk.fingerprint.KlekotaRothFingerprinter;
import org.openscience.cdk.fingerprint.MACCSFingerprinter;
import org.openscience.cdk.fingerprint.PubchemFingerprinter;
import org.openscience.cdk.fingerprint.SubstructureFingerprinter;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.suiseki.describe.DescriptorEntry;

/** The lists of questions about substructures that there are. */
enum KeySet {
  MACCS(
      "maccs",
      "166 questions of MDL, column i being key i",
      "Durant 2002, 10.1021/ci010132r",
      MACCSFingerprinter::new,
      false),
  PUBCHEM(
      "pubchem",
      "881 questions of PubChem, column i being its bit i - 1",
      "PubChem Substructure Fingerprint 1.3",
      () -> new PubchemFingerprinter(SilentChemObjectBuilder.getInstance()),
      true),
  ESTATE(
      "estate-keys",
      "79 kinds of atoms",
      "Hall, Kier 1995, 10.1021/ci00028a014",
      EStateFingerprinter::new,
      false),
  FUNCTIONAL_GROUPS(
      "functional-groups",
      "307 functional groups",
      "Laggner 2005, SMARTS patterns for functional group classification, as in CDK",
      SubstructureFingerprinter::new,
      false),
  KLEKOTA_ROTH(
      "klekota-roth",
      "4860 substructures rich in biological activity; slow",
      "Klekota, Roth 2008, 10.1093/bioinformatics/btn479",
      KlekotaRothFingerprinter::new,
      false);

  private final DescriptorEntry entry;
  private final Supplier<IFingerprinter> keys;
  private final boolean hydrogensAsAtoms;

  KeySet(
      String name,
      String summary,
      String source,
      Supplier<IFingerprinter> keys,
      boolean hydrogensAsAtoms) {
    this.entry = new DescriptorEntry(name, summary, source, Map.of());
    this.keys = keys;
    this.hydrogensAsAtoms = hydrogensAsAtoms;
  }

  DescriptorEntry entry() {
    return entry;
  }

  SubstructureKeys descriptor() {
    return new SubstructureKeys(entry.name(), keys, hydrogensAsAtoms);
  }
}
