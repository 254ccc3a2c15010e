package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Reads crystals from Crystallographic Information Files, plain or gzipped: CIF 1.1
 * (10.1107/S0021889891010749; International Tables G), what of CIF 2 bears on structures
 * (10.1107/S1600576715021871), and the names of mmCIF. One entry comes of each data block that
 * lists atoms; blocks without are passed over with a warning.
 *
 * <pre>{@code
 * for (CrystalEntry entry : CifReader.read(Path.of("1517474.cif"))) {
 *   entry.crystal().density();
 *   entry.warnings();
 * }
 * }</pre>
 *
 * <p>What is read, and how:
 *
 * <ul>
 *   <li><b>Cell.</b> Lengths in Å, angles in degrees; a missing angle is 90°.
 *   <li><b>Symmetry.</b> The listed operations; where there are none, those of the Hall symbol, the
 *       Hermann–Mauguin symbol or the number, in this order, in the first setting that fits the
 *       cell. The whole cell is filled; see {@link CellFilling}.
 *   <li><b>Atoms.</b> By type symbol ({@code Fe}, {@code Fe3+}, {@code D}), else by label. The
 *       oxidation state is that of the {@code _atom_type} list, else that of the symbol. Fractional
 *       coordinates are preferred to Cartesian ones. 0.3333 with at least four decimals and without
 *       uncertainty is 1/3, and so all rounded or truncated thirds and sixths. Dummies, vacancies
 *       and atoms without coordinates are left out.
 *   <li><b>Occupancy.</b> 1 where not given. Atoms on one position share the site. Sums up to 1.05
 *       are scaled to 1; larger ones are an error, save where one atom is listed twice.
 *   <li><b>Disorder.</b> Every part is kept with its occupancy; see {@link CifDisorder}.
 *   <li><b>Properties.</b> Names, formulas, codes, symmetry symbols, temperature and pressure as
 *       they stand in the file; U<sub>iso</sub> and B<sub>iso</sub> as lines of label and value.
 * </ul>
 *
 * <p>What breaks the grammar but can be understood gives a warning: a missing {@code data_} line,
 * blanks without quotes, open quotes, repeated names, text that is ISO-8859-1, lines ended by
 * returns. Save frames are passed over. Modulated and magnetic structures are read as their
 * averages without moments.
 *
 * <p>Memory: the columns named here of one block, and one line, whatever else the file holds.
 * Thread-safe.
 */
public final class CifReader {
  /** How far apart, in Å, two images may lie to be one atom. */
  public static final double TOLERANCE = 0.01;

  /** 16 MiB. */
  private static final int LONGEST_LINE = 16 << 20;

  private final String source;
  private final double tolerance;
  private final Consumer<CrystalEntry> found;
  private final Consumer<MatterException> refused;
  private final CifWarnings warnings = new CifWarnings();
  private final Set<CifContent> contents = EnumSet.noneOf(CifContent.class);

  /** The names of the first blocks without a crystal. */
  private final List<String> empty = new ArrayList<>();

  private int emptyCount;

  /** The last entry, held back until what follows it is known. */
  private @Nullable CrystalEntry last;

  private int blocks;
  private int refusals;

  private CifReader(
      String source,
      double tolerance,
      Consumer<CrystalEntry> found,
      Consumer<MatterException> refused) {
    this.source = source;
    this.tolerance = tolerance;
    this.found = found;
    this.refused = refused;
  }

  /**
   * All crystals of a file, in order.
   *
   * @throws MatterException where there is none (it says what the file holds instead), or one of
   *     them cannot be understood
   */
  public static List<CrystalEntry> read(Path file) {
    List<CrystalEntry> entries = new ArrayList<>();
    each(file, entries::add);
    return entries;
  }

  /**
   * As {@link #read(Path)}.
   *
   * @param source names the stream in messages
   */
  public static List<CrystalEntry> read(InputStream stream, String source) {
    List<CrystalEntry> entries = new ArrayList<>();
    each(stream, source, entries::add);
    return entries;
  }

