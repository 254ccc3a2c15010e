package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * The fields of a JSON object, asked for with errors that name the place. It remembers which were
 * asked for.
 */
final class JsonFields {
  private final Map<String, PlacedJson> values;
  private final Place place;
  private final Set<String> used = new HashSet<>();

  JsonFields(Map<String, PlacedJson> values, Place place) {
    this.values = values;
    this.place = place;
  }

  Place place() {
    return place;
  }

  Place place(String name) {
    return get(name).place();
  }

  boolean has(String name) {
    return values.containsKey(name) && !(values.get(name) instanceof PlacedJson.Nothing);
  }

  boolean isArray(String name) {
    return has(name)
        && (values.get(name) instanceof PlacedJson.Items
            || values.get(name) instanceof PlacedJson.Numbers);
  }

  boolean isObject(String name) {
    return values.get(name) instanceof PlacedJson.Fields;
  }

  boolean isText(String name) {
    return values.get(name) instanceof PlacedJson.Text;
  }

  /** Those that were not asked for. */
  Map<String, PlacedJson> unused() {
    Map<String, PlacedJson> rest = new LinkedHashMap<>(values);
    rest.keySet().removeAll(used);
    return rest;
  }

  PlacedJson get(String name) {
    used.add(name);
    PlacedJson value = values.get(name);
    if (value == null || value instanceof PlacedJson.Nothing) {
      throw new MatterException(
          "The field '" + name + "' is missing; found " + names() + ".", place, "Add the field.");
    }
    return value;
  }

  JsonFields object(String name) {
    return object(get(name), name);
  }

  static JsonFields object(PlacedJson value, String what) {
    if (value instanceof PlacedJson.Fields fields) {
      return new JsonFields(fields.values(), fields.place());
    }
    throw wrong(what, "an object", value.place());
  }

  String text(String name) {
    return text(get(name), name);
  }

  static String text(PlacedJson value, String what) {
    if (value instanceof PlacedJson.Text text) {
      return text.value();
    }
    throw wrong(what, "a text", value.place());
  }

  double number(String name) {
    PlacedJson value = get(name);
    if (value instanceof PlacedJson.Scalar number && Double.isFinite(number.value())) {
      return number.value();
    }
    throw wrong(name, "a finite number", value.place());
  }

  /** The elements of an array, where it is not one of numbers. */
  List<PlacedJson> items(String name) {
    return items(get(name), name);
  }

  static List<PlacedJson> items(PlacedJson value, String what) {
    if (value instanceof PlacedJson.Items items) {
      return items.values();
    }
    if (value instanceof PlacedJson.Numbers numbers) {
      List<PlacedJson> items = new ArrayList<>(numbers.values().length);
      for (double number : numbers.values()) {
        items.add(new PlacedJson.Scalar(number, numbers.span()));
      }
      return items;
    }
    throw wrong(what, "an array", value.place());
  }

  /** Three numbers. */
  static double[] triple(PlacedJson value, String what) {
    if (value instanceof PlacedJson.Numbers numbers && numbers.values().length == 3) {
      return numbers.values();
    }
    if (value instanceof PlacedJson.Items items && items.values().size() == 3) {
      for (PlacedJson one : items.values()) {
        if (!(one instanceof PlacedJson.Scalar number && Double.isFinite(number.value()))) {
          throw wrong(what, "a finite number", one.place());
        }
      }
    }
    throw wrong(what, "an array of three numbers", value.place());
  }

  /** The lattice whose three rows the field has. */
  Lattice lattice(String name) {
    List<PlacedJson> vectors = items(name);
    if (vectors.size() != 3) {
      throw wrong(name, "three vectors", place(name));
    }
    double[] rows = new double[9];
    for (int i = 0; i < 3; i++) {
      System.arraycopy(triple(vectors.get(i), name + "[" + i + "]"), 0, rows, 3 * i, 3);
    }
    return SiteList.lattice(rows, place(name));
  }

  /** One row of three numbers for each of {@code count} sites. */
  List<PlacedJson> rows(String name, int count) {
    List<PlacedJson> rows = items(name);
    if (rows.size() != count) {
      throw new MatterException(
          "The field '" + name + "' has " + rows.size() + " elements for " + count + " sites.",
          place(name),
          "Give one for each site.");
    }
    return rows;
  }

  static MatterException wrong(String what, String expected, Place place) {
    return new MatterException(
        "The field '" + Shown.text(what) + "' is not " + expected + ".",
        place,
        "Correct the field.");
  }

  MatterException noCrystal() {
    return new MatterException(
        "The object with the fields " + names() + " is no crystal.",
        place,
        "Give lattice, species and frac, a structure of pymatgen or OPTIMADE, or atoms of JARVIS.");
  }

  private String names() {
    return Shown.text(values.keySet().toString(), 200);
  }
}
