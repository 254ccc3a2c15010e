package org.suiseki.study.coreloss;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suiseki.matter.Unit;
import org.suiseki.matter.io.CoreLossData;
import org.suiseki.matter.io.CoreLossEntry;
import org.suiseki.matter.io.CoreLossReader;

/** The data of a core-loss study: the collection that ships with the product, or a person's own. */
final class StudySpectra {
  private static final String RESOURCE = "carbon_k_edge_xch.jsonl.gz";
  private static final String NAME = "carbon K-edge collection (embedded, excited-core PBE)";

  /** The unit in which each property stands in the collection and in files of its form. */
  private static final Map<String, String> CARD = CoreLossReader.Options.standard().propertyUnits();

  private StudySpectra() {}

  /**
   * @param own a file or folder instead of the embedded collection
   * @return the data with every property in the unit the study wants
   */
  static CoreLossData read(Optional<Path> own, List<MolecularProperty> properties, boolean strict) {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (MolecularProperty property : properties) {
      if (!property.computed()) {
        wanted.put(property.name(), property.unit());
      }
    }
    Map<String, String> written = new LinkedHashMap<>(wanted);
    written.replaceAll(CARD::getOrDefault);
    CoreLossReader.Options options = new CoreLossReader.Options(strict, written);
    return inUnits(
        wanted,
        own.map(path -> CoreLossReader.read(path, options)).orElseGet(() -> embedded(options)));
  }

  /** Lines of transitions carry no units: theirs are those of the data card. */
  private static CoreLossData inUnits(Map<String, String> wanted, CoreLossData data) {
    Map<String, Double> factors = new LinkedHashMap<>();
    wanted.forEach(
        (name, unit) -> factors.put(name, Unit.factor(CARD.getOrDefault(name, unit), unit)));
    if (factors.values().stream().allMatch(factor -> factor == 1)) {
      return data;
    }
    Map<String, String> units = new LinkedHashMap<>(data.propertyUnits());
    units.replaceAll(wanted::getOrDefault);
    return new CoreLossData(
        data.entries().stream().map(entry -> scaled(entry, factors)).toList(),
        data.rejected(),
        data.warnings(),
        units,
        data.sha256(),
        data.source());
  }

  private static CoreLossEntry scaled(CoreLossEntry entry, Map<String, Double> factors) {
    Map<String, Double> properties = new LinkedHashMap<>(entry.properties());
    properties.replaceAll((name, value) -> value * factors.getOrDefault(name, 1.0));
    return new CoreLossEntry(
        entry.id(), entry.molecule(), entry.composition(), properties, entry.absorption());
  }

  private static CoreLossData embedded(CoreLossReader.Options options) {
    try (InputStream in = StudySpectra.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + RESOURCE + " is not in the jar");
      }
      return CoreLossReader.read(in, NAME, options);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
