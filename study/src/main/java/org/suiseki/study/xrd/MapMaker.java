package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.explain.ClusterAgreement;
import org.suiseki.explain.Dendrogram;
import org.suiseki.explain.DistanceMatrix;
import org.suiseki.explain.HierarchicalClustering;
import org.suiseki.explain.Linkage;
import org.suiseki.explain.Silhouette;
import org.suiseki.explain.latent.CanonicalAxes;
import org.suiseki.explain.latent.MapQuality;
import org.suiseki.explain.latent.SeedSpread;
import org.suiseki.explain.latent.SimilarityTransform;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.Progress;

/**
 * Makes one map of the spaces that several seeds have found: all are brought onto one another, the
 * one nearest to their mean is taken, and its axes are turned to those of largest variance.
 */
final class MapMaker {
  private static final int MOST_CLUSTERS = 12;
  private static final int FEWEST_A_CLUSTER = 3;

  private final PreparedSet prepared;
  private final int neighbours;

  /**
   * The map to keep, and what is said of it.
   *
   * @param seeds the maps of all seeds, the kept one among them
   */
  record Made(MapSpace space, MapResult result, List<MapSpace> seeds) {}

  MapMaker(PreparedSet prepared, int neighbours) {
    this.prepared = prepared;
    this.neighbours = Math.max(1, Math.min(neighbours, (prepared.size() - 1) / 2));
  }

  Made of(List<? extends LatentModel> seeds) {
    double[][][] found =
        seeds.stream().map(model -> model.encode(prepared.rows())).toArray(double[][][]::new);
    List<SimilarityTransform> views = views(found);
    double[][][] seen = new double[found.length][][];
    for (int seed = 0; seed < found.length; seed++) {
      seen[seed] = views.get(seed).apply(found[seed]);
    }
    int chosen = central(seen);
    double[][] points = seen[chosen];
    MapQuality quality = MapQuality.of(prepared.rowArrays(), points, neighbours);
    double overall = seeds.size() < 2 ? Double.NaN : SeedSpread.of(found).overall();
    Silhouette.Cut cut = clusters(points);
    int[] clusters = cut.labels();
    List<MapSpace> spaces = new ArrayList<>();
    for (int seed = 0; seed < found.length; seed++) {
      spaces.add(new MapSpace(seeds.get(seed), views.get(seed)));
    }
    return new Made(
        spaces.get(chosen),
        new MapResult(
            points,
            deviations(seen),
            overall,
            seeds.size(),
            neighbours,
            quality.trustworthiness(),
            quality.continuity(),
            clusters,
            cut.silhouette().mean(),
            agreement(clusters),
            centres(clusters)),
        spaces);
  }

  /** From the coordinates of each seed to those of the map. */
  private List<SimilarityTransform> views(double[][][] found) {
    double[][] consensus = found[0];
    List<SimilarityTransform> alignments = List.of(still(found[0][0].length));
    if (found.length > 1) {
      SeedSpread spread = SeedSpread.of(found);
      consensus = spread.consensus();
      alignments = spread.alignments();
    }
    double[] centre = centre(consensus);
    double size = size(consensus, centre);
    double[][] values =
        prepared.set().patterns().stream().map(Pattern::values).toArray(double[][]::new);
    double[][] axes = CanonicalAxes.of(consensus, values).rotation();
    List<SimilarityTransform> views = new ArrayList<>();
    for (SimilarityTransform alignment : alignments) {
      views.add(then(alignment, axes, centre, size));
    }
    return views;
  }

  private static SimilarityTransform still(int size) {
    double[][] rotation = new double[size][size];
    for (int i = 0; i < size; i++) {
      rotation[i][i] = 1;
    }
    return SimilarityTransform.rotation(rotation);
  }

