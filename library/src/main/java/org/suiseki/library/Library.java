package org.suiseki.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.Progress;
import org.suiseki.learn.StoredModel;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;
import org.suiseki.matter.io.AtomicFile;

/**
 * Models that are kept so that they can be found and trusted: a catalogue in a database, and files
 * named by the hash of their bytes.
 *
 * <pre>{@code
 * try (Library library = Library.open(LibraryLocation.of(folder))) {
 *   library.publish(ModelDraft.of(card, ModelArchive.bytes(model)));
 *   library.search(LibraryQuery.any().ofProperty("band-gap").rankedBy(Ranking.by("test.mae")));
 * }
 * }</pre>
 *
 * <p>What {@link #publishAll} returned is on the disk, whole and for ever under its version. A file
 * is written and forced before the catalogue speaks of it, so that nobody ever sees half of a
 * model; a process that is killed leaves at most files that no entry names, which {@link #sweep}
 * takes away. A version never changes. Deleting hides a model until the next sweep.
 *
 * <p>Thread-safe, and safe among processes: those that write wait for one another, and those that
 * read wait for nobody. An SQLite library belongs on a disk of the computer itself; a team on
 * several computers uses PostgreSQL.
 */
public final class Library implements AutoCloseable {
  private final CatalogueDatabase database;
  private final Sketches sketches = new Sketches();
  private final CatalogueRows rows = new CatalogueRows(sketches);
  private final Clock clock;
  private final StorePlace storePlace;

  private Library(CatalogueDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.storePlace = new StorePlace(database);
  }

  /**
   * Opens the library, and makes it where there is none; a person's own then begins with the models
   * that ship.
   *
   * @throws LibraryException if it cannot be reached, is damaged, or was made by a later version of
   *     Suiseki
   */
  public static Library open(LibraryLocation location) {
    boolean begins = location.isOwn() && !Files.exists(location.folder());
    Library library = open(location, Clock.systemUTC());
    if (begins) {
      StarterModels.into(library, Progress.SILENT);
    }
    return library;
  }

  static Library open(LibraryLocation location, Clock clock) {
    return new Library(CatalogueDatabase.open(location), clock);
  }

  public LibraryLocation location() {
    return database.location();
  }

  /** As {@link #publishAll}, of one. */
  public PublishedModel publish(ModelDraft draft) {
    return publishAll(List.of(draft)).get(0);
  }

  /**
   * Publishes all of them or none. A file and card that are there under the same name keep their
   * version; a deleted one comes back. Anything else becomes the next version of its name.
   *
   * <p>Costs two forced writes for each file and one for the catalogue.
   *
   * @return in the order of the drafts
   */
  public List<PublishedModel> publishAll(List<ModelDraft> drafts) {
    ModelStore store = storePlace.store();
    drafts.forEach(draft -> store.put(draft.sha256(), draft.bytes(), draft.content()));
    long now = clock.millis();
    return database.write(handle -> {
      PublishedRows published = new PublishedRows(handle, now);
      List<PublishedModel> models = new ArrayList<>();
      for (ModelDraft draft : drafts) {
        if (!store.holds(draft.sha256(), draft.bytes())) {
          // A sweep took it for an orphan; none can come while this transaction is open.
          store.put(draft.sha256(), draft.bytes(), draft.content());
        }
        models.add(published.add(draft));
      }
      published.finish();
      return models;
    });
  }

  /** The best first, as {@link LibraryQuery} says. */
  public List<FoundModel> search(LibraryQuery query) {
    return database.read(handle -> {
      List<CatalogueSearch.Match> matches =
          CatalogueSearch.run(handle, database.dialect(), query, sketches);
      Map<Long, LibraryEntry> entries =
          rows.byId(handle, matches.stream().map(CatalogueSearch.Match::id).toList());
      List<FoundModel> found = new ArrayList<>();
      for (CatalogueSearch.Match match : matches) {
        LibraryEntry entry = entries.get(match.id());
        // Else a sweep took it away since the search.
        if (entry != null) {
          found.add(new FoundModel(entry, match.similarity()));
        }
      }
      return found;
    });
  }

  /** How many models a search without a limit would find. */
  public long count(LibraryQuery query) {
    return database.read(
        handle -> CatalogueSearch.count(handle, database.dialect(), query, sketches));
  }

  /** What there is, by property and kind of material. */
  public List<PropertyShelf> shelves() {
    return database.read(Shelves::read);
  }

  /**
   * A model by {@code name}, {@code name@3}, {@code name@best} or {@code property@best}. One that
   * is deleted is found by its version only.
   */
  public Optional<LibraryEntry> find(String reference) {
    return database.read(handle ->
        ModelReference.parse(reference).find(handle).flatMap(id -> rows.entry(handle, id)));
  }

