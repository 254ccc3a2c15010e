package org.suiseki.library;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;

/** Says in words what a database complains of. */
final class DatabaseFault {
  /** Classes of SQLSTATE. */
  private static final String UNREACHABLE = "08";

  private static final String STOPPING = "57P";

  private DatabaseFault() {}

  /** What is already in words stays as it is. */
  static RuntimeException of(RuntimeException e, LibraryLocation location) {
    if (e instanceof SuisekiException) {
      return e;
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SuisekiException told) {
        return told;
      }
      if (cause instanceof SQLiteException fault) {
        return sqlite(fault, location);
      }
      if (cause instanceof SQLException fault) {
        return postgresql(fault, location);
      }
    }
    return e;
  }

  static RuntimeException ofMigration(RuntimeException e, LibraryLocation location) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("non-empty schema")) {
      return told(
          "The database holds tables that are not a library's.",
          "Give the library a database or schema of its own, such as"
              + " jdbc:postgresql://host/database?currentSchema=suiseki.",
          location,
          e);
    }
    RuntimeException fault = of(e, location);
    return fault instanceof SuisekiException
        ? fault
        : told(
            "The catalogue cannot be made or renewed: "
                + message.strip().lines().findFirst().orElse(""),
            "Check that the database lets you create tables; `suiseki library verify` then looks"
                + " through it.",
            location,
            e);
  }

  private static LibraryException sqlite(SQLiteException e, LibraryLocation location) {
    // The lowest eight bits; those above tell more of the same.
    return switch (e.getResultCode().code & 0xff) {
      case 5, 6 ->
          told(
              "Another process has been writing to the library for longer than "
                  + CatalogueDatabase.PATIENCE_SECONDS
                  + " s.",
              "Wait for it, or stop it.",
              location,
              e);
      case 8, 14, 3, 23 ->
          told(
              "The catalogue cannot be opened for writing.",
              "Check that the folder and its files are yours to write, or copy them to where they"
                  + " are.",
              location,
              e);
      case 13 -> told("The disk is full.", "Make room, then do it again.", location, e);
      case 10 ->
          told(
              "The catalogue cannot be read or written: " + e.getResultCode().message + ".",
              "Check the disk, and that the folder is not on a network drive.",
              location,
              e);
      case 11, 26 ->
          told(
              "The catalogue is damaged, or is no catalogue.",
              "Move "
                  + CatalogueDatabase.FILE
                  + " away and import what you exported, or name"
                  + " another folder.",
              location,
              e);
      default -> other(e, location);
    };
  }

  private static LibraryException postgresql(SQLException e, LibraryLocation location) {
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith(UNREACHABLE) || state.startsWith(STOPPING)) {
      return told(
          "The database cannot be reached: " + firstLine(e),
          "Check that the server runs and that host, port and your network let you in.",
          location,
          e);
    }
    return switch (state) {
      case "28000", "28P01" ->
          told(
              "The database does not let you in: " + firstLine(e),
              "Give user=… in the address, and the password in ~/.pgpass.",
              location,
              e);
      case "3D000" ->
          told(
              "There is no such database: " + firstLine(e),
              "Make it on the server with createdb.",
              location,
              e);
      case "3F000" ->
          told(
              "There is no such schema: " + firstLine(e),
              "Make it with CREATE SCHEMA.",
              location,
              e);
      case "42501", "25006" ->
          told(
              "The database does not let you do this: " + firstLine(e),
              "Ask its owner for the right to write, and to create tables at the first use.",
              location,
              e);
      case "53100" ->
          told("The disk of the server is full.", "Make room, then do it again.", location, e);
      default -> other(e, location);
    };
  }

  private static LibraryException other(SQLException e, LibraryLocation location) {
    return told(
        "The catalogue's database refuses: " + firstLine(e),
        "Look at what it says; `suiseki library verify` looks through the library.",
        location,
        e);
  }

  private static String firstLine(SQLException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    return line.endsWith(".") ? line : line + ".";
  }

  private static LibraryException told(
      String what, String mend, LibraryLocation location, @Nullable Throwable cause) {
    Place place = Place.of(location.toString());
    return cause == null
        ? new LibraryException(what, place, mend)
        : new LibraryException(what, place, mend, cause);
  }
}
