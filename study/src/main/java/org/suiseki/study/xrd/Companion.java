package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.explain.DistanceMatrix;
import org.suiseki.explain.DynamicTimeWarping;
import org.suiseki.explain.Linkage;
import org.suiseki.explain.latent.WarpingClassifier;
import org.suiseki.learn.Progress;

/**
 * What dynamic time warping and clustering make of a set (arXiv 1810.03972), to compare with. A
 * class is a family and, of the property that varies most in it, the lower, middle or upper third.
 *
 * @param classes how many there are
 * @param chance accuracy of naming the most frequent class always
 * @param byCluster share of patterns whose class is told right from their cluster
 * @param byNeighbour the same from the nearest other pattern
 * @param adjustedRand of clusters and classes
 * @param errors mean absolute error of each learnable property, from the nearest patterns of other
 *     compositions
 */
record Companion(
    int classes,
    double chance,
    double byCluster,
    double byNeighbour,
    double adjustedRand,
    double[] errors) {
  private static final int THIRDS = 3;
  private static final int NEIGHBOURS = 3;

  /** Peaks may be moved by this part of the axis to meet those of another pattern. */
  private static final double BAND = 0.01;

  static Companion of(PreparedSet prepared, int threads, Progress progress) {
    int[] learnable = prepared.learnable();
    List<String> classes = classes(prepared, learnable);
    List<String> distinct = classes.stream().distinct().toList();
    int band = Math.max(1, (int) (BAND * prepared.rows().width()));
    DistanceMatrix distances =
        new DynamicTimeWarping(band, DynamicTimeWarping.Cost.SQUARED)
            .distances(prepared.rowArrays(), threads, progress);
    double[][] values =
        prepared.set().patterns().stream()
            .map(pattern -> IntStream.of(learnable).mapToDouble(i -> pattern.values()[i]))
            .map(each -> each.toArray())
            .toArray(double[][]::new);
    WarpingClassifier.Outcome outcome =
        new WarpingClassifier(Linkage.WARD, distinct.size(), NEIGHBOURS)
            .judge(
                distances,
                new WarpingClassifier.Known(classes, prepared.set().groups(), values),
                progress);
    long most =
        distinct.stream()
            .mapToLong(one -> classes.stream().filter(one::equals).count())
            .max()
            .orElse(0);
    return new Companion(
        distinct.size(),
        (double) most / classes.size(),
        outcome.clusterAccuracy(),
        outcome.neighbourAccuracy(),
        outcome.adjustedRand(),
        outcome.meanAbsoluteError());
  }

  private static List<String> classes(PreparedSet prepared, int[] learnable) {
    List<Pattern> patterns = prepared.set().patterns();
    List<String> classes = new ArrayList<>();
    for (Pattern pattern : patterns) {
      List<Pattern> family =
          patterns.stream().filter(one -> one.family().equals(pattern.family())).toList();
      int property = widest(family, learnable);
      if (property < 0 || !Double.isFinite(pattern.values()[property])) {
        classes.add(pattern.family());
      } else {
        double[] ends = ends(family, property);
        double place = (pattern.values()[property] - ends[0]) / (ends[1] - ends[0]);
        classes.add(pattern.family() + " " + Math.min(THIRDS - 1, (int) (THIRDS * place)));
      }
    }
    return classes;
  }

  /** The property with the widest range in a family; −1 where none varies. */
  private static int widest(List<Pattern> family, int[] learnable) {
    int widest = -1;
    double range = 0;
    for (int property : learnable) {
      double[] ends = ends(family, property);
      if (ends[1] - ends[0] > range) {
        range = ends[1] - ends[0];
        widest = property;
      }
    }
    return widest;
  }

  private static double[] ends(List<Pattern> family, int property) {
    double[] known =
        family.stream()
            .mapToDouble(one -> one.values()[property])
            .filter(Double::isFinite)
            .toArray();
    return known.length == 0
        ? new double[] {0, 0}
        : new double[] {
          Arrays.stream(known).min().orElseThrow(), Arrays.stream(known).max().orElseThrow()
        };
  }
}
