package org.suiseki.library;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.suiseki.matter.Sha256;

/**
 * Writes cards into the tables of a catalogue, within one transaction. What no other card of the
 * batch has to see is kept until {@link #finish} and written at once, which spares a server that is
 * far away most of the questions.
 */
final class PublishedRows {
  private final Handle handle;
  private final long now;

  /** Rows that many models of one batch share. */
  private final Map<Object, Long> known = new HashMap<>();

  private final Map<Long, Integer> addedToSeries = new TreeMap<>();
  private final PreparedBatch scores;
  private final PreparedBatch tags;
  private final PreparedBatch words;

  /**
   * @param now milliseconds since 1970, when what is new is published
   */
  PublishedRows(Handle handle, long now) {
    this.handle = handle;
    this.now = now;
    this.scores =
        handle.prepareBatch(
            "INSERT INTO score (model_id, name, listed_in, value, low, high, level)"
                + " VALUES (:model, :name, :series, :value, :low, :high, :level)");
    this.tags = handle.prepareBatch("INSERT INTO tag (model_id, tag) VALUES (:model, :word)");
    this.words = handle.prepareBatch("INSERT INTO word (model_id, word) VALUES (:model, :word)");
  }

  /** To be called after the last. */
  void finish() {
    for (PreparedBatch batch : List.of(scores, tags, words)) {
      if (batch.size() > 0) {
        batch.execute();
      }
    }
    SeriesCount count = new SeriesCount(handle);
    addedToSeries.forEach(count::change);
  }

  /** Adds the next version, unless this very file and card are there under this name. */
  PublishedModel add(ModelDraft draft) {
    return add(draft, 0, now);
  }

  /**
   * As {@link #add(ModelDraft)}, with the version and time that a model has in another library. If
   * that version, or a later one, was given here, it becomes the next.
   */
  PublishedModel add(ModelDraft draft, LibraryEntry elsewhere) {
    return add(draft, elsewhere.version(), elsewhere.published().toEpochMilli());
  }

  private PublishedModel add(ModelDraft draft, int wanted, long published) {
    ModelCard card = draft.card();
    String digest = CardDigest.of(card);
    long name = name(card.name());
    Optional<Known> before = find(name, draft.sha256(), digest);
    if (before.isPresent()) {
      Known found = before.get();
      if (found.deleted()) {
        new Tombstones(handle).revive(found.id());
      }
      return published(draft, found.version(), found.deleted());
    }
    int version = nextVersion(name, wanted);
    long series = series(card);
    long id = insert(draft, digest, name, version, series, published);
    addScores(id, series, card);
    addWords(id, card);
    addedToSeries.merge(series, 1, Integer::sum);
    return published(draft, version, true);
  }

  private static PublishedModel published(ModelDraft draft, int version, boolean added) {
    return new PublishedModel(draft.card().name() + "@" + version, version, draft.sha256(), added);
  }

  private record Known(long id, int version, boolean deleted) {}

  private Optional<Known> find(long name, String object, String digest) {
    return handle
        .createQuery(
            "SELECT id, version, deleted FROM model"
                + " WHERE name_id = :name AND object = :object AND card = :card")
        .bind("name", name)
        .bind("object", object)
        .bind("card", digest)
        .map((row, context) -> new Known(row.getLong(1), row.getInt(2), row.getObject(3) != null))
        .findOne();
  }

  private int nextVersion(long name, int wanted) {
    return handle
        .createQuery(
            "UPDATE model_name SET last_version ="
                + " CASE WHEN last_version < :wanted THEN :wanted ELSE last_version + 1 END"
                + " WHERE id = :id RETURNING last_version")
        .bind("id", name)
        .bind("wanted", wanted)
        .mapTo(Integer.class)
        .one();
  }

  private long name(String name) {
    return handle
        .createQuery(
            "INSERT INTO model_name (name, last_version) VALUES (:name, 0)"
                + " ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id")
        .bind("name", name)
        .mapTo(Long.class)
        .one();
  }

  private long dataSet(ModelCard.Data data) {
    return once(
        data,
        () ->
            bind(
                handle.createQuery(
                    "SELECT id FROM data_set WHERE sha256 = :sha256 AND name = :name"
                        + " AND row_count = :rows AND source = :source AND licence = :licence"),
                data),
        () ->
            bind(
                handle.createQuery(
                    "INSERT INTO data_set (sha256, name, row_count, source, licence)"
                        + " VALUES (:sha256, :name, :rows, :source, :licence) RETURNING id"),
                data));
  }

