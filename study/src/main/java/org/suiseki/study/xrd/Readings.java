package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Estimator;
import org.suiseki.learn.GaussianProcess;
import org.suiseki.learn.GaussianProcessModel;
import org.suiseki.learn.MeanBaseline;
import org.suiseki.learn.Model;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Ridge;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.study.OutOfFold;

/** All ways in which a study reads concentrations from patterns, on compositions held out. */
final class Readings {
  static final String MAP = "map";
  static final String WIDE = "wide";
  static final String LEFT_OUT = "left-out";
  static final String RIDGE = "ridge";
  static final String MEAN = "mean";

  /** Keeps the empty parts of patterns from ruling ridge regression. */
  private static final double QUIET = 0.1;

  private final PreparedSet prepared;
  private final long seed;

  Readings(PreparedSet prepared, long seed) {
    this.prepared = prepared;
    this.seed = seed;
  }

  /**
   * The dull ones first.
   *
   * @param map the space of two coordinates
   * @param wide the larger one
   * @param others spaces to compare with
   */
  List<Reading> of(SpaceScore map, SpaceScore wide, List<SpaceScore> others, Progress progress) {
    List<Reading> readings = new ArrayList<>();
    readings.add(dull(MEAN, "the mean of the known samples", new MeanBaseline(), progress));
    readings.add(dull(RIDGE, "ridge on the whole pattern", new Ridge().withFloor(QUIET), progress));
    for (SpaceScore other : others) {
      readings.add(space(other.name() + "-" + other.size(), other, true, progress));
    }
    readings.add(space(MAP, map, false, progress));
    readings.add(space(WIDE, wide, false, progress));
    return readings;
  }

  private Reading dull(
      String name, String title, Estimator<? extends Model> estimator, Progress progress) {
    Dataset data = prepared.dataset(prepared.rows());
    List<? extends Model> models = estimator.fitAll(data, prepared.splits(), progress);
    return new Reading(name, title, true, OutOfFold.of(models, prepared.splits(), data.inputs()));
  }

  /** A Gaussian process on the coordinates; neither it nor the space has seen the test rows. */
  private Reading space(String name, SpaceScore space, boolean baseline, Progress progress) {
    int rows = prepared.size();
    OutOfFold said = new OutOfFold(new double[rows][], new double[rows][], new int[rows]);
    for (int fold = 0; fold < prepared.splits().size(); fold++) {
      progress.check();
      Split split = prepared.splits().get(fold);
      Table points = Coordinates.table(space.points()[fold]);
      Model model =
          new GaussianProcess(seed)
              .withSeparateLengths(false)
              .withTrend(true)
              .fit(prepared.dataset(points), split, progress);
      OutOfFold one =
          OutOfFold.of(
              List.of(model), List.of(new Split(new int[0], new int[0], split.test())), points);
      for (int row : split.test()) {
        said.mean()[row] = one.mean()[row];
        said.deviation()[row] = one.deviation()[row];
        said.fold()[row] = fold;
      }
      progress.step(name, fold + 1L, prepared.splits().size());
    }
    String title = space.title() + ", " + space.size() + " coordinates, Gaussian process";
    return new Reading(name, title, baseline, said);
  }

  /**
   * What a process says of each composition once it is left out; the process keeps its lengths, and
   * the space has seen the pattern, though not what it is of.
   *
   * @param model fitted to all patterns
   */
  Reading leftOut(GaussianProcessModel model) {
    Predictions said = model.leaveOut(prepared.set().groups());
    List<String> groups = prepared.set().groups();
    List<String> names = groups.stream().distinct().toList();
    int[] fold = groups.stream().mapToInt(names::indexOf).toArray();
    return new Reading(
        LEFT_OUT,
        "wide space of all patterns, one composition left out at a time",
        false,
        new OutOfFold(said.mean(), said.deviation(), fold));
  }

  static Reading named(List<Reading> readings, String name) {
    return readings.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " of " + Arrays.asList(readings)));
  }
}
