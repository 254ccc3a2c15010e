package org.suiseki.learn;

import java.util.Arrays;

/**
 * The places of a map before anything is put there: nodes at even distances on a sheet, around a
 * cylinder or over a sphere, or wherever a person wants them. Coordinates have no unit; what is as
 * far apart as the neighbours of a sheet is as far apart on any other.
 *
 * <p>A cylinder and a sphere have three coordinates for what is a surface: so that the far ends of
 * a closed way are near, as they should be.
 *
 * @param shape what the nodes lie on
 * @param rows of a sheet, rings of a cylinder; nodes otherwise
 * @param columns of a sheet, nodes a ring of a cylinder; 1 otherwise
 * @param nodes number × coordinates; row by row, ring by ring
 */
public record LatentGrid(Shape shape, int rows, int columns, double[][] nodes) {

  /** What nodes lie on. */
  public enum Shape {
    /** Rows and columns at one distance, the longer side from −1 to 1. */
    RECTANGLE,
    /** Rings of radius 1, as far from each other as the nodes within them along the circle. */
    CYLINDER,
    /** A spiral over the sphere of radius 1 (González, Math. Geosci. 42, 49, 2010). */
    SPHERE,
    /** Wherever a person put them. */
    GIVEN
  }

  /** The most nodes: beyond it the time for a map is better spent elsewhere. */
  private static final int MOST = 100_000;

  public LatentGrid {
    nodes = copy(nodes);
    if (nodes.length < 2 || nodes.length > MOST) {
      throw new LearnException(
          "A map of " + nodes.length + " nodes was asked for.", "Give from 2 to " + MOST + ".");
    }
    Points.requireSize(nodes[0].length);
    Points.require(nodes, nodes[0].length);
    if (rows < 1 || columns < 1 || (long) rows * columns != nodes.length) {
      throw new LearnException(
          rows + " rows of " + columns + " do not make " + nodes.length + " nodes.",
          "Give rows × columns nodes.");
    }
  }

  /** A sheet; a single row is a line and still has two coordinates. */
  public static LatentGrid rectangle(int rows, int columns) {
    requireCount(rows, columns);
    double step = 2.0 / Math.max(1, Math.max(rows, columns) - 1);
    return sheet(rows, columns, (rows - 1) * step, (columns - 1) * step);
  }

  /** Rings of so many nodes, one above the other. */
  public static LatentGrid cylinder(int rings, int around) {
    requireCount(rings, around);
    return tube(rings, around, (rings - 1) * 2 * Math.PI / around);
  }

  /** So many nodes at nearly even distances over a sphere. */
  public static LatentGrid sphere(int count) {
    requireCount(count, 1);
    double golden = Math.PI * (3 - Math.sqrt(5));
    double[][] nodes = new double[count][3];
    for (int k = 0; k < count; k++) {
      double z = 1 - (2 * k + 1.0) / count;
      double radius = Math.sqrt(Math.max(0, 1 - z * z));
      nodes[k] = new double[] {radius * Math.cos(k * golden), radius * Math.sin(k * golden), z};
    }
    return new LatentGrid(Shape.SPHERE, count, 1, nodes);
  }

  /** The nodes of a person's own. */
  public static LatentGrid of(double[][] nodes) {
    return new LatentGrid(Shape.GIVEN, nodes.length, 1, nodes);
  }

  /** How many coordinates a node has. */
  public int size() {
    return nodes[0].length;
  }

  /** How many nodes there are. */
  public int count() {
    return nodes.length;
  }

  /** The median distance from a node to the one that is nearest to it; O(count²). */
  public double step() {
    double[] nearest = new double[nodes.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int one = 0; one < nodes.length; one++) {
      for (int other = 0; other < one; other++) {
        double square = square(nodes[one], nodes[other]);
        nearest[one] = Math.min(nearest[one], square);
        nearest[other] = Math.min(nearest[other], square);
      }
    }
    Arrays.sort(nearest);
    return Math.sqrt(nearest[nearest.length / 2]);
  }

