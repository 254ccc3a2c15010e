package org.suiseki.explain.latent;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.Rows;

/**
 * How repeatable a map is: the same rows mapped by models that differ only in their seed, brought
 * onto one another, and what differs then. Generalised Procrustes analysis after Gower,
 * Psychometrika 40, 33 (1975), doi:10.1007/BF02291478.
 *
 * <p>Each seed's map is centred and scaled to one size (‖·‖ = 1), rotated or mirrored onto the mean
 * of all, the mean taken anew, and so on until it stands still. Deviations from Gower: scales are
 * given by the sizes of the maps and not fitted, so that no seed can shrink out of the comparison.
 * The result is then expressed in the coordinates of the first seed's map.
 *
 * <p>What no rotation and no scale can mend counts as spread: a map that is bent otherwise by
 * another seed is rightly called unrepeatable, although each of the two may be a good one. With few
 * rows the alignment takes a part of the true spread away: size (size + 1) / 2 + 1 of rows × size
 * numbers a seed.
 *
 * @param consensus rows × size: the mean of the aligned maps
 * @param alignments of each seed: brings its coordinates to those of the consensus
 * @param axes rows × size: standard deviation between the seeds along each coordinate (with seeds −
 *     1), in units of the map
 * @param rows √ Σ over coordinates of {@code axes}², one for each row
 * @param overall √ mean of {@code rows}², divided by √ mean of the squared distance of the
 *     consensus from its centre: 0 for a map that every seed finds, 1 where seeds differ as much as
 *     rows do
 */
public record SeedSpread(
    double[][] consensus,
    List<SimilarityTransform> alignments,
    double[][] axes,
    double[] rows,
    double overall) {

  private static final int MOST_ROUNDS = 500;
  private static final double STILL = 1e-13;

  public SeedSpread {
    alignments = List.copyOf(alignments);
  }

  /**
   * The spread of at least two seeds, in O(rounds · seeds · rows · size²); some ten rounds suffice
   * for maps that agree.
   *
   * @param coordinates seeds × rows × size; the first seed gives the frame
   * @throws ExplainException where there are fewer than two, or they do not fit each other
   */
  public static SeedSpread of(double[][][] coordinates) {
    check(coordinates);
    int seeds = coordinates.length;
    double[][] centres = new double[seeds][];
    double[] extents = new double[seeds];
    double[][][] shapes = new double[seeds][][];
    for (int seed = 0; seed < seeds; seed++) {
      centres[seed] = Points.centre(coordinates[seed]);
      shapes[seed] = Points.less(coordinates[seed], centres[seed]);
      extents[seed] = Procrustes.extent(shapes[seed], coordinates[seed]);
      Procrustes.scale(shapes[seed], 1 / extents[seed]);
    }
    double[][] mean = settle(shapes);
    // The frame of the first seed: the rotation that takes the mean to it.
    double[][] home = Procrustes.Turn.of(mean, shapes[0]).rotation();
    double[][] target = SimilarityTransform.rotation(home).apply(mean);
    List<SimilarityTransform> alignments = new ArrayList<>();
    double[][][] aligned = new double[seeds][][];
    for (int seed = 0; seed < seeds; seed++) {
      SimilarityTransform alignment =
          new SimilarityTransform(
              centres[seed],
              extents[0] / extents[seed],
              Procrustes.Turn.of(shapes[seed], target).rotation(),
              centres[0]);
      alignments.add(alignment);
      aligned[seed] = alignment.apply(coordinates[seed]);
    }
    return of(aligned, alignments);
  }

  private static double[][] settle(double[][][] shapes) {
    double[][] mean = shapes[0];
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[][][] turned = new double[shapes.length][][];
      for (int seed = 0; seed < shapes.length; seed++) {
        double[][] rotation = Procrustes.Turn.of(shapes[seed], mean).rotation();
        turned[seed] = SimilarityTransform.rotation(rotation).apply(shapes[seed]);
      }
      double[][] next = mean(turned);
      double moved = Procrustes.squared(next, mean);
      mean = next;
      if (moved < STILL * STILL) {
        break;
      }
    }
    return mean;
  }

  private static SeedSpread of(double[][][] aligned, List<SimilarityTransform> alignments) {
    double[][] consensus = mean(aligned);
    int size = consensus[0].length;
    double[][] axes = new double[consensus.length][size];
    double[] rows = new double[consensus.length];
    double total = 0;
    for (int row = 0; row < rows.length; row++) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        double squares = 0;
        for (double[][] seed : aligned) {
          double difference = seed[row][i] - consensus[row][i];
          squares += difference * difference;
        }
        axes[row][i] = Math.sqrt(squares / (aligned.length - 1));
        sum += squares / (aligned.length - 1);
      }
      rows[row] = Math.sqrt(sum);
      total += sum;
    }
    double extent = Points.norm(Points.less(consensus, Points.centre(consensus)));
    return new SeedSpread(consensus, alignments, axes, rows, Math.sqrt(total) / extent);
  }

  private static double[][] mean(double[][][] maps) {
    double[][] mean = new double[maps[0].length][maps[0][0].length];
    for (double[][] map : maps) {
      for (int row = 0; row < mean.length; row++) {
        for (int i = 0; i < mean[row].length; i++) {
          mean[row][i] += map[row][i] / maps.length;
        }
      }
    }
    return mean;
  }

  private static void check(double[][][] coordinates) {
    if (coordinates.length < 2) {
      throw new ExplainException(
          "The spread between seeds was asked for with " + coordinates.length + " seed(s).",
          "Give the maps of two seeds or more.");
    }
    int width = Rows.check(coordinates[0], "point");
    for (double[][] map : coordinates) {
      if (map.length != coordinates[0].length || Rows.check(map, "point") != width) {
        throw new ExplainException(
            "The maps of two seeds have other rows or coordinates.",
            "Give the same rows in the same order, mapped to one number of coordinates.");
      }
    }
  }
}