  /**
   * As {@link #find}.
   *
   * @throws LibraryException if there is none, with the nearest names
   */
  public LibraryEntry get(String reference) {
    return find(reference)
        .orElseThrow(() -> {
          String name = ModelReference.parse(reference).name();
          return new LibraryException(
              "There is no model '" + reference + "'.",
              Place.of(location().toString()),
              database.read(handle -> Shelves.hint(handle, name))
                  + "`suiseki library search` finds models by property and words.");
        });
  }

  /** Which of these names have a version that is not deleted. */
  public Set<String> present(List<String> names) {
    if (names.isEmpty()) {
      return Set.of();
    }
    return database.read(handle ->
        Set.copyOf(
            handle
                .createQuery(
                    "SELECT DISTINCT n.name FROM model m JOIN model_name n ON n.id = m.name_id"
                        + " WHERE n.name IN (<names>) AND m.deleted IS NULL")
                .bindList("names", names)
                .mapTo(String.class)
                .list()));
  }

  /** All versions of a name that are not deleted, the oldest first. */
  public List<LibraryEntry> versions(String name) {
    return database.read(handle ->
        rows.entries(
            handle,
            handle
                .createQuery(
                    "SELECT m.id FROM model m JOIN model_name n ON n.id = m.name_id"
                        + " WHERE n.name = :name AND m.deleted IS NULL ORDER BY m.version")
                .bind("name", name)
                .mapTo(Long.class)
                .list()));
  }

  /**
   * The model, after every byte of its file is checked against the catalogue.
   *
   * @throws LibraryException if it is missing or damaged
   */
  public StoredModel load(LibraryEntry entry) {
    return ModelArchive.load(checked(entry));
  }

  /** Writes the file of a model, checked, whole or not at all. */
  public void pull(LibraryEntry entry, Path target) {
    Path file = checked(entry);
    try {
      AtomicFile.write(target, out -> Files.copy(file, out));
    } catch (IOException e) {
      throw new LibraryException(
          "The model cannot be written: " + Failures.reason(e) + ".",
          Place.of(target.toString()),
          "Check that the folder exists, that the disk has space and that you may write there.",
          e);
    }
  }

  private Path checked(LibraryEntry entry) {
    ModelStore store = storePlace.store();
    Path file = store.file(entry.sha256());
    if (!Sha256.of(file).equals(entry.sha256())) {
      throw new LibraryException(
          "The file of " + entry.reference() + " is damaged: its bytes are not those published.",
          Place.of(store.place(entry.sha256())),
          "Publish the same file again or import an archive that has it: both put it right.");
    }
    return file;
  }

  /**
   * Hides a version from every search, until a sweep takes it away.
   *
   * @throws LibraryException if an alias points at it
   */
  public LibraryEntry delete(String reference) {
    LibraryEntry entry = get(reference);
    long now = clock.millis();
    database.write(handle -> {
      long id = ModelReference.parse(entry.reference()).find(handle).orElseThrow();
      List<ModelAlias> aliases = new Aliases(handle).of(id);
      if (!aliases.isEmpty()) {
        ModelAlias alias = aliases.get(0);
        throw new LibraryException(
            entry.reference() + " is the " + alias.alias() + " of " + alias.scope() + ".",
            Place.of(location().toString()),
            "Give the alias to another model or take it away (suiseki library alias), then delete.");
      }
      new Tombstones(handle).bury(id, now);
      return id;
    });
    return entry;
  }

  /**
   * Lets an alias point at a model, and no longer at another.
   *
   * @param reference of the model
   * @param alias such as {@link ModelAlias#BEST}
   * @param scope whether among the versions of its name or the models of its property
   */
  public ModelAlias setAlias(String reference, String alias, AliasScope scope) {
    ModelAlias.requireAlias(alias);
    LibraryEntry entry = get(reference);
    requireScope(entry, scope);
    long now = clock.millis();
    return database.write(handle -> {
      long id =
          ModelReference.parse(entry.reference())
              .find(handle)
              .filter(found -> new Aliases(handle).mayPointAt(found))
              .orElseThrow(() ->
                  new LibraryException(
                      entry.reference() + " is deleted.",
                      "Publish it again, or name another version."));
      new Aliases(handle).set(scope.text(), alias, id, now);
      return new ModelAlias(scope, alias, entry.reference());
    });
  }

