package org.suiseki.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;

/** Puts the entries together again whose parts lie in several tables. */
final class CatalogueRows {
  private static final String ENTRY =
      "SELECT m.id, n.name, m.version, s.property, s.unit, s.kind, s.descriptor, s.family,"
          + " m.architecture, d.name AS data_name, d.sha256 AS data_sha256, d.row_count, d.source,"
          + " d.licence, m.split_kind, m.split_seed, s.train_rows, m.validation_rows, m.test_rows,"
          + " m.parent, m.sketch_id, m.object, m.bytes, m.published, m.deleted"
          + " FROM model m JOIN model_name n ON n.id = m.name_id JOIN series s ON s.id = m.series_id"
          + " JOIN data_set d ON d.id = s.data_set_id WHERE m.id IN (";

  /** So many rows at a time, as their numbers stand in the text of the statement. */
  private static final int BATCH = 1000;

  private final Sketches sketches;

  CatalogueRows(Sketches sketches) {
    this.sketches = sketches;
  }

  /** In the order of the numbers; one that another process has swept away meanwhile is left out. */
  List<LibraryEntry> entries(Handle handle, List<Long> ids) {
    Map<Long, LibraryEntry> found = byId(handle, ids);
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }

  Optional<LibraryEntry> entry(Handle handle, long id) {
    return entries(handle, List.of(id)).stream().findFirst();
  }

  Map<Long, LibraryEntry> byId(Handle handle, List<Long> ids) {
    Map<Long, LibraryEntry> found = new HashMap<>();
    for (int from = 0; from < ids.size(); from += BATCH) {
      found.putAll(read(handle, ids.subList(from, Math.min(ids.size(), from + BATCH))));
    }
    return found;
  }

  static String list(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private Map<Long, LibraryEntry> read(Handle handle, List<Long> ids) {
    String list = list(ids);
    Map<Long, Map<String, ModelCard.Score>> scores = scores(handle, list);
    Map<Long, List<String>> tags = tags(handle, list);
    sketches.load(handle);
    Map<Long, LibraryEntry> found = new HashMap<>();
    handle
        .createQuery(ENTRY + list + ")")
        .map((row, context) ->
            entry(
                row,
                scores.getOrDefault(row.getLong("id"), Map.of()),
                tags.getOrDefault(row.getLong("id"), List.of()),
                found))
        .list();
    return found;
  }

  private LibraryEntry entry(
      ResultSet row,
      Map<String, ModelCard.Score> scores,
      List<String> tags,
      Map<Long, LibraryEntry> found)
      throws SQLException {
    LibraryEntry entry =
        new LibraryEntry(
            card(row, scores, tags),
            row.getInt("version"),
            row.getString("object"),
            row.getLong("bytes"),
            Instant.ofEpochMilli(row.getLong("published")),
            deleted(row));
    found.put(row.getLong("id"), entry);
    return entry;
  }

  private static Optional<Instant> deleted(ResultSet row) throws SQLException {
    long deleted = row.getLong("deleted");
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(deleted));
  }

  private ModelCard card(ResultSet row, Map<String, ModelCard.Score> scores, List<String> tags)
      throws SQLException {
    String kind = row.getString("kind");
    return new ModelCard(
        row.getString("name"),
        new Column(row.getString("property"), row.getString("unit")),
        MaterialKind.named(kind)
            .orElseThrow(() ->
                new LibraryException(
                    "The catalogue has a model of materials of the kind '" + kind + "'.",
                    "Update Suiseki.")),
        row.getString("descriptor"),
        new ModelCard.Architecture(row.getString("family"), row.getString("architecture")),
        new ModelCard.Data(
            row.getString("data_name"),
            row.getString("data_sha256"),
            row.getInt("row_count"),
            row.getString("source"),
            row.getString("licence")),
        new ModelCard.SplitNote(
            row.getString("split_kind"),
            row.getLong("split_seed"),
            row.getInt("train_rows"),
            row.getInt("validation_rows"),
            row.getInt("test_rows")),
        scores,
        Optional.ofNullable(row.getString("parent")),
        tags,
        sketches.get(row.getLong("sketch_id")));
  }

  private static Map<Long, Map<String, ModelCard.Score>> scores(Handle handle, String list) {
    Map<Long, Map<String, ModelCard.Score>> scores = new HashMap<>();
    handle
        .createQuery(
            "SELECT model_id, name, value, low, high, level FROM score WHERE model_id IN ("
                + list
                + ")")
        .map((row, context) ->
            scores
                .computeIfAbsent(row.getLong(1), id -> new TreeMap<>())
                .put(
                    row.getString(2),
                    new ModelCard.Score(
                        number(row, 3), number(row, 4), number(row, 5), number(row, 6))))
        .list();
    return scores;
  }

  private static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  private static Map<Long, List<String>> tags(Handle handle, String list) {
    Map<Long, List<String>> tags = new HashMap<>();
    handle
        .createQuery(
            "SELECT model_id, tag FROM tag WHERE model_id IN (" + list + ") ORDER BY model_id, tag")
        .map((row, context) ->
            tags.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(row.getString(2)))
        .list();
    return tags;
  }
}
