package org.suiseki.library;

import org.jdbi.v3.core.Handle;

/** Takes models out of every search and puts them back; their rows and files stay. */
record Tombstones(Handle handle) {

  void bury(long model, long now) {
    int changed =
        handle
            .createUpdate("UPDATE model SET deleted = :now WHERE id = :id AND deleted IS NULL")
            .bind("now", now)
            .bind("id", model)
            .execute();
    if (changed == 1) {
      handle
          .createUpdate("UPDATE score SET listed_in = NULL WHERE model_id = :id")
          .bind("id", model)
          .execute();
      new SeriesCount(handle).change(series(model), -1);
    }
  }

  void revive(long model) {
    long series = series(model);
    handle
        .createUpdate("UPDATE model SET deleted = NULL WHERE id = :id")
        .bind("id", model)
        .execute();
    handle
        .createUpdate("UPDATE score SET listed_in = :series WHERE model_id = :id")
        .bind("series", series)
        .bind("id", model)
        .execute();
    new SeriesCount(handle).change(series, 1);
  }

  private long series(long model) {
    return handle
        .createQuery("SELECT series_id FROM model WHERE id = :id")
        .bind("id", model)
        .mapTo(Long.class)
        .one();
  }
}
