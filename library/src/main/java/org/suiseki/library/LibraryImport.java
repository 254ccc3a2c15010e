package org.suiseki.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suiseki.learn.Progress;

/**
 * Takes the models of a {@link LibraryArchive} into a library, a part at a time: its files, then
 * their entries in one transaction. The whole archive is checked before, but for the bytes of the
 * files, each of which is checked when it is written. Where it is stopped, importing again goes on.
 */
final class LibraryImport {
  private final CatalogueDatabase database;
  private final ModelStore store;
  private final LibraryArchiveReader archive;
  private final Map<String, String> references = new HashMap<>();
  private final Set<String> aliased = new HashSet<>();
  private long added;
  private long present;
  private long renumbered;

  LibraryImport(CatalogueDatabase database, ModelStore store, LibraryArchiveReader archive) {
    this.database = database;
    this.store = store;
    this.archive = archive;
  }

  Imported run(long now, Progress progress) throws IOException {
    archive.check();
    List<ModelAlias> aliases = archive.aliases();
    aliases.forEach(alias -> aliased.add(alias.model()));
    int done = 0;
    for (String part : archive.parts()) {
      progress.check();
      progress.step("import", done++, archive.parts().size());
      part(archive.models(part), now);
    }
    progress.step("import", done, done);
    long[] set = new long[2];
    database.write(handle -> {
      for (ModelAlias alias : aliases) {
        set[alias(new Aliases(handle), alias, now) ? 0 : 1]++;
      }
      return 0;
    });
    return new Imported(added, present, renumbered, set[0], set[1]);
  }

  private void part(List<LibraryEntry> models, long now) {
    List<ModelDraft> drafts = new ArrayList<>();
    for (LibraryEntry model : models) {
      ModelDraft draft =
          new ModelDraft(
              model.card(), model.sha256(), model.bytes(), out -> archive.copy(model, out));
      store.put(draft.sha256(), draft.bytes(), draft.content());
      drafts.add(draft);
    }
    database.write(handle -> {
      PublishedRows rows = new PublishedRows(handle, now);
      for (int i = 0; i < drafts.size(); i++) {
        ModelDraft draft = drafts.get(i);
        if (!store.holds(draft.sha256(), draft.bytes())) {
          store.put(draft.sha256(), draft.bytes(), draft.content());
        }
        count(models.get(i), rows.add(draft, models.get(i)));
      }
      rows.finish();
      return 0;
    });
  }

  private void count(LibraryEntry model, PublishedModel published) {
    if (published.added()) {
      added++;
      renumbered += published.version() == model.version() ? 0 : 1;
    } else {
      present++;
    }
    if (aliased.contains(model.reference())) {
      references.put(model.reference(), published.reference());
    }
  }

  /** Whether it points as the archive says now; an alias that is in use here is not taken away. */
  private boolean alias(Aliases aliases, ModelAlias alias, long now) {
    long model =
        ModelReference.parse(references.getOrDefault(alias.model(), alias.model()))
            .find(aliases.handle())
            .orElseThrow();
    Long before = aliases.find(alias.scope().text(), alias.alias()).orElse(model);
    if (before != model) {
      return false;
    }
    aliases.set(alias.scope().text(), alias.alias(), model, now);
    return true;
  }
}
