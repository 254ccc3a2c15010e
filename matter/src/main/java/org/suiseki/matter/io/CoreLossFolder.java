package org.suiseki.matter.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;

/**
 * A user's own folder: a property table and a spectrum for each of its rows. The layout is in
 * {@link CoreLossReader}.
 */
final class CoreLossFolder {
  private final SpectraFolder folder;
  private final String source;
  private final CoreLossReader.Options options;

  CoreLossFolder(Path folder, CoreLossReader.Options options) {
    this.folder = new SpectraFolder(folder);
    this.source = folder.toString();
    this.options = options;
  }

  CoreLossData read() {
    Path table = folder.table();
    Path spectraAt = folder.spectra();
    PropertyUnits units = new PropertyUnits(options.propertyUnits());
    CoreLossRows rows = new CoreLossRows(source, options.strict(), units.met()::keySet);
    FoundSpectra spectra = folder.read(spectraAt, rows::reject);
    readTable(table, spectra, units, rows);
    spectra.remarks().forEach(rows::remark);
    if (!spectra.unused().isEmpty()) {
      rows.remark(
          "No row of the table names the spectra " + spectra.unused() + ".",
          Place.of(spectraAt.toString()),
          "They are not used.");
    }
    return rows.finish(units.met(), sum());
  }

  private void readTable(Path table, FoundSpectra spectra, PropertyUnits units, CoreLossRows rows) {
    folder.withLines(
        table,
        lines -> {
          PropertyTable properties = PropertyTable.of(lines, table.toString(), units);
          properties.read(
              row -> rows.read(row.place(), () -> row.entry(units, spectra)), rows::reject);
          units.unwanted(Place.of(table.toString())).ifPresent(rows::remark);
          if (!properties.remarks().isEmpty()) {
            rows.remark(
                "The columns " + properties.remarks() + " carry no unit and are not read.",
                Place.of(table.toString()),
                "Head a property with its unit, for instance 'gap [eV]'.");
          }
          return units;
        });
  }

  private String sum() {
    MessageDigest digest = Sha256.digest();
    folder
        .sums()
        .forEach((path, sum) ->
            digest.update((sum + "  " + path + "\n").getBytes(StandardCharsets.UTF_8)));
    return Sha256.hex(digest);
  }
}
