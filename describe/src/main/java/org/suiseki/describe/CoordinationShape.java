package org.suiseki.describe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * An ideal arrangement of neighbours around a site: its name in words and the directions. {@code
 * coordination-shapes.csv} beside this class has them all, and says how each is defined; all have a
 * mirror plane, so that none has a hand. Immutable.
 */
public final class CoordinationShape {
  private static final List<CoordinationShape> ALL = read();

  /** Angles of a signature are compared after rounding to this part of 1. */
  private static final double ROUNDING = 1e4;

  private static final long BASE = 30_000;

  private final String name;
  private final double[] directions;
  private final int[] leadingPairs;

  private CoordinationShape(String name, double[] directions) {
    this.name = name;
    this.directions = directions;
    this.leadingPairs = distinctPairs(directions);
  }

  /** All that are known, by rising coordination number. */
  public static List<CoordinationShape> all() {
    return ALL;
  }

  /** Those with so many neighbours; none where none is known. */
  public static List<CoordinationShape> of(int coordination) {
    return ALL.stream().filter(shape -> shape.coordination() == coordination).toList();
  }

  /** As in {@code "trigonal prismatic"}. Different within one coordination number. */
  public String name() {
    return name;
  }

  /** How many neighbours. */
  public int coordination() {
    return directions.length / 3;
  }

  /** x, y, z of unit vectors, one after another: a copy. */
  public double[] directions() {
    return directions.clone();
  }

  /** {@code trigonal prismatic (6)}. */
  @Override
  public String toString() {
    return name + " (" + coordination() + ")";
  }

  /** The directions themselves; not to be written to. */
  double[] vertices() {
    return directions;
  }

  /**
   * Ordered pairs of neighbours (first, second, first, second, …) that no rotation of the shape
   * maps onto each other, none of them opposite where there are others.
   */
  int[] leadingPairs() {
    return leadingPairs;
  }

  private static int[] distinctPairs(double[] directions) {
    int n = directions.length / 3;
    List<long[]> signatures = new ArrayList<>();
    int[] pairs = new int[2 * n * n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i == j || (n > 2 && Math.abs(dot(directions, i, j)) > 0.99)) {
          continue;
        }
        long[] signature = signature(directions, i, j);
        if (signatures.stream().noneMatch(known -> Arrays.equals(known, signature))) {
          signatures.add(signature);
          pairs[count++] = i;
          pairs[count++] = j;
        }
      }
    }
    return Arrays.copyOf(pairs, count);
  }

  /** Where the others lie seen from the two: equal for pairs that are equal by rotation. */
  private static long[] signature(double[] directions, int i, int j) {
    int n = directions.length / 3;
    long[] codes = new long[n + 1];
    for (int k = 0; k < n; k++) {
      long first = Math.round(ROUNDING * (1 + dot(directions, i, k)));
      long second = Math.round(ROUNDING * (1 + dot(directions, j, k)));
      long hand = Math.round(ROUNDING * (1 + triple(directions, i, j, k)));
      codes[k] = (first * BASE + second) * BASE + hand;
    }
    Arrays.sort(codes, 0, n);
    codes[n] = Math.round(ROUNDING * dot(directions, i, j));
    return codes;
  }

  private static double triple(double[] v, int i, int j, int k) {
    int a = 3 * i;
    int b = 3 * j;
    int c = 3 * k;
    return v[a] * (v[b + 1] * v[c + 2] - v[b + 2] * v[c + 1])
        + v[a + 1] * (v[b + 2] * v[c] - v[b] * v[c + 2])
        + v[a + 2] * (v[b] * v[c + 1] - v[b + 1] * v[c]);
  }

  private static double dot(double[] v, int i, int j) {
    return v[3 * i] * v[3 * j] + v[3 * i + 1] * v[3 * j + 1] + v[3 * i + 2] * v[3 * j + 2];
  }

  private static List<CoordinationShape> read() {
    try (InputStream in =
            Objects.requireNonNull(
                CoordinationShape.class.getResourceAsStream("coordination-shapes.csv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<CoordinationShape> shapes = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (Character.isDigit(line.charAt(0))) {
          String[] cells = line.split(",", -1);
          int coordination = Integer.parseInt(cells[0]);
          shapes.add(new CoordinationShape(cells[1], rings(cells[2], coordination)));
        }
      }
      return List.copyOf(shapes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static double[] rings(String rings, int coordination) {
    double[] directions = new double[3 * coordination];
    int at = 0;
    for (String ring : rings.split(" ", -1)) {
      String[] numbers = ring.split(":", -1);
      double polar = Math.toRadians(Double.parseDouble(numbers[0]));
      int count = Integer.parseInt(numbers[1]);
      for (int i = 0; i < count; i++) {
        double azimuth = Math.toRadians(Double.parseDouble(numbers[2]) + 360.0 * i / count);
        directions[at++] = Math.sin(polar) * Math.cos(azimuth);
        directions[at++] = Math.sin(polar) * Math.sin(azimuth);
        directions[at++] = Math.cos(polar);
      }
    }
    return directions;
  }
}
