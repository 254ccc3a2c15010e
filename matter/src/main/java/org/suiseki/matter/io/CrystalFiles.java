package org.suiseki.matter.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import tools.jackson.core.JacksonException;

/**
 * The one door to files of crystals: reads any {@link CrystalFormat}, plain or gzipped, which it
 * knows by the content and only in doubt by the name; writes what can be written; finds files in
 * folders.
 *
 * <pre>{@code
 * CrystalFile file = CrystalFiles.read(Path.of("quartz.cif"));
 * CrystalFiles.each(Path.of("many.jsonl.gz"), entry -> count(entry.crystal()));
 * CrystalFiles.write(Path.of("POSCAR"), file.entries(), CrystalFormat.POSCAR);
 * }</pre>
 *
 * Each entry comes with the warnings of its reader and those of {@link CrystalChecks}; of overlaps
 * in a CIF its reader warns, which knows the atoms as they are listed.
 */
public final class CrystalFiles {
  private static final int MOST_WARNINGS = 100;

  private CrystalFiles() {}

  /**
   * Whether a file is one of crystals, by its content; what is wrong with it then, reading says.
   * Not where it cannot be read at all.
   */
  public static boolean recognises(Path file) {
    try {
      UnpackedStream.open(file, CrystalContent::of);
      return true;
    } catch (MatterException e) {
      return false;
    }
  }

  /**
   * All crystals of a file.
   *
   * @throws MatterException where it holds something else, with what it is, or at the first crystal
   *     that cannot be understood, with line and column
   */
  public static CrystalFile read(Path file) {
    return UnpackedStream.opened(file, CrystalFiles::read);
  }

  /** As {@link #read(Path)}; {@code source} names the stream in errors and may end in a suffix. */
  public static CrystalFile read(InputStream in, String source) {
    return read(UnpackedStream.of(in, source));
  }

  /**
   * Hands over one crystal after another, holding one at a time, whatever the size of the file.
   *
   * @throws MatterException as {@link #read(Path)}; crystals before it have been handed over
   */
  public static void each(Path file, Consumer<CrystalEntry> to) {
    each(file, (format, entry) -> to.accept(entry));
  }

  /** As {@link #each(Path, Consumer)}, each with the format it was found in. */
  public static void each(Path file, BiConsumer<CrystalFormat, CrystalEntry> to) {
    each(file, to, CrystalFiles::refuse);
  }

  /**
   * As {@link #each(Path, BiConsumer)}, but goes on after a crystal that cannot be understood,
   * where its end can be told: a block of a CIF, an object of JSON, a row of a table.
   *
   * @param refused takes why, in the order of the file
   * @throws MatterException where the rest of the file cannot be read
   */
  public static void each(
      Path file, BiConsumer<CrystalFormat, CrystalEntry> to, Consumer<MatterException> refused) {
    UnpackedStream.open(file, in -> each(in, to, refused));
  }

  /** As {@link #each(Path, Consumer)}. */
  public static void each(InputStream in, String source, Consumer<CrystalEntry> to) {
    each(UnpackedStream.of(in, source), (format, entry) -> to.accept(entry), CrystalFiles::refuse);
  }

  /**
   * Writes crystals, whole or not at all, gzipped where the name ends in {@code .gz}. Coordinates
   * read back as they were to 1e-9.
   *
   * @return what the format could not hold and was left out, such as properties; a sentence each
   * @throws MatterException where the format cannot hold the crystals themselves (two in a POSCAR,
   *     partly filled sites in POSCAR or extended XYZ), is not written, or the disk refuses
   */
  public static List<String> write(Path file, List<CrystalEntry> entries, CrystalFormat format) {
    return write(file, entries, writer(format));
  }

  /**
   * Writes a CIF of asymmetric units with operations, of conventional cells, instead of all sites.
   *
   * @param tolerance of symmetry, in Å
   * @return as {@link #write}
   * @throws MatterException as {@link #write}, or where symmetry cannot be told
   */
  public static List<String> writeSymmetric(
      Path file, List<CrystalEntry> entries, double tolerance) {
    return write(file, entries, new CifFileWriter(OptionalDouble.of(tolerance)));
  }

  private static List<String> write(Path file, List<CrystalEntry> entries, CrystalWriter writer) {
    if (entries.isEmpty()) {
      throw new MatterException("There is no crystal to write.", "Give at least one.");
    }
    List<String> losses = writer.losses(entries);
    try {
      AtomicFile.writePacked(file, out -> writer.write(entries, out));
    } catch (IOException | JacksonException e) {
      throw unwritable(file, e);
    }
    return List.copyOf(losses);
  }

