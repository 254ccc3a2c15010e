package org.suiseki.learn.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.MeanBaseline;
import org.suiseki.learn.Progress;

/** Learning from scratch and every source on the same splits. */
record Contest(
    TransferTask task,
    Trials trials,
    Goal goal,
    Represented represented,
    List<Head> heads,
    List<Head> fromScratch) {
  private static final String SCRATCH = "scratch";

  /** Enough that no single choice decides, few enough that poor sources stay out. */
  private static final int COMMITTEE = 5;

  /**
   * @param baselines each way without a source, alone
   * @param scratch the best of them by the inner splits
   * @param sources those that could be learned from
   * @param best of the sources in each outer split, by the inner ones
   * @param eitherBest the same among scratch, which is 0, and the sources after it
   */
  record Result(
      List<Outcome> baselines,
      Outcome scratch,
      List<Outcome> sources,
      List<LeftOut> leftOut,
      int[] best,
      int[] eitherBest) {

    double[][] winner() {
      return Outcome.predictions(sources, best);
    }

    double[][] either() {
      return Outcome.predictions(withScratch(), eitherBest);
    }

    /** The mean of what the sources say that the inner splits put first, at most five of them. */
    double[][] committee() {
      double[][] mean = new double[best.length][];
      for (int outer = 0; outer < best.length; outer++) {
        int split = outer;
        double[][] said =
            sources.stream()
                .sorted(Comparator.comparingDouble(source -> source.innerLoss()[split]))
                .limit(COMMITTEE)
                .map(source -> source.prediction()[split])
                .toArray(double[][]::new);
        mean[outer] = Rows.mean(said);
      }
      return mean;
    }

    /** What was chosen in an outer split where learning from scratch may be chosen too. */
    Outcome eitherIn(int outer) {
      return withScratch().get(eitherBest[outer]);
    }

    private List<Outcome> withScratch() {
      return withScratch(scratch, sources);
    }

    private static List<Outcome> withScratch(Outcome scratch, List<Outcome> sources) {
      List<Outcome> both = new ArrayList<>(List.of(scratch));
      both.addAll(sources);
      return both;
    }

    /** In how many outer splits each source was the best. */
    int[] won() {
      int[] won = new int[sources.size()];
      for (int source : best) {
        won[source]++;
      }
      return won;
    }
  }

  static String name(Arm arm) {
    return arm.head().name() + " on " + arm.approach();
  }

  /** What is learned from without a source. */
  static List<Approach> own(TransferTask task) {
    return List.of(Approach.frozen("inputs", task.inputs()));
  }

  Result run(int threads, Progress progress) {
    List<Approach> own = own(task);
    List<Arm> scratchArms = Arm.of(task, own, fromScratch);
    List<Contender> contenders = new ArrayList<>();
    Head mean = new Head("mean", new MeanBaseline());
    contenders.add(new Contender("mean", Arm.of(task, own, List.of(mean)), true));
    scratchArms.forEach(arm -> contenders.add(new Contender(name(arm), List.of(arm), true)));
    int baselines = contenders.size();
    contenders.add(new Contender(SCRATCH, scratchArms, false));
    for (Represented.One one : represented.all()) {
      List<Arm> arms = Arm.of(task, one.representation().approaches(), heads);
      contenders.add(new Contender(one.source().name(), arms, false));
    }
    return result(
        baselines,
        contenders,
        new NestedSelection(task.values(), trials, goal, threads).run(contenders, progress));
  }

  private Result result(
      int baselines, List<Contender> contenders, List<NestedSelection.Attempt> attempts) {
    // Without a way from scratch there is nothing to compare with.
    for (int i = 0; i <= baselines; i++) {
      attempts.get(i).problem().ifPresent(problem -> {
        throw problem;
      });
    }
    List<LeftOut> leftOut = new ArrayList<>(represented.leftOut());
    List<Outcome> sources = new ArrayList<>();
    for (int i = baselines + 1; i < attempts.size(); i++) {
      String name = contenders.get(i).name();
      attempts.get(i).outcome().ifPresent(sources::add);
      attempts.get(i).problem().ifPresent(one -> leftOut.add(new LeftOut(name, one.what())));
    }
    if (sources.isEmpty()) {
      throw new LearnException(
          leftOut.isEmpty()
              ? "There is no source to transfer from."
              : "None of the sources can be used. The first: " + leftOut.get(0).reason(),
          "Give at least one source that reads the materials of the target.");
    }
    Outcome scratch = attempts.get(baselines).outcome().orElseThrow();
    return new Result(
        IntStream.range(0, baselines)
            .mapToObj(i -> attempts.get(i).outcome().orElseThrow())
            .toList(),
        scratch,
        sources,
        leftOut,
        Outcome.best(sources),
        Outcome.best(Result.withScratch(scratch, sources)));
  }
}