  /** Hands over each crystal of a file as soon as it is read; errors as {@link #read(Path)}. */
  public static void each(Path file, Consumer<CrystalEntry> found) {
    CifReader reader = new CifReader(file.toString(), TOLERANCE, found, CrystalFiles::refuse);
    BoundedLines.lenient(
        file,
        LONGEST_LINE,
        lines -> {
          reader.read(lines);
          return reader;
        });
  }

  /** As {@link #each(Path, Consumer)}. */
  public static void each(InputStream stream, String source, Consumer<CrystalEntry> found) {
    each(stream, source, TOLERANCE, found);
  }

  /**
   * As {@link #each(Path, Consumer)}, but goes on with the next block.
   *
   * @param refused takes why a block with atoms cannot be understood
   */
  static void each(
      InputStream stream,
      String source,
      Consumer<CrystalEntry> found,
      Consumer<MatterException> refused) {
    new CifReader(source, TOLERANCE, found, refused)
        .read(BoundedLines.lenient(stream, source, LONGEST_LINE));
  }

  /**
   * As {@link #each(Path, Consumer)}.
   *
   * @param tolerance how far apart, in Å, two images may lie to be one atom; from 0 to 0.5
   */
  public static void each(
      InputStream stream, String source, double tolerance, Consumer<CrystalEntry> found) {
    if (!(tolerance >= 0 && tolerance <= CellFilling.CLOSEST)) {
      throw new MatterException(
          "The tolerance is " + tolerance + " Å.", "Give a number from 0 to 0.5, such as 0.01.");
    }
    new CifReader(source, tolerance, found, CrystalFiles::refuse)
        .read(BoundedLines.lenient(stream, source, LONGEST_LINE));
  }

  private void read(BoundedLines lines) {
    try {
      new CifBlocks(lines, source, warnings, this::take).read();
    } catch (MatterException e) {
      release();
      throw e;
    }
    if (lines.firstLatinLine() > 0) {
      warnings.add("Line " + lines.firstLatinLine() + " is not UTF-8; it was read as ISO-8859-1.");
    }
    if (last != null) {
      passedOver();
      found.accept(withWarnings(last, warnings.take()));
    } else if (refusals == 0) {
      throw nothing();
    }
  }

  private void take(CifBlock block) {
    blocks++;
    contents.addAll(block.contents());
    Optional<CrystalEntry> entry;
    try {
      entry = new CifCrystal(block, source, tolerance, warnings).read();
    } catch (MatterException e) {
      refusals++;
      warnings.take();
      release();
      refused.accept(e);
      return;
    }
    if (entry.isEmpty()) {
      emptyCount++;
      if (empty.size() < 5) {
        empty.add(block.name().isEmpty() ? "one without name" : CifColumn.shown(block.name()));
      }
      return;
    }
    release();
    last = entry.get();
  }

  /** Hands over what was held back. */
  private void release() {
    CrystalEntry held = last;
    last = null;
    if (held != null) {
      found.accept(held);
    }
  }

  private void passedOver() {
    if (emptyCount > 0) {
      warnings.add(
          emptyCount
              + " block(s) without atoms were passed over: "
              + String.join(", ", empty)
              + (emptyCount > empty.size() ? " and others." : "."));
    }
  }

  private static CrystalEntry withWarnings(CrystalEntry entry, List<String> further) {
    List<String> all = new ArrayList<>(entry.warnings());
    all.addAll(further);
    return new CrystalEntry(entry.id(), entry.crystal(), entry.place(), entry.properties(), all);
  }

  private MatterException nothing() {
    if (blocks == 0) {
      return new MatterException(
          "There is no data name in it, so it is no CIF.",
          Place.of(source),
          "Give a file that begins with data_ and a name.");
    }
    StringJoiner held = new StringJoiner(", ");
    contents.forEach(content -> held.add(content.text()));
    String what = held.length() == 0 ? "other data" : held.toString();
    return new MatterException(
        "There is no crystal in it; its " + blocks + " block(s) hold " + what + ".",
        Place.of(source),
        "Give a CIF that lists atoms with _atom_site_fract_x, _y and _z.");
  }
}
