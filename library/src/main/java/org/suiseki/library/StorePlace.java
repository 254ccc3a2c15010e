package org.suiseki.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.suiseki.matter.Place;

/**
 * Where the model files of a catalogue are: beside an SQLite catalogue; of a database where the
 * location says, or else where the database remembers. Looked for when it is first needed, since
 * searching needs no files.
 */
final class StorePlace {
  static final String OBJECTS = "objects";
  private static final String SETTING = "store";

  private final CatalogueDatabase database;
  private Optional<ModelStore> found = Optional.empty();

  StorePlace(CatalogueDatabase database) {
    this.database = database;
  }

  synchronized ModelStore store() {
    if (found.isEmpty()) {
      found = Optional.of(new FolderStore(folder()));
    }
    return found.get();
  }

  private Path folder() {
    LibraryLocation location = database.location();
    if (!location.isDatabase()) {
      return location.store().orElseGet(() -> location.folder().resolve(OBJECTS));
    }
    Optional<String> remembered = remembered();
    if (location.store().isPresent()) {
      Path given = location.store().get().toAbsolutePath().normalize();
      if (remembered.isEmpty()) {
        remember(given.toString());
      }
      return given;
    }
    Path folder =
        remembered
            .map(Path::of)
            .orElseThrow(() ->
                missing(
                    "The database does not know yet where the model files are.",
                    "Name a folder that all of its users reach"));
    if (!Files.isDirectory(folder)) {
      throw missing(
          "The model files are in " + folder + ", which is not on this computer.",
          "Say where that folder is here");
    }
    return folder;
  }

  private LibraryException missing(String what, String mend) {
    return new LibraryException(
        what,
        Place.of(database.location().toString()),
        mend + ": --store FOLDER or " + LibraryLocation.STORE_VARIABLE + ".");
  }

  private Optional<String> remembered() {
    return database.read(handle ->
        handle
            .createQuery("SELECT value FROM setting WHERE name = :name")
            .bind("name", SETTING)
            .mapTo(String.class)
            .findOne());
  }

  private void remember(String folder) {
    database.write(handle ->
        handle
            .createUpdate(
                "INSERT INTO setting (name, value) VALUES (:name, :value)"
                    + " ON CONFLICT (name) DO NOTHING")
            .bind("name", SETTING)
            .bind("value", folder)
            .execute());
  }
}
