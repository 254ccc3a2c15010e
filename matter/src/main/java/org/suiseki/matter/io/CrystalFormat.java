package org.suiseki.matter.io;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Spelling;

/** The formats of files that hold crystals. */
public enum CrystalFormat {
  CIF("cif", "Crystallographic Information File", true, true, ".cif", ".mcif"),
  POSCAR("poscar", "POSCAR or CONTCAR of VASP", true, false, ".vasp", ".poscar", ".contcar"),
  EXTENDED_XYZ("extxyz", "extended XYZ with a Lattice", true, true, ".extxyz", ".xyz"),
  JSON_LINES("jsonl", "JSON lines of lattice, species and frac", true, true, ".jsonl", ".ndjson"),
  PYMATGEN("pymatgen", "Structure JSON of pymatgen and the Materials Project", true, true, ".json"),
  OPTIMADE("optimade", "structure JSON of OPTIMADE", true, true, ".optimade.json", ".optimade"),
  JARVIS("jarvis", "atoms JSON of JARVIS and ALIGNN", false, true, ".jarvis.json"),
  TABLE("csv", "CSV with a column of structure JSON", false, true, ".csv", ".tsv");

  private final String text;
  private final String description;
  private final boolean writable;
  private final boolean manifold;
  private final List<String> suffixes;

  CrystalFormat(
      String text, String description, boolean writable, boolean manifold, String... suffixes) {
    this.text = text;
    this.description = description;
    this.writable = writable;
    this.manifold = manifold;
    this.suffixes = List.of(suffixes);
  }

  /** The name at the command line: {@code cif}, {@code poscar}. */
  public String text() {
    return text;
  }

  /** For a list of what is known, such as {@code POSCAR or CONTCAR of VASP}. */
  public String description() {
    return description;
  }

  /** Lower-case endings of file names, with their dot, the usual one first. */
  public List<String> suffixes() {
    return suffixes;
  }

  /** Whether {@link CrystalFiles#write} can write it. */
  public boolean writable() {
    return writable;
  }

  /** Whether one file may hold several crystals. */
  public boolean holdsSeveral() {
    return manifold;
  }

  /**
   * The format of this name, in any case.
   *
   * @throws MatterException where there is none
   */
  public static CrystalFormat ofName(String name) {
    List<String> known = Arrays.stream(values()).map(CrystalFormat::text).toList();
    return Arrays.stream(values())
        .filter(format -> format.text.equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new MatterException(
                "There is no format '" + name + "' of crystals.",
                Spelling.hint(name, known) + "Known are " + String.join(", ", known) + "."));
  }

  /**
   * The format that the name of a file promises, also before {@code .gz}: the one of the longest
   * suffix. {@code POSCAR} and {@code CONTCAR} may stand alone or begin the name. Empty where the
   * name says nothing.
   */
  public static Optional<CrystalFormat> ofFileName(Path file) {
    Path last = file.getFileName();
    return last == null ? Optional.empty() : ofFileName(last.toString());
  }

  static Optional<CrystalFormat> ofFileName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    Optional<CrystalFormat> best = Optional.empty();
    int longest = 0;
    for (CrystalFormat format : values()) {
      for (String suffix : format.suffixes) {
        if (plain.endsWith(suffix) && suffix.length() > longest) {
          best = Optional.of(format);
          longest = suffix.length();
        }
      }
    }
    boolean vasp = plain.startsWith("poscar") || plain.startsWith("contcar");
    return best.isEmpty() && vasp ? Optional.of(POSCAR) : best;
  }

  /** All formats, for the end of an error. */
  static String known() {
    return "Known are CIF, POSCAR, extended XYZ, JSON lines, the JSON of pymatgen, OPTIMADE and"
        + " JARVIS, and CSV with a column of structure JSON.";
  }
}
