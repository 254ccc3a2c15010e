package org.suiseki.learn.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.suiseki.learn.Interval;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Quantile;

/**
 * The test that matters where better materials than all known ones are wanted: train below a
 * quantile of the target, rank above it, with and without sources (Ju, Yoshida, Liu, Wu, Hongo,
 * Tadano and Shiomi, Phys. Rev. Mater. 5, 053801, 2021, arXiv:1909.11234).
 *
 * <p>Rows below the quantile are dealt to folds. A split trains on all of them but one fold, and
 * predicts that fold and everything above: the top has to stand out among rows that were held out
 * as well. Way and source are chosen within the training rows by the same task in small (a quantile
 * of those, and folds), by the order of what is held out. Nothing above the quantile is seen by any
 * choice.
 *
 * <p>Every row above is predicted by all splits, and the mean is taken. Gains have intervals from a
 * bootstrap over groups, which holds the trained models fixed: there is one top only, and no second
 * draw of training sets below it can be made without overlap.
 *
 * @param quantile in (0, 1), of the groups ordered by their mean value
 * @param heads that learn from frozen features; trees cannot say more than the highest training
 *     target, but may still put the top in front
 * @param scratch heads that learn from the task's own inputs
 * @param draws of the bootstrap
 */
public record TailTrial(
    double quantile,
    List<Head> heads,
    List<Head> scratch,
    int folds,
    int innerFolds,
    int draws,
    int threads,
    long seed) {

  public TailTrial {
    heads = List.copyOf(heads);
    scratch = List.copyOf(scratch);
    if (!(quantile > 0 && quantile < 1) || heads.isEmpty() || scratch.isEmpty()) {
      throw new LearnException(
          "A trial of the rows above the quantile " + quantile + " cannot be made.",
          "Give a quantile between 0 and 1, such as 0.7, and at least one head of each sort.");
    }
  }

  /** Above the 70th percentile, five folds, three inner ones. */
  public static TailTrial standard(int threads, long seed) {
    List<Head> heads = Head.standard(seed);
    return new TailTrial(0.7, heads, heads, 5, 3, 2_000, threads, seed);
  }

  /**
   * Tries them all, and what they predict {@linkplain AllTogether together} as one more. A source
   * that cannot read a material of the target is left out and named.
   */
  public TailResult run(TransferTask task, List<Source> sources, Progress progress) {
    Represented represented = Represented.all(task, sources, progress);
    Trials trials = Trials.tail(task, quantile, folds, innerFolds, seed);
    Contest.Result result =
        new Contest(task, trials, Goal.ORDER, represented, heads, scratch).run(threads, progress);
    return new Trial(task, represented).result(result);
  }

  private final class Trial {
    private final TransferTask task;
    private final Represented represented;
    private final boolean[] top;

    /** Rows of each group. */
    private final List<int[]> groups = new ArrayList<>();

    Trial(TransferTask task, Represented represented) {
      this.task = task;
      this.represented = represented;
      this.top = new boolean[task.rows()];
      Trials.markTop(task, IntStream.range(0, task.rows()).toArray(), quantile, top);
      Map<String, List<Integer>> rows = new LinkedHashMap<>();
      for (int row = 0; row < top.length; row++) {
        rows.computeIfAbsent(task.groups().get(row), group -> new ArrayList<>()).add(row);
      }
      rows.values().forEach(group ->
          groups.add(group.stream().mapToInt(Integer::intValue).toArray()));
    }

    TailResult result(Contest.Result result) {
      TailResult.Ranking scratchRanking =
          ranking(Contest.name(result.scratch().usual()), result.scratch().prediction());
      TailResult.Ranking winner = ranking("transfer", result.winner());
      TailResult.Ranking committee = ranking("committee", result.committee());
      List<TailResult.SourceRanking> sources = new ArrayList<>();
      int[] won = result.won();
      for (int i = 0; i < won.length; i++) {
        sources.add(source(result.sources().get(i), won[i], scratchRanking));
      }
      sources.sort(Comparator.comparingDouble(one -> -one.ranking().quality().overall()));
      return new TailResult(
          threshold(),
          top,
          result.baselines().stream()
              .map(one -> ranking(one.contender().name(), one.prediction()))
              .toList(),
          scratchRanking,
          winner,
          committee,
          gains(winner, scratchRanking),
          gains(committee, scratchRanking),
          sources,
          result.leftOut());
    }

    private TailResult.Gain gains(TailResult.Ranking one, TailResult.Ranking other) {
      return new TailResult.Gain(
          gain(one, other, RankQuality::inTop),
          gain(one, other, RankQuality::overall),
          gain(one, other, RankQuality::separation));
    }

    private TailResult.SourceRanking source(
        Outcome outcome, int won, TailResult.Ranking scratchRanking) {
      Represented.One one = represented.of(outcome.contender().name());
      Arm usual = outcome.usual();
      TailResult.Ranking own = ranking(one.source().name(), outcome.prediction());
      return new TailResult.SourceRanking(
          own,
          one.source().property(),
          usual.approach(),
          usual.head().name(),
          won,
          gain(own, scratchRanking, RankQuality::overall),
          one.likeness(task, usual.data().inputs()));
    }

    private TailResult.Ranking ranking(String name, double[][] splits) {
      double[] prediction = Rows.mean(splits);
      int[] above = IntStream.range(0, top.length).filter(row -> top[row]).toArray();
      return new TailResult.Ranking(
          name,
          RankQuality.of(task.values(), prediction, top),
          Goal.ERROR.loss(Rows.pick(task.values(), above), Rows.pick(prediction, above)),
          prediction);
    }

    private double threshold() {
      return groups.stream()
          .filter(rows -> top[rows[0]])
          .mapToDouble(rows ->
              Arrays.stream(Rows.pick(task.values(), rows)).average().orElseThrow())
          .min()
          .orElseThrow();
    }

    /** The percentile bootstrap over groups of how much better the one is than the other. */
    private Interval gain(
        TailResult.Ranking one,
        TailResult.Ranking other,
        ToDoubleFunction<RankQuality> quality) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] gains = new double[draws];
      for (int draw = 0; draw < draws; draw++) {
        int[] rows = drawn(random);
        gains[draw] =
            quality.applyAsDouble(quality(one, rows)) - quality.applyAsDouble(quality(other, rows));
      }
      double[] sorted = Arrays.stream(gains).filter(v -> !Double.isNaN(v)).sorted().toArray();
      if (sorted.length == 0) {
        return new Interval(Double.NaN, Double.NaN, Comparison.LEVEL);
      }
      return new Interval(
          Quantile.ofSorted(sorted, 0.5 - Comparison.LEVEL / 2),
          Quantile.ofSorted(sorted, 0.5 + Comparison.LEVEL / 2),
          Comparison.LEVEL);
    }

    private int[] drawn(SplittableRandom random) {
      List<int[]> chosen = new ArrayList<>();
      for (int i = 0; i < groups.size(); i++) {
        // Not nextInt: how Java bounds a draw may change between versions.
        chosen.add(groups.get((int) ((random.nextLong() >>> 33) * groups.size() >>> 31)));
      }
      return chosen.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private RankQuality quality(TailResult.Ranking ranking, int[] rows) {
      boolean[] high = new boolean[rows.length];
      for (int i = 0; i < rows.length; i++) {
        high[i] = top[rows[i]];
      }
      return RankQuality.of(
          Rows.pick(task.values(), rows), Rows.pick(ranking.prediction(), rows), high);
    }
  }
}
