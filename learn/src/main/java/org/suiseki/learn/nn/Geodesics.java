package org.suiseki.learn.nn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Points whose distances are those along the set of rows (Isomap: Tenenbaum, de Silva and Langford,
 * Science 290, 2319, 2000, 10.1126/science.290.5500.2319): shortest ways over nearest neighbours,
 * then classical scaling. Patterns whose peaks move lie on a curve that turns into ever new
 * directions; along it they become a line again.
 *
 * <p>Deviations: parts of the graph that do not hang together are joined by the shortest tree over
 * all rows, and eigenvectors come from an iterated subspace, where those of nearly equal values may
 * be mixed. O(n² (width + neighbours log n)) time and O(n²) memory.
 *
 * <p>When not to trust it: a ring or a sphere of rows has no flat picture.
 */
final class Geodesics {
  private static final int ITERATIONS = 40;

  /** Vectors beside those asked for, in place of negative values, which have no coordinate. */
  private static final int SPARE = 6;

  /** What rounding leaves of a vector that others span. */
  private static final double NOTHING = 1e-10;

  private Geodesics() {}

  /**
   * Points of mean 0 whose mean squared length is 1; all 0 where the rows are the same.
   *
   * @param rows all of one length
   * @param neighbours of a row, itself not counted
   * @param random where the search for directions begins
   * @return rows × size; coordinates by falling spread, 0 where there are no more dimensions
   */
  static double[][] points(double[][] rows, int neighbours, int size, SplittableRandom random) {
    int count = rows.length;
    double[][] apart = distances(rows);
    double[][] along = shortest(links(apart, neighbours), apart);
    double[][] vectors = leading(centred(along), Math.min(count, size + SPARE), random);
    double squares = 0;
    double[][] points = new double[count][size];
    for (int k = 0; k < Math.min(size, vectors.length); k++) {
      for (int i = 0; i < count; i++) {
        points[i][k] = vectors[k][i];
        squares += vectors[k][i] * vectors[k][i];
      }
    }
    double factor = squares > 0 ? Math.sqrt(count / squares) : 0;
    for (double[] point : points) {
      for (int k = 0; k < size; k++) {
        point[k] *= factor;
      }
    }
    return points;
  }

  private static double[][] distances(double[][] rows) {
    double[][] apart = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int k = 0; k < rows[i].length; k++) {
          double difference = rows[i][k] - rows[j][k];
          sum += difference * difference;
        }
        apart[i][j] = Math.sqrt(sum);
        apart[j][i] = apart[i][j];
      }
    }
    return apart;
  }

  /**
   * The rows that each row is joined with: neighbours of one side at least, and those of a tree.
   */
  private static int[][] links(double[][] apart, int neighbours) {
    int count = apart.length;
    boolean[][] joined = new boolean[count][count];
    for (int i = 0; i < count; i++) {
      double[] sorted = apart[i].clone();
      Arrays.sort(sorted);
      double reach = sorted[Math.min(neighbours, count - 1)];
      for (int j = 0; j < count; j++) {
        if (j != i && apart[i][j] <= reach) {
          joined[i][j] = true;
          joined[j][i] = true;
        }
      }
    }
    addTree(joined, apart);
    int[][] links = new int[count][];
    for (int i = 0; i < count; i++) {
      boolean[] row = joined[i];
      links[i] = IntStream.range(0, count).filter(j -> row[j]).toArray();
    }
    return links;
  }

  /** Prim's shortest tree over all rows. */
  private static void addTree(boolean[][] joined, double[][] apart) {
    int count = apart.length;
    boolean[] reached = new boolean[count];
    double[] nearest = new double[count];
    int[] from = new int[count];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int next = 0;
    for (int step = 1; step < count; step++) {
      reached[next] = true;
      int closest = -1;
      for (int i = 0; i < count; i++) {
        if (!reached[i] && apart[next][i] < nearest[i]) {
          nearest[i] = apart[next][i];
          from[i] = next;
        }
        if (!reached[i] && (closest < 0 || nearest[i] < nearest[closest])) {
          closest = i;
        }
      }
      next = closest;
      joined[next][from[next]] = true;
      joined[from[next]][next] = true;
    }
  }

  private record Reached(int row, double distance) {}

  /** Dijkstra's lengths of the shortest ways from each row to each. */
  private static double[][] shortest(int[][] links, double[][] apart) {
    double[][] along = new double[links.length][links.length];
    for (int source = 0; source < links.length; source++) {
      double[] best = along[source];
      Arrays.fill(best, Double.POSITIVE_INFINITY);
      best[source] = 0;
      PriorityQueue<Reached> queue =
          new PriorityQueue<>(Comparator.comparingDouble(Reached::distance));
      queue.add(new Reached(source, 0));
      while (!queue.isEmpty()) {
        Reached now = queue.poll();
        if (now.distance > best[now.row]) {
          continue;
        }
        for (int next : links[now.row]) {
          double distance = now.distance + apart[now.row][next];
          if (distance < best[next]) {
            best[next] = distance;
            queue.add(new Reached(next, distance));
          }
        }
      }
    }
    return along;
  }

  /** −½ J D² J with J what takes the mean away. */
  private static double[][] centred(double[][] distance) {
    int count = distance.length;
    double[][] gram = new double[count][count];
    double[] mean = new double[count];
    double all = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        gram[i][j] = -0.5 * distance[i][j] * distance[i][j];
        mean[i] += gram[i][j] / count;
      }
      all += mean[i] / count;
    }
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        gram[i][j] += all - mean[i] - mean[j];
      }
    }
    return gram;
  }

  /** Eigenvectors by falling value, each as long as the root of it; 0 where it is negative. */
  private static double[][] leading(double[][] gram, int size, SplittableRandom random) {
    double[][] vectors = new double[size][];
    for (int k = 0; k < size; k++) {
      vectors[k] = random.doubles(gram.length, -1, 1).toArray();
    }
    for (int step = 0; step < ITERATIONS; step++) {
      for (int k = 0; k < size; k++) {
        vectors[k] = times(gram, vectors[k]);
        orthonormalise(vectors, k);
      }
    }
    double[] value = new double[size];
    for (int k = 0; k < size; k++) {
      value[k] = Math.max(0, dot(vectors[k], times(gram, vectors[k])));
      scale(vectors[k], Math.sqrt(value[k]));
    }
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingDouble(k -> -value[k]))
        .map(k -> vectors[k])
        .toArray(double[][]::new);
  }

  /** Makes one vector of length 1 and orthogonal to those before; 0 where they leave nothing. */
  private static void orthonormalise(double[][] vectors, int k) {
    double before = Math.sqrt(dot(vectors[k], vectors[k]));
    // Twice, as the first time leaves rounding where little is left.
    for (int time = 0; time < 2; time++) {
      for (int other = 0; other < k; other++) {
        add(vectors[k], -dot(vectors[k], vectors[other]), vectors[other]);
      }
    }
    double length = Math.sqrt(dot(vectors[k], vectors[k]));
    scale(vectors[k], length > NOTHING * before ? 1 / length : 0);
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] result = new double[vector.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = dot(matrix[i], vector);
    }
    return result;
  }

  private static void add(double[] target, double factor, double[] vector) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * vector[i];
    }
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
