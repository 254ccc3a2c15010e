package org.suiseki.matter.io;

import java.util.List;
import java.util.Map;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Place;

/**
 * One crystal as a file holds it.
 *
 * @param id its name: a data block, an id, a comment line; the file's name where it gives none
 * @param place where it begins
 * @param properties what the file says of it besides, by the file's own names, as text
 * @param warnings what was amended or ignored, each a sentence with its line where known
 */
public record CrystalEntry(
    String id,
    Crystal crystal,
    Place place,
    Map<String, String> properties,
    List<String> warnings) {

  public CrystalEntry {
    properties = Map.copyOf(properties);
    warnings = List.copyOf(warnings);
  }
}
