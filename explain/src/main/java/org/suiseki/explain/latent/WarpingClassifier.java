package org.suiseki.explain.latent;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.suiseki.explain.ClusterAgreement;
import org.suiseki.explain.Dendrogram;
import org.suiseki.explain.DistanceMatrix;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.HierarchicalClustering;
import org.suiseki.explain.Linkage;
import org.suiseki.learn.Progress;

/**
 * Compositions told from the neighbours under dynamic time warping: the companion of the feature
 * space, after Utimula, Hunkao, Yano, Kimoto, Hongo, Kawaguchi, Suwanna and Maezono,
 * arXiv:1810.03972, who cluster diffraction patterns of magnetic alloys by warped distances and
 * find about 90 % of the concentrations of substituents told right.
 *
 * <p>Theirs: warped distances between whole patterns, hierarchical clustering, and clusters that
 * are compared with the known concentrations. Their reason: warping filters out the common shift of
 * peaks, so that relative positions count. Ours, so that the method can be measured beside others:
 *
 * <ul>
 *   <li>a pattern's class is the most frequent known one among the others of its cluster (of
 *       several, that of the nearest pattern; alone in its cluster, that of its nearest neighbour).
 *       Clusters are found without any label, with the pattern in them;
 *   <li>beside it the class of the nearest other pattern, without clusters;
 *   <li>a concentration is the mean of the nearest patterns of <em>other</em> compositions,
 *       weighted with 1 / distance. A class cannot be told for a composition that is held out as a
 *       whole, a concentration can.
 * </ul>
 *
 * <p>Where the wanted composition shifts all peaks alike (Vegard's law in a cubic crystal), warping
 * throws away the very thing that tells it; keep the band narrow, or use another method.
 *
 * @param linkage of the clustering
 * @param clusters how many are cut; as a rule as many as there are classes
 * @param neighbours of whose concentrations the mean is taken, at least 1
 */
public record WarpingClassifier(Linkage linkage, int clusters, int neighbours) {

  /**
   * @throws ExplainException where a count is below 1
   */
  public WarpingClassifier {
    if (clusters < 1 || neighbours < 1) {
      throw new ExplainException(
          clusters + " clusters and " + neighbours + " neighbours were asked for.",
          "Ask for one or more of each.");
    }
  }

  /**
   * What is known of patterns.
   *
   * @param classes of each pattern, such as the composition in words
   * @param groups patterns of one group never tell each other's concentration
   * @param values patterns × properties, NaN where unknown
   */
  public record Known(List<String> classes, List<String> groups, double[][] values) {

    public Known {
      classes = List.copyOf(classes);
      groups = List.copyOf(groups);
    }
  }

  /**
   * What the method says of each pattern when it is the unknown one.
   *
   * @param clusters of each pattern
   * @param byCluster class of each pattern
   * @param byNeighbour class of each pattern
   * @param clusterAccuracy share of patterns whose class is right, by cluster
   * @param neighbourAccuracy share of patterns whose class is right, by nearest neighbour
   * @param adjustedRand of clusters and classes
   * @param estimates patterns × properties, NaN where no other group knows the property
   * @param meanAbsoluteError of each property over the patterns where it is known, in its unit; NaN
   *     where it never is
   */
  public record Outcome(
      Dendrogram tree,
      int[] clusters,
      List<String> byCluster,
      List<String> byNeighbour,
      double clusterAccuracy,
      double neighbourAccuracy,
      double adjustedRand,
      double[][] estimates,
      double[] meanAbsoluteError) {

    public Outcome {
      byCluster = List.copyOf(byCluster);
      byNeighbour = List.copyOf(byNeighbour);
    }
  }

