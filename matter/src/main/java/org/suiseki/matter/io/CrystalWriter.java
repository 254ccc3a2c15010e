package org.suiseki.matter.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.MatterException;

/** Writes crystals in one format. */
interface CrystalWriter {
  /**
   * What the format will not hold, a sentence for each.
   *
   * @throws MatterException where the rest would be another crystal
   */
  List<String> losses(List<CrystalEntry> entries);

  /** Writes what {@link #losses} has let through. */
  void write(List<CrystalEntry> entries, OutputStream out) throws IOException;

  /** Refuses sites that are shared or partly vacant. */
  static void requireOrdered(CrystalEntry entry, String format) {
    Crystal crystal = entry.crystal();
    for (int i = 0; i < crystal.siteCount(); i++) {
      if (!crystal.occupation(i).ordered()) {
        throw new MatterException(
            "The site "
                + crystal.label(i)
                + " of '"
                + Shown.text(entry.id())
                + "' holds "
                + crystal.occupation(i)
                + "; "
                + format
                + " holds whole atoms only.",
            "Write "
                + CrystalFormat.JSON_LINES.text()
                + ", "
                + CrystalFormat.PYMATGEN.text()
                + ", "
                + CrystalFormat.OPTIMADE.text()
                + " or "
                + CrystalFormat.CIF.text()
                + ", or make it ordered.");
      }
    }
  }

  static boolean hasOxidationStates(Crystal crystal) {
    for (int i = 0; i < crystal.siteCount(); i++) {
      if (crystal.occupation(i).species().stream().anyMatch(s -> s.oxidationState().isPresent())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a site has another label than what stands there. */
  static boolean hasLabels(Crystal crystal) {
    for (int i = 0; i < crystal.siteCount(); i++) {
      if (!crystal.label(i).equals(crystal.occupation(i).dominant().symbol())) {
        return true;
      }
    }
    return false;
  }

  /** The loss of the properties whose names a format keeps for itself; empty without any. */
  static List<String> taken(List<CrystalEntry> entries, Set<String> taken) {
    Set<String> met = new TreeSet<>();
    for (CrystalEntry entry : entries) {
      for (String name : entry.properties().keySet()) {
        if (taken.contains(name.toLowerCase(Locale.ROOT))) {
          met.add(name);
        }
      }
    }
    return met.isEmpty()
        ? List.of()
        : List.of("The properties " + met + " are not written: the format needs their names.");
  }
}
