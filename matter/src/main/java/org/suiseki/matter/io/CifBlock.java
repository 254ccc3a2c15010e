package org.suiseki.matter.io;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.suiseki.matter.Place;

/** A data block of a CIF: the columns of the names in {@link CifTag}, and a hint at the others. */
final class CifBlock {
  private final String name;
  private final Place place;
  private final Map<CifTag, CifColumn> columns = new EnumMap<>(CifTag.class);
  private final Set<CifContent> contents = EnumSet.noneOf(CifContent.class);
  private boolean written;

  CifBlock(String name, Place place) {
    this.name = name;
    this.place = place;
  }

  /** What stands after {@code data_}; may be empty. */
  String name() {
    return name;
  }

  Place place() {
    return place;
  }

  /** Notes that there is a data name, read or not. */
  void note(String tag) {
    written = true;
    CifContent.of(tag).ifPresent(contents::add);
  }

  /** Whether there is a data name in it. */
  boolean written() {
    return written;
  }

  Set<CifContent> contents() {
    return contents;
  }

  void put(CifTag tag, CifColumn column) {
    columns.put(tag, column);
  }

  /** Empty where the name is absent or has no value at all. */
  Optional<CifColumn> column(CifTag tag) {
    CifColumn column = columns.get(tag);
    return column == null || column.count() == 0 ? Optional.empty() : Optional.of(column);
  }

  /** The column of a name, also without any value so far. */
  Optional<CifColumn> named(CifTag tag) {
    return Optional.ofNullable(columns.get(tag));
  }

  /** The first known value of the first of these names that has one. */
  Optional<String> value(CifTag... tags) {
    for (CifTag tag : tags) {
      Optional<String> value = column(tag).flatMap(CifColumn::first);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /** What the names tell, as {@link CrystalEntry} keeps it. */
  Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    columns.forEach((tag, column) -> {
      if (!tag.structural()) {
        column.first().ifPresent(value -> properties.put(column.name(), value));
      }
    });
    return properties;
  }
}
