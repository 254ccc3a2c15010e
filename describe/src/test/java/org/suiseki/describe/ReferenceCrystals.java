package org.suiseki.describe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.suiseki.house.SharedCrystals;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Site;
import tools.jackson.databind.JsonNode;

/** Crystals whose descriptors other programs have computed, and the same crystals in disguise. */
final class ReferenceCrystals {
  private ReferenceCrystals() {}

  /** The 14 crystals of XenonPy's reference, by name. */
  static Map<String, Crystal> xenonpy() {
    Map<String, Crystal> crystals = new LinkedHashMap<>();
    for (JsonNode one : SharedCrystals.json("reference/xenonpy/structures.json")) {
      crystals.put(
          one.get("name").stringValue(),
          SharedCrystals.crystal(one.get("lattice"), one.get("species"), one.get("frac_coords")));
    }
    return crystals;
  }

  /** The 30 crystals of pymatgen's reference in their conventional cells, by name. */
  static Map<String, Crystal> pymatgen() {
    Map<String, Crystal> crystals = new LinkedHashMap<>();
    for (JsonNode one : SharedCrystals.pymatgen()) {
      crystals.put(one.get("name").stringValue(), SharedCrystals.crystal(one));
    }
    return crystals;
  }

  /** The rows of a reference table by their first column. */
  static Map<String, double[]> table(String name) {
    Map<String, double[]> rows = new LinkedHashMap<>();
    try {
      List<String> lines = Files.readAllLines(SharedCrystals.path(name));
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
    same = same.withLattice(Lattice.of(Directions.turned(same.lattice().rows(), false, random)));
    same = same.translated(random.nextDouble(), 3 * random.nextDouble(), -random.nextDouble());
    if (random.nextBoolean()) {
      same = same.wrapped();
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < same.siteCount(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    return same.permuted(order.stream().mapToInt(Integer::intValue).toArray());
  }
}
