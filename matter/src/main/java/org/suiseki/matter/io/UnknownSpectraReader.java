package org.suiseki.matter.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suiseki.matter.Composition;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** Reads spectra whose substances may be unknown. The forms are in {@link CoreLossReader}. */
final class UnknownSpectraReader {
  private final Path path;
  private final String source;
  private final UsableRows<UnknownSpectrum> rows = new UsableRows<>(UnknownSpectrum::id);

  UnknownSpectraReader(Path fileOrFolder) {
    this.path = fileOrFolder;
    this.source = fileOrFolder.toString();
  }

  UnknownSpectra read() {
    if (Files.isDirectory(path)) {
      readFolder();
    } else {
      SpectraContent content = BoundedLines.of(path, lines -> SpectraContent.of(lines, source));
      BoundedLines.of(path, lines -> readFile(content, lines));
    }
    if (rows.noneUsable()) {
      throw nothing();
    }
    return new UnknownSpectra(rows.usable(), rows.rejected(), source);
  }

  private UsableRows<UnknownSpectrum> readFile(SpectraContent content, BoundedLines lines) {
    switch (content) {
      case TRANSITIONS -> readTransitions(lines);
      case SPECTRA_LINES -> keep(SpectraLines.read(lines, source, rows::reject), Map.of());
      case TABLE -> keep(SpectraTable.read(lines, source), Map.of());
      case TWO_COLUMNS -> {
        FoundSpectra found = new FoundSpectra(source);
        String id = idOfFile();
        found.read(id, Place.of(source), () -> TwoColumns.read(lines, id, source, found));
        keep(found, Map.of());
      }
    }
    return rows;
  }

  private void readTransitions(BoundedLines lines) {
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      String text = line.get();
      if (!text.isBlank()) {
        Place place = lines.place();
        rows.read(place, () -> SiteSticksLines.unknown(JsonLine.parse(text, place)));
      }
    }
  }

  private void readFolder() {
    SpectraFolder folder = new SpectraFolder(path);
    Path spectraAt = folder.spectraOrLooseFiles();
    Optional<Path> table = folder.tableIfPresent();
    FoundSpectra found = folder.read(spectraAt, rows::reject);
    keep(found, table.map(at -> compositions(at, folder, found)).orElse(Map.of()));
  }

  /** Of the ids that the table names; its rows that name no spectrum are rejected. */
  private Map<String, Composition> compositions(
      Path table, SpectraFolder folder, FoundSpectra found) {
    UsableRows<PropertyRow.Identity> identities = new UsableRows<>(PropertyRow.Identity::id);
    folder.withLines(
        table,
        lines -> {
          PropertyTable.ofIdentities(lines, table.toString())
              .read(
                  row -> identities.read(row.place(), () -> identity(row, found)),
                  identities::reject);
          return identities;
        });
    identities.rejected().forEach(rows::reject);
    Map<String, Composition> compositions = new LinkedHashMap<>();
    for (PropertyRow.Identity identity : identities.usable()) {
      identity.composition().ifPresent(known -> compositions.put(identity.id(), known));
    }
    return compositions;
  }

  private static PropertyRow.Identity identity(PropertyRow row, FoundSpectra found) {
    PropertyRow.Identity identity = row.identity();
    found.require(identity.id(), row.place());
    return identity;
  }

  private void keep(FoundSpectra found, Map<String, Composition> compositions) {
    Place place = Place.of(source);
    for (String id : found.ids()) {
      rows.read(
          place,
          () ->
              new UnknownSpectrum(
                  id,
                  Optional.ofNullable(compositions.get(id)),
                  new MeasuredSpectrum(found.take(id, place))));
    }
  }

  /** The file's name without its extension, also before {@code .gz}. */
  private String idOfFile() {
    String name = path.getFileName().toString();
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    int dot = plain.lastIndexOf('.');
    return dot > 0 ? plain.substring(0, dot) : plain;
  }

  private MatterException nothing() {
    List<MatterException> rejected = rows.rejected();
    if (rejected.isEmpty()) {
      return new MatterException(
          "There is no spectrum in it.", Place.of(source), "Give at least one spectrum.");
    }
    MatterException first = rejected.get(0);
    if (rejected.size() == 1) {
      return first;
    }
    return new MatterException(
        "None of its " + rejected.size() + " rows can be used. The first: " + first.what(),
        first.place().orElse(Place.of(source)),
        first.mend(),
        first);
  }
}
