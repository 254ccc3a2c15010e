package org.suiseki.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.io.CrystalEntry;
import org.suiseki.matter.io.JsonCrystalReader;

/**
 * The 1,521 crystals with phonon densities of states, 7.4 sites in the mean. The file lies beside
 * the project, or where {@code -p file=…} says.
 */
@State(Scope.Benchmark)
public class PhononCrystals {
  @Param("../shared/data/crystals/phonon_dos_1521.jsonl.gz")
  public String file = "";

  private List<CrystalEntry> entries = List.of();
  private List<Crystal> crystals = List.of();

  @Setup
  public void read() {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      throw new MatterException(
          "The crystals to measure with are not there.",
          Place.of(path.toAbsolutePath().normalize().toString()),
          "Give a file of crystals as JSON lines with -p file=PATH.");
    }
    entries = JsonCrystalReader.read(path);
    crystals = entries.stream().map(CrystalEntry::crystal).toList();
  }

  /** As they were read, with their ids. */
  List<CrystalEntry> entries() {
    return entries;
  }

  List<Crystal> crystals() {
    return crystals;
  }
}
