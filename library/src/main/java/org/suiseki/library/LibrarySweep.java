package org.suiseki.library;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.suiseki.learn.Progress;

/**
 * Takes away what is deleted, then the files that no entry names. Entries go before their files,
 * and a file goes only while no other process can publish, so that an entry never loses its file,
 * whenever this process is killed.
 */
final class LibrarySweep {
  /** Files that are looked at under one lock: some milliseconds. */
  private static final int BATCH = 200;

  /** A process may be writing such a file this very moment. */
  private static final Duration UNFINISHED = Duration.ofHours(1);

  private final CatalogueDatabase database;
  private final ModelStore store;
  private final Instant now;
  private final Duration grace;

  LibrarySweep(CatalogueDatabase database, ModelStore store, Instant now, Duration grace) {
    this.database = database;
    this.store = store;
    this.now = now;
    this.grace = grace;
  }

  Sweep run(Progress progress) {
    long waiting = waiting();
    long models = entries(progress);
    List<ModelStore.Stored> old = new ArrayList<>();
    Set<String> named = new HashSet<>(database.read(LibrarySweep::named));
    long[] young = {0};
    store.each(file -> {
      boolean ours = file.unfinished() || !file.foreign();
      if (!ours || named.contains(file.sha256())) {
        return;
      }
      if (isOld(file)) {
        old.add(file);
      } else {
        young[0]++;
      }
    });
    long files = 0;
    long bytes = 0;
    for (int from = 0; from < old.size(); from += BATCH) {
      progress.check();
      progress.step("files", from, old.size());
      List<ModelStore.Stored> some = old.subList(from, Math.min(old.size(), from + BATCH));
      List<ModelStore.Stored> gone = database.write(handle -> remove(handle, some));
      files += gone.size();
      bytes += gone.stream().mapToLong(ModelStore.Stored::bytes).sum();
    }
    return new Sweep(models, files, bytes, waiting + young[0]);
  }

  private boolean isOld(ModelStore.Stored file) {
    Duration age = file.unfinished() && grace.compareTo(UNFINISHED) < 0 ? UNFINISHED : grace;
    return !file.modified().isAfter(now.minus(age));
  }

  private static List<String> named(Handle handle) {
    return handle.createQuery("SELECT DISTINCT object FROM model").mapTo(String.class).list();
  }

  private List<ModelStore.Stored> remove(Handle handle, List<ModelStore.Stored> files) {
    String hashes =
        files.stream()
            .filter(file -> !file.foreign())
            .map(file -> "'" + file.sha256() + "'")
            .collect(Collectors.joining(","));
    Set<String> named =
        hashes.isEmpty()
            ? Set.of()
            : new HashSet<>(
                handle
                    .createQuery("SELECT object FROM model WHERE object IN (" + hashes + ")")
                    .mapTo(String.class)
                    .list());
    List<ModelStore.Stored> gone =
        files.stream().filter(file -> !named.contains(file.sha256())).toList();
    gone.forEach(store::remove);
    return gone;
  }

  private long waiting() {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT count(*) FROM model WHERE deleted IS NOT NULL AND deleted > :limit")
            .bind("limit", limit())
            .mapTo(Long.class)
            .one());
  }

  private long entries(Progress progress) {
    long models = 0;
    while (true) {
      progress.check();
      List<Long> some = database.write(this::forget);
      models += some.size();
      if (some.size() < BATCH) {
        return models;
      }
    }
  }

  /** The name with its last version stays, so that no version is ever given twice. */
  private List<Long> forget(Handle handle) {
    List<Long> ids =
        handle
            .createQuery(
                "SELECT id FROM model WHERE deleted IS NOT NULL AND deleted <= :limit"
                    + " ORDER BY deleted LIMIT "
                    + BATCH)
            .bind("limit", limit())
            .mapTo(Long.class)
            .list();
    if (!ids.isEmpty()) {
      String list = CatalogueRows.list(ids);
      for (String table : List.of("score", "tag", "word", "alias")) {
        handle.execute("DELETE FROM " + table + " WHERE model_id IN (" + list + ")");
      }
      handle.execute("DELETE FROM model WHERE id IN (" + list + ")");
    }
    return ids;
  }

  private long limit() {
    return now.minus(grace).toEpochMilli();
  }
}
