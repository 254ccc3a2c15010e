package org.suiseki.learn.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Workers;

/**
 * Chooses on inner splits and judges on outer ones, which the choice has not seen: an error that
 * was also chosen by is too small, the more so the more was tried (Varma and Simon, BMC
 * Bioinformatics 7, 91, 2006, doi:10.1186/1471-2105-7-91; Cawley and Talbot, J. Mach. Learn. Res.
 * 11, 2079, 2010). Costs one fit for each arm and inner split and one for each contender and outer
 * split; contenders are worked on side by side.
 */
record NestedSelection(double[] truth, Trials trials, Goal goal, int threads) {

  /**
   * In the order of the contenders.
   *
   * @return for each what it gave, or why it could not be tried
   */
  List<Attempt> run(List<Contender> contenders, Progress progress) {
    List<Workers.Job<Attempt>> jobs = new ArrayList<>();
    for (Contender contender : contenders) {
      jobs.add(shared -> {
        Attempt attempt = attempt(contender, new Quiet(shared));
        shared.step(contender.name(), 1, 1);
        return attempt;
      });
    }
    return Workers.run(threads, jobs, progress, "sources", contenders.size());
  }

  /**
   * @param outcome empty where it failed
   * @param problem empty where it did not
   */
  record Attempt(Optional<Outcome> outcome, Optional<LearnException> problem) {}

  /** One source that cannot be learned from must not end the trial of all others. */
  private Attempt attempt(Contender contender, Progress progress) {
    try {
      return new Attempt(Optional.of(outcome(contender, progress)), Optional.empty());
    } catch (LearnException problem) {
      return new Attempt(Optional.empty(), Optional.of(problem));
    }
  }

  private Outcome outcome(Contender contender, Progress progress) {
    int outer = trials.outer().size();
    int[] chosen = new int[outer];
    double[] least = new double[outer];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int arm = 0; arm < contender.arms().size() && !contender.baseline(); arm++) {
      progress.check();
      double[] loss = innerLoss(contender.arms().get(arm), progress);
      for (int split = 0; split < outer; split++) {
        if (loss[split] < least[split]) {
          least[split] = loss[split];
          chosen[split] = arm;
        }
      }
    }
    double[][] prediction = new double[outer][];
    for (int arm = 0; arm < contender.arms().size(); arm++) {
      judge(contender.arms().get(arm), arm, chosen, prediction, progress);
    }
    return new Outcome(contender, chosen, least, prediction);
  }

  /** One for each outer split: the mean over its inner splits. */
  private double[] innerLoss(Arm arm, Progress progress) {
    List<Split> all = trials.inner().stream().flatMap(List::stream).toList();
    double[][] said = arm.predict(all, progress);
    double[] loss = new double[trials.inner().size()];
    int next = 0;
    for (int split = 0; split < loss.length; split++) {
      List<Split> inner = trials.inner().get(split);
      for (Split one : inner) {
        loss[split] += loss(one.test(), said[next++]) / inner.size();
      }
    }
    return loss;
  }

  private double loss(int[] rows, double[] said) {
    return goal.loss(Rows.pick(truth, rows), Rows.pick(said, rows));
  }

  private void judge(Arm arm, int number, int[] chosen, double[][] prediction, Progress progress) {
    List<Integer> places = new ArrayList<>();
    List<Split> splits = new ArrayList<>();
    for (int split = 0; split < chosen.length; split++) {
      if (chosen[split] == number) {
        places.add(split);
        splits.add(trials.outer().get(split));
      }
    }
    if (splits.isEmpty()) {
      return;
    }
    double[][] said = arm.predict(splits, progress);
    for (int i = 0; i < said.length; i++) {
      prediction[places.get(i)] = said[i];
    }
  }

  /** The steps of one fit are not those of the trial. */
  private record Quiet(Progress target) implements Progress {

    @Override
    public void step(String stage, long done, long total) {}

    @Override
    public boolean cancelled() {
      return target.cancelled();
    }
  }
}
