package org.suiseki.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Ways to divide rows into those that teach and those that test. All are deterministic: the same
 * arguments give the same splits on every Java version and machine. Row numbers within a split
 * ascend.
 *
 * <p>Which one to use: {@link #random} asks how well a model interpolates among materials like
 * those it has seen; {@link #grouped} (by scaffold, composition or cluster) how well it does on
 * kinds it has not seen; {@link #byValue} how well it extrapolates. A figure from {@code random}
 * alone flatters a model wherever near-duplicates are among the rows. {@link #stratified} and
 * {@link #stratifiedGrouped} are {@code random} and {@code grouped} for classes of which some are
 * rare.
 */
public final class Folds {

  /** Which end of the values is held out for the test. */
  public enum Tail {
    LOWEST,
    HIGHEST,
    BOTH
  }

  private Folds() {}

  /**
   * One split a fold; each row is in the test of exactly one, and fold sizes differ by at most one
   * row.
   */
  public static List<Split> random(int rows, int folds, long seed) {
    return rotate(dealRows(all(rows), folds, seed));
  }

  /**
   * One split a fold; rows of one group are never parted. Groups are dealt from the largest to the
   * smallest, each to the fold with the fewest rows so far, so that no fold exceeds the smallest by
   * more than the largest group.
   *
   * @param groups the group of each row
   */
  public static List<Split> grouped(List<String> groups, int folds, long seed) {
    return rotate(dealGroups(all(groups.size()), groups, folds, seed));
  }

  /**
   * One split a fold, each with the same share of every stratum up to one row: so that a class of
   * ten rows is in every fold. Each row is in the test of exactly one.
   *
   * @param strata of each row, such as its class
   */
  public static List<Split> stratified(List<String> strata, int folds, long seed) {
    return rotate(Strata.deal(all(strata.size()), strata, folds, seed));
  }

  /**
   * Splits drawn again and again, each with the same share of every stratum in its test, up to one
   * row. Unlike folds they overlap: a mean over them is firmer than over one division, but they are
   * not independent (Nadeau and Bengio; see {@link Interval#overFolds(double[], double, double)}).
   *
   * @param repeats how many splits
   * @param testFraction of each stratum that is held out, in (0, 1)
   */
  public static List<Split> stratifiedRepeats(
      List<String> strata, int repeats, double testFraction, long seed) {
    requireFraction(testFraction);
    SplittableRandom seeds = new SplittableRandom(seed);
    List<Split> splits = new ArrayList<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      int[] test = Strata.draw(all(strata.size()), strata, testFraction, seeds.nextLong());
      splits.add(new Split(without(all(strata.size()), test), new int[0], test));
    }
    return List.copyOf(splits);
  }

  /**
   * One split a fold; rows of one group are never parted, and each fold gets about the same share
   * of every stratum: groups are dealt one by one, those that weigh most on their strata first,
   * each to the fold where it makes the shares most even. With groups that are large in a rare
   * stratum the shares cannot be even.
   *
   * @param strata of each row
   * @param groups of each row
   */
  public static List<Split> stratifiedGrouped(
      List<String> strata, List<String> groups, int folds, long seed) {
    return rotate(dealStrata(all(groups.size()), strata, groups, folds, seed));
  }

  /** {@link #byValue(double[], double, Tail)} with the highest values held out. */
  public static List<Split> byValue(double[] values, double testFraction) {
    return byValue(values, testFraction, Tail.HIGHEST);
  }

  /**
   * One split that tests beyond the values it trains on. Rows whose value is missing (NaN) are in
   * no part.
   *
   * @param values one for each row, in any unit
   * @param testFraction in (0, 1): the part of the rows that is held out; with both tails, half of
   *     it at each end
   */
  public static List<Split> byValue(double[] values, double testFraction, Tail tail) {
    requireFraction(testFraction);
    int[] order =
        IntStream.range(0, values.length)
            .filter(row -> !Double.isNaN(values[row]))
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int held = heldOut(order.length, testFraction);
    int low =
        switch (tail) {
          case LOWEST -> held;
          case HIGHEST -> 0;
          case BOTH -> held / 2;
        };
    int high = held - low;
    int[] train = sorted(Arrays.copyOfRange(order, low, order.length - high));
    return List.of(new Split(train, new int[0], without(sorted(order), train)));
  }

  /**
   * Moves a random fraction of the training rows to the validation rows, which must have been
   * empty.
   */
  public static Split withValidation(Split split, double fraction, long seed) {
    requireFraction(fraction);
    requireNoValidation(split);
    int[] shuffled = shuffle(split.train(), seed);
    int[] validation = sorted(Arrays.copyOf(shuffled, heldOut(shuffled.length, fraction)));
    return new Split(without(split.train(), validation), validation, split.test());
  }

  /**
   * As {@link #withValidation(Split, double, long)}, but whole groups move, drawn at random until
   * the fraction is reached; at least one group moves and one stays.
   *
   * @param groups the group of each row of the whole data set
   */
  public static Split withValidation(Split split, List<String> groups, double fraction, long seed) {
    requireFraction(fraction);
    requireNoValidation(split);
    List<int[]> parts = shuffledGroups(split.train(), groups, seed);
    requireGroups(parts.size(), 2);
    int wanted = heldOut(split.train().length, fraction);
    int[] validation = new int[0];
    for (int part = 0; part < parts.size() - 1 && validation.length < wanted; part++) {
      validation = joined(validation, parts.get(part));
    }
    return new Split(without(split.train(), validation), validation, split.test());
  }

  /**
   * The inner loop of a nested cross-validation: folds over the rows of {@code outer} that are not
   * for its test (training and validation together). What is chosen on them has not seen the outer
   * test.
   */
  public static List<Split> inner(Split outer, int folds, long seed) {
    return rotate(dealRows(joined(outer.train(), outer.validation()), folds, seed));
  }

  /**
   * As {@link #inner(Split, int, long)} with groups kept whole.
   *
   * @param groups the group of each row of the whole data set
   */
  public static List<Split> inner(Split outer, List<String> groups, int folds, long seed) {
    return rotate(dealGroups(joined(outer.train(), outer.validation()), groups, folds, seed));
  }

  /**
   * As {@link #inner(Split, int, long)} with the same share of every stratum in each fold.
   *
   * @param strata of each row of the whole data set
   */
  public static List<Split> innerStratified(
      Split outer, List<String> strata, int folds, long seed) {
    return rotate(Strata.deal(joined(outer.train(), outer.validation()), strata, folds, seed));
  }

  /**
   * As {@link #innerStratified(Split, List, int, long)} with groups kept whole.
   *
   * @param strata of each row of the whole data set
   * @param groups of each row of the whole data set
   */
  public static List<Split> innerStratified(
      Split outer, List<String> strata, List<String> groups, int folds, long seed) {
    return rotate(
        dealStrata(joined(outer.train(), outer.validation()), strata, groups, folds, seed));
  }

  private static List<int[]> dealStrata(
      int[] rows, List<String> strata, List<String> groups, int folds, long seed) {
    requireFolds(folds);
    List<int[]> parts = shuffledGroups(rows, groups, seed);
    requireGroups(parts.size(), folds);
    return Strata.deal(rows, parts, strata, folds);
  }

  private static List<int[]> dealRows(int[] rows, int folds, long seed) {
    requireFolds(folds);
    if (rows.length < folds) {
      throw new LearnException(
          rows.length + " rows cannot be dealt to " + folds + " folds.",
          "Ask for at most as many folds as there are rows.");
    }
    int[] shuffled = shuffle(rows, seed);
    List<int[]> dealt = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int from = (int) ((long) shuffled.length * fold / folds);
      int to = (int) ((long) shuffled.length * (fold + 1) / folds);
      dealt.add(sorted(Arrays.copyOfRange(shuffled, from, to)));
    }
    return dealt;
  }

  private static List<int[]> dealGroups(int[] rows, List<String> groups, int folds, long seed) {
    requireFolds(folds);
    List<int[]> parts = shuffledGroups(rows, groups, seed);
    requireGroups(parts.size(), folds);
    parts.sort((a, b) -> Integer.compare(b.length, a.length));
    List<int[]> dealt = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      dealt.add(new int[0]);
    }
    for (int[] part : parts) {
      int least = 0;
      for (int fold = 1; fold < folds; fold++) {
        least = dealt.get(fold).length < dealt.get(least).length ? fold : least;
      }
      dealt.set(least, joined(dealt.get(least), part));
    }
    return dealt;
  }

  private static List<int[]> shuffledGroups(int[] rows, List<String> groups, long seed) {
    Map<String, List<Integer>> byName = new LinkedHashMap<>();
    for (int row : rows) {
      byName.computeIfAbsent(groups.get(row), name -> new ArrayList<>()).add(row);
    }
    List<int[]> parts = new ArrayList<>();
    for (List<Integer> part : byName.values()) {
      parts.add(part.stream().mapToInt(Integer::intValue).toArray());
    }
    List<int[]> shuffled = new ArrayList<>();
    for (int part : shuffle(all(parts.size()), seed)) {
      shuffled.add(parts.get(part));
    }
    return shuffled;
  }

  private static List<Split> rotate(List<int[]> folds) {
    int[] everything = new int[0];
    for (int[] fold : folds) {
      everything = joined(everything, fold);
    }
    List<Split> splits = new ArrayList<>();
    for (int[] test : folds) {
      splits.add(new Split(without(everything, test), new int[0], test));
    }
    return List.copyOf(splits);
  }

  /**
   * Orders by one random key a row. Only {@code nextLong} is drawn: how Java bounds a draw may
   * change between versions.
   */
  static int[] shuffle(int[] rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] keys = new long[rows.length];
    Arrays.setAll(keys, place -> random.nextLong());
    return IntStream.range(0, rows.length)
        .boxed()
        .sorted((a, b) -> Long.compare(keys[a], keys[b]))
        .mapToInt(place -> rows[place])
        .toArray();
  }

  private static int[] all(int rows) {
    return IntStream.range(0, rows).toArray();
  }

  static int[] sorted(int[] rows) {
    int[] copy = rows.clone();
    Arrays.sort(copy);
    return copy;
  }

  static int[] joined(int[] left, int[] right) {
    int[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    Arrays.sort(both);
    return both;
  }

  /** Those of {@code rows} that are not among {@code taken}, which ascends. */
  private static int[] without(int[] rows, int[] taken) {
    return Arrays.stream(rows).filter(row -> Arrays.binarySearch(taken, row) < 0).toArray();
  }

  static int heldOut(int rows, double fraction) {
    if (rows < 2) {
      throw new LearnException(
          rows + " rows cannot be divided in two.", "Give at least two rows that have a value.");
    }
    return Math.min(rows - 1, Math.max(1, (int) Math.round(rows * fraction)));
  }

  private static void requireFraction(double fraction) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new LearnException(
          "The fraction " + fraction + " is not between 0 and 1.", "Give for example 0.1.");
    }
  }

  static void requireFolds(int folds) {
    if (folds < 2) {
      throw new LearnException(
          folds + " folds leave nothing to train on or to test.", "Ask for 2 folds or more.");
    }
  }

  private static void requireGroups(int groups, int needed) {
    if (groups < needed) {
      throw new LearnException(
          groups + " groups cannot fill " + needed + " parts without parting a group.",
          "Ask for at most " + groups + " parts, or group more finely.");
    }
  }

  private static void requireNoValidation(Split split) {
    if (split.validation().length > 0) {
      throw new LearnException(
          "The split has " + split.validation().length + " validation rows already.",
          "Set validation rows aside once.");
    }
  }
}
