package org.suiseki.study.coreloss;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suiseki.matter.io.CoreLossData;
import org.suiseki.matter.io.CoreLossReader;

/** The data of a core-loss study: the collection that ships with the product, or a person's own. */
final class EmbeddedSpectra {
  private static final String RESOURCE = "carbon_k_edge_xch.jsonl.gz";
  private static final String NAME = "carbon K-edge collection (embedded, excited-core PBE)";

  private EmbeddedSpectra() {}

  /** What to read: {@code embedded} or a path, and under which licence it stands. */
  static CoreLossData read(
      Optional<Path> own, List<MolecularProperty> properties, boolean strict) {
    Map<String, String> units = new LinkedHashMap<>();
    for (MolecularProperty property : properties) {
      boolean computed =
          property.name().equals(MolecularProperty.WEIGHT)
              || property.name().equals(MolecularProperty.ATOMS);
      if (!computed) {
        units.put(property.name(), property.unit());
      }
    }
    CoreLossReader.Options options = new CoreLossReader.Options(strict, units);
    return own.map(path -> CoreLossReader.read(path, options)).orElseGet(() -> embedded(options));
  }

  private static CoreLossData embedded(CoreLossReader.Options options) {
    try (InputStream in = EmbeddedSpectra.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + RESOURCE + " is not in the jar");
      }
      return CoreLossReader.read(in, NAME, options);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
