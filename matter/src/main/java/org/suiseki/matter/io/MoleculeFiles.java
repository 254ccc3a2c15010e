package org.suiseki.matter.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Molecule;
import org.suiseki.matter.Place;

/** Reads files of molecules, plain or gzipped. */
public final class MoleculeFiles {
  private MoleculeFiles() {}

  /**
   * The molecules of an SDF or a single molfile (V2000 or V3000), in order.
   *
   * @throws MatterException at the first record that cannot be read, with the line where it starts
   */
  public static List<Molecule> readSdf(Path file) {
    return read(file, lines -> new SdfRecords(lines, file.toString()).read());
  }

  /**
   * The frames of an XYZ file: number of atoms, comment, then element and x y z in Å on each line;
   * further columns are not read.
   *
   * @throws MatterException at the first line that cannot be read
   */
  public static List<XyzFrame> readXyz(Path file) {
    return read(file, lines -> new XyzFrames(lines).read());
  }

  private static <T> List<T> read(Path file, Function<BoundedLines, List<T>> reading) {
    List<T> found;
    try (InputStream stream = Files.newInputStream(file);
        BoundedLines lines = new BoundedLines(stream, file.toString())) {
      found = reading.apply(lines);
    } catch (IOException e) {
      throw new MatterException(
          "The file cannot be read: " + Failures.reason(e) + ".",
          Place.of(file.toString()),
          "Check the file and its permissions.",
          e);
    }
    if (found.isEmpty()) {
      throw new MatterException(
          "There is no molecule in it.",
          Place.of(file.toString()),
          "Give a file with at least one.");
    }
    return found;
  }
}
