package org.suiseki.matter.io;

import java.util.List;

/**
 * What a file of crystals holds.
 *
 * @param format which it is in by its content, the first crystal deciding where they differ
 * @param entries at least one, in the order of the file
 * @param warnings of all entries, each once and after the id of its entry where there are several;
 *     at most a hundred
 */
public record CrystalFile(CrystalFormat format, List<CrystalEntry> entries, List<String> warnings) {

  public CrystalFile {
    entries = List.copyOf(entries);
    warnings = List.copyOf(warnings);
  }
}
