package org.suiseki.matter.io;

import java.util.List;
import java.util.Optional;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;

/** Crystals as JARVIS-tools and ALIGNN write their atoms. */
final class JarvisJson {
  private JarvisJson() {}

  static Crystal read(JsonFields fields, SiteList sites) {
    Lattice lattice = fields.lattice("lattice_mat");
    List<PlacedJson> elements = fields.items("elements");
    List<PlacedJson> rows = fields.rows("coords", elements.size());
    for (int i = 0; i < elements.size(); i++) {
      PlacedJson element = elements.get(i);
      double[] xyz = JsonFields.triple(rows.get(i), "coords");
      Optional<Occupation> what =
          CompactJson.ofText(JsonFields.text(element, "elements"), element, sites);
      if (what.isPresent()) {
        sites.add(what.get(), "");
        sites.coordinates(xyz[0], xyz[1], xyz[2]);
      }
    }
    return sites.crystal(lattice, isCartesian(fields), fields.place());
  }

  /** Fractional where it is not said, as JARVIS takes it. */
  private static boolean isCartesian(JsonFields fields) {
    if (!fields.has("cartesian")) {
      return false;
    }
    PlacedJson value = fields.get("cartesian");
    if (value instanceof PlacedJson.Truth truth) {
      return truth.value();
    }
    if (value instanceof PlacedJson.Text text && text.value().matches("(?i)true|false")) {
      return text.value().equalsIgnoreCase("true");
    }
    throw JsonFields.wrong("cartesian", "true or false", value.place());
  }
}
