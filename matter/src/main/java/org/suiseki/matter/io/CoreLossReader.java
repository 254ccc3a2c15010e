package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Reads core-loss spectra with the properties of their molecules.
 *
 * <p>A file {@code .jsonl} or {@code .jsonl.gz} holds computed transitions, one JSON object on each
 * line:
 *
 * <pre>
 * id          text, unique
 * smiles      text
 * species     symbols of all atoms, hydrogens included; optional, must agree with the SMILES
 * properties  {name: number or null}, in the units of {@link Options#propertyUnits()}
 * sites       [{atom: index of a carbon, multiplicity, energy: [eV], strength: [atomic units]}]; together all carbons
 * </pre>
 *
 * Other fields are ignored. The file is streamed: only the entries are held.
 *
 * <p>A folder holds a user's own measured or broadened spectra:
 *
 * <pre>
 * properties.csv     heads: id, smiles or formula (or both), and properties with unit: gap [eV]
 *   or properties.jsonl  the same heads as names of the fields of one object on each line
 * spectra.csv        heads: energy [eV], then the ids
 *   or spectra.jsonl     {id, energy: [], intensity: [], unit: "eV" or "keV", eV by default}
 *   or spectra/          ID.csv, ID.txt, ID.dat or ID.xy of two columns
 * </pre>
 *
 * Energies rise; keV become eV, other units are refused. Properties are converted into the units of
 * the options; a head with a unit that is none of these properties, or misspells one, is warned
 * about. A row or spectrum that cannot be used is listed with file and line and left out; a blank
 * property is missing. All text is UTF-8, with or without a byte order mark; gzip is recognised; a
 * line may have 64 MiB at most.
 */
public final class CoreLossReader {
  private CoreLossReader() {}

  /**
   * @throws MatterException where nothing can be used, or with {@link Options#strict()} at the
   *     first bad row
   */
  public static CoreLossData read(Path fileOrFolder, Options options) {
    requireExists(fileOrFolder);
    if (Files.isDirectory(fileOrFolder)) {
      return new CoreLossFolder(fileOrFolder, options).read();
    }
    return BoundedLines.of(
        fileOrFolder, lines -> new SiteSticksLines(options).read(lines, fileOrFolder.toString()));
  }

  /** Reads computed transitions, plain or gzipped; {@code source} names the stream in errors. */
  public static CoreLossData read(InputStream in, String source, Options options) {
    try (BoundedLines lines = new BoundedLines(in, source)) {
      return new SiteSticksLines(options).read(lines, source);
    }
  }

  /**
   * Reads spectra of substances that may be unknown, to be predicted from.
   *
   * <p>A folder is laid out as above, or holds files of two columns side by side without a folder
   * {@code spectra}, but needs no property table; where there is one, its compositions are given to
   * the spectra it names, its properties are not looked at, and a row that names no spectrum is
   * rejected. A file, whatever its name, is known by its content:
   *
   * <pre>
   * JSON lines with sites                transitions as above, of which smiles, species and
   *                                      properties may be absent
   * JSON lines with energy or intensity  as spectra.jsonl
   * a head of three columns or more      as spectra.csv
   * two columns                          one spectrum; its id is the name of the file without
   *                                      extension, but ID under the heads "energy [eV],ID"
   * </pre>
   *
   * A head such as {@code intensity}, {@code counts} or {@code mu} is no id. A spectrum that cannot
   * be used is rejected with file and line and left out. A table whose energies do not rise is
   * refused as a whole: none of its spectra would have the right axis.
   *
   * @throws MatterException where nothing can be used, or the content is none of these
   */
  public static UnknownSpectra readSpectra(Path fileOrFolder) {
    requireExists(fileOrFolder);
    return new UnknownSpectraReader(fileOrFolder).read();
  }

  private static void requireExists(Path fileOrFolder) {
    if (!Files.exists(fileOrFolder)) {
      throw new MatterException(
          "There is no such file or folder.", Place.of(fileOrFolder.toString()), "Check the path.");
    }
  }

  /**
   * @param strict whether the first unusable row ends the reading with its error
   * @param propertyUnits the unit each property is wanted in; a row without one of these properties
   *     is warned about
   */
  public record Options(boolean strict, Map<String, String> propertyUnits) {

    public Options {
      propertyUnits = Collections.unmodifiableMap(new LinkedHashMap<>(propertyUnits));
    }

    /**
     * Lenient, with the properties and units of the carbon K-edge collection that ships with the
     * product.
     */
    public static Options standard() {
      Map<String, String> units = new LinkedHashMap<>();
      units.put("gap", "eV");
      units.put("homo", "eV");
      units.put("lumo", "eV");
      units.put("dipole", "Debye");
      units.put("polarizability", "bohr³");
      units.put("total_energy", "hartree");
      units.put("enthalpy", "hartree");
      units.put("free_energy", "hartree");
      units.put("zpve", "hartree");
      units.put("heat_capacity", "cal/mol/K");
      units.put("entropy", "cal/mol/K");
      return new Options(false, units);
    }

    public Options withStrict(boolean value) {
      return new Options(value, propertyUnits);
    }
  }
}
