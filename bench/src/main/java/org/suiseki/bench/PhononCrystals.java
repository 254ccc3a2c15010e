package org.suiseki.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Site;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The 1,521 crystals with phonon densities of states. The file lies beside the project, or where
 * the system property {@code crystals} says.
 */
final class PhononCrystals {
  private static final String DEFAULT = "../shared/data/crystals/phonon_dos_1521.jsonl.gz";

  private PhononCrystals() {}

  static List<Crystal> read() throws IOException {
    List<Crystal> crystals = new ArrayList<>();
    Path file = Path.of(System.getProperty("crystals", DEFAULT));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        crystals.add(crystal(JsonMapper.shared().readTree(line)));
      }
    }
    return crystals;
  }

  private static Crystal crystal(JsonNode entry) {
    double[] rows = new double[9];
    for (int i = 0; i < 9; i++) {
      rows[i] = entry.get("lattice").get(i / 3).get(i % 3).asDouble();
    }
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < entry.get("species").size(); i++) {
      JsonNode at = entry.get("frac").get(i);
      sites.add(
          new Site(
              Element.valueOf(entry.get("species").get(i).asString()),
              at.get(0).asDouble(),
              at.get(1).asDouble(),
              at.get(2).asDouble()));
    }
    return Crystal.of(Lattice.of(rows), sites);
  }
}
