package org.suiseki.study.polymer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.TextTable;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.StudyException;

/**
 * A table of materials with properties, and how it is read.
 *
 * @param file its name below the data folder
 * @param id head of the ids; empty for the number of the line
 * @param material head of the SMILES
 * @param most rows that are taken, drawn at random where there are more
 */
record MaterialFile(
    String file,
    MaterialKind kind,
    String id,
    String material,
    List<PropertyColumn> properties,
    int most) {

  /** Looks in the folder and in the folders right below it. */
  static Optional<Path> find(Path folder, String file) {
    if (Files.isRegularFile(folder.resolve(file))) {
      return Optional.of(folder.resolve(file));
    }
    try (Stream<Path> below = Files.list(folder)) {
      return below
          .filter(Files::isDirectory)
          .sorted()
          .map(one -> one.resolve(file))
          .filter(Files::isRegularFile)
          .findFirst();
    } catch (IOException e) {
      throw new StudyException(
          "The folder cannot be read.",
          Place.of(folder.toString()),
          "Name the folder that holds " + file + ".",
          e);
    }
  }

  KnownMaterials read(
      TextTable table, String name, long seed, List<PredictionTable.Refused> refused) {
    int idAt = id.isEmpty() ? -1 : table.column(id);
    int materialAt = table.column(material);
    int[] at = properties.stream().mapToInt(one -> table.column(one.column())).toArray();
    List<TextTable.Row> rows = rows(table, seed);
    List<String> ids = new ArrayList<>();
    List<String> materials = new ArrayList<>();
    List<String> canonical = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (TextTable.Row row : rows) {
      String called = idAt < 0 ? String.valueOf(row.place()) : row.cell(idAt);
      try {
        double[] own = numbers(row, at);
        canonical.add(kind.canonical(row.cell(materialAt)));
        ids.add(called);
        materials.add(row.cell(materialAt));
        values.add(own);
      } catch (SuisekiException unreadable) {
        refused.add(new PredictionTable.Refused(called, unreadable.what()));
      }
    }
    if (ids.isEmpty()) {
      throw new StudyException(
          "No material of " + name + " can be read.",
          "Check that the column " + material + " holds SMILES.");
    }
    List<Column> columns =
        properties.stream().map(one -> new Column(one.name(), one.unit())).toList();
    return new KnownMaterials(
        name,
        kind,
        ids,
        materials,
        canonical,
        columns,
        values.toArray(double[][]::new),
        table.sha256());
  }

  /** All, or as many as are wanted: each row with the same chance, in constant memory. */
  private List<TextTable.Row> rows(TextTable table, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TextTable.Row> kept = new ArrayList<>();
    int seen = 0;
    for (Optional<TextTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
      seen++;
      if (kept.size() < most) {
        kept.add(row.get());
      } else {
        int place = random.nextInt(seen);
        if (place < most) {
          kept.set(place, row.get());
        }
      }
    }
    return kept;
  }

  private double[] numbers(TextTable.Row row, int[] at) {
    double[] own = new double[at.length];
    for (int p = 0; p < at.length; p++) {
      double value = row.number(at[p], properties.get(p).column());
      boolean none = properties.get(p).logarithm() && !(value > 0);
      own[p] = none ? Double.NaN : properties.get(p).logarithm() ? Math.log10(value) : value;
    }
    return own;
  }
}
