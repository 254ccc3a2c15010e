package org.suiseki.house;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
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
 * Crystals and reference values that lie beside the project; a test that asks for what is absent is
 * skipped and says so. The pom compiles this file into the tests of each room. It does not read
 * with the readers of {@code matter}, which are among what is tested.
 */
public final class SharedCrystals {
  private static final Path SHARED = Path.of("..", "..", "shared");

  private SharedCrystals() {}

  /** A file or folder below {@code shared}. */
  public static Path path(String name) {
    Path path = SHARED.resolve(name);
    assumeTrue(Files.exists(path), () -> "This is not beside the project: " + path);
    return path;
  }

  public static JsonNode json(String name) {
    return JsonMapper.shared().readTree(path(name));
  }

  /** What pymatgen and others say of 30 crystals, by their names. */
  public static JsonNode pymatgen() {
    return json("reference/pymatgen/reference.json").get("structures");
  }

  /** The conventional cell of one of {@link #pymatgen}. */
  public static Crystal crystal(JsonNode structure) {
    List<Site> sites = new ArrayList<>();
    for (JsonNode site : structure.get("sites")) {
      sites.add(site(site.get("el"), site.get("frac")));
    }
    return Crystal.of(lattice(structure.get("lattice")), sites);
  }

  /** Of {@code a}, {@code b}, {@code c}, {@code alpha}, {@code beta} and {@code gamma}. */
  public static Lattice lattice(JsonNode parameters) {
    return Lattice.ofParameters(
        parameters.get("a").asDouble(),
        parameters.get("b").asDouble(),
        parameters.get("c").asDouble(),
        parameters.get("alpha").asDouble(),
        parameters.get("beta").asDouble(),
        parameters.get("gamma").asDouble());
  }

  /** Of three vectors, the symbols of the sites and their fractional coordinates. */
  public static Crystal crystal(JsonNode rows, JsonNode species, JsonNode fractional) {
    double[] lattice = new double[9];
    for (int i = 0; i < 9; i++) {
      lattice[i] = rows.get(i / 3).get(i % 3).asDouble();
    }
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < species.size(); i++) {
      sites.add(site(species.get(i), fractional.get(i)));
    }
    return Crystal.of(Lattice.of(lattice), sites);
  }

  /** The first of the 1,521 crystals with a phonon density of states. */
  public static List<Crystal> phonons(int most) {
    List<Crystal> crystals = new ArrayList<>();
    Path file = path("data/crystals/phonon_dos_1521.jsonl.gz");
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
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return crystals;
  }

  private static Site site(JsonNode symbol, JsonNode at) {
    return new Site(
        Element.valueOf(symbol.asString()),
        at.get(0).asDouble(),
        at.get(1).asDouble(),
        at.get(2).asDouble());
  }
}