  /**
   * About so many places that cover the same ground evenly, for the basis functions of a map; at
   * most as many as there are nodes. For nodes of a person's own they are nodes, each the farthest
   * from those chosen before it, the first being the one nearest to the middle.
   */
  public LatentGrid covering(int about) {
    if (about < 1) {
      throw new LearnException(about + " centres cover nothing.", "Ask for at least one.");
    }
    int wanted = Math.max(2, Math.min(about, count()));
    return switch (shape) {
      case RECTANGLE -> coarserSheet(wanted);
      case CYLINDER -> coarserTube(wanted);
      case SPHERE -> sphere(wanted);
      case GIVEN -> farthest(wanted);
    };
  }

  private LatentGrid coarserSheet(int wanted) {
    double height = nodes[count() - 1][1] - nodes[0][1];
    double width = nodes[count() - 1][0] - nodes[0][0];
    double longer = Math.max(Math.abs(height), width);
    double step = 2.0 / Math.max(1, Math.max(rows, columns) - 1);
    double side = Math.sqrt((Math.abs(height) + step) * (width + step) / wanted);
    int down = Math.min(rows, Math.max(1, (int) Math.rint((Math.abs(height) + step) / side)));
    int across = Math.min(columns, Math.max(1, (int) Math.rint((width + step) / side)));
    return down * across < 2 || longer == 0 ? this : sheet(down, across, Math.abs(height), width);
  }

  private LatentGrid coarserTube(int wanted) {
    double height = nodes[count() - 1][2] - nodes[0][2];
    double step = 2 * Math.PI / columns;
    double side = Math.sqrt((height + step) * 2 * Math.PI / wanted);
    int down = Math.min(rows, Math.max(1, (int) Math.rint((height + step) / side)));
    int around = Math.min(columns, Math.max(3, (int) Math.rint(2 * Math.PI / side)));
    return down * around < 2 ? this : tube(down, around, height);
  }

  private LatentGrid farthest(int wanted) {
    double[] middle = new double[size()];
    for (double[] node : nodes) {
      for (int i = 0; i < middle.length; i++) {
        middle[i] += node[i] / count();
      }
    }
    double[] far = new double[count()];
    int next = 0;
    for (int k = 0; k < count(); k++) {
      far[k] = square(nodes[k], middle);
      next = far[k] < far[next] ? k : next;
    }
    Arrays.fill(far, Double.POSITIVE_INFINITY);
    double[][] chosen = new double[wanted][];
    for (int done = 0; done < wanted; done++) {
      chosen[done] = nodes[next].clone();
      int from = next;
      for (int k = 0; k < count(); k++) {
        far[k] = Math.min(far[k], square(nodes[k], nodes[from]));
        next = far[k] > far[next] ? k : next;
      }
    }
    return of(chosen);
  }

  private static LatentGrid sheet(int rows, int columns, double height, double width) {
    double[][] nodes = new double[rows * columns][];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        nodes[row * columns + column] =
            new double[] {at(column, columns, width), -at(row, rows, height)};
      }
    }
    return new LatentGrid(Shape.RECTANGLE, rows, columns, nodes);
  }

  private static LatentGrid tube(int rings, int around, double height) {
    double[][] nodes = new double[rings * around][];
    for (int ring = 0; ring < rings; ring++) {
      for (int k = 0; k < around; k++) {
        double angle = 2 * Math.PI * k / around;
        nodes[ring * around + k] =
            new double[] {Math.cos(angle), Math.sin(angle), at(ring, rings, height)};
      }
    }
    return new LatentGrid(Shape.CYLINDER, rings, around, nodes);
  }

  private static double at(int k, int count, double length) {
    return count == 1 ? 0 : length * ((double) k / (count - 1) - 0.5);
  }

  static double square(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return sum;
  }

  private static void requireCount(int rows, int columns) {
    if (rows < 1 || columns < 1 || (long) rows * columns < 2 || (long) rows * columns > MOST) {
      throw new LearnException(
          "A map of " + rows + " × " + columns + " nodes was asked for.",
          "Give from 2 to " + MOST + " nodes.");
    }
  }

  private static double[][] copy(double[][] nodes) {
    return Arrays.stream(nodes).map(double[]::clone).toArray(double[][]::new);
  }
}