  private static <S extends SqlStatement<S>> S bind(S statement, ModelCard.Data data) {
    return statement
        .bind("sha256", data.sha256())
        .bind("name", data.name())
        .bind("rows", data.rows())
        .bind("source", data.source())
        .bind("licence", data.licence());
  }

  private long sketch(DomainSketch domain) {
    byte[] roots = SketchBytes.of(domain);
    String sha256 = Sha256.of(roots);
    return once(
        List.of("sketch", sha256),
        () -> handle.createQuery("SELECT id FROM sketch WHERE sha256 = :s").bind("s", sha256),
        () ->
            handle
                .createQuery("INSERT INTO sketch (sha256, roots) VALUES (:s, :roots) RETURNING id")
                .bind("s", sha256)
                .bind("roots", roots));
  }

  private record Series(
      String property,
      String unit,
      String kind,
      String descriptor,
      String family,
      long dataSet,
      int rows) {}

  private long series(ModelCard card) {
    Series series =
        new Series(
            card.property().name(),
            card.property().unit(),
            card.kind().label(),
            card.descriptor(),
            card.architecture().family(),
            dataSet(card.data()),
            card.split().train());
    return once(
        series,
        () ->
            bind(
                handle.createQuery(
                    "SELECT id FROM series WHERE property = :property AND unit = :unit"
                        + " AND kind = :kind AND descriptor = :descriptor AND family = :family"
                        + " AND data_set_id = :data AND train_rows = :rows"),
                series),
        () ->
            bind(
                    handle.createQuery(
                        "INSERT INTO series (property, unit, kind, descriptor, family,"
                            + " data_set_id, train_rows, words, models) VALUES (:property, :unit,"
                            + " :kind, :descriptor, :family, :data, :rows, :words, 0)"
                            + " RETURNING id"),
                    series)
                .bind("words", Words.joined(seriesWords(card))));
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Series series) {
    return statement
        .bind("property", series.property())
        .bind("unit", series.unit())
        .bind("kind", series.kind())
        .bind("descriptor", series.descriptor())
        .bind("family", series.family())
        .bind("data", series.dataSet())
        .bind("rows", series.rows());
  }

  private static Set<String> seriesWords(ModelCard card) {
    return Words.of(
        card.property().name(),
        card.kind().label(),
        card.descriptor(),
        card.architecture().family(),
        card.data().name(),
        card.data().source(),
        card.data().licence());
  }

  private long insert(
      ModelDraft draft, String digest, long name, int version, long series, long published) {
    ModelCard card = draft.card();
    return handle
        .createQuery(
            "INSERT INTO model (name_id, version, series_id, sketch_id, object, bytes, card,"
                + " architecture, split_kind, split_seed, validation_rows, test_rows, parent,"
                + " published) VALUES (:name, :version, :series, :sketch, :object, :bytes, :card,"
                + " :architecture, :split, :seed, :validation, :test, :parent, :published)"
                + " RETURNING id")
        .bind("name", name)
        .bind("version", version)
        .bind("series", series)
        .bind("sketch", sketch(card.domain()))
        .bind("object", draft.sha256())
        .bind("bytes", draft.bytes())
        .bind("card", digest)
        .bind("architecture", card.architecture().text())
        .bind("split", card.split().kind())
        .bind("seed", card.split().seed())
        .bind("validation", card.split().validation())
        .bind("test", card.split().test())
        .bind("parent", card.parent())
        .bind("published", published)
        .mapTo(Long.class)
        .one();
  }

  private void addScores(long model, long series, ModelCard card) {
    card.metrics()
        .forEach((name, score) ->
            scores
                .bind("model", model)
                .bind("name", name)
                .bind("series", series)
                .bind("value", finite(score.value()))
                .bind("low", finite(score.low()))
                .bind("high", finite(score.high()))
                .bind("level", finite(score.level()))
                .add());
  }

  private static Optional<Double> finite(double value) {
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }

  private void addWords(long model, ModelCard card) {
    new LinkedHashSet<>(card.tags())
        .forEach(tag -> tags.bind("model", model).bind("word", tag).add());
    Set<String> own =
        Words.of(card.name(), card.architecture().text(), String.join(" ", card.tags()));
    own.removeAll(seriesWords(card));
    own.forEach(word -> words.bind("model", model).bind("word", word).add());
  }

  private long once(
      Object key,
      Supplier<org.jdbi.v3.core.statement.Query> find,
      Supplier<org.jdbi.v3.core.statement.Query> insert) {
    Long before = known.get(key);
    if (before != null) {
      return before;
    }
    long id =
        find.get()
            .mapTo(Long.class)
            .findOne()
            .orElseGet(() -> insert.get().mapTo(Long.class).one());
    known.put(key, id);
    return id;
  }
}
