package org.suiseki.study.xrd;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Folds;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.matter.Place;
import org.suiseki.study.StudyException;

/**
 * A set of patterns as a study works with it.
 *
 * @param set as it was read
 * @param preprocessing with which its rows were made
 * @param rows one for each pattern
 * @param targets what is known of each, NaN where unknown; properties that hardly any pattern gives
 *     are still there
 * @param splits of the cross-validation; compositions are never divided
 */
record PreparedSet(
    PatternSet set,
    PatternPreprocessing preprocessing,
    Table rows,
    Table targets,
    List<Split> splits) {
  private static final int FEWEST_KNOWN = 10;

  /** Three span the map, and the wide space needs one coordinate more. */
  private static final int FEWEST_DIFFERENT = 4;

  /**
   * @param strict whether the first pattern that cannot be used is an error
   * @throws StudyException where what is left is too little, or too much alike, to learn from
   */
  static PreparedSet of(PatternSet set, XrdOptions options, boolean strict) {
    PatternPreprocessing preprocessing = PatternPreprocessing.of(set, options.preparation());
    PatternPreprocessing.Prepared made =
        preprocessing.prepare(set, strict, options.threads(), Progress.SILENT);
    PatternSet used = made.set();
    requireEnough(used, set.size());
    double[][] values = used.patterns().stream().map(Pattern::values).toArray(double[][]::new);
    int groups = (int) used.groups().stream().distinct().count();
    requireCompositions(used, groups);
    PreparedSet prepared =
        new PreparedSet(
            used,
            preprocessing,
            made.table(),
            Table.of(used.properties(), values),
            Folds.grouped(used.groups(), Math.min(options.folds(), groups), options.seed()));
    prepared.requireDifferences();
    return prepared.warned(prepared.remarks(options));
  }

  private static void requireEnough(PatternSet used, int found) {
    if (used.size() < PatternFolder.FEWEST) {
      throw new StudyException(
          used.size()
              + " of "
              + found
              + " patterns can be used, at least "
              + PatternFolder.FEWEST
              + " are needed. The first that cannot, '"
              + used.refused().get(0).id()
              + "': "
              + used.refused().get(0).reason(),
          Place.of(used.origin().source()),
          "Give more patterns, or choose other steps or another grid.");
    }
  }

  private static void requireCompositions(PatternSet used, int groups) {
    if (groups < 2) {
      throw new StudyException(
          "All "
              + used.size()
              + " patterns are of one composition ("
              + used.groups().get(0)
              + "), so none can be held out.",
          Place.of(used.origin().source()),
          "Give patterns of several. Where the table says nothing of samples, each pattern counts"
              + " as one of its own.");
    }
  }

  /** Copies of a few patterns span no space, and most pairs must be some distance apart. */
  private void requireDifferences() {
    for (Split split : splits) {
      Collection<Integer> copies = copies(split.train());
      long rows = split.train().length;
      long alike = copies.stream().mapToLong(count -> (long) count * (count - 1)).sum();
      if (copies.size() < FEWEST_DIFFERENT || 2 * alike > rows * (rows - 1)) {
        int all = copies(whole().train()).size();
        throw new StudyException(
            "Once prepared by \""
                + preprocessing.text()
                + "\", "
                + (all == 1
                    ? "all " + size() + " patterns are alike."
                    : "too many patterns are copies of one another: of "
                        + size()
                        + " only "
                        + all
                        + " differ."),
            Place.of(set.origin().source()),
            "Look for files that were copied, or for steps (patterns.prepare) that take away what"
                + " differs.");
      }
    }
  }

  /** How many rows each of the different ones stands for. */
  private Collection<Integer> copies(int[] among) {
    Map<FloatBuffer, Integer> counts = new HashMap<>();
    for (int row : among) {
      float[] key = new float[rows.width()];
      for (int i = 0; i < key.length; i++) {
        key[i] = (float) rows.get(row, i);
      }
      counts.merge(FloatBuffer.wrap(key), 1, Integer::sum);
    }
    return counts.values();
  }

  /**
   * Of these numbers of coordinates those that the patterns allow; where none is, the largest that
   * they do.
   */
  int[] possible(int[] sizes) {
    int most =
        splits.stream().mapToInt(split -> copies(split.train()).size() - 1).min().orElseThrow();
    return IntStream.of(sizes).map(size -> Math.min(size, most)).distinct().toArray();
  }

  private List<String> remarks(XrdOptions options) {
    List<String> remarks = new ArrayList<>();
    int[] learnable = learnable();
    for (int property = 0; property < targets.width(); property++) {
      int each = property;
      if (IntStream.of(learnable).noneMatch(one -> one == each)) {
        remarks.add(targets.columns().get(property) + " is not learned: " + why(property));
      }
    }
    int[] possible = possible(options.wide());
    if (!Arrays.equals(possible, options.wide())) {
      remarks.add(
          "So few patterns differ that the larger spaces have "
              + Arrays.toString(possible)
              + " coordinates, not "
              + Arrays.toString(options.wide())
              + ".");
    }
    return remarks;
  }

  private String why(int property) {
    double[] known = known(property, whole());
    if (known.length < FEWEST_KNOWN) {
      return known.length + " patterns have it, at least " + FEWEST_KNOWN + " are needed.";
    }
    return Arrays.stream(known).distinct().count() == 1
        ? "it is " + known[0] + " in all."
        : "once a part of the compositions is held out, it does not vary in the others.";
  }

  private PreparedSet warned(List<String> remarks) {
    return remarks.isEmpty()
        ? this
        : new PreparedSet(set.warned(remarks), preprocessing, rows, targets, splits);
  }

  int size() {
    return set.size();
  }

  /** All rows for training, none for the test. */
  Split whole() {
    return new Split(IntStream.range(0, size()).toArray(), new int[0], new int[0]);
  }

  /** Properties that enough patterns give, and that vary in the training rows of each fold. */
  int[] learnable() {
    return IntStream.range(0, targets.width())
        .filter(property ->
            known(property, whole()).length >= FEWEST_KNOWN
                && splits.stream()
                    .allMatch(
                        split -> Arrays.stream(known(property, split)).distinct().count() > 1))
        .toArray();
  }

  private double[] known(int property, Split split) {
    return IntStream.of(split.train())
        .mapToDouble(row -> targets.get(row, property))
        .filter(Double::isFinite)
        .toArray();
  }

  /** These inputs beside the learnable properties. */
  Dataset dataset(Table inputs) {
    return new Dataset(
        set.patterns().stream().map(Pattern::id).toList(),
        inputs,
        targets.selectColumns(learnable()),
        set.origin());
  }

  double[][] rowArrays() {
    return IntStream.range(0, size()).mapToObj(rows::row).toArray(double[][]::new);
  }
}