  private static void requireScope(LibraryEntry entry, AliasScope scope) {
    ModelCard card = entry.card();
    boolean fits =
        scope.equals(new AliasScope.OfName(card.name()))
            || scope.equals(new AliasScope.OfProperty(card.property().name(), card.kind()));
    if (!fits) {
      throw new LibraryException(
          entry.reference() + " is not among " + scope + ".",
          "Name a model of that name or property.");
    }
  }

  /** Takes an alias away; false if there was none. */
  public boolean removeAlias(AliasScope scope, String alias) {
    return database.write(handle -> new Aliases(handle).remove(scope.text(), alias));
  }

  public List<ModelAlias> aliases() {
    return database.read(handle -> new Aliases(handle).all());
  }

  /** The aliases that point at this version. */
  public List<ModelAlias> aliases(LibraryEntry entry) {
    return database.read(handle ->
        ModelReference.parse(entry.reference())
            .find(handle)
            .map(id -> new Aliases(handle).of(id))
            .orElse(List.of()));
  }

  /**
   * The model to predict a property with: the one called stable, else the one called best, else the
   * first by the first of these scores that any has.
   *
   * @param scores such as {@code test.mae}, in the order of preference
   */
  public Optional<Recommendation> recommend(
      String property, MaterialKind kind, List<String> scores) {
    AliasScope scope = new AliasScope.OfProperty(property, kind);
    for (String alias : List.of(ModelAlias.STABLE, ModelAlias.BEST)) {
      Optional<LibraryEntry> named =
          database.read(handle ->
              new Aliases(handle).find(scope.text(), alias).flatMap(id -> rows.entry(handle, id)));
      if (named.isPresent()) {
        return named.map(entry ->
            new Recommendation(
                entry, "It is called " + alias + " among the models of " + scope + "."));
      }
    }
    LibraryQuery query = LibraryQuery.any().ofProperty(property).ofKind(kind);
    for (String score : scores) {
      Ranking ranking = Ranking.by(score);
      List<FoundModel> found = search(query.rankedBy(ranking).atMost(1));
      if (!found.isEmpty()) {
        LibraryEntry entry = found.get(0).entry();
        String why =
            String.format(
                "It has the %s %s of %,d models of %s.",
                ranking.ascending() ? "smallest" : "largest", score, count(query), scope);
        return Optional.of(new Recommendation(entry, why));
      }
    }
    return Optional.empty();
  }

  /** Looks through the whole library: tables, and every byte of every file. */
  public Verification verify(Progress progress) {
    return new LibraryVerification(database, storePlace.store()).all(progress);
  }

  /** Looks at one model: whether its file is there and whole. */
  public Verification verify(LibraryEntry entry) {
    return new LibraryVerification(database, storePlace.store()).one(entry);
  }

  /**
   * Takes away what was deleted, and files that no entry names, once they are older than the grace;
   * half-written files at least an hour old. Others may publish meanwhile.
   *
   * @param grace such as a day; zero for all
   */
  public Sweep sweep(Duration grace, Progress progress) {
    return new LibrarySweep(database, storePlace.store(), clock.instant(), grace).run(progress);
  }

  /**
   * Writes the models that a search finds, and the aliases that point at them, into one file.
   *
   * @return how many models
   */
  public long exportTo(Path target, LibraryQuery query, Progress progress) {
    ModelStore store = storePlace.store();
    List<Long> ids =
        database.read(handle ->
            CatalogueSearch.run(handle, database.dialect(), query, sketches).stream()
                .map(CatalogueSearch.Match::id)
                .sorted()
                .toList());
    long[] models = {0};
    try {
      AtomicFile.write(
          target,
          out ->
              models[0] =
                  new LibraryExport(database, rows, store)
                      .write(ids, out, clock.instant(), progress));
    } catch (IOException e) {
      throw new LibraryException(
          "The archive cannot be written: " + Failures.reason(e) + ".",
          Place.of(target.toString()),
          "Check that the folder exists, that the disk has space and that you may write there.",
          e);
    }
    return models[0];
  }

  /**
   * Takes in the models of an archive that {@link #exportTo} wrote. What is here stays as it is;
   * importing twice changes nothing.
   *
   * @throws LibraryException if the archive is damaged or of a later version; nothing is taken in
   *     then, unless the damage is in a model file, which is found only when its turn comes
   */
  public Imported importFrom(Path archive, Progress progress) {
    ModelStore store = storePlace.store();
    try (LibraryArchiveReader reader = LibraryArchiveReader.open(archive)) {
      return new LibraryImport(database, store, reader).run(clock.millis(), progress);
    } catch (IOException e) {
      throw new LibraryException(
          "The archive cannot be read: " + Failures.reason(e) + ".",
          Place.of(archive.toString()),
          "Copy it again from where it came from, or export it anew.",
          e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