  /** First to the consensus, then from its centre to the axes, in units of its size. */
  private static SimilarityTransform then(
      SimilarityTransform first, double[][] axes, double[] centre, double size) {
    int n = centre.length;
    double[][] rotation = new double[n][n];
    double[] to = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        to[i] += axes[i][j] * (first.to()[j] - centre[j]) / size;
        for (int k = 0; k < n; k++) {
          rotation[i][j] += axes[i][k] * first.rotation()[k][j];
        }
      }
    }
    return new SimilarityTransform(first.from(), first.scale() / size, rotation, to);
  }

  private static double[] centre(double[][] points) {
    double[] centre = new double[points[0].length];
    for (double[] point : points) {
      for (int i = 0; i < centre.length; i++) {
        centre[i] += point[i] / points.length;
      }
    }
    return centre;
  }

  /** The root mean square distance from the centre; 1 where all points are one. */
  static double size(double[][] points, double[] centre) {
    double sum = 0;
    for (double[] point : points) {
      for (int i = 0; i < centre.length; i++) {
        sum += (point[i] - centre[i]) * (point[i] - centre[i]) / points.length;
      }
    }
    return sum > 0 ? Math.sqrt(sum) : 1;
  }

  /** The seed whose map is nearest to the mean of all. */
  private static int central(double[][][] seen) {
    double[] distance = new double[seen.length];
    for (int row = 0; row < seen[0].length; row++) {
      for (int axis = 0; axis < seen[0][0].length; axis++) {
        double mean = 0;
        for (double[][] seed : seen) {
          mean += seed[row][axis] / seen.length;
        }
        for (int seed = 0; seed < seen.length; seed++) {
          distance[seed] += (seen[seed][row][axis] - mean) * (seen[seed][row][axis] - mean);
        }
      }
    }
    return IntStream.range(0, distance.length)
        .reduce((a, b) -> distance[b] < distance[a] ? b : a)
        .orElseThrow();
  }

  private static double[][] deviations(double[][][] seen) {
    double[][] deviations = new double[seen[0].length][seen[0][0].length];
    for (int row = 0; row < deviations.length && seen.length > 1; row++) {
      for (int axis = 0; axis < deviations[row].length; axis++) {
        double sum = 0;
        double squares = 0;
        for (double[][] seed : seen) {
          sum += seed[row][axis];
          squares += seed[row][axis] * seed[row][axis];
        }
        double variance = (squares - sum * sum / seen.length) / (seen.length - 1);
        deviations[row][axis] = Math.sqrt(Math.max(0, variance));
      }
    }
    return deviations;
  }

  /** Ward's, as many as have the best mean silhouette. */
  private static Silhouette.Cut clusters(double[][] points) {
    Dendrogram tree = HierarchicalClustering.of(points, Linkage.WARD, Progress.SILENT);
    int most = Math.max(2, Math.min(MOST_CLUSTERS, points.length / FEWEST_A_CLUSTER));
    return Silhouette.best(DistanceMatrix.euclidean(points), tree, 2, most);
  }

  private double agreement(int[] clusters) {
    List<String> families = prepared.set().patterns().stream().map(Pattern::family).toList();
    return families.stream().distinct().count() < 2
        ? Double.NaN
        : ClusterAgreement.adjustedRand(ClusterAgreement.numbers(families), clusters);
  }

  private List<double[]> centres(int[] clusters) {
    int count = Arrays.stream(clusters).max().orElse(0) + 1;
    List<double[]> centres = new ArrayList<>();
    for (int cluster = 0; cluster < count; cluster++) {
      double[] means = new double[prepared.targets().width()];
      for (int property = 0; property < means.length; property++) {
        means[property] = mean(clusters, cluster, prepared.targets().column(property));
      }
      centres.add(means);
    }
    return centres;
  }

  private static double mean(int[] clusters, int cluster, double[] values) {
    return IntStream.range(0, values.length)
        .filter(row -> clusters[row] == cluster && Double.isFinite(values[row]))
        .mapToDouble(row -> values[row])
        .average()
        .orElse(Double.NaN);
  }
}
