package org.suiseki.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How {@link Folds} deals rows so that every part has its share of each stratum. */
final class Strata {

  private Strata() {}

  /**
   * Deals the rows of one stratum after the other, each where the last one left off, so that folds
   * differ by at most one row in each stratum and in all.
   */
  static List<int[]> deal(int[] rows, List<String> strata, int folds, long seed) {
    Folds.requireFolds(folds);
    if (rows.length < folds) {
      throw new LearnException(
          rows.length + " rows cannot be dealt to " + folds + " folds.",
          "Ask for at most as many folds as there are rows.");
    }
    int[] fold = new int[rows.length];
    int[] dealt = new int[rows.length];
    int next = 0;
    for (int[] stratum : of(Folds.shuffle(rows, seed), strata)) {
      for (int row : stratum) {
        dealt[next] = row;
        fold[next] = next % folds;
        next++;
      }
    }
    List<int[]> parts = new ArrayList<>();
    for (int one = 0; one < folds; one++) {
      int wanted = one;
      int[] part = new int[(rows.length - one + folds - 1) / folds];
      int count = 0;
      for (int i = 0; i < rows.length; i++) {
        if (fold[i] == wanted) {
          part[count++] = dealt[i];
        }
      }
      parts.add(Folds.sorted(part));
    }
    return parts;
  }

  /** A part of the rows with a share of each stratum; none of a stratum of one row. */
  static int[] draw(int[] rows, List<String> strata, double fraction, long seed) {
    int[] drawn = new int[0];
    for (int[] stratum : of(Folds.shuffle(rows, seed), strata)) {
      int held = stratum.length < 2 ? 0 : Folds.heldOut(stratum.length, fraction);
      drawn = Folds.joined(drawn, Arrays.copyOf(stratum, held));
    }
    return drawn;
  }

  /**
   * Deals groups. How uneven a deal is: Σ over strata of the variance over folds of the share of
   * the stratum that each has, as in scikit-learn's StratifiedGroupKFold. Costs O(groups × folds ×
   * strata).
   *
   * @param groups in the order that decides between equals
   */
  static List<int[]> deal(int[] rows, List<int[]> groups, List<String> strata, int folds) {
    Map<String, Integer> places = new TreeMap<>();
    for (int row : rows) {
      places.putIfAbsent(strata.get(row), places.size());
    }
    double[] totals = new double[places.size()];
    List<Counted> counted = new ArrayList<>();
    for (int[] group : groups) {
      double[] counts = new double[totals.length];
      for (int row : group) {
        counts[place(places, strata, row)]++;
        totals[place(places, strata, row)]++;
      }
      counted.add(new Counted(group, counts));
    }
    counted.sort(Comparator.comparingDouble(one -> -one.weight(totals)));
    double[][] shares = new double[folds][totals.length];
    List<int[]> dealt = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      dealt.add(new int[0]);
    }
    for (Counted one : counted) {
      int best = best(shares, one, totals);
      dealt.set(best, Folds.joined(dealt.get(best), one.rows));
      one.add(shares[best], totals);
    }
    return dealt;
  }

  /** A group with how many of its rows are of each stratum. */
  private record Counted(int[] rows, double[] counts) {

    /** Its largest share of a stratum. */
    double weight(double[] totals) {
      double most = 0;
      for (int stratum = 0; stratum < totals.length; stratum++) {
        most = Math.max(most, counts[stratum] / totals[stratum]);
      }
      return most;
    }

    void add(double[] shares, double[] totals) {
      for (int stratum = 0; stratum < totals.length; stratum++) {
        shares[stratum] += counts[stratum] / totals[stratum];
      }
    }
  }

  /**
   * The fold where the group adds least to Σ share²; the sum of shares being the same in the end,
   * that is the variance.
   */
  private static int best(double[][] shares, Counted group, double[] totals) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int fold = 0; fold < shares.length; fold++) {
      double added = 0;
      for (int stratum = 0; stratum < totals.length; stratum++) {
        double share = group.counts[stratum] / totals[stratum];
        added += share * (2 * shares[fold][stratum] + share);
      }
      if (added < least) {
        least = added;
        best = fold;
      }
    }
    return best;
  }

  private static int place(Map<String, Integer> places, List<String> strata, int row) {
    return places.getOrDefault(strata.get(row), 0);
  }

  private static Collection<int[]> of(int[] rows, List<String> strata) {
    Map<String, List<Integer>> byName = new TreeMap<>();
    for (int row : rows) {
      byName.computeIfAbsent(strata.get(row), name -> new ArrayList<>()).add(row);
    }
    return byName.values().stream()
        .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }
}
