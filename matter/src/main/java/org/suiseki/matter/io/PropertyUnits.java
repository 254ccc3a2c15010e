package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spelling;
import org.suiseki.matter.Unit;

/** Brings properties to one unit each: the one that is wanted, else the one met first. */
final class PropertyUnits {
  private final Map<String, String> wanted;
  private final Map<String, String> met = new LinkedHashMap<>();
  private final Map<String, String> unwanted = new LinkedHashMap<>();

  PropertyUnits(Map<String, String> wanted) {
    this.wanted = wanted;
  }

  /**
   * The factor that brings the numbers under this head to their unit; empty where the head carries
   * no unit and is no wanted property, so that the column is a remark.
   *
   * @throws MatterException where the unit is missing or does not fit
   */
  Optional<Double> factor(String head, Place place) {
    Optional<PropertyColumn> column = PropertyColumn.parse(head);
    if (column.isEmpty()) {
      if (wanted.containsKey(head)) {
        throw new MatterException(
            "The property '" + head + "' has no unit.",
            place,
            "Head it '" + head + " [" + wanted.get(head) + "]'.");
      }
      return Optional.empty();
    }
    String name = column.get().name();
    String unit = column.get().unit();
    String target = wanted.getOrDefault(name, met.getOrDefault(name, unit));
    if (unit.isEmpty()) {
      throw new MatterException(
          "The unit of '" + name + "' is empty.", place, "Name it; a pure number has the unit 1.");
    }
    double factor = factor(name, unit, target, place);
    met.put(name, target);
    if (!wanted.isEmpty() && !wanted.containsKey(name)) {
      unwanted.put(head, name);
    }
    return Optional.of(factor);
  }

  /** The unit of every property met so far. */
  Map<String, String> met() {
    return met;
  }

  /** A warning about heads whose name is none of the wanted properties, mistyped ones above all. */
  Optional<MatterException> unwanted(Place place) {
    if (unwanted.isEmpty()) {
      return Optional.empty();
    }
    List<String> shown = new ArrayList<>();
    unwanted.forEach((head, name) ->
        shown.add(
            "'"
                + head
                + "'"
                + Spelling.nearest(name, wanted.keySet())
                    .map(near -> " (did you mean " + near + "?)")
                    .orElse("")));
    return Optional.of(
        new MatterException(
            "Not among the wanted properties, and so not used: " + String.join(", ", shown) + ".",
            place,
            "Wanted are "
                + String.join(", ", wanted.keySet())
                + "; write a name exactly so, capitals included."));
  }

  private static double factor(String name, String unit, String target, Place place) {
    try {
      return Unit.factor(unit, target);
    } catch (MatterException e) {
      throw new MatterException("The property '" + name + "': " + e.what(), place, e.mend(), e);
    }
  }
}
