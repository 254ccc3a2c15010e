package org.suiseki.study.quasicrystal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suiseki.library.MaterialClassModel;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.TextTable;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Predictor;

/**
 * Tells the classes of a person's compositions: a table with a column {@code formula} or {@code
 * composition}, or its only column. One row for each class of each, with its probability.
 */
final class ClassPredictor implements Predictor {
  private final String name;
  private final MaterialClassModel model;

  ClassPredictor(String name, MaterialClassModel model) {
    this.name = name;
    this.model = model;
  }

  @Override
  public PredictionTable predict(Path input) {
    List<String> ids = new ArrayList<>();
    List<String> formulas = new ArrayList<>();
    List<PredictionTable.Refused> refused = new ArrayList<>();
    try (TextTable table = TextTable.open(input)) {
      int column = column(table);
      boolean more = true;
      while (more) {
        try {
          Optional<TextTable.Row> row = table.next();
          more = row.isPresent();
          row.ifPresent(one -> take(one, column, ids, formulas, refused));
        } catch (MatterException bad) {
          refused.add(refused(bad.place().map(Place::toString).orElse(input.toString()), bad));
        }
      }
    }
    List<PredictionTable.Row> rows = new ArrayList<>();
    List<MaterialClassModel.Answer> answers = model.predict(formulas);
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).isKnown()) {
        add(rows, ids.get(i), answers.get(i));
      } else {
        refused.add(new PredictionTable.Refused(ids.get(i), answers.get(i).note()));
      }
    }
    return new PredictionTable(name, rows, refused);
  }

  private static int column(TextTable table) {
    for (String head : List.of("formula", "composition")) {
      if (table.heads().contains(head)) {
        return table.column(head);
      }
    }
    return table.heads().size() == 1 ? 0 : table.column("formula");
  }

  private static void take(
      TextTable.Row row,
      int column,
      List<String> ids,
      List<String> formulas,
      List<PredictionTable.Refused> refused) {
    String cell = row.cell(column);
    try {
      formulas.add(FormulaReader.composition(cell, row.place()).formula());
      ids.add(cell);
    } catch (SuisekiException bad) {
      refused.add(refused(row.place() + " " + cell, bad));
    }
  }

  private static PredictionTable.Refused refused(String where, SuisekiException bad) {
    return new PredictionTable.Refused(where, (bad.what() + " " + bad.mend()).strip());
  }

  private void add(List<PredictionTable.Row> rows, String id, MaterialClassModel.Answer answer) {
    for (int one = 0; one < model.classes().size(); one++) {
      String decided = one == answer.said() ? "named " + model.classes().get(one) : "";
      String note =
          decided.isEmpty() || answer.note().isEmpty()
              ? decided + answer.note()
              : decided + "; " + answer.note();
      rows.add(
          new PredictionTable.Row(
              id,
              "P(" + model.classes().get(one) + ")",
              answer.chances().get(one),
              "",
              Double.NaN,
              answer.inDomain(),
              note));
    }
  }
}