  /**
   * What {@link #write} would leave out of a crystal.
   *
   * @throws MatterException where the format cannot hold the crystal itself, or is not written
   */
  public static List<String> losses(CrystalEntry entry, CrystalFormat format) {
    return List.copyOf(writer(format).losses(List.of(entry)));
  }

  private static MatterException unwritable(Path file, Exception e) {
    IOException cause =
        e instanceof IOException io
            ? io
            : e.getCause() instanceof IOException inner ? inner : new IOException(e);
    return new MatterException(
        "The file cannot be written: " + Failures.reason(cause) + ".",
        Place.of(file.toString()),
        "Check the folder, its permissions and the space on the disk.",
        e);
  }

  private static CrystalWriter writer(CrystalFormat format) {
    return switch (format) {
      case CIF -> new CifFileWriter(OptionalDouble.empty());
      case POSCAR -> new PoscarWriter();
      case EXTENDED_XYZ -> new ExtendedXyzWriter();
      case JSON_LINES -> new JsonLinesWriter();
      case PYMATGEN -> new PymatgenWriter();
      case OPTIMADE -> new OptimadeWriter();
      case JARVIS, TABLE ->
          throw new MatterException(
              "Crystals are not written as " + format.text() + ".",
              "Choose one of "
                  + Arrays.stream(CrystalFormat.values())
                      .filter(CrystalFormat::writable)
                      .map(CrystalFormat::text)
                      .collect(Collectors.joining(", "))
                  + ".");
    };
  }

  /**
   * The files that these lead to: a file itself, whatever its name; of a folder and those in it all
   * files that {@link CrystalFormat#ofFileName} knows; of a glob ({@code *}, {@code **}, {@code ?},
   * {@code [a-c]}, {@code {a,b}}) all that match. Hidden files and folders are passed over, links
   * followed, circles of them reported. What leads nowhere is reported and does not stop the rest.
   */
  public static FoundFiles find(List<String> pathsOrGlobs) {
    return new CrystalSearch(CrystalSearch::isCrystal).find(pathsOrGlobs);
  }

  private static CrystalFile read(UnpackedStream in) {
    List<CrystalEntry> entries = new ArrayList<>();
    List<CrystalFormat> formats = new ArrayList<>();
    each(
        in,
        (format, entry) -> {
          if (formats.isEmpty()) {
            formats.add(format);
          }
          entries.add(entry);
        },
        CrystalFiles::refuse);
    if (entries.isEmpty()) {
      throw new MatterException(
          "There is no crystal in it.", Place.of(in.source()), "Give a file with at least one.");
    }
    return new CrystalFile(formats.get(0), entries, warnings(entries));
  }

  /** Where there are several entries, each warning after the id of its own. */
  private static List<String> warnings(List<CrystalEntry> entries) {
    Set<String> warnings = new LinkedHashSet<>();
    for (CrystalEntry entry : entries) {
      for (String warning : entry.warnings()) {
        if (warnings.size() == MOST_WARNINGS) {
          return List.copyOf(warnings);
        }
        warnings.add(entries.size() == 1 ? warning : entry.id() + ": " + warning);
      }
    }
    return List.copyOf(warnings);
  }

  /** For those who read whole files or nothing: ends the reading. */
  static void refuse(MatterException reason) {
    throw reason;
  }

  private static void each(
      UnpackedStream in,
      BiConsumer<CrystalFormat, CrystalEntry> to,
      Consumer<MatterException> refused) {
    BiConsumer<CrystalFormat, CrystalEntry> checked =
        (format, entry) -> to.accept(format, checked(format, entry));
    switch (CrystalContent.of(in)) {
      case CIF ->
          CifReader.each(
              in, in.source(), entry -> checked.accept(CrystalFormat.CIF, entry), refused);
      case POSCAR -> PoscarReader.each(in, entry -> checked.accept(CrystalFormat.POSCAR, entry));
      case EXTENDED_XYZ ->
          ExtendedXyzReader.each(in, entry -> checked.accept(CrystalFormat.EXTENDED_XYZ, entry));
      case JSON -> new JsonCrystals(in, refused).each(checked);
      case TABLE ->
          CrystalTableReader.each(in, entry -> checked.accept(CrystalFormat.TABLE, entry), refused);
    }
  }

  private static CrystalEntry checked(CrystalFormat format, CrystalEntry entry) {
    List<String> more =
        format == CrystalFormat.CIF
            ? CrystalChecks.withoutOverlaps(entry.crystal())
            : CrystalChecks.warnings(entry.crystal());
    if (more.isEmpty()) {
      return entry;
    }
    Set<String> all = new LinkedHashSet<>(entry.warnings());
    all.addAll(more);
    return new CrystalEntry(
        entry.id(), entry.crystal(), entry.place(), entry.properties(), List.copyOf(all));
  }
}
