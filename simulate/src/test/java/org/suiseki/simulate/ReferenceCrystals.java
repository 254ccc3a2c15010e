package org.suiseki.simulate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Site;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The crystals that tests compare with, read from the shared folder beside the repository. */
final class ReferenceCrystals {
  private static final Path SHARED = Path.of("..", "..", "shared");
  private static final Path PYMATGEN = SHARED.resolve("reference/pymatgen/reference.json");
  private static final Path PHONONS = SHARED.resolve("data/crystals/phonon_dos_1521.jsonl.gz");

  private ReferenceCrystals() {}

  /** The entries of pymatgen's reference by name; the test is skipped where they are absent. */
  static Map<String, JsonNode> pymatgen() {
    assumeTrue(Files.exists(PYMATGEN), "the reference values " + PYMATGEN + " are absent here");
    try {
      Map<String, JsonNode> entries = new LinkedHashMap<>();
      JsonMapper.shared()
          .readTree(Files.readString(PYMATGEN))
          .get("structures")
          .properties()
          .forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
      return entries;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Crystal crystal(JsonNode entry) {
    JsonNode p = entry.get("lattice");
    Lattice lattice =
        Lattice.ofParameters(
            p.get("a").asDouble(),
            p.get("b").asDouble(),
            p.get("c").asDouble(),
            p.get("alpha").asDouble(),
            p.get("beta").asDouble(),
            p.get("gamma").asDouble());
    List<Site> sites = new ArrayList<>();
    for (JsonNode site : entry.get("sites")) {
      sites.add(site(site.get("el").asString(), site.get("frac")));
    }
    return Crystal.of(lattice, sites);
  }

  /** The crystals of the phonon data. */
  static List<Crystal> phonons() {
    assumeTrue(Files.exists(PHONONS), "the crystals " + PHONONS + " are absent here");
    List<Crystal> crystals = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(PHONONS)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode entry = JsonMapper.shared().readTree(line);
        double[] rows = new double[9];
        for (int i = 0; i < 9; i++) {
          rows[i] = entry.get("lattice").get(i / 3).get(i % 3).asDouble();
        }
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < entry.get("frac").size(); i++) {
          sites.add(site(entry.get("species").get(i).asString(), entry.get("frac").get(i)));
        }
        crystals.add(Crystal.of(Lattice.of(rows), sites));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return crystals;
  }

  private static Site site(String element, JsonNode x) {
    return new Site(
        Element.valueOf(element), x.get(0).asDouble(), x.get(1).asDouble(), x.get(2).asDouble());
  }
}
