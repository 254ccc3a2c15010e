package org.suiseki.describe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.suiseki.house.SharedCrystals;
import org.suiseki.matter.Crystal;
import tools.jackson.databind.JsonNode;

/** The 30 crystals with values of pymatgen and matminer, where they are at hand. */
final class ReferenceEnvironments {
  /**
   * Neighbours of a site, highest ranked first.
   *
   * @param probabilities of the coordination numbers 0, 1, …
   */
  record Environment(
      int site,
      double[] directions,
      double[] ranks,
      double[] probabilities,
      double[] ops,
      double[] cn) {}

  /** A crystal and what the peers say about it. */
  record Entry(String name, Crystal crystal, List<Environment> environments, double[] statistics) {}

  private ReferenceEnvironments() {}

  static List<String> labels(String which) {
    return read().get(which).values().stream().map(JsonNode::asString).toList();
  }

  static List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    for (var named : read().get("structures").properties()) {
      JsonNode node = named.getValue();
      Crystal crystal = SharedCrystals.crystal(node);
      List<Environment> environments = new ArrayList<>();
      for (JsonNode environment : node.get("environments")) {
        environments.add(environment(crystal, environment));
      }
      entries.add(
          new Entry(named.getKey(), crystal, environments, numbers(node.get("site_stats_ops"))));
    }
    return entries;
  }

  private static JsonNode read() {
    return SharedCrystals.json("reference/pymatgen/reference.json");
  }

  private static Environment environment(Crystal crystal, JsonNode node) {
    int site = node.get("site").intValue();
    List<JsonNode> neighbours = new ArrayList<>(node.get("neighbors").values());
    neighbours.sort(Comparator.comparingDouble(one -> -one.get("w").doubleValue()));
    double[] directions = new double[3 * neighbours.size()];
    double[] ranks = new double[neighbours.size()];
    for (int i = 0; i < ranks.length; i++) {
      JsonNode neighbour = neighbours.get(i);
      ranks[i] = neighbour.get("w").doubleValue();
      int at = neighbour.get("index").intValue();
      for (int axis = 0; axis < 3; axis++) {
        directions[3 * i + axis] =
            crystal.fractional(at, axis)
                + neighbour.get("image").get(axis).intValue()
                - crystal.fractional(site, axis);
      }
      crystal.lattice().toCartesian(directions, 3 * i, directions, 3 * i);
    }
    normalise(directions);
    double[] probabilities = new double[25];
    for (var weight : node.get("cn_weights").properties()) {
      probabilities[Integer.parseInt(weight.getKey())] = weight.getValue().doubleValue();
    }
    return new Environment(
        site,
        directions,
        ranks,
        probabilities,
        numbers(node.get("ops_vector")),
        numbers(node.get("cn_vector")));
  }

  /** Makes each three numbers a unit vector. */
  static void normalise(double[] vectors) {
    for (int i = 0; i < vectors.length; i += 3) {
      double length =
          Math.sqrt(
              vectors[i] * vectors[i]
                  + vectors[i + 1] * vectors[i + 1]
                  + vectors[i + 2] * vectors[i + 2]);
      for (int axis = i; axis < i + 3; axis++) {
        vectors[axis] /= length;
      }
    }
  }

  private static double[] numbers(JsonNode array) {
    return array.values().stream().mapToDouble(JsonNode::doubleValue).toArray();
  }
}
