package org.suiseki.matter.io;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;
import tools.jackson.core.JsonToken;

/** One object of {@link MeasurementJsonReader} while its fields are taken. */
final class MeasurementJson {
  private static final double[] NONE = {};

  private final PlacedJsonReader json;
  private final Place place;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private String id = "";
  private String kind = "";
  private String axisName = "";
  private String axisUnit = "";
  private String quantity = "";
  private String unit = "";
  private double[] positions = NONE;
  private double[] values = NONE;
  private double[] deviations = NONE;
  private OptionalDouble wavelength = OptionalDouble.empty();
  private OptionalDouble countingTime = OptionalDouble.empty();

  private MeasurementJson(PlacedJsonReader json) {
    this.json = json;
    this.place = json.place();
  }

  /** The object whose beginning is the current token, to its end. */
  static Measurement read(PlacedJsonReader json) {
    MeasurementJson object = new MeasurementJson(json);
    while (json.nextField()) {
      String name = json.name();
      object.once(name);
      json.next();
      object.field(name);
    }
    return object.measurement();
  }

  private void field(String name) {
    switch (name) {
      case "id" -> id = json.text(name);
      case "kind" -> kind = json.text(name);
      case "axis" -> axis();
      case "quantity" -> quantity = json.text(name);
      case "unit" -> unit = json.text(name);
      case "values" -> values = json.numbers(name);
      case "deviations" -> deviations = json.numbers(name);
      case "wavelength" -> wavelength = positive(name);
      case "countingTime" -> countingTime = positive(name);
      case "metadata" -> metadata();
      default -> json.skip();
    }
  }

  private void axis() {
    requireObject("axis");
    while (json.nextField()) {
      String name = json.name();
      once("axis." + name);
      json.next();
      switch (name) {
        case "name" -> axisName = json.text("axis." + name);
        case "unit" -> axisUnit = json.text("axis." + name);
        case "values" -> positions = json.numbers("axis." + name);
        default -> json.skip();
      }
    }
  }

  private void metadata() {
    requireObject("metadata");
    while (json.nextField()) {
      String name = json.name();
      once("metadata." + name);
      json.next();
      metadata.put(name, json.text("metadata." + name));
    }
  }

  private void once(String name) {
    if (!seen.add(name)) {
      throw PlacedJsonReader.twice(name, json.place());
    }
  }

  private void requireObject(String name) {
    if (!json.is(JsonToken.START_OBJECT)) {
      throw JsonFields.wrong(name, "an object", json.place());
    }
  }

  private OptionalDouble positive(String name) {
    if (json.is(JsonToken.VALUE_NULL)) {
      return OptionalDouble.empty();
    }
    double value = json.number(name);
    if (!(value > 0)) {
      throw JsonFields.wrong(name, "a number above 0", json.place());
    }
    return OptionalDouble.of(value);
  }

  private Measurement measurement() {
    for (String name : List.of("id", "kind", "axis.name", "axis.unit", "axis.values", "values")) {
      if (!seen.contains(name)) {
        throw new MatterException("The field '" + name + "' is missing.", place, "Add it.");
      }
    }
    try {
      Axis axis = new Axis(axisName, axisUnit, positions);
      Spectrum spectrum =
          new Spectrum(
              axis,
              values,
              quantity.isBlank() ? "intensity" : quantity,
              unit.isBlank() ? "a.u." : unit,
              Map.of());
      return new Measurement(
          id,
          Measurement.Kind.ofText(kind, place),
          spectrum,
          deviations,
          wavelength,
          countingTime,
          metadata,
          place,
          List.of());
    } catch (MatterException e) {
      throw e.place().isPresent() ? e : new MatterException(e.what(), place, e.mend(), e);
    }
  }
}
