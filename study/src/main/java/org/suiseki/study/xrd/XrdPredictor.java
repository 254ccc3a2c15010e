package org.suiseki.study.xrd;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.suiseki.learn.Column;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Table;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.Measurement;
import org.suiseki.matter.io.MeasurementFiles;
import org.suiseki.study.Explanation;
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

  @Override
  public PredictionTable predict(Path input) {
    List<PredictionTable.Row> rows = new ArrayList<>();
    List<PredictionTable.Refused> refused = new ArrayList<>();
    for (Measurement one : MeasurementFiles.read(input).entries()) {
      try {
        rows.addAll(rows(one));
      } catch (SuisekiException unusable) {
        refused.add(new PredictionTable.Refused(one.id(), unusable.what()));
      }
    }
    return new PredictionTable(name, rows, refused);
  }

  private List<PredictionTable.Row> rows(Measurement one) {
    Table row = row(one);
    double distance = Reconstruction.distances(model.wide(), row)[0];
    boolean inside = distance <= model.border();
    String note = inside ? "" : foreign(distance);
    List<PredictionTable.Row> rows = new ArrayList<>();
    double[] point = model.map().encode(row)[0];
    for (int axis = 0; axis < point.length; axis++) {
      rows.add(
          new PredictionTable.Row(
              one.id(), "map " + (axis + 1), point[axis], "1", Double.NaN, inside, note));
    }
    List<Explanation.Answer> answers = answers(row);
    for (Explanation.Answer answer : answers) {
      rows.add(
          new PredictionTable.Row(
              one.id(),
              answer.property(),
              answer.value(),
              answer.unit(),
              answer.deviation(),
              inside,
              note));
    }
    return rows;
  }

  @Override
  public List<Explanation> explain(Path input) {
    List<Explanation> explanations = new ArrayList<>();
    for (Measurement one : MeasurementFiles.read(input).entries()) {
      explanations.add(explain(one));
    }
    return explanations;
  }

  private Explanation explain(Measurement one) {
    Table row = row(one);
    double distance = Reconstruction.distances(model.wide(), row)[0];
    boolean inside = distance <= model.border();
    List<String> notes = new ArrayList<>(one.warnings());
    if (!inside) {
      notes.add("The pattern is " + foreign(distance) + ": take what is said of it with care.");
    }
    double[] point = model.map().encode(row)[0];
    List<Explanation.Coordinate> place = new ArrayList<>();
    for (int axis = 0; axis < point.length; axis++) {
      place.add(new Explanation.Coordinate("z" + (axis + 1), point[axis]));
    }
    NewPattern pattern = new NewPattern(model, row);
    return new Explanation(
        one.id(),
        model.title() + ", " + name,
        place,
        answers(row),
        pattern.neighbours(),
        pattern.reasons(),
        inside,
        notes);
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

  private Table row(Measurement one) {
    PatternPreprocessing preprocessing = model.preprocessing();
    return preprocessing.table(List.of(preprocessing.apply(one.spectrum())));
  }

  private String foreign(double distance) {
    if (!Double.isFinite(distance)) {
      throw new StudyException(
          "The pattern holds values that are no numbers.", "Look at the file.");
    }
    return String.format(
        java.util.Locale.ROOT,
        "%.1f times as far from what the model can reproduce as held-out samples are at most",
        distance / model.border());
  }
}
