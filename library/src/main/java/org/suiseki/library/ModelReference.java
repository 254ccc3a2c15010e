package org.suiseki.library;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.suiseki.describe.MaterialKind;

/**
 * How a person names a model: {@code name} for its newest version, {@code name@3} for a certain
 * one, {@code name@best} by an alias among its versions, {@code property@best} by an alias among
 * the models of a property.
 *
 * @param name before the sign
 * @param version a number, an alias or nothing
 */
record ModelReference(String name, String version) {

  static ModelReference parse(String text) {
    int at = text.lastIndexOf('@');
    return at < 0
        ? new ModelReference(text, "")
        : new ModelReference(text.substring(0, at), text.substring(at + 1));
  }

  /** The number of the row; of a deleted model only where its version is given. */
  Optional<Long> find(Handle handle) {
    if (version.isEmpty()) {
      return newest(handle);
    }
    if (version.matches("[1-9][0-9]{0,8}")) {
      return exact(handle);
    }
    Aliases aliases = new Aliases(handle);
    Optional<Long> ofName = aliases.find(new AliasScope.OfName(name).text(), version);
    if (ofName.isPresent()) {
      return ofName;
    }
    for (MaterialKind kind : MaterialKind.values()) {
      Optional<Long> found = aliases.find(new AliasScope.OfProperty(name, kind).text(), version);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Long> newest(Handle handle) {
    return handle
        .createQuery(
            "SELECT m.id FROM model m JOIN model_name n ON n.id = m.name_id"
                + " WHERE n.name = :name AND m.deleted IS NULL ORDER BY m.version DESC LIMIT 1")
        .bind("name", name)
        .mapTo(Long.class)
        .findOne();
  }

  private Optional<Long> exact(Handle handle) {
    return handle
        .createQuery(
            "SELECT m.id FROM model m JOIN model_name n ON n.id = m.name_id"
                + " WHERE n.name = :name AND m.version = :version")
        .bind("name", name)
        .bind("version", Integer.parseInt(version))
        .mapTo(Long.class)
        .findOne();
  }
}
