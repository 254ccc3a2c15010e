package org.suiseki.describe;

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
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Site;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Crystals whose descriptors other programs have computed, and the same crystals in disguise. */
final class ReferenceCrystals {
  private static final Path SHARED = Path.of("..", "..", "shared");

  private ReferenceCrystals() {}

  /** A file beside the repository; without it the test says so and does not run. */
  static Path shared(String name) {
    Path file = SHARED.resolve(name);
    assumeTrue(Files.exists(file), () -> "not here: " + file);
    return file;
  }

  static JsonNode json(String name) {
    return JsonMapper.shared().readTree(shared(name).toFile());
  }

  /** The 14 crystals of XenonPy's reference, by name. */
  static Map<String, Crystal> xenonpy() {
    Map<String, Crystal> crystals = new LinkedHashMap<>();
    for (JsonNode one : json("reference/xenonpy/structures.json")) {
      crystals.put(
          one.get("name").stringValue(),
          crystal(one.get("lattice"), one.get("species"), one.get("frac_coords")));
    }
    return crystals;
  }

  /** The 30 crystals of pymatgen's reference in their conventional cells, by name. */
  static Map<String, Crystal> pymatgen() {
    Map<String, Crystal> crystals = new LinkedHashMap<>();
    for (JsonNode one : json("reference/pymatgen/reference.json").get("structures")) {
      crystals.put(one.get("name").stringValue(), conventional(one));
    }
    return crystals;
  }

  /** The conventional cell of one of pymatgen's. */
  static Crystal conventional(JsonNode one) {
    JsonNode p = one.get("lattice");
    Lattice lattice =
        Lattice.ofParameters(
            p.get("a").asDouble(),
            p.get("b").asDouble(),
            p.get("c").asDouble(),
            p.get("alpha").asDouble(),
            p.get("beta").asDouble(),
            p.get("gamma").asDouble());
    List<Site> sites = new ArrayList<>();
    for (JsonNode site : one.get("sites")) {
      sites.add(site(site.get("el"), site.get("frac")));
    }
    return Crystal.of(lattice, sites);
  }

  /** The first crystals of the 1,521 with a phonon density of states. */
  static List<Crystal> phonon(int most) {
    List<Crystal> crystals = new ArrayList<>();
    Path file = shared("data/crystals/phonon_dos_1521.jsonl.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && crystals.size() < most) {
        JsonNode one = JsonMapper.shared().readTree(line);
        crystals.add(crystal(one.get("lattice"), one.get("species"), one.get("frac")));
        line = lines.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return crystals;
  }

  /** The rows of a reference table by their first column. */
  static Map<String, double[]> table(String name) {
    Map<String, double[]> rows = new LinkedHashMap<>();
    try {
      List<String> lines = Files.readAllLines(shared(name));
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",");
        double[] row = new double[cells.length - 1];
        for (int i = 0; i < row.length; i++) {
          row[i] = Double.parseDouble(cells[i + 1]);
        }
        rows.put(cells[0], row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static Crystal crystal(JsonNode rows, JsonNode species, JsonNode fractional) {
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

  private static Site site(JsonNode symbol, JsonNode at) {
    Element element = Element.ofSymbol(symbol.stringValue()).orElseThrow();
    return new Site(element, at.get(0).asDouble(), at.get(1).asDouble(), at.get(2).asDouble());
  }

  /** A random triclinic crystal without close contacts. */
  static Crystal random(Random random, int sites) {
    Element[] some = {Element.Na, Element.O, Element.Ti, Element.Cl};
    double edge = 2.6 * Math.cbrt(sites);
    while (true) {
      Lattice lattice =
          Lattice.ofParameters(
              edge * (0.8 + 0.5 * random.nextDouble()),
              edge * (0.8 + 0.5 * random.nextDouble()),
              edge * (0.8 + 0.5 * random.nextDouble()),
              70 + 40 * random.nextDouble(),
              70 + 40 * random.nextDouble(),
              70 + 40 * random.nextDouble());
      List<Site> placed = new ArrayList<>();
      for (int attempt = 0; attempt < 200 * sites && placed.size() < sites; attempt++) {
        Site site =
            new Site(
                some[placed.size() % some.length],
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble());
        if (placed.stream()
            .allMatch(
                p -> lattice.distance(p.x(), p.y(), p.z(), site.x(), site.y(), site.z()) > 1.4)) {
          placed.add(site);
        }
      }
      if (placed.size() == sites) {
        return Crystal.of(lattice, placed);
      }
    }
  }

  /** The same crystal: rotated, with another origin, other lattice vectors and another order. */
  static Crystal disguised(Crystal crystal, Random random) {
    int[][] cells = {
      {1, 1, 0, 0, 1, 0, 0, 0, 1},
      {1, 0, 0, 0, 1, 2, 0, 0, 1},
      {2, 0, 0, 0, 1, 0, 0, 0, 1},
      {1, 0, 1, 0, 2, 0, -1, 0, 1}
    };
    Crystal same = crystal.supercell(cells[random.nextInt(cells.length)]);
    same = same.withLattice(Lattice.of(rotated(same.lattice().rows(), random)));
    same = same.translated(random.nextDouble(), 3 * random.nextDouble(), -random.nextDouble());
    if (random.nextBoolean()) {
      same = same.wrapped();
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < same.siteCount(); i++) {
      order.add(i);
    }
    java.util.Collections.shuffle(order, random);
    return same.permuted(order.stream().mapToInt(Integer::intValue).toArray());
  }

  private static double[] rotated(double[] rows, Random random) {
    double[] q = {
      random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian()
    };
    double norm = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    double w = q[0] / norm;
    double x = q[1] / norm;
    double y = q[2] / norm;
    double z = q[3] / norm;
    double[] m = {
      1 - 2 * (y * y + z * z),
      2 * (x * y - w * z),
      2 * (x * z + w * y),
      2 * (x * y + w * z),
      1 - 2 * (x * x + z * z),
      2 * (y * z - w * x),
      2 * (x * z - w * y),
      2 * (y * z + w * x),
      1 - 2 * (x * x + y * y)
    };
    double[] out = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          out[3 * i + j] += rows[3 * i + k] * m[3 * j + k];
        }
      }
    }
    return out;
  }
}
