package org.suiseki.learn.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Metric;
import org.suiseki.learn.Model;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

/**
 * Tries every source for a small target (the "shotgun" transfer of Yamada et al., ACS Cent. Sci. 5,
 * 1717, 2019, doi:10.1021/acscentsci.9b00804), and says whether any helps beyond chance.
 *
 * <p>The more sources are tried, the better the best of them looks. Two guards stand against that.
 * What is chosen (approach and head for each source, and the source itself for the winner) is
 * chosen on inner folds and judged on outer ones ({@link NestedSelection}). And each source's own
 * p value ({@link Comparison}) is corrected for their number ({@link ManyTests}): by Holm, which is
 * the one to go by, and by max-T.
 *
 * <p>Learning from scratch has the same chance: its heads, with the task's own inputs, are chosen
 * on the same inner folds and judged on the same outer ones.
 *
 * <p>What the answer is not: it speaks of materials like those of the target. For what lies beyond
 * its values use {@link TailTrial}. With some dozens of rows only large gains can be told from
 * chance; "undecided" is no proof that transfer is useless.
 *
 * <p>Cost: repeats · folds · (innerFolds + 1) fits for each source, approach and head. 20 sources of
 * three approaches with ridge on 60 rows: about 10,000 fits of a few milliseconds.
 *
 * @param heads that learn from frozen features
 * @param scratch heads that learn from the task's own inputs
 * @param flips of the permutation test
 * @param threads sources tried side by side; any number gives the same result
 * @param seed of the folds and flips; heads have their own
 */
