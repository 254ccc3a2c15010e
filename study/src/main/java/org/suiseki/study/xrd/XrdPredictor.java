package org.suiseki.study.xrd;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.suiseki.learn.Column;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Table;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.Measurement;
import org.suiseki.matter.io.MeasurementFiles;
import org.suiseki.study.Explanation;
import org.suiseki.study.Explanations;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Predictor;
import org.suiseki.study.StudyException;

/** Says of new patterns where they lie among known samples, and what follows from it. */
final class XrdPredictor implements Predictor {
  private final String name;
  private final XrdModel model;

  /**
   * @param name of the model, for people
   */
  XrdPredictor(String name, XrdModel model) {
    this.name = name;
    this.model = model;
  }

  /** A pattern as the model reads it. */
  private record Read(Table row, List<String> notes, boolean inside) {}

  @Override
  public PredictionTable predict(Path input) {
    List<PredictionTable.Row> rows = new ArrayList<>();
    List<PredictionTable.Refused> refused =
        each(input, (id, one) -> rows.addAll(rows(id, read(one))));
    return new PredictionTable(name, rows, refused);
  }

  @Override
  public Explanations explain(Path input) {
    List<Explanation> explained = new ArrayList<>();
    List<PredictionTable.Refused> refused =
        each(input, (id, one) -> explained.add(explain(id, read(one))));
    return new Explanations(explained, refused);
  }

  /**
   * Does something with each pattern of a file.
   *
   * @return those with which it could not be done
   */
  private static List<PredictionTable.Refused> each(
      Path input, BiConsumer<String, Measurement> task) {
    List<PredictionTable.Refused> refused = new ArrayList<>();
    for (Measurement one : MeasurementFiles.read(input).entries()) {
      try {
        task.accept(one.id(), one);
      } catch (SuisekiException unusable) {
        refused.add(new PredictionTable.Refused(one.id(), unusable.what() + " " + unusable.mend()));
      }
    }
    return refused;
  }

  private Read read(Measurement one) {
    PatternPreprocessing preprocessing = model.preprocessing();
    ModelAxis.Brought brought = new ModelAxis(preprocessing.axis(), model.wavelength()).bring(one);
    Table row = preprocessing.table(List.of(preprocessing.apply(brought.spectrum())));
    double distance = Reconstruction.distances(model.wide(), row)[0];
    if (!Double.isFinite(distance)) {
      throw new StudyException(
          "The pattern holds values that are no numbers.", one.place(), "Look at the file.");
    }
    List<String> notes = new ArrayList<>(one.warnings());
    brought.notes().ifPresent(notes::add);
    boolean inside = distance <= model.border();
    if (!inside) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The pattern is %.3g times as far from what the model can reproduce as held-out"
                  + " samples are at most: take what is said of it with care.",
              distance / model.border()));
    }
    return new Read(row, notes, inside);
  }

  private List<PredictionTable.Row> rows(String id, Read read) {
    String note = String.join(" ", read.notes);
    List<PredictionTable.Row> rows = new ArrayList<>();
    double[] point = model.map().encode(read.row)[0];
    for (int axis = 0; axis < point.length; axis++) {
      rows.add(
          new PredictionTable.Row(
              id, "map " + (axis + 1), point[axis], "", Double.NaN, read.inside, note));
    }
    for (Explanation.Answer answer : answers(read.row)) {
      rows.add(
          new PredictionTable.Row(
              id,
              answer.property(),
              answer.value(),
              answer.unit().equals("1") ? "" : answer.unit(),
              answer.deviation(),
              read.inside,
              note));
    }
    return rows;
  }

  private Explanation explain(String id, Read read) {
    double[] point = model.map().encode(read.row)[0];
    List<Explanation.Coordinate> place = new ArrayList<>();
    for (int axis = 0; axis < point.length; axis++) {
      place.add(new Explanation.Coordinate("z" + (axis + 1), point[axis]));
    }
    NewPattern pattern = new NewPattern(model, read.row);
    return new Explanation(
        id,
        model.title() + ", " + name,
        place,
        answers(read.row),
        pattern.neighbours(),
        pattern.reasons(),
        read.inside,
        read.notes);
  }

  private List<Explanation.Answer> answers(Table row) {
    if (model.concentrations().isEmpty()) {
      return List.of();
    }
    Predictions said =
        model.concentrations().get(0).predict(Coordinates.table(model.wide().encode(row)));
    List<Explanation.Answer> answers = new ArrayList<>();
    for (int i = 0; i < said.outputs().size(); i++) {
      Column output = said.outputs().get(i);
      answers.add(
          new Explanation.Answer(
              output.name(),
              said.mean()[0][i],
              model.recalibrations().get(i).apply(said.deviation()[0][i]),
              output.unit()));
    }
    return answers;
  }
}
