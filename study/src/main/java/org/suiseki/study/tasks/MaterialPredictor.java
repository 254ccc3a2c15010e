package org.suiseki.study.tasks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suiseki.library.MaterialModel;
import org.suiseki.study.ModelSource;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Predictor;

/**
 * Predicts the property of a material model for the rows of a table.
 *
 * @param name of the model, for people
 */
public record MaterialPredictor(String name, MaterialModel model) implements Predictor {

  /** Of a model file or folder. */
  public static MaterialPredictor of(Path file) {
    return new MaterialPredictor(
        String.valueOf(file.getFileName()),
        ModelSource.load(file, MaterialModel.KIND, MaterialModel::from));
  }

  @Override
  public PredictionTable predict(Path input) {
    return predict(MaterialCells.read(input, Optional.of(model.kind())));
  }

  PredictionTable predict(MaterialCells cells) {
    List<MaterialModel.Answer> answers = model.predict(cells.texts());
    List<PredictionTable.Row> rows = new ArrayList<>();
    List<PredictionTable.Refused> refused = new ArrayList<>(cells.refused());
    for (int row = 0; row < answers.size(); row++) {
      MaterialModel.Answer answer = answers.get(row);
      String id = cells.ids().get(row);
      if (Double.isNaN(answer.value())) {
        refused.add(new PredictionTable.Refused(id, answer.note()));
      } else {
        rows.add(
            new PredictionTable.Row(
                id,
                model.property().name(),
                answer.value(),
                unit(),
                answer.deviation(),
                answer.inDomain(),
                answer.note()));
      }
    }
    return new PredictionTable(name, rows, refused);
  }

  private String unit() {
    return model.property().unit().equals("1") ? "" : model.property().unit();
  }
}
