package org.suiseki.matter.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Species;

/**
 * Writes crystals as frames of extended XYZ with positions of full precision in Å. Oxidation states
 * are a column {@code oxi_states}, {@code nan} where there is none; labels without blanks a column
 * {@code labels}; properties quoted pairs.
 */
final class ExtendedXyzWriter implements CrystalWriter {
  private static final Set<String> TAKEN = Set.of("id", "lattice", "properties", "pbc");

  @Override
  public List<String> losses(List<CrystalEntry> entries) {
    List<String> losses = new ArrayList<>();
    boolean blank = false;
    for (CrystalEntry entry : entries) {
      CrystalWriter.requireOrdered(entry, "extended XYZ");
      blank |= CrystalWriter.hasLabels(entry.crystal()) && !holdsLabels(entry.crystal());
    }
    if (blank) {
      losses.add("Extended XYZ holds no labels that are empty or have blanks; none are written.");
    }
    losses.addAll(CrystalWriter.taken(entries, TAKEN));
    return losses;
  }

  @Override
  public void write(List<CrystalEntry> entries, OutputStream out) throws IOException {
    for (CrystalEntry entry : entries) {
      StringBuilder text = new StringBuilder();
      append(entry, text);
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void append(CrystalEntry entry, StringBuilder text) {
    Crystal crystal = entry.crystal();
    boolean states = CrystalWriter.hasOxidationStates(crystal);
    boolean labels = CrystalWriter.hasLabels(crystal) && holdsLabels(crystal);
    text.append(crystal.siteCount()).append('\n');
    StringJoiner lattice = new StringJoiner(" ", "Lattice=\"", "\"");
    for (double component : crystal.lattice().rows()) {
      lattice.add(Double.toString(component));
    }
    text.append(lattice).append(" Properties=species:S:1:pos:R:3");
    text.append(states ? ":oxi_states:R:1" : "").append(labels ? ":labels:S:1" : "");
    text.append(" pbc=\"T T T\"");
    pair("id", entry.id(), text);
    for (Map.Entry<String, String> pair : new TreeMap<>(entry.properties()).entrySet()) {
      if (!TAKEN.contains(pair.getKey().toLowerCase(Locale.ROOT))) {
        pair(pair.getKey(), pair.getValue(), text);
      }
    }
    text.append('\n');
    double[] xyz = crystal.cartesianCoordinates();
    for (int i = 0; i < crystal.siteCount(); i++) {
      Species species = crystal.occupation(i).dominant();
      text.append(species.symbol());
      for (int axis = 0; axis < 3; axis++) {
        text.append(' ').append(xyz[3 * i + axis]);
      }
      text.append(states ? " " + state(species) : "");
      text.append(labels ? " " + crystal.label(i) : "").append('\n');
    }
  }

  private static String state(Species species) {
    return species.oxidationState().isPresent()
        ? Double.toString(species.oxidationState().getAsDouble())
        : "nan";
  }

  private static boolean holdsLabels(Crystal crystal) {
    for (int i = 0; i < crystal.siteCount(); i++) {
      if (!crystal.label(i).matches("[^\\s\\p{Cntrl}]+")) {
        return false;
      }
    }
    return true;
  }

  private static void pair(String key, String value, StringBuilder text) {
    text.append(' ').append(key.matches("\\w+") ? key : quoted(key)).append('=');
    text.append(quoted(value));
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped.replace('\r', ' ') + '"';
  }
}
