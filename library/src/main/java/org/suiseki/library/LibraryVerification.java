package org.suiseki.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.suiseki.learn.Progress;
import org.suiseki.library.LibraryFault.Kind;
import org.suiseki.matter.Failures;

/** Compares the catalogue with itself and with the files, which are read whole. */
final class LibraryVerification {
  private static final String PUT_BACK =
      "Publish the same file again or import an archive that has it: both put it right."
          + " Or delete the model.";
  private static final String SWEEP = "`suiseki library gc` takes it away when it is old enough.";

  private final CatalogueDatabase database;
  private final ModelStore store;
  private final List<LibraryFault> faults = new ArrayList<>();
  private long bytes;

  LibraryVerification(CatalogueDatabase database, ModelStore store) {
    this.database = database;
    this.store = store;
  }

  /**
   * A file that the catalogue names.
   *
   * @param models how many do so
   * @param example one of these
   */
  private record Named(long bytes, long models, String example) {}

  Verification all(Progress progress) {
    List<ModelStore.Stored> files = new ArrayList<>();
    // Before the catalogue is read: what comes between has its entry by then.
    store.each(files::add);
    Map<String, Named> named = database.read(LibraryVerification::named);
    database.read(handle -> {
      tables(handle);
      return 0;
    });
    Set<String> seen = new HashSet<>();
    files.forEach(file -> unnamed(file, named));
    long done = 0;
    for (Map.Entry<String, Named> entry : named.entrySet()) {
      progress.check();
      progress.step("verify", done++, named.size());
      file(entry.getKey(), entry.getValue());
      seen.add(entry.getKey());
    }
    progress.step("verify", named.size(), named.size());
    long models = named.values().stream().mapToLong(Named::models).sum();
    return new Verification(models, seen.size(), bytes, faults);
  }

  /** Of one entry. */
  Verification one(LibraryEntry entry) {
    file(entry.sha256(), new Named(entry.bytes(), 1, entry.reference()));
    return new Verification(1, 1, bytes, faults);
  }

  private static Map<String, Named> named(Handle handle) {
    Map<String, Named> named = new TreeMap<>();
    handle
        .createQuery(
            "SELECT m.object, m.bytes, n.name, m.version FROM model m"
                + " JOIN model_name n ON n.id = m.name_id")
        .map((row, context) ->
            named.merge(
                row.getString(1),
                new Named(row.getLong(2), 1, row.getString(3) + "@" + row.getInt(4)),
                (a, b) -> new Named(a.bytes(), a.models() + 1, a.example())))
        .list();
    return named;
  }

  private void file(String sha256, Named named) {
    String model =
        named.models() == 1
            ? named.example()
            : named.example() + " and " + (named.models() - 1) + " more";
    try {
      if (!store.holds(sha256, named.bytes()) && !store.exists(sha256)) {
        add(Kind.MISSING, "The file of " + model + " is missing.", store.place(sha256), PUT_BACK);
      } else if (!store.hash(sha256).equals(sha256)) {
        add(
            Kind.CORRUPT,
            "The file of " + model + " is damaged: its bytes are not those published.",
            store.place(sha256),
            PUT_BACK);
      } else {
        bytes += named.bytes();
      }
    } catch (IOException e) {
      add(
          Kind.CORRUPT,
          "The file of " + model + " cannot be read: " + Failures.reason(e) + ".",
          store.place(sha256),
          "Check the disk and who may read there. " + PUT_BACK);
    }
  }

  private void unnamed(ModelStore.Stored file, Map<String, Named> named) {
    if (file.unfinished()) {
      add(Kind.UNFINISHED, "A process was ended while it wrote this.", file.sha256(), SWEEP);
    } else if (file.foreign()) {
      add(
          Kind.FOREIGN,
          "This is no model file of the library.",
          file.sha256(),
          "Move it elsewhere.");
    } else if (!named.containsKey(file.sha256())) {
      add(
          Kind.ORPHAN,
          "No model of the catalogue has this file.",
          store.place(file.sha256()),
          SWEEP);
    }
  }

  private void tables(Handle handle) {
    for (String complaint : database.dialect().complaints(handle)) {
      add(
          Kind.CATALOGUE,
          "The database says: " + complaint + ".",
          database.location().toString(),
          "Export what can be read, move the catalogue away and import it into a new one.");
    }
    long wrong =
        handle
            .createQuery(
                "SELECT count(*) FROM series s WHERE s.models <> (SELECT count(*) FROM model m"
                    + " WHERE m.series_id = s.id AND m.deleted IS NULL)")
            .mapTo(Long.class)
            .one();
    if (wrong > 0) {
      add(
          Kind.CATALOGUE,
          "The number of models is wrong in " + wrong + " series.",
          database.location().toString(),
          "Export the library and import it into a new one.");
    }
  }

  private void add(Kind kind, String what, String where, String mend) {
    faults.add(new LibraryFault(kind, what, where, mend));
  }
}
