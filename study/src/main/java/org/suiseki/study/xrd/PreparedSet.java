package org.suiseki.study.xrd;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Folds;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

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

  /**
   * @param strict whether the first pattern that cannot be used is an error
   */
  static PreparedSet of(PatternSet set, XrdOptions options, boolean strict) {
    PatternPreprocessing preprocessing = PatternPreprocessing.of(set, options.preparation());
    PatternPreprocessing.Prepared made =
        preprocessing.prepare(set, strict, options.threads(), Progress.SILENT);
    PatternSet used = made.set();
    double[][] values =
        used.patterns().stream().map(Pattern::values).toArray(double[][]::new);
    long groups = used.groups().stream().distinct().count();
    return new PreparedSet(
        used,
        preprocessing,
        made.table(),
        Table.of(used.properties(), values),
        Folds.grouped(used.groups(), (int) Math.min(options.folds(), groups), options.seed()));
  }

  int size() {
    return set.size();
  }

  /** All rows for training, none for the test. */
  Split whole() {
    return new Split(IntStream.range(0, size()).toArray(), new int[0], new int[0]);
  }

  /** Properties that enough patterns give, and of which they do not all give the same. */
  int[] learnable() {
    return IntStream.range(0, targets.width())
        .filter(property -> {
          double[] known =
              Arrays.stream(targets.column(property)).filter(Double::isFinite).toArray();
          return known.length >= FEWEST_KNOWN && Arrays.stream(known).distinct().count() > 1;
        })
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
