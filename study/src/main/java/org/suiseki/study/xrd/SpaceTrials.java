package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.suiseki.explain.latent.MapQuality;
import org.suiseki.learn.Interval;
import org.suiseki.learn.LatentEstimator;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Workers;

/** Trains a candidate in every fold and judges it by compositions that it has not seen. */
final class SpaceTrials {
  private final PreparedSet prepared;
  private final XrdOptions options;

  /** A resumed run trains again what it needs, from the same seeds. */
  private final Map<String, List<LatentModel>> trained = new HashMap<>();

  SpaceTrials(PreparedSet prepared, XrdOptions options) {
    this.prepared = prepared;
    this.options = options;
  }

  SpaceScore judge(SpaceCandidate candidate, int size, Progress progress) {
    long begin = System.nanoTime();
    List<LatentModel> models = models(candidate, size, progress);
    Interval interval = SpaceScore.interval(prepared.rows(), prepared.splits(), models);
    double[][][] points = new double[models.size()][][];
    double trust = 0;
    for (int fold = 0; fold < points.length; fold++) {
      points[fold] = models.get(fold).encode(prepared.rows());
      trust += trustworthiness(points[fold], prepared.splits().get(fold)) / points.length;
    }
    return new SpaceScore(
        candidate.name(),
        candidate.title(),
        candidate.baseline(),
        size,
        SpaceScore.unexplained(prepared.rows(), prepared.splits(), models),
        interval.low(),
        interval.high(),
        trust,
        Math.round((System.nanoTime() - begin) / 1e6) / 1e3,
        points);
  }

  /** The spaces of all folds; the same each time. */
  List<LatentModel> models(SpaceCandidate candidate, int size, Progress progress) {
    String key = candidate.name() + "-" + size;
    if (!trained.containsKey(key)) {
      LatentEstimator<? extends LatentModel> estimator =
          candidate.maker().make(size, options.seed());
      trained.put(key, List.copyOf(estimator.fitAll(prepared.rows(), prepared.splits(), progress)));
    }
    return Objects.requireNonNull(trained.get(key));
  }

  /** The space of all patterns from several seeds. */
  List<LatentModel> seeds(SpaceCandidate candidate, int size, int seeds, Progress progress) {
    List<Workers.Job<LatentModel>> jobs = new ArrayList<>();
    for (LatentEstimator<? extends LatentModel> one :
        candidate.seeded(size, options.seed(), seeds)) {
      jobs.add(running -> {
        LatentModel model = one.fit(prepared.rows(), prepared.whole(), new Unheard(running));
        running.step(candidate.name(), 1, 1);
        return model;
      });
    }
    return Workers.run(options.threads(), jobs, progress, candidate.name(), seeds);
  }

  /** Passes on that a run is cancelled, and none of its steps. */
  private record Unheard(Progress target) implements Progress {

    @Override
    public void step(String stage, long done, long total) {}

    @Override
    public boolean cancelled() {
      return target.cancelled();
    }
  }

  /** Of the held-out rows among themselves, where there are enough of them. */
  private double trustworthiness(double[][] points, Split split) {
    int[] test = split.test();
    int neighbours = Math.min(options.neighbours(), (test.length - 1) / 2);
    if (neighbours < 1) {
      return Double.NaN;
    }
    return MapQuality.of(
            IntStream.of(test).mapToObj(prepared.rows()::row).toArray(double[][]::new),
            IntStream.of(test).mapToObj(row -> points[row]).toArray(double[][]::new),
            neighbours)
        .trustworthiness();
  }
}
