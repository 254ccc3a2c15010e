package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Reads crystals from extended XYZ files, plain or gzipped, with one frame or many.
 *
 * <pre>
 * 2
 * Lattice="ax ay az bx by bz cx cy cz" Properties=species:S:1:pos:R:3 pbc="T T T" energy=-3.2
 * Na 0.0 0.0 0.0
 * Cl 2.8 0.0 0.0
 * </pre>
 *
 * {@code Lattice} in Å is required: a frame without one is a molecule, for which there is {@link
 * MoleculeFiles#readXyz}. {@code Properties} names the columns, which are {@code
 * species:S:1:pos:R:3} by default; {@code Z:I:1} stands for the species too, {@code oxi_states:R:1}
 * has oxidation states and {@code labels:S:1} labels; other columns are not read. A direction that
 * {@code pbc} says is not periodic is warned about, three are an error. Of the other pairs {@code
 * id}, {@code name} or {@code material_id} names the crystal; all others are its properties, a word
 * without value being {@code true}. A crystal without a name has that of the file, and from the
 * second on its number.
 *
 * <p>A frame is held at a time. Time and memory grow with the atoms that are there.
 */
public final class ExtendedXyzReader {
  private ExtendedXyzReader() {}

  /**
   * All crystals of a file.
   *
   * @throws MatterException at the first that cannot be understood, with line and column
   */
  public static List<CrystalEntry> read(Path file) {
    List<CrystalEntry> entries = new ArrayList<>();
    each(file, entries::add);
    return entries;
  }

  /** As {@link #read(Path)}; {@code source} names the stream in errors. */
  public static List<CrystalEntry> read(InputStream in, String source) {
    List<CrystalEntry> entries = new ArrayList<>();
    each(UnpackedStream.of(in, source), entries::add);
    return entries;
  }

  /** Hands over one crystal after another, holding one at a time. */
  public static void each(Path file, Consumer<CrystalEntry> to) {
    UnpackedStream.open(file, in -> each(in, to));
  }

  static void each(UnpackedStream in, Consumer<CrystalEntry> to) {
    TokenLines lines = new TokenLines(in);
    int frames = 0;
    while (lines.next()) {
      if (!lines.isBlank()) {
        frames++;
        to.accept(new ExtendedXyzFrame(lines, in.source(), frames).read());
      }
    }
    if (frames == 0) {
      throw new MatterException(
          "There is no frame in it.", Place.of(in.source()), "Give a file with at least one.");
    }
  }
}
