package org.suiseki.library;

import org.jdbi.v3.core.Handle;

/** Keeps the number of models of each series right. */
record SeriesCount(Handle handle) {

  void change(long series, int by) {
    handle
        .createUpdate("UPDATE series SET models = models + :by WHERE id = :id")
        .bind("by", by)
        .bind("id", series)
        .execute();
  }
}
