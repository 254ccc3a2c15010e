package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.suiseki.matter.MatterException;

/**
 * Reads crystals from JSON, plain or gzipped: one object, an array of them, objects one after
 * another (JSON lines), or the {@code data} of a response. Each object may be of another of these
 * formats:
 *
 * <pre>
 * JSON lines  {id, lattice: [[ax, ay, az], [bx, …], …], species: [symbols], frac: [[x, y, z], …]}
 *             frac_coords is as good as frac; or cart_coords in Å; or sites: [[symbol, [x, y, z]], …];
 *             a symbol may be {symbol: part, …}; labels: [texts]
 * pymatgen    {lattice: {matrix}, sites: [{species: [{element, occu, oxidation_state}], abc or xyz,
 *             label}]}; itself or as structure of a document with material_id
 * OPTIMADE    {id, attributes: {lattice_vectors, cartesian_site_positions, species,
 *             species_at_sites}}, version 1
 * JARVIS      {lattice_mat, coords, elements, cartesian}, itself or as atoms of a document with jid
 * </pre>
 *
 * Lengths are in Å. Symbols may carry an oxidation state ({@code Fe3+}). {@code id}, {@code
 * material_id}, {@code jid}, {@code mp_id}, {@code task_id}, {@code entry_id} or {@code name} is
 * the id of the crystal, the first of them that is there; one without has the name of the file, and
 * from the second on its number. All other fields are properties, in the file's own words; null is
 * none. Vacancies and places of unknown atoms ({@code X}) are left out with a warning; a crystal
 * that is not periodic in a direction but has a lattice vector there is taken as periodic with a
 * warning.
 *
 * <p>Streaming: one crystal is held at a time, of at most 64 MiB, two million parts and 100 levels.
 */
public final class JsonCrystalReader {
  private JsonCrystalReader() {}

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
    each(in, source, entries::add);
    return entries;
  }

  /** Hands over one crystal after another, holding one at a time. */
  public static void each(Path file, Consumer<CrystalEntry> to) {
    UnpackedStream.open(
        file,
        in -> new JsonCrystals(in, CrystalFiles::refuse).each((format, entry) -> to.accept(entry)));
  }

  /** As {@link #each(Path, Consumer)}; {@code source} names the stream in errors. */
  public static void each(InputStream in, String source, Consumer<CrystalEntry> to) {
    new JsonCrystals(UnpackedStream.of(in, source), CrystalFiles::refuse)
        .each((format, entry) -> to.accept(entry));
  }
}
