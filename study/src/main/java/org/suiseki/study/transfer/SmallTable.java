package org.suiseki.study.transfer;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.suiseki.describe.MaterialKind;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.TextTable;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.StudyException;

/**
 * The rows of a table with a material and one property, as a person gives them. The same material
 * may stand in several rows, such as polymorphs of one formula.
 *
 * @param source file or resource, for people
 * @param ids one a row: the cell of the column of ids where there is one and it is new, else the
 *     material, else with a number added
 * @param materials canonical texts
 * @param values of the property as the table has them
 * @param refused rows that cannot be used
 * @param sha256 of the file
 */
public record SmallTable(
    String source,
    List<String> ids,
    List<String> materials,
    double[] values,
    List<PredictionTable.Refused> refused,
    String sha256) {

  public SmallTable {
    ids = List.copyOf(ids);
    materials = List.copyOf(materials);
    refused = List.copyOf(refused);
  }

  /**
   * Which columns to read.
   *
   * @param material head of the column of formulas or SMILES
   * @param property head of the column of numbers
   * @param id head of a column of ids, used where the table has it; may be empty
   * @param positive whether only values above zero can be used, as for a logarithm
   */
  public record Heads(
      MaterialKind kind, String material, String property, String id, boolean positive) {}

  public static SmallTable read(Path file, Heads heads) {
    try (TextTable table = TextTable.open(file)) {
      return new Reading(heads, file.toString()).all(table);
    }
  }

  /**
   * @param source how errors name it
   */
  public static SmallTable read(InputStream stream, String source, Heads heads) {
    try (TextTable table = TextTable.of(stream, source)) {
      return new Reading(heads, source).all(table);
    }
  }

  private static final class Reading {
    private final Heads heads;
    private final String source;
    private final List<String> ids = new ArrayList<>();
    private final List<String> materials = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<PredictionTable.Refused> refused = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    Reading(Heads heads, String source) {
      this.heads = heads;
      this.source = source;
    }

    SmallTable all(TextTable table) {
      int material = table.column(heads.material());
      int property = table.column(heads.property());
      int id = heads.id().isEmpty() ? -1 : table.heads().indexOf(heads.id());
      boolean more = true;
      while (more) {
        try {
          Optional<TextTable.Row> row = table.next();
          more = row.isPresent();
          row.ifPresent(one -> take(one, material, property, id));
        } catch (MatterException bad) {
          String place = bad.place().map(Place::toString).orElse(source);
          refused.add(new PredictionTable.Refused(place, bad.what()));
        }
      }
      if (values.isEmpty()) {
        throw new StudyException(
            "No row of it can be used"
                + (refused.isEmpty() ? "." : "; the first: " + refused.get(0).reason()),
            Place.of(source),
            "Give a table with a column "
                + heads.material()
                + " and numbers below "
                + heads.property()
                + ".");
      }
      return new SmallTable(
          source,
          ids,
          materials,
          values.stream().mapToDouble(Double::doubleValue).toArray(),
          refused,
          table.sha256());
    }

    private void take(TextTable.Row row, int material, int property, int id) {
      double value = row.number(property, heads.property());
      String problem =
          Double.isNaN(value)
              ? "It has no number for " + heads.property() + "."
              : heads.positive() && value <= 0 ? value + " has no logarithm." : "";
      if (!problem.isEmpty()) {
        refused.add(new PredictionTable.Refused(row.place().toString(), problem));
        return;
      }
      try {
        materials.add(heads.kind().canonical(row.cell(material)));
        ids.add(unique(id < 0 ? row.cell(material) : row.cell(id), row.cell(material)));
        values.add(value);
      } catch (SuisekiException unreadable) {
        refused.add(new PredictionTable.Refused(row.place().toString(), unreadable.what()));
      }
    }

    private String unique(String id, String material) {
      String wanted = id.isEmpty() ? material : id;
      String found = wanted;
      for (int number = 2; !taken.add(found); number++) {
        found = wanted + " (" + number + ")";
      }
      return found;
    }
  }
}
