package org.suiseki.matter.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import tools.jackson.core.JsonToken;

/** The crystals of a JSON text, found in it one after another. */
final class JsonCrystals {
  private final PlacedJsonReader json;
  private final JsonCrystal crystal;
  private final String source;
  private int found;

  JsonCrystals(UnpackedStream in) {
    this.source = in.source();
    this.json = PlacedJsonReader.of(in);
    this.crystal = new JsonCrystal(json, source);
  }

  void each(BiConsumer<CrystalFormat, CrystalEntry> to) {
    while (json.next()) {
      if (json.is(JsonToken.START_ARRAY)) {
        array(to);
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

  /** To its end. */
  private void array(BiConsumer<CrystalFormat, CrystalEntry> to) {
    while (json.next() && !json.is(JsonToken.END_ARRAY)) {
      entry(to);
      json.release();
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
      if (name.equals("data") && fields.keySet().stream().noneMatch(JsonCrystal::isTelling)) {
        response |= json.is(JsonToken.START_ARRAY);
      }
      if (response && json.is(JsonToken.START_ARRAY) && name.equals("data")) {
        array(to);
      } else if (fields.put(name, json.field(name)) != null) {
        throw PlacedJsonReader.twice(name, at);
      }
    }
    if (!response) {
      found++;
      crystal.read(fields, place, found, to);
    }
  }
}
