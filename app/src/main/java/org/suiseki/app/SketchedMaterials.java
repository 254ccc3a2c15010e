package org.suiseki.app;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.suiseki.describe.MaterialKind;
import org.suiseki.library.DomainSketch;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** Which elements a person's materials are made of. */
final class SketchedMaterials {

  private SketchedMaterials() {}

  /**
   * @param words a CSV file, or formulas with commas between
   */
  static DomainSketch of(String words) {
    Optional<Path> file = file(words);
    return DomainSketch.of(file.isPresent() ? read(file.get()) : formulas(words));
  }

  private static Optional<Path> file(String words) {
    try {
      return Optional.of(Path.of(words)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static List<Composition> formulas(String words) {
    try {
      return Stream.of(words.split(",")).map(String::strip).map(Composition::parse).toList();
    } catch (MatterException e) {
      throw new MatterException(
          "'" + words + "' is neither a file nor a list of formulas: " + e.what(),
          "Give a CSV with a column formula, smiles or unit, or formulas such as MgO,Al2O3.");
    }
  }

  private static List<Composition> read(Path file) {
    Place place = Place.of(file.toString());
    List<Composition> materials = new ArrayList<>();
    List<MatterException> refused = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        MaterialKind kind = kind(row, place);
        try {
          materials.add(kind.composition(row.getField(kind.column())));
        } catch (MatterException e) {
          refused.add(e);
        }
      }
    } catch (IOException | CsvParseException e) {
      String why = e instanceof IOException failure ? Failures.reason(failure) : e.getMessage();
      throw new MatterException(
          "The table cannot be read: " + why + ".", place, "Give a CSV in UTF-8.", e);
    }
    if (materials.isEmpty()) {
      throw refused.isEmpty()
          ? new MatterException("The table has no rows.", place, "Give at least one material.")
          : refused.get(0);
    }
    return materials;
  }

  private static MaterialKind kind(NamedCsvRecord row, Place place) {
    return Stream.of(MaterialKind.values())
        .filter(kind -> row.getHeader().contains(kind.column()))
        .findFirst()
        .orElseThrow(() ->
            new MatterException(
                "The table has no column of materials, only " + row.getHeader() + ".",
                place,
                "Name the column formula, smiles or unit."));
  }
}
