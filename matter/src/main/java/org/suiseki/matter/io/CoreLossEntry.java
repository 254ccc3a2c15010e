package org.suiseki.matter.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Molecule;

/**
 * One material with its core-loss spectrum and what is known of it.
 *
 * @param molecule absent where only the formula is known
 * @param properties by name, in the units of {@link CoreLossData#propertyUnits()}; a property that
 *     is not known has no key
 */
public record CoreLossEntry(
    String id,
    Optional<Molecule> molecule,
    Composition composition,
    Map<String, Double> properties,
    Absorption absorption) {

  public CoreLossEntry {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }
}
