package org.suiseki.library;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Names such as {@code best} that point at one version and can be moved. */
record Aliases(Handle handle) {

  void set(String scope, String alias, long model, long now) {
    handle
        .createUpdate(
            "INSERT INTO alias (scope, alias, model_id, since) VALUES (:scope, :alias, :model, :now)"
                + " ON CONFLICT (scope, alias) DO UPDATE SET model_id = excluded.model_id,"
                + " since = excluded.since")
        .bind("scope", scope)
        .bind("alias", alias)
        .bind("model", model)
        .bind("now", now)
        .execute();
  }

  boolean remove(String scope, String alias) {
    return handle
            .createUpdate("DELETE FROM alias WHERE scope = :scope AND alias = :alias")
            .bind("scope", scope)
            .bind("alias", alias)
            .execute()
        > 0;
  }

  Optional<Long> find(String scope, String alias) {
    return handle
        .createQuery("SELECT model_id FROM alias WHERE scope = :scope AND alias = :alias")
        .bind("scope", scope)
        .bind("alias", alias)
        .mapTo(Long.class)
        .findOne();
  }

  List<ModelAlias> of(long model) {
    return read(" WHERE a.model_id = " + model);
  }

  List<ModelAlias> all() {
    return read("");
  }

  boolean mayPointAt(long model) {
    return handle
            .createQuery("SELECT count(*) FROM model WHERE id = :id AND deleted IS NULL")
            .bind("id", model)
            .mapTo(Long.class)
            .one()
        == 1;
  }

  private List<ModelAlias> read(String where) {
    return handle
        .createQuery(
            "SELECT a.scope, a.alias, n.name, m.version FROM alias a"
                + " JOIN model m ON m.id = a.model_id JOIN model_name n ON n.id = m.name_id"
                + where
                + " ORDER BY a.scope, a.alias")
        .map((row, context) ->
            new ModelAlias(
                AliasScope.parse(row.getString(1)),
                row.getString(2),
                row.getString(3) + "@" + row.getInt(4)))
        .list();
  }
}
