package org.suiseki.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * The sketches of all domains in memory: 472 bytes for each set of materials, not for each model. A
 * number once given always means the same sketch, so only new ones are read.
 */
final class Sketches {
  private final Map<Long, DomainSketch> known = new ConcurrentHashMap<>();
  private long newest;

  /**
   * A sketch and how alike it is to the one that was asked for.
   *
   * @param id of the row
   */
  record Alike(long id, double similarity) {}

  /** Reads what came since the last time. */
  synchronized void load(Handle handle) {
    handle
        .createQuery("SELECT id, roots FROM sketch WHERE id > :newest ORDER BY id")
        .bind("newest", newest)
        .map((row, context) -> {
          known.put(row.getLong(1), SketchBytes.read(row.getBytes(2)));
          newest = row.getLong(1);
          return newest;
        })
        .list();
  }

  DomainSketch get(long id) {
    DomainSketch sketch = known.get(id);
    if (sketch == null) {
      throw new LibraryException(
          "The catalogue lacks the domain " + id + " of a model.",
          "`suiseki library verify` looks through all.");
    }
    return sketch;
  }

  /** The most similar first. */
  List<Alike> alike(DomainSketch domain, double least) {
    List<Alike> alike = new ArrayList<>();
    known.forEach((id, sketch) -> {
      double similarity = sketch.similarity(domain);
      if (similarity >= least) {
        alike.add(new Alike(id, similarity));
      }
    });
    alike.sort(
        Comparator.comparingDouble(Alike::similarity).reversed().thenComparingLong(Alike::id));
    return alike;
  }
}
