package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How to find the origin of a tabulated group from the translations of a few generators: rows of
 * {@code origins.txt}, by system and lattice letter, in the order in which they are tried.
 */
final class OriginSolutions {
  private static final String RESOURCE = "origins.txt";
  private static final Map<String, List<OriginSolutions.Row>> ROWS = read();

  private OriginSolutions() {}

  /** The keys of the generators, and Q row by row, three rows of 3 × generators numbers. */
  record Row(int[] generators, double[] solution) {}

  /**
   * @param system a {@link CrystalSystem} in small letters, or rhombohedral
   */
  static List<Row> of(String system, char centring) {
    return ROWS.getOrDefault(system + centring, List.of());
  }

  private static Map<String, List<Row>> read() {
    Map<String, List<Row>> rows = new HashMap<>();
    for (String line : SpaceGroupTable.lines(RESOURCE)) {
      String[] fields = line.split(";");
      rows.computeIfAbsent(fields[0] + fields[1], absent -> new ArrayList<>())
          .add(new Row(keys(fields[2]), twelfths(fields[3])));
    }
    return rows;
  }

  private static int[] keys(String generators) {
    String[] parts = generators.split(" ");
    int[] keys = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      keys[i] = SortedOperations.key(SymmetryOperation.parse(parts[i]).rotation(), 0);
    }
    return keys;
  }

  private static double[] twelfths(String matrix) {
    String[] parts = matrix.replace(" /", "").split(" ");
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Integer.parseInt(parts[i]) / 12.0;
    }
    return numbers;
  }
}
