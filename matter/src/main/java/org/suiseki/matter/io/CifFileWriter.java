package org.suiseki.matter.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.suiseki.matter.geometry.Symmetry;

/**
 * Writes crystals as data blocks of one CIF, each as {@link CifWriter} makes it. Of the properties
 * those stay that CIF has names for.
 */
final class CifFileWriter implements CrystalWriter {
  private final OptionalDouble symmetric;

  /**
   * @param symmetric the tolerance in Å within which symmetry is found and written; all sites in P
   *     1 where it is empty
   */
  CifFileWriter(OptionalDouble symmetric) {
    this.symmetric = symmetric;
  }

  @Override
  public List<String> losses(List<CrystalEntry> entries) {
    Set<String> lost = new TreeSet<>();
    Set<String> symmetry = new TreeSet<>();
    for (CrystalEntry entry : entries) {
      for (String name : entry.properties().keySet()) {
        Optional<CifTag> tag = CifTag.of(CifTag.normal(name));
        if (tag.isEmpty()) {
          lost.add(name);
        } else if (!tag.get().descriptive()) {
          symmetry.add(name);
        }
      }
    }
    List<String> losses = new ArrayList<>();
    if (!symmetry.isEmpty() && symmetric.isEmpty()) {
      losses.add("All sites are written, in P 1; what the file said by " + symmetry + " is not.");
    }
    if (!lost.isEmpty()) {
      losses.add("CIF has no names for the properties " + lost + "; they are not written.");
    }
    return losses;
  }

  @Override
  public void write(List<CrystalEntry> entries, OutputStream out) throws IOException {
    for (CrystalEntry entry : entries) {
      String block =
          symmetric.isEmpty()
              ? CifWriter.write(entry)
              : CifWriter.write(entry, Symmetry.of(entry.crystal(), symmetric.getAsDouble()));
      out.write(block.getBytes(StandardCharsets.UTF_8));
    }
  }
}
