package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How to find the origin of a tabulated group from the translations of a few generators: rows of
 * {@code origins.txt}, by system and lattice letter, in the order in which they are tried.
 */
final class OriginSolutions {
  private static final String RESOURCE = "origins.txt";

  /** By the places of system and centring; empty where a system has no such lattice. */
  private static final List<List<List<Row>>> ROWS = read();

  private OriginSolutions() {}

  /** The keys of the generators, and Q row by row, three rows of 3 × generators numbers. */
  record Row(int[] generators, double[] solution) {}

  /** The rows to try, in order. Those of rhombohedral lattices stand with the trigonal system. */
  static List<Row> of(CrystalSystem system, Centring centring) {
    return ROWS.get(system.ordinal()).get(centring.ordinal());
  }

  private static List<List<List<Row>>> read() {
    List<List<List<Row>>> rows = new ArrayList<>();
    for (int i = 0; i < CrystalSystem.values().length; i++) {
      List<List<Row>> own = new ArrayList<>();
      for (int k = 0; k < Centring.values().length; k++) {
        own.add(new ArrayList<>());
      }
      rows.add(own);
    }
    for (String line : SpaceGroupTable.lines(RESOURCE)) {
      String[] fields = line.split(";", -1);
      boolean rhombohedral = fields[0].equals("rhombohedral");
      CrystalSystem system =
          rhombohedral
              ? CrystalSystem.TRIGONAL
              : CrystalSystem.valueOf(fields[0].toUpperCase(Locale.ROOT));
      rows.get(system.ordinal())
          .get(Centring.valueOf(fields[1]).ordinal())
          .add(new Row(keys(fields[2]), twelfths(fields[3])));
    }
    return rows;
  }

  private static int[] keys(String generators) {
    String[] parts = generators.split(" ", -1);
    int[] keys = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      keys[i] = SortedOperations.key(SymmetryOperation.parse(parts[i]).rotation(), 0);
    }
    return keys;
  }

  private static double[] twelfths(String matrix) {
    String[] parts = matrix.replace(" /", "").split(" ", -1);
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Integer.parseInt(parts[i]) / 12.0;
    }
    return numbers;
  }
}
