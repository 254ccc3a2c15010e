package org.suiseki.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small files of crystals that commands are tried on. */
final class ExampleCrystals {
  static final String ROCK_SALT =
      """
      halite
      1.0
      0.00 2.82 2.82
      2.82 0.00 2.82
      2.82 2.82 0.00
      Na Cl
      1 1
      direct
      0 0 0
      0.5 0.5 0.5
      """;

  static final String DIAMOND =
      """
      {"id":"diamond","lattice":[[0,1.7835,1.7835],[1.7835,0,1.7835],[1.7835,1.7835,0]],\
      "species":["C","C"],"frac":[[0,0,0],[0.25,0.25,0.25]]}
      """;

  private ExampleCrystals() {}

  /** A POSCAR of rock salt. */
  static Path halite(Path folder) throws IOException {
    return Files.writeString(folder.resolve("halite.vasp"), ROCK_SALT);
  }

  /** JSON lines of two crystals, {@code diamond} and {@code second}. */
  static Path several(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("several.jsonl"), DIAMOND + DIAMOND.replace("\"diamond\"", "\"second\""));
  }
}