  /** Tells every pattern from all others; O(patterns² log patterns) beside the clustering. */
  public Outcome judge(DistanceMatrix distances, Known known, Progress progress) {
    check(distances, known);
    Dendrogram tree = HierarchicalClustering.of(distances, linkage, progress);
    int[] labels = tree.cut(clusters);
    int[][] nearest = nearest(distances);
    List<String> byCluster =
        IntStream.range(0, labels.length)
            .mapToObj(row -> byCluster(nearest[row], labels, labels[row], known.classes()))
            .toList();
    List<String> byNeighbour =
        Arrays.stream(nearest).map(others -> known.classes().get(others[0])).toList();
    double[][] estimates = new double[labels.length][];
    for (int row = 0; row < labels.length; row++) {
      estimates[row] = estimate(row, nearest[row], distances, known);
    }
    return new Outcome(
        tree,
        labels,
        byCluster,
        byNeighbour,
        share(byCluster, known.classes()),
        share(byNeighbour, known.classes()),
        ClusterAgreement.adjustedRand(labels, ClusterAgreement.numbers(known.classes())),
        estimates,
        errors(estimates, known.values()));
  }

  /** All others of each row, the nearest first; of equal ones the one with the lower number. */
  private static int[][] nearest(DistanceMatrix distances) {
    int rows = distances.rows();
    int[][] nearest = new int[rows][];
    for (int row = 0; row < rows; row++) {
      int here = row;
      nearest[row] =
          IntStream.range(0, rows)
              .filter(other -> other != here)
              .boxed()
              .sorted(Comparator.comparingDouble(other -> distances.get(here, other)))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    return nearest;
  }

  private static String byCluster(int[] others, int[] labels, int own, List<String> classes) {
    Map<String, Integer> counts = new HashMap<>();
    for (int other : others) {
      if (labels[other] == own) {
        counts.merge(classes.get(other), 1, Integer::sum);
      }
    }
    String best = classes.get(others[0]);
    int most = 0;
    // From the nearest on, so that of equally frequent classes that of the nearest is taken.
    for (int other : others) {
      int count = labels[other] == own ? counts.getOrDefault(classes.get(other), 0) : 0;
      if (count > most) {
        most = count;
        best = classes.get(other);
      }
    }
    return best;
  }

  private double[] estimate(int row, int[] others, DistanceMatrix distances, Known known) {
    double[] estimate = new double[known.values()[row].length];
    for (int property = 0; property < estimate.length; property++) {
      double sum = 0;
      double weights = 0;
      int taken = 0;
      for (int other : others) {
        double value = known.values()[other][property];
        boolean foreign = !known.groups().get(other).equals(known.groups().get(row));
        if (taken < neighbours && foreign && Double.isFinite(value)) {
          // A twin of another composition outweighs all others, and does not divide by 0.
          double weight = 1 / Math.max(distances.get(row, other), 1e-100);
          sum += weight * value;
          weights += weight;
          taken++;
        }
      }
      estimate[property] = sum / weights;
    }
    return estimate;
  }

  private static double share(List<String> told, List<String> classes) {
    int right = 0;
    for (int row = 0; row < told.size(); row++) {
      right += told.get(row).equals(classes.get(row)) ? 1 : 0;
    }
    return (double) right / told.size();
  }

  private static double[] errors(double[][] estimates, double[][] values) {
    double[] errors = new double[values[0].length];
    for (int property = 0; property < errors.length; property++) {
      int count = 0;
      for (int row = 0; row < values.length; row++) {
        double error = Math.abs(estimates[row][property] - values[row][property]);
        if (!Double.isNaN(error)) {
          errors[property] += error;
          count++;
        }
      }
      errors[property] /= count;
    }
    return errors;
  }

  private void check(DistanceMatrix distances, Known known) {
    int rows = distances.rows();
    if (rows < 2
        || known.classes().size() != rows
        || known.groups().size() != rows
        || known.values().length != rows) {
      throw new ExplainException(
          "Of "
              + rows
              + " patterns "
              + known.classes().size()
              + " classes, "
              + known.groups().size()
              + " groups and "
              + known.values().length
              + " rows of values are known.",
          "Give one of each for two patterns or more.");
    }
    int width = known.values()[0].length;
    for (double[] row : known.values()) {
      if (row.length != width) {
        throw new ExplainException(
            "Rows of values have " + width + " and " + row.length + " properties.",
            "Give every property for every pattern, NaN where unknown.");
      }
    }
  }
}
