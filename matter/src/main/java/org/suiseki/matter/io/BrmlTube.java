package org.suiseki.matter.io;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The wavelengths and the sample's name that stand somewhere in a document of a BRML archive. */
final class BrmlTube implements XmlWalk.Visitor {
  private static final String PREFIX = "WaveLength";

  /** All values of an element, as text, by its name; several tubes may be described. */
  private final Map<String, Set<String>> values = new TreeMap<>();

  @Override
  public Optional<NumberList> begins(XmlWalk at) {
    String name = at.name();
    if (name.startsWith(PREFIX) && name.length() > PREFIX.length()) {
      keep(name, at.attribute("Value"));
    }
    return Optional.empty();
  }

  @Override
  public void ends(XmlWalk at, String text) {
    if (at.name().equals("SampleName") || at.name().equals("TubeMaterial")) {
      keep(at.name(), text);
    }
  }

  boolean knowsLines() {
    return values.keySet().stream().anyMatch(name -> name.startsWith(PREFIX));
  }

  /** Where several tubes are described, only what all share is known. */
  EmissionLines lines() {
    return new EmissionLines(
        only("WaveLengthAverage").orElse(0),
        only("WaveLengthAlpha1").orElse(0),
        only("WaveLengthAlpha2").orElse(0),
        only("WaveLengthBeta").orElse(0),
        only("WaveLengthRatio").orElse(-1));
  }

  Optional<String> text(String name) {
    Set<String> all = values.getOrDefault(name, Set.of());
    return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
  }

  private OptionalDouble only(String name) {
    return text(name)
        .filter(DecimalNumber::isNumber)
        .map(text -> OptionalDouble.of(Double.parseDouble(text)))
        .orElse(OptionalDouble.empty());
  }

  private void keep(String name, String value) {
    if (!value.isEmpty()) {
      values.computeIfAbsent(name, key -> new TreeSet<>()).add(value);
    }
  }
}
