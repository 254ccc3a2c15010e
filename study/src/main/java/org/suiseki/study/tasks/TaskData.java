package org.suiseki.study.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.suiseki.describe.MaterialText;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Folds;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.library.DescribedMaterials;
import org.suiseki.library.DomainSketch;
import org.suiseki.matter.ElementTable;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.StudyException;

/**
 * The materials of a task, described one way.
 *
 * @param task it belongs to
 * @param descriptor with options
 * @param elements a person's own table of them
 * @param columns of the descriptor's numbers that all rows have
 * @param data inputs, and the property on the scale of the task
 * @param values the property in its unit, one for each row
 * @param domain of all rows
 * @param refused materials that this descriptor cannot describe
 */
record TaskData(
    Task task,
    String descriptor,
    Optional<ElementTable> elements,
    int[] columns,
    Dataset data,
    double[] values,
    DomainSketch domain,
    List<PredictionTable.Refused> refused) {
  /** Below it a test set says nothing. */
  static final int FEWEST_ROWS = 10;

  static TaskData of(Task task, TaskRows rows, String descriptor) {
    Optional<ElementTable> own = task.elements().map(ElementTable::read);
    ElementTable elements = own.orElseGet(ElementTable::standard);
    DescribedMaterials described =
        DescribedMaterials.of(
            MaterialText.descriptor(task.kind(), descriptor, elements), rows.materials());
    TaskRows used = rows.select(described.places());
    if (used.size() < FEWEST_ROWS) {
      throw new StudyException(
          "The task '"
              + task.name()
              + "' has "
              + used.size()
              + " materials that "
              + descriptor
              + " describes"
              + described.refused().stream()
                  .findFirst()
                  .map(one -> "; the first it refuses is " + one.text() + ": " + one.reason())
                  .orElse("."),
          "Give at least " + FEWEST_ROWS + ", or another descriptor.");
    }
    requireSpread(task, used);
    int[] columns = described.completeColumns();
    Table inputs = described.table().selectColumns(columns);
    double[] learned = Arrays.stream(used.values()).map(task.scale()::toModel).toArray();
    Table targets = new Table(List.of(task.property()), used.size(), learned);
    List<PredictionTable.Refused> refused = new ArrayList<>();
    described
        .refused()
        .forEach(one -> refused.add(new PredictionTable.Refused(one.text(), one.reason())));
    return new TaskData(
        task,
        descriptor,
        own,
        columns,
        new Dataset(
            used.materials(),
            inputs,
            targets,
            new Origin(task.source().source(), task.source().licence(), rows.sha256())),
        used.values(),
        DomainSketch.of(used.materials().stream().map(task.kind()::composition).toList()),
        refused);
  }

  private static void requireSpread(Task task, TaskRows rows) {
    if (Arrays.stream(rows.values()).distinct().limit(2).count() < 2) {
      throw new StudyException(
          "All values of the task '" + task.name() + "' are " + rows.values()[0] + ".",
          "A constant cannot be learned; check the key target.");
    }
  }

  /**
   * How the models are judged: with folds, their splits; else one split for each model set.
   *
   * @param seed of the study
   * @param number of the split, from 0; not looked at with folds
   */
  List<Split> splits(long seed, int number) {
    if (task.judging().folds() > 0) {
      int folds = Math.min(task.judging().folds(), data.rows());
      return Folds.random(data.rows(), folds, seed);
    }
    int parts = (int) Math.round(1 / task.judging().test());
    Split outer = Folds.random(data.rows(), Math.max(2, parts), seed + number).get(0);
    double share = task.judging().validation() / (1 - task.judging().test());
    return List.of(Folds.withValidation(outer, share, seed + number));
  }

  /** All rows for training, as the models that folds have judged see them. */
  Split whole() {
    return new Split(IntStream.range(0, data.rows()).toArray(), new int[0], new int[0]);
  }
}
