package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** The rows of a source that can be used, each with an id of its own, and why others cannot. */
final class UsableRows<T> {
  private final Function<T, String> id;
  private final List<T> usable = new ArrayList<>();
  private final List<MatterException> rejected = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  UsableRows(Function<T, String> id) {
    this.id = id;
  }

  /**
   * Keeps what {@code row} reads, or its error, with the place where it lacks one.
   *
   * @return the row, where it can be used
   */
  Optional<T> read(Place place, Supplier<T> row) {
    try {
      T entry = row.get();
      if (!ids.add(id.apply(entry))) {
        throw new MatterException(
            "The id '" + id.apply(entry) + "' was used before.",
            place,
            "Give each entry its own id.");
      }
      usable.add(entry);
      return Optional.of(entry);
    } catch (MatterException e) {
      reject(e.place().isPresent() ? e : new MatterException(e.what(), place, e.mend(), e));
      return Optional.empty();
    }
  }

  void reject(MatterException error) {
    rejected.add(error);
  }

  List<T> usable() {
    return List.copyOf(usable);
  }

  List<MatterException> rejected() {
    return List.copyOf(rejected);
  }

  boolean noneUsable() {
    return usable.isEmpty();
  }

  int rejectedCount() {
    return rejected.size();
  }
}
