package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.suiseki.matter.MatterException;

/**
 * Reads POSCAR and CONTCAR files of VASP, plain or gzipped.
 *
 * <pre>
 * comment               the id of the crystal; the file's name where blank
 * scale                 one number: a factor above 0, or minus the volume in Å³;
 *                       or three factors of the Cartesian x, y and z
 * ax ay az              lattice vectors in Å
 * bx by bz
 * cx cy cz
 * Fe_pv O               symbols, also as names of POTCAR files; absent in VASP 4
 * 2 3                   counts; they and the symbols may go on over several lines
 * Selective dynamics    may be absent
 * Direct                or Cartesian (first letter C or K): in Å, to be scaled
 * x y z [T F T] [name]  one line for each site
 * </pre>
 *
 * In files of VASP 4 the symbols come from the names after the coordinates, or else from the
 * comment where it names as many elements as there are counts; then a warning says so. Names after
 * the coordinates are labels otherwise. Flags of selective dynamics, velocities and what else
 * follows the sites are not read; of an XDATCAR only the first configuration is. Places marked
 * {@code X} or {@code Vac} are left out with a warning.
 *
 * <p>Time and memory grow with the sites that are there, not with those the counts announce.
 */
public final class PoscarReader {
  private PoscarReader() {}

  /**
   * The one crystal of a file.
   *
   * @throws MatterException where it cannot be understood, with line and column
   */
  public static List<CrystalEntry> read(Path file) {
    List<CrystalEntry> entries = new ArrayList<>();
    UnpackedStream.open(file, in -> each(in, entries::add));
    return entries;
  }

  /** As {@link #read(Path)}; {@code source} names the stream in errors. */
  public static List<CrystalEntry> read(InputStream in, String source) {
    List<CrystalEntry> entries = new ArrayList<>();
    each(UnpackedStream.of(in, source), entries::add);
    return entries;
  }

  static void each(UnpackedStream in, Consumer<CrystalEntry> to) {
    to.accept(new PoscarLines(in).entry());
  }
}
