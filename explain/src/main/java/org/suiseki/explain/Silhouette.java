package org.suiseki.explain;

import java.util.Arrays;

/**
 * How well rows lie in their clusters, without any truth: Rousseeuw, J. Comput. Appl. Math. 20, 53
 * (1987), doi:10.1016/0377-0427(87)90125-7. With a the mean distance of a row to the others of its
 * cluster and b the smallest of its mean distances to another cluster, s = (b − a) / max(a, b); 0
 * for a row that is alone in its cluster, or where both are 0.
 *
 * <p>It favours clusters that are round and of one size; long or nested ones that a person would
 * see score low.
 *
 * @param rows s of each row, −1 … 1; below 0 it is nearer to another cluster
 * @param mean over the rows; above ½ clusters stand apart, near 0 they are cut from one cloud
 */
public record Silhouette(double[] rows, double mean) {

  /** The best cut of a tree, of those that were tried. */
  public record Cut(int clusters, int[] labels, Silhouette silhouette, double[] means) {}

  /** With Euclidean distances; O(rows² · width). */
  public static Silhouette of(double[][] points, int[] clusters) {
    return of(DistanceMatrix.euclidean(points), clusters);
  }

  /**
   * With distances of any kind; O(rows²).
   *
   * @param clusters one for each row, at least two different ones and fewer than rows
   */
  public static Silhouette of(DistanceMatrix distances, int[] clusters) {
    int rows = distances.rows();
    if (clusters.length != rows) {
      throw new ExplainException(
          clusters.length + " labels were given for " + rows + " rows.",
          "Give one cluster for each row.");
    }
    int[] labels = ClusterAgreement.numbers(Arrays.stream(clusters).boxed().toList());
    int count = Arrays.stream(labels).max().orElse(0) + 1;
    if (count < 2 || count >= rows) {
      throw new ExplainException(
          "A silhouette of " + count + " clusters of " + rows + " rows is not defined.",
          "Give 2 clusters or more, and fewer than rows.");
    }
    double[] sums = sums(distances, labels, count);
    int[] sizes = new int[count];
    for (int label : labels) {
      sizes[label]++;
    }
    double[] values = new double[rows];
    double total = 0;
    for (int row = 0; row < rows; row++) {
      values[row] = value(sums, row * count, labels[row], sizes);
      total += values[row];
    }
    return new Silhouette(values, total / rows);
  }

  /**
   * The cut of a tree whose mean silhouette is the best; of equal ones that with fewer clusters.
   * Where even the best is below about ¼ the rows form one cloud, and any number is arbitrary.
   *
   * @param fewest at least 2
   * @param most at most rows − 1
   */
  public static Cut best(DistanceMatrix distances, Dendrogram tree, int fewest, int most) {
    if (fewest < 2 || most < fewest || most >= distances.rows()) {
      throw new ExplainException(
          "Cuts into "
              + fewest
              + " to "
              + most
              + " clusters were asked for of "
              + distances.rows()
              + " rows.",
          "Ask for 2 or more and fewer than rows.");
    }
    double[] means = new double[most - fewest + 1];
    int best = fewest;
    for (int clusters = fewest; clusters <= most; clusters++) {
      means[clusters - fewest] = of(distances, tree.cut(clusters)).mean();
      if (means[clusters - fewest] > means[best - fewest]) {
        best = clusters;
      }
    }
    int[] labels = tree.cut(best);
    return new Cut(best, labels, of(distances, labels), means);
  }

  /** Σ of distances of each row to each cluster, rows × clusters. */
  private static double[] sums(DistanceMatrix distances, int[] labels, int count) {
    double[] sums = new double[labels.length * count];
    double[] values = distances.values();
    int at = 0;
    for (int i = 0; i < labels.length; i++) {
      for (int j = i + 1; j < labels.length; j++) {
        double distance = values[at++];
        sums[i * count + labels[j]] += distance;
        sums[j * count + labels[i]] += distance;
      }
    }
    return sums;
  }

  private static double value(double[] sums, int at, int own, int[] sizes) {
    if (sizes[own] == 1) {
      return 0;
    }
    double within = sums[at + own] / (sizes[own] - 1);
    double nearest = Double.POSITIVE_INFINITY;
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      if (cluster != own) {
        nearest = Math.min(nearest, sums[at + cluster] / sizes[cluster]);
      }
    }
    double larger = Math.max(within, nearest);
    return larger > 0 ? (nearest - within) / larger : 0;
  }
}
