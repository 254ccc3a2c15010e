package org.suiseki.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryLocation;
import picocli.CommandLine.Option;

/** Options that say which library. */
final class LibraryPlace {

  @Option(
      names = "--library",
      paramLabel = "PLACE",
      description = {
        "A folder or jdbc:postgresql://host/database?user=me; otherwise SUISEKI_LIBRARY, or"
            + " .suiseki/library at home."
      })
  private @Nullable String place;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "Where the model files of a database are; otherwise where it says itself.")
  private @Nullable Path store;

  LibraryLocation location() {
    return LibraryLocation.choose(
        Optional.ofNullable(place), Optional.ofNullable(store), System.getenv());
  }

  Library open() {
    return Library.open(location());
  }
}
