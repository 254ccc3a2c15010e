package org.suiseki.study.tasks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suiseki.describe.MaterialKind;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spelling;
import org.suiseki.matter.io.TextTable;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.StudyException;

/**
 * The materials in a person's file: the column {@code formula} or {@code smiles} of a table, or the
 * only column there is.
 *
 * @param kind of material, as the head of the column says
 * @param ids what stands in a column {@code id} or {@code name}, else the text of the material
 * @param texts one for each row
 * @param refused rows that are none
 */
public record MaterialCells(
    MaterialKind kind,
    List<String> ids,
    List<String> texts,
    List<PredictionTable.Refused> refused) {

  public MaterialCells {
    ids = List.copyOf(ids);
    texts = List.copyOf(texts);
    refused = List.copyOf(refused);
  }

  /**
   * @param expected the kind a model reads; else the head of the column says it
   * @throws StudyException where no column holds materials
   */
  public static MaterialCells read(Path file, Optional<MaterialKind> expected) {
    try (TextTable table = TextTable.open(file)) {
      int column = column(table, expected, file);
      MaterialKind kind = expected.orElseGet(() -> kindOf(table.heads().get(column)).orElseThrow());
      int id = Math.max(place(table, "id"), place(table, "name"));
      List<String> ids = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      List<PredictionTable.Refused> refused = new ArrayList<>();
      boolean more = true;
      while (more) {
        try {
          Optional<TextTable.Row> row = table.next();
          more = row.isPresent();
          if (row.isPresent()) {
            texts.add(row.get().cell(column));
            ids.add(row.get().cell(id < 0 ? column : id));
          }
        } catch (MatterException bad) {
          refused.add(
              new PredictionTable.Refused(
                  bad.place().map(Place::toString).orElse(file.toString()), bad.what()));
        }
      }
      return new MaterialCells(kind, ids, texts, refused);
    }
  }

  private static int column(TextTable table, Optional<MaterialKind> expected, Path file) {
    List<String> heads = table.heads();
    for (int column = 0; column < heads.size(); column++) {
      String head = heads.get(column);
      if (expected.map(kind -> holds(kind, head)).orElseGet(() -> kindOf(head).isPresent())) {
        return column;
      }
    }
    String wanted = expected.map(MaterialKind::column).orElse("formula or smiles");
    throw new StudyException(
        "No column is headed " + wanted + "; the heads are " + String.join(", ", heads) + ".",
        Place.line(file.toString(), 1),
        Spelling.hint(wanted, heads) + "Head the column of materials " + wanted + ".");
  }

  /** Whether a column of that head holds materials of that kind; units are SMILES too. */
  static boolean holds(MaterialKind kind, String head) {
    return kind.column().equalsIgnoreCase(head)
        || (kind == MaterialKind.POLYMER && MaterialKind.MOLECULE.column().equalsIgnoreCase(head));
  }

  /** By the head of a column. */
  private static Optional<MaterialKind> kindOf(String head) {
    for (MaterialKind kind : MaterialKind.values()) {
      if (kind.column().equals(head.toLowerCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static int place(TextTable table, String head) {
    return table.heads().indexOf(head);
  }
}
