package org.suiseki.matter.geometry;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/** Crystals and reference values that lie beside the project; tests are skipped without them. */
final class SharedCrystals {
  private static final Path SHARED = Path.of("..", "..", "shared");

  private SharedCrystals() {}

  /** What pymatgen says of 30 crystals, by their names. */
  static JsonNode pymatgen() throws IOException {
    return json("reference/pymatgen/reference.json").get("structures");
  }

  static JsonNode json(String path) throws IOException {
    Path file = SHARED.resolve(path);
    assumeTrue(Files.exists(file), "the reference values " + file + " are absent here");
    return JsonMapper.shared().readTree(Files.readString(file));
  }

  /** The first crystals of the phonon data. */
  static List<Crystal> phonons(int most) throws IOException {
    Path file = SHARED.resolve("data/crystals/phonon_dos_1521.jsonl.gz");
    assumeTrue(Files.exists(file), "the crystals " + file + " are absent here");
    List<Crystal> crystals = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && crystals.size() < most) {
        JsonNode entry = JsonMapper.shared().readTree(line);
        crystals.add(crystal(entry.get("lattice"), entry.get("species"), entry.get("frac")));
        line = lines.readLine();
      }
    }
    return crystals;
  }

  /** A crystal of pymatgen's reference file. */
  static Crystal crystal(JsonNode structure) {
    JsonNode cell = structure.get("lattice");
    List<Site> sites = new ArrayList<>();
    for (JsonNode site : structure.get("sites")) {
      sites.add(site(site.get("el").asString(), site.get("frac")));
    }
    return Crystal.of(
        Lattice.ofParameters(
            cell.get("a").asDouble(),
            cell.get("b").asDouble(),
            cell.get("c").asDouble(),
            cell.get("alpha").asDouble(),
            cell.get("beta").asDouble(),
            cell.get("gamma").asDouble()),
        sites);
  }

  static Crystal crystal(JsonNode rows, JsonNode species, JsonNode fractional) {
    double[] lattice = new double[9];
    for (int i = 0; i < 9; i++) {
      lattice[i] = rows.get(i / 3).get(i % 3).asDouble();
    }
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < species.size(); i++) {
      sites.add(site(species.get(i).asString(), fractional.get(i)));
    }
    return Crystal.of(Lattice.of(lattice), sites);
  }

  private static Site site(String symbol, JsonNode at) {
    return new Site(
        Element.valueOf(symbol), at.get(0).asDouble(), at.get(1).asDouble(), at.get(2).asDouble());
  }
}
