package org.suiseki.matter.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Species;

/**
 * Writes one crystal as a POSCAR of VASP 5, in fractional coordinates of full precision and in the
 * order of its sites: a symbol appears again where its sites do not stand together. Labels such as
 * {@code Fe1} follow the coordinates. Oxidation states and properties are lost.
 */
final class PoscarWriter implements CrystalWriter {

  @Override
  public List<String> losses(List<CrystalEntry> entries) {
    if (entries.size() != 1) {
      throw new MatterException(
          "A POSCAR holds one crystal, and there are " + entries.size() + ".",
          "Write each into a file of its own, or all as extxyz or jsonl.");
    }
    CrystalEntry entry = entries.get(0);
    CrystalWriter.requireOrdered(entry, "POSCAR");
    List<String> losses = new ArrayList<>();
    if (CrystalWriter.hasOxidationStates(entry.crystal())) {
      losses.add("POSCAR holds no oxidation states; they are not written.");
    }
    if (!entry.properties().isEmpty()) {
      losses.add(
          "POSCAR holds no properties; "
              + new TreeSet<>(entry.properties().keySet())
              + " are not written.");
    }
    Crystal crystal = entry.crystal();
    for (int i = 0; i < crystal.siteCount(); i++) {
      if (!holds(crystal, i)) {
        losses.add("POSCAR holds no label such as '" + crystal.label(i) + "'.");
        break;
      }
    }
    return losses;
  }

  @Override
  public void write(List<CrystalEntry> entries, OutputStream out) throws IOException {
    CrystalEntry entry = entries.get(0);
    Crystal crystal = entry.crystal();
    StringBuilder text = new StringBuilder();
    text.append(entry.id().replaceAll("[\\p{Cntrl}\\s]+", " ").strip()).append("\n1.0\n");
    for (int vector = 0; vector < 3; vector++) {
      for (int axis = 0; axis < 3; axis++) {
        number(text, crystal.lattice().get(vector, axis));
      }
      text.append('\n');
    }
    appendSymbols(crystal, text);
    text.append("Direct\n");
    for (int i = 0; i < crystal.siteCount(); i++) {
      for (int axis = 0; axis < 3; axis++) {
        number(text, crystal.fractional(i, axis));
      }
      boolean label = holds(crystal, i) && !crystal.label(i).equals(symbol(crystal, i));
      text.append(label ? " " + crystal.label(i) : "").append('\n');
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void appendSymbols(Crystal crystal, StringBuilder text) {
    StringBuilder counts = new StringBuilder();
    int begin = 0;
    for (int i = 1; i <= crystal.siteCount(); i++) {
      if (i == crystal.siteCount() || !symbol(crystal, i).equals(symbol(crystal, begin))) {
        text.append(' ').append(symbol(crystal, begin));
        counts.append(' ').append(i - begin);
        begin = i;
      }
    }
    text.append('\n').append(counts).append('\n');
  }

  private static String symbol(Crystal crystal, int site) {
    return crystal.occupation(site).dominant().symbol();
  }

  /** Whether the label will be known for one of such an atom when it is read. */
  private static boolean holds(Crystal crystal, int site) {
    String label = crystal.label(site);
    Species species = crystal.occupation(site).dominant().withoutOxidationState();
    return AtomName.parsePotential(label)
        .filter(named -> named.dominant().equals(species) && label.strip().equals(label))
        .isPresent();
  }

  private static void number(StringBuilder text, double value) {
    String digits = Double.toString(value);
    text.append(" ".repeat(Math.max(1, 25 - digits.length()))).append(digits);
  }
}
