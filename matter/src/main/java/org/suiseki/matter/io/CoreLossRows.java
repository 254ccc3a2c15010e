package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** Gathers rows while a source is read: good ones, bad ones and warnings. */
final class CoreLossRows {
  /** So many bad rows and no good one: this is another kind of file. */
  private static final int HOPELESS = 100;

  private final String source;
  private final boolean strict;
  private final Supplier<Set<String>> expected;
  private final List<CoreLossEntry> entries = new ArrayList<>();
  private final List<MatterException> rejected = new ArrayList<>();
  private final List<MatterException> warnings = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  /**
   * @param expected the properties that a row should give, asked for at each row
   */
  CoreLossRows(String source, boolean strict, Supplier<Set<String>> expected) {
    this.source = source;
    this.strict = strict;
    this.expected = expected;
  }

  /** Keeps the entry that {@code row} reads, or its error, with the place where it lacks one. */
  void read(Place place, Supplier<CoreLossEntry> row) {
    try {
      CoreLossEntry entry = row.get();
      if (!ids.add(entry.id())) {
        throw new MatterException(
            "The id '" + entry.id() + "' was used before.", place, "Give each entry its own id.");
      }
      entries.add(entry);
      warnOfMissing(entry, place);
    } catch (MatterException e) {
      reject(e.place().isPresent() ? e : new MatterException(e.what(), place, e.mend(), e));
    }
  }

  void reject(MatterException error) {
    if (strict) {
      throw error;
    }
    rejected.add(error);
    if (entries.isEmpty() && rejected.size() >= HOPELESS) {
      throw nothing();
    }
  }

  void warn(String what, Place place, String mend) {
    warnings.add(new MatterException(what, place, mend));
  }

  CoreLossData finish(Map<String, String> propertyUnits, String sha256) {
    if (entries.isEmpty()) {
      throw nothing();
    }
    return new CoreLossData(entries, rejected, warnings, propertyUnits, sha256, source);
  }

  private void warnOfMissing(CoreLossEntry entry, Place place) {
    List<String> missing = new ArrayList<>(expected.get());
    missing.removeAll(entry.properties().keySet());
    if (!missing.isEmpty()) {
      warn(
          "'" + entry.id() + "' lacks " + String.join(", ", missing) + ".",
          place,
          "It is left out where these are learned.");
    }
  }

  private MatterException nothing() {
    if (rejected.isEmpty()) {
      return new MatterException(
          "There is no entry in it.",
          Place.of(source),
          "Give a file with one JSON object on each line.");
    }
    MatterException first = rejected.get(0);
    return new MatterException(
        "None of the first " + rejected.size() + " rows can be used. The first: " + first.what(),
        first.place().orElse(Place.of(source)),
        first.mend(),
        first);
  }
}
