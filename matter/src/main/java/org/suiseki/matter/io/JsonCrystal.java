package org.suiseki.matter.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Makes a crystal of a JSON object, in whichever of the formats of {@link JsonCrystalReader} it is.
 */
final class JsonCrystal {
  private static final List<String> NAMES =
      List.of("id", "material_id", "jid", "mp_id", "task_id", "entry_id", "name");

  /** Fields that may hold the crystal of a document. */
  private static final List<String> INNER =
      List.of("structure", "atoms", "final_structure", "crystal", "data");

  /** What OPTIMADE says of its entries and not of their crystals. */
  private static final Set<String> FORMAL = Set.of("type", "links", "relationships", "meta");

  private final PlacedJsonReader json;
  private final String source;

  JsonCrystal(PlacedJsonReader json, String source) {
    this.json = json;
    this.source = source;
  }

  /** Whether an object with such a field is a crystal rather than what crystals come in. */
  static boolean isTelling(String name) {
    return name.equals("lattice")
        || name.equals("lattice_mat")
        || name.equals("lattice_vectors")
        || name.equals("attributes")
        || (INNER.contains(name) && !name.equals("data"));
  }

  /**
   * @param place of the object
   * @param number of the crystal in the file, from 1
   */
  Read read(Map<String, PlacedJson> fields, Place place, int number) {
    Map<String, String> properties = new LinkedHashMap<>();
    SiteList sites = new SiteList();
    JsonFields all = new JsonFields(fields, place);
    Found found = find(all, sites, properties);
    String fallback = FileName.of(source);
    String id = takeId(properties, number == 1 ? fallback : fallback + " " + number);
    return new Read(
        found.format(), new CrystalEntry(id, found.crystal(), place, properties, sites.warnings()));
  }

  /** One entry and the format of its object. */
  record Read(CrystalFormat format, CrystalEntry entry) {}

  /**
   * @param crystal as it was found
   * @param format of its object
   */
  record Found(CrystalFormat format, Crystal crystal) {}

  private Found find(JsonFields fields, SiteList sites, Map<String, String> properties) {
    Found found;
    if (fields.isArray("lattice")) {
      found = new Found(CrystalFormat.JSON_LINES, CompactJson.read(fields, sites));
    } else if (fields.has("lattice")) {
      found = new Found(CrystalFormat.PYMATGEN, PymatgenJson.read(fields, sites));
    } else if (fields.has("lattice_mat")) {
      found = new Found(CrystalFormat.JARVIS, JarvisJson.read(fields, sites));
    } else if (fields.has("lattice_vectors")) {
      found = new Found(CrystalFormat.OPTIMADE, OptimadeJson.read(fields, sites));
    } else {
      found = inner(fields, sites, properties);
    }
    keep(fields, found.format(), properties);
    return found;
  }

  private Found inner(JsonFields fields, SiteList sites, Map<String, String> properties) {
    if (fields.isObject("attributes")) {
      return find(fields.object("attributes"), sites, properties);
    }
    for (String name : INNER) {
      if (fields.isObject(name)) {
        return find(fields.object(name), sites, properties);
      }
      if (fields.isText(name) && fields.text(name).strip().startsWith("{")) {
        return embedded(fields.text(name), fields.place(name), sites, properties);
      }
    }
    throw fields.noCrystal();
  }

  /** A crystal that is JSON within a text. */
  private static Found embedded(
      String text, Place place, SiteList sites, Map<String, String> properties) {
    PlacedJsonReader inner = PlacedJsonReader.of(text, place);
    inner.next();
    PlacedJson.Fields fields = inner.entry();
    inner.requireEnd();
    return new JsonCrystal(inner, place.source())
        .find(new JsonFields(fields.values(), place), sites, properties);
  }

  /** A crystal that is JSON in the cell of a table, whose other cells are properties already. */
  static Found ofCell(String text, Place place, SiteList sites, Map<String, String> properties) {
    if (!text.startsWith("{")) {
      throw new MatterException(
          "The cell '" + Shown.text(text) + "' is no JSON object.",
          place,
          "Give the structure as JSON.");
    }
    return embedded(text, place, sites, properties);
  }

  /** What no format has used is a property; of two of one name the outer. */
  private void keep(JsonFields fields, CrystalFormat format, Map<String, String> properties) {
    for (Map.Entry<String, PlacedJson> field : fields.unused().entrySet()) {
      String name = field.getKey();
      PlacedJson value = field.getValue();
      boolean optimade = format == CrystalFormat.OPTIMADE;
      boolean formal = name.startsWith("@") || (optimade && FORMAL.contains(name));
      if (formal || (optimade && OptimadeJson.DERIVED.contains(name))) {
        continue;
      }
      if (name.equals("properties") && value instanceof PlacedJson.Fields inner) {
        inner.values().forEach((key, one) -> keep(key, one, properties));
      } else {
        keep(optimade ? OptimadeJson.propertyName(name) : name, value, properties);
      }
    }
  }

  private void keep(String name, PlacedJson value, Map<String, String> properties) {
    if (!(value instanceof PlacedJson.Nothing)) {
      properties.put(name, json.text(value));
    }
  }

  static String takeId(Map<String, String> properties, String otherwise) {
    for (String name : NAMES) {
      String id = properties.getOrDefault(name, "");
      if (!id.isBlank() && !id.startsWith("{") && !id.startsWith("[")) {
        properties.remove(name);
        return id;
      }
    }
    return otherwise;
  }
}
