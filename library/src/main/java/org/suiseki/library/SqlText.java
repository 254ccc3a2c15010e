package org.suiseki.library;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * A statement, or a part of one, that grows together with the values of its question marks. What a
 * person typed is always a value and never part of the text.
 */
final class SqlText {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  SqlText add(String more, Object... forItsMarks) {
    text.append(more);
    values.addAll(List.of(forItsMarks));
    return this;
  }

  SqlText add(SqlText other) {
    text.append(other.text);
    values.addAll(other.values);
    return this;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  Query query(Handle handle) {
    Query query = handle.createQuery(text.toString());
    for (int i = 0; i < values.size(); i++) {
      query.bind(i, values.get(i));
    }
    return query;
  }
}
