package org.suiseki.learn.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.suiseki.learn.Columns;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Metric;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;
import org.suiseki.matter.SuisekiException;

/** The sources with what each makes of the target, asked once. */
record Represented(List<One> all, List<LeftOut> leftOut) {

  /** A source with what it makes of the target's materials. */
  record One(Source source, Representation representation) {

    SourceFinding.Likeness likeness(TransferTask task, Table features) {
      return new SourceFinding.Likeness(
          representation.likeness(),
          representation.insideShare(),
          correlation(task),
          Alignment.of(features, task.values()));
    }

    private double correlation(TransferTask task) {
      double[] said = representation.prediction();
      int[] known =
          IntStream.range(0, said.length).filter(row -> Double.isFinite(said[row])).toArray();
      return known.length < 3
          ? Double.NaN
          : Metric.SPEARMAN.of(Rows.pick(task.values(), known), Rows.pick(said, known));
    }
  }

  Represented {
    all = List.copyOf(all);
    leftOut = List.copyOf(leftOut);
  }

  static Represented all(TransferTask task, List<Source> sources, Progress progress) {
    Set<String> names = new HashSet<>(Set.of(AllTogether.NAME));
    List<One> all = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Source source : sources) {
      progress.check();
      if (!names.add(source.name())) {
        throw new LearnException(
            "The name '" + source.name() + "' of a source is taken.",
            "Give each source a name of its own.");
      }
      try {
        all.add(new One(source, checked(source.represent(task.materials()), task)));
      } catch (SuisekiException problem) {
        leftOut.add(new LeftOut(source.name(), problem.what()));
      }
      progress.step("features", all.size() + leftOut.size(), sources.size());
    }
    if (all.size() > 1) {
      all.add(together(all));
    }
    return new Represented(all, leftOut);
  }

  private static One together(List<One> all) {
    AllTogether together = new AllTogether(all.stream().map(One::source).toList());
    List<Representation> said = all.stream().map(One::representation).toList();
    return new One(together, AllTogether.of(together.sources(), said));
  }

  private static Representation checked(Representation representation, TransferTask task) {
    if (representation.prediction().length != task.rows()) {
      throw new LearnException(
          "It answers with "
              + representation.prediction().length
              + " rows for "
              + task.rows()
              + " materials.",
          "A source gives one row for each material.");
    }
    int[] rows = IntStream.range(0, task.rows()).toArray();
    for (Approach approach : representation.approaches()) {
      Columns.requireFinite(approach.inputs(), rows);
    }
    return representation;
  }

  One of(String name) {
    return all.stream().filter(one -> one.source().name().equals(name)).findFirst().orElseThrow();
  }
}