public record Shotgun(
    List<Head> heads,
    List<Head> scratch,
    int folds,
    int innerFolds,
    int repeats,
    int flips,
    int threads,
    long seed) {

  public Shotgun {
    heads = List.copyOf(heads);
    scratch = List.copyOf(scratch);
    if (heads.isEmpty() || scratch.isEmpty() || folds < 2 || innerFolds < 2 || repeats < 1) {
      throw new LearnException(
          heads.size()
              + " heads, "
              + scratch.size()
              + " from scratch, "
              + folds
              + " folds, "
              + innerFolds
              + " inner folds and "
              + repeats
              + " repeats cannot try anything.",
          "Give at least one head for each, two folds of each and one repeat.");
    }
  }

  /**
   * Ridge, forest and Gaussian process, on frozen features and from scratch; five outer folds, five
   * inner ones, three repeats.
   */
  public static Shotgun standard(int threads, long seed) {
    return new Shotgun(
        Head.standard(seed),
        Head.standard(seed),
        5,
        5,
        3,
        10_000,
        threads,
        seed);
  }

  /**
   * Tries them all, and what they predict {@linkplain AllTogether together} as one more. A source
   * that cannot read a material of the target is left out and named.
   */
  public ShotgunResult run(TransferTask task, List<Source> sources, Progress progress) {
    return new Trial(task, Represented.all(task, sources, progress)).run(progress);
  }

  /**
   * The model that the trial leads to, with learning from scratch among what may be chosen: what
   * the first pass over the outer folds chose, trained again.
   *
   * @param result of {@link #run} with the same task and sources
   * @param describe materials → the inputs of the task, for learning from scratch
   */
  public TransferModel fit(
      TransferTask task,
      List<Source> sources,
      ShotgunResult result,
      Function<List<String>, Table> describe,
      Progress progress) {
    Represented represented = Represented.all(task, sources, progress);
    List<Split> outer = Trials.folds(task, folds, innerFolds, 1, seed).outer();
    List<TransferModel.Member> members = new ArrayList<>();
    for (int fold = 0; fold < outer.size(); fold++) {
      progress.check();
      members.add(member(task, represented, result.chosen().get(fold), outer.get(fold), progress));
      progress.step("model", fold + 1, outer.size());
    }
    return new TransferModel(task.target(), members, describe);
  }

  /** The same where the trial itself is not wanted: one pass over the outer folds. */
  public TransferModel fit(
      TransferTask task,
      List<Source> sources,
      Function<List<String>, Table> describe,
      Progress progress) {
    Shotgun once = new Shotgun(heads, scratch, folds, innerFolds, 1, 1, threads, seed);
    return once.fit(task, sources, once.run(task, sources, progress), describe, progress);
  }

  private TransferModel.Member member(
      TransferTask task,
      Represented represented,
      ShotgunResult.Chosen chosen,
      Split split,
      Progress progress) {
    boolean fromScratch = chosen.source().isEmpty();
    List<Approach> approaches =
        fromScratch
            ? Contest.own(task)
            : represented.of(chosen.source()).representation().approaches();
    Arm arm =
        Arm.of(task, approaches, fromScratch ? scratch : heads).stream()
            .filter(one -> one.approach().equals(chosen.approach()))
            .filter(one -> one.head().name().equals(chosen.head()))
            .findFirst()
            .orElseThrow();
    Model model = arm.fit(split, progress);
    int[] test = split.test();
    double[][] said = model.predict(arm.data().inputs().selectRows(test)).mean();
    double[] missed = new double[test.length];
    Arrays.setAll(missed, i -> Math.abs(said[i][0] - task.values()[test[i]]));
    return new TransferModel.Member(
        fromScratch
            ? new TransferModel.FromScratch(chosen.head())
            : new TransferModel.FromSource(
                represented.of(chosen.source()).source(), chosen.approach(), chosen.head()),
        model,
        missed);
  }

  /** One run: what is asked, and the sources as they see it. */
  private final class Trial {
    private final TransferTask task;
    private final Represented represented;
    private final Trials trials;

    Trial(TransferTask task, Represented represented) {
      this.task = task;
      this.represented = represented;
      this.trials = Trials.folds(task, folds, innerFolds, repeats, seed);
    }

    ShotgunResult run(Progress progress) {
      Contest contest = new Contest(task, trials, Goal.ERROR, represented, heads, scratch);
      Contest.Result result = contest.run(threads, progress);
      double[] fromScratch = losses(result.scratch().prediction());
      List<Comparison> comparisons = new ArrayList<>();
      double[][] gains = new double[result.sources().size()][];
      double[] p = new double[gains.length];
      for (int i = 0; i < gains.length; i++) {
        Outcome outcome = result.sources().get(i);
        comparisons.add(
            Comparison.of(losses(outcome.prediction()), fromScratch, 1.0 / (folds - 1)));
        p[i] = comparisons.get(i).p();
        gains[i] = gains(outcome.prediction(), result.scratch().prediction());
      }
      double[] holm = ManyTests.holm(p);
      double[] maxT = ManyTests.maxT(gains, flips, seed);
      int[] won = result.won();
      List<SourceFinding> findings = new ArrayList<>();
      for (int i = 0; i < gains.length; i++) {
        findings.add(finding(result.sources().get(i), won[i], comparisons.get(i), holm[i], maxT[i]));
      }
      findings.sort(Comparator.comparingDouble(one -> -one.againstScratch().gain()));
      return new ShotgunResult(
          result.baselines().stream()
              .map(one -> new Standing(one.contender().name(), mean(losses(one.prediction()))))
              .toList(),
          new Standing(Contest.name(result.scratch().usual()), mean(fromScratch)),
          Comparison.of(losses(result.winner()), fromScratch, 1.0 / (folds - 1)),
          Comparison.of(losses(result.either()), fromScratch, 1.0 / (folds - 1)),
          findings,
          reasons(findings),
          result.leftOut(),
          chosen(result),
          new ShotgunResult.HeldOut(
              Rows.mean(result.winner()), Rows.mean(result.scratch().prediction())),
          trials.outer().size());
    }

    private List<ShotgunResult.Chosen> chosen(Contest.Result result) {
      List<ShotgunResult.Chosen> chosen = new ArrayList<>();
      for (int split = 0; split < trials.outer().size(); split++) {
        Outcome outcome = result.eitherIn(split);
        String source = outcome == result.scratch() ? "" : outcome.contender().name();
        Arm arm = outcome.arm(split);
        chosen.add(new ShotgunResult.Chosen(source, arm.approach(), arm.head().name()));
      }
      return chosen;
    }

    private SourceFinding finding(
        Outcome outcome, int won, Comparison comparison, double holm, double maxT) {
      Represented.One one = represented.of(outcome.contender().name());
      Arm usual = outcome.usual();
      return new SourceFinding(
          one.source().name(),
          one.source().property(),
          usual.approach(),
          usual.head().name(),
          won,
          comparison,
          holm,
          maxT,
          one.likeness(task, usual.data().inputs()));
    }

    private double[] losses(double[][] prediction) {
      double[] losses = new double[prediction.length];
      for (int split = 0; split < losses.length; split++) {
        int[] test = trials.outer().get(split).test();
        losses[split] =
            Goal.ERROR.loss(Rows.pick(task.values(), test), Rows.pick(prediction[split], test));
      }
      return losses;
    }

    /** How much less each group is missed by, mean over rows and repeats. */
    private double[] gains(double[][] prediction, double[][] other) {
      Map<String, double[]> sums = new LinkedHashMap<>();
      for (int split = 0; split < prediction.length; split++) {
        for (int row : trials.outer().get(split).test()) {
          double truth = task.values()[row];
          double[] sum = sums.computeIfAbsent(task.groups().get(row), group -> new double[2]);
          sum[0] += Math.abs(other[split][row] - truth) - Math.abs(prediction[split][row] - truth);
          sum[1]++;
        }
      }
      return sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray();
    }
  }

  private static List<ShotgunResult.Reason> reasons(List<SourceFinding> findings) {
    return List.of(
        reason("materials", findings, one -> one.likeness().materials()),
        reason("inside", findings, one -> one.likeness().inside()),
        reason("correlation", findings, one -> Math.abs(one.likeness().correlation())),
        reason("alignment", findings, one -> one.likeness().alignment()));
  }

  private static ShotgunResult.Reason reason(
      String name, List<SourceFinding> findings, ToDoubleFunction<SourceFinding> likeness) {
    List<SourceFinding> known =
        findings.stream().filter(one -> !Double.isNaN(likeness.applyAsDouble(one))).toList();
    double[] like = known.stream().mapToDouble(likeness).toArray();
    double[] gain = known.stream().mapToDouble(one -> one.againstScratch().gain()).toArray();
    double correlation = known.size() < 3 ? Double.NaN : Metric.SPEARMAN.of(gain, like);
    return new ShotgunResult.Reason(name, correlation);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
