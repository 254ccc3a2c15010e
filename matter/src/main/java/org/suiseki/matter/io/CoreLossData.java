package org.suiseki.matter.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suiseki.matter.MatterException;

/**
 * What a {@link CoreLossReader} found.
 *
 * @param entries in the order of the file
 * @param rejected the rows that could not be used, each with file, line and mend
 * @param warnings what was usable but deserves a look, for instance a property that a row does not
 *     give
 * @param propertyUnits the unit of every property that an entry may carry
 * @param sha256 of the file as it lies on disk (still compressed), in hexadecimal; for a folder, of
 *     the lines {@code <sha256> <relative path>\n} of the files read, sorted by path
 * @param source where it came from
 */
public record CoreLossData(
    List<CoreLossEntry> entries,
    List<MatterException> rejected,
    List<MatterException> warnings,
    Map<String, String> propertyUnits,
    String sha256,
    String source) {

  public CoreLossData {
    entries = List.copyOf(entries);
    rejected = List.copyOf(rejected);
    warnings = List.copyOf(warnings);
    propertyUnits = Collections.unmodifiableMap(new LinkedHashMap<>(propertyUnits));
  }
}
