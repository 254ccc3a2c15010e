package org.suiseki.matter.io;

import java.util.ArrayList;
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
  private final UsableRows<CoreLossEntry> rows = new UsableRows<>(CoreLossEntry::id);
  private final List<MatterException> remarks = new ArrayList<>();
  private final List<MatterException> warnings = new ArrayList<>();

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
    rows.read(place, row)
        .ifPresentOrElse(entry -> warnOfMissing(entry, place), this::endWhereHopeless);
  }

  void reject(MatterException error) {
    rows.reject(error);
    endWhereHopeless();
  }

  /** A warning about all of the source; these come before those about one row. */
  void remark(MatterException warning) {
    remarks.add(warning);
  }

  void remark(String what, Place place, String mend) {
    remark(new MatterException(what, place, mend));
  }

  CoreLossData finish(Map<String, String> propertyUnits, String sha256) {
    if (rows.noneUsable()) {
      throw nothing();
    }
    List<MatterException> all = new ArrayList<>(remarks);
    all.addAll(warnings);
    return new CoreLossData(rows.usable(), rows.rejected(), all, propertyUnits, sha256, source);
  }

  private void endWhereHopeless() {
    if (strict) {
      throw rows.rejected().get(0);
    }
    if (rows.noneUsable() && rows.rejectedCount() >= HOPELESS) {
      throw nothing();
    }
  }

  private void warnOfMissing(CoreLossEntry entry, Place place) {
    List<String> missing = new ArrayList<>(expected.get());
    missing.removeAll(entry.properties().keySet());
    if (!missing.isEmpty()) {
      warnings.add(
          new MatterException(
              "'" + entry.id() + "' lacks " + String.join(", ", missing) + ".",
              place,
              "It is left out where these are learned."));
    }
  }

  private MatterException nothing() {
    List<MatterException> rejected = rows.rejected();
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
