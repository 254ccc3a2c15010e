package org.suiseki.matter.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;
import org.suiseki.matter.Spectrum;

/**
 * A user's own folder: a property table and a spectrum for each of its rows. The layout is in
 * {@link CoreLossReader}.
 */
final class CoreLossFolder {
  private static final List<String> TABLES = List.of("properties.csv", "properties.jsonl");
  private static final List<String> SPECTRA = List.of("spectra.csv", "spectra.jsonl", "spectra");
  private static final Set<String> TWO_COLUMNS = Set.of("csv", "txt", "dat", "xy");

  private final Path folder;
  private final CoreLossReader.Options options;
  private final Map<String, String> sums = new TreeMap<>();

  CoreLossFolder(Path folder, CoreLossReader.Options options) {
    this.folder = folder;
    this.options = options;
  }

  CoreLossData read() {
    Path table = only(TABLES);
    Path spectraAt = only(SPECTRA);
    PropertyUnits units = new PropertyUnits(options.propertyUnits());
    CoreLossRows rows = new CoreLossRows(folder.toString(), options.strict(), units.met()::keySet);
    FoundSpectra spectra = spectra(spectraAt, rows);
    readTable(table, spectra, units, rows);
    if (!spectra.unused().isEmpty()) {
      rows.warn(
          "No row of the table names the spectra " + spectra.unused() + ".",
          Place.of(spectraAt.toString()),
          "They are not used.");
    }
    return rows.finish(units.met(), sum());
  }

  private Path only(List<String> names) {
    List<String> found = names.stream().filter(name -> Files.exists(folder.resolve(name))).toList();
    if (found.size() != 1) {
      throw new MatterException(
          found.isEmpty()
              ? "The folder holds " + listing() + "."
              : "The folder holds both of " + found + ".",
          Place.of(folder.toString()),
          "Give exactly one of " + String.join(", ", names) + ".");
    }
    return folder.resolve(found.get(0));
  }

  private void readTable(Path table, FoundSpectra spectra, PropertyUnits units, CoreLossRows rows) {
    String source = table.toString();
    withLines(
        table,
        lines -> {
          PropertyTable properties = new PropertyTable(lines, source, units);
          if (source.endsWith(".csv")) {
            properties.readCsv(
                row -> rows.read(row.place(), () -> row.entry(units, spectra)), rows::reject);
          } else {
            properties.readJsonLines(
                row -> rows.read(row.place(), () -> row.entry(units, spectra)), rows::reject);
          }
          if (!properties.remarks().isEmpty()) {
            rows.warn(
                "The columns " + properties.remarks() + " carry no unit and are not read.",
                Place.of(source),
                "Head a property with its unit, for instance 'gap [eV]'.");
          }
          return units;
        });
  }

  private FoundSpectra spectra(Path at, CoreLossRows rows) {
    String source = at.toString();
    if (Files.isDirectory(at)) {
      return twoColumnFiles(at);
    }
    return withLines(
        at,
        lines ->
            source.endsWith(".csv")
                ? SpectraTable.read(lines, source)
                : SpectraLines.read(lines, source, rows));
  }

  private FoundSpectra twoColumnFiles(Path at) {
    FoundSpectra found = new FoundSpectra(at.toString());
    for (Path file : files(at)) {
      String name = file.getFileName().toString();
      int dot = name.lastIndexOf('.');
      if (dot > 0 && TWO_COLUMNS.contains(name.substring(dot + 1))) {
        String id = name.substring(0, dot);
        Place place = Place.of(file.toString());
        try {
          Spectrum spectrum = withLines(file, lines -> TwoColumns.read(lines, id, file.toString()));
          found.add(id, spectrum, place);
        } catch (MatterException e) {
          found.addBad(
              id, e.place().isPresent() ? e : new MatterException(e.what(), place, e.mend(), e));
        }
      }
    }
    return found;
  }

  private <T> T withLines(Path file, Function<BoundedLines, T> read) {
    try (InputStream stream = Files.newInputStream(file);
        BoundedLines lines = new BoundedLines(stream, file.toString())) {
      T result = read.apply(lines);
      sums.put(folder.relativize(file).toString().replace('\\', '/'), lines.sha256());
      return result;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private String sum() {
    MessageDigest digest = Sha256.digest();
    sums.forEach(
        (path, sum) -> digest.update((sum + "  " + path + "\n").getBytes(StandardCharsets.UTF_8)));
    return Sha256.hex(digest);
  }

  private String listing() {
    List<String> names = files(folder).stream().map(file -> file.getFileName().toString()).toList();
    String shown = names.stream().limit(8).toList().toString();
    return names.isEmpty()
        ? "nothing"
        : names.size() > 8 ? shown + " and " + (names.size() - 8) + " more" : shown;
  }

  private static List<Path> files(Path at) {
    try (Stream<Path> files = Files.list(at)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw unreadable(at, e);
    }
  }

  private static MatterException unreadable(Path file, IOException e) {
    return new MatterException(
        "It cannot be read: " + Failures.reason(e) + ".",
        Place.of(file.toString()),
        "Check the file and its permissions.",
        e);
  }
}
