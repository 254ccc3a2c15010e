package org.suiseki.matter.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import tools.jackson.core.JsonToken;

/** The crystals of a JSON text, found in it one after another. */
final class JsonCrystals {
  private final PlacedJsonReader json;
  private final JsonCrystal crystal;
  private final String source;
  private final Consumer<MatterException> refused;
  private int found;

  /** Whether there was one. */
  private boolean crystals;

  /**
   * @param refused takes why an object that ends well is no crystal; the next one follows
   */
  JsonCrystals(UnpackedStream in, Consumer<MatterException> refused) {
    this.refused = refused;
    this.source = in.source();
    this.json = PlacedJsonReader.of(in);
    this.crystal = new JsonCrystal(json, source);
  }

  void each(BiConsumer<CrystalFormat, CrystalEntry> to) {
    while (json.next()) {
      if (json.is(JsonToken.START_ARRAY)) {
        json.next();
        elements(to);
      } else {
        entry(to);
      }
      json.release();
    }
    if (found == 0) {
      throw new MatterException(
          "There is no crystal in it.", Place.of(source), "Give a file with at least one.");
    }
  }

  /** From its first element, or its end, to its end. */
  private void elements(BiConsumer<CrystalFormat, CrystalEntry> to) {
    while (!json.is(JsonToken.END_ARRAY)) {
      entry(to);
      json.release();
      json.next();
    }
  }

  private void entry(BiConsumer<CrystalFormat, CrystalEntry> to) {
    Place place = json.place();
    if (!json.is(JsonToken.START_OBJECT)) {
      throw new MatterException(
          "A crystal should begin here, as an object in braces.",
          place,
          "Give an object, an array of objects, or one object on each line.");
    }
    Map<String, PlacedJson> fields = new LinkedHashMap<>();
    boolean response = false;
    while (json.nextField()) {
      String name = json.name();
      Place at = json.place();
      json.next();
      PlacedJson value;
      if (isData(name, fields)) {
        if (json.beginsWithObject()) {
          response = true;
          elements(to);
          continue;
        }
        value = json.restOfArray();
      } else {
        value = json.field(name);
      }
      if (fields.put(name, value) != null) {
        throw PlacedJsonReader.twice(name, at);
      }
    }
    if (!response) {
      found++;
      read(fields, place).ifPresent(one -> to.accept(one.format(), one.entry()));
    }
  }

  /** Nothing where it was refused. */
  private Optional<JsonCrystal.Read> read(Map<String, PlacedJson> fields, Place place) {
    try {
      JsonCrystal.Read one = crystal.read(fields, place, found);
      crystals = true;
      return Optional.of(one);
    } catch (MatterException e) {
      if (!crystals && fields.keySet().stream().noneMatch(JsonCrystal::isTelling)) {
        // A list of other things is not worth a word on each.
        throw e;
      }
      refused.accept(e);
      return Optional.empty();
    }
  }

  /** Whether the current value may be an array of crystals rather than a property of one. */
  private boolean isData(String name, Map<String, PlacedJson> before) {
    return name.equals("data")
        && json.is(JsonToken.START_ARRAY)
        && before.keySet().stream().noneMatch(JsonCrystal::isTelling);
  }
}
