package org.suiseki.library;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.suiseki.matter.Place;

/**
 * Where a library is: a folder, which holds an SQLite catalogue and the model files, or a
 * PostgreSQL database with a folder of model files that all of its users reach.
 *
 * @param text a path, or an address that begins with {@code jdbc:postgresql:}
 * @param store where the model files are; if absent, beside the catalogue of a folder, or where the
 *     database says
 */
public record LibraryLocation(String text, Optional<Path> store) {

  /** The variable of the environment that names a library. */
  public static final String VARIABLE = "SUISEKI_LIBRARY";

  /** The variable of the environment that says where the model files of a database are. */
  public static final String STORE_VARIABLE = "SUISEKI_STORE";

  private static final String POSTGRESQL = "jdbc:postgresql:";

  public LibraryLocation {
    if (text.isBlank()) {
      throw new LibraryException(
          "The place of the library is empty.",
          "Name a folder, or a database as jdbc:postgresql://host/database.");
    }
    if (!text.startsWith(POSTGRESQL) && text.matches("[a-z+]{2,}:.*")) {
      throw new LibraryException(
          "A library cannot be at '" + masked(text) + "'.",
          "Name a folder, or a database as jdbc:postgresql://host/database?user=me.");
    }
  }

  /** A folder, or a database that knows where its model files are. */
  public static LibraryLocation of(String text) {
    return new LibraryLocation(text, Optional.empty());
  }

  /** A folder. */
  public static LibraryLocation of(Path folder) {
    return of(folder.toString());
  }

  /**
   * What is given, else what the environment names, else {@code .suiseki/library} in the home
   * folder.
   *
   * @param given by an option
   * @param store given by an option
   */
  public static LibraryLocation choose(
      Optional<String> given, Optional<Path> store, Map<String, String> environment) {
    String text = given.or(() -> named(environment, VARIABLE)).orElseGet(LibraryLocation::own);
    return new LibraryLocation(
        text, store.or(() -> named(environment, STORE_VARIABLE).map(Path::of)));
  }

  private static Optional<String> named(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
  }

  private static String own() {
    return Path.of(System.getProperty("user.home"), ".suiseki", "library").toString();
  }

  /** Whether it is where a person's library is unless told otherwise. */
  boolean isOwn() {
    return text.equals(own());
  }

  boolean isDatabase() {
    return text.startsWith(POSTGRESQL);
  }

  /** Of a library in a folder. */
  Path folder() {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new LibraryException(
          "A library cannot be at '" + text + "': " + e.getReason() + ".",
          Place.of(text),
          "Name a folder.",
          e);
    }
  }

  /** Without the password, if there is one. */
  @Override
  public String toString() {
    return masked(text);
  }

  private static String masked(String text) {
    return text.replaceAll("(?i)((?:ssl)?password=)[^&]*", "$1…")
        .replaceAll("://[^/@]*:[^/@]*@", "://…@");
  }
}
