package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Species;

/** Crystals as lattice, species and coordinates: the JSON lines of {@link JsonCrystalReader}. */
final class CompactJson {
  private CompactJson() {}

  static Crystal read(JsonFields fields, SiteList sites) {
    Lattice lattice = fields.lattice("lattice");
    if (fields.has("species")) {
      String name = coordinates(fields);
      List<PlacedJson> species = fields.items("species");
      List<PlacedJson> rows = fields.rows(name, species.size());
      List<PlacedJson> labels =
          fields.has("labels") ? fields.rows("labels", species.size()) : List.of();
      for (int i = 0; i < species.size(); i++) {
        String label = labels.isEmpty() ? "" : JsonFields.text(labels.get(i), "labels");
        add(species.get(i), JsonFields.triple(rows.get(i), name), label, sites);
      }
      return sites.crystal(lattice, name.equals("cart_coords"), fields.place());
    }
    for (PlacedJson site : fields.items("sites")) {
      List<PlacedJson> parts = JsonFields.items(site, "sites");
      if (parts.size() != 2) {
        throw JsonFields.wrong("sites", "a symbol and three coordinates", site.place());
      }
      add(parts.get(0), JsonFields.triple(parts.get(1), "sites"), "", sites);
    }
    return sites.crystal(lattice, false, fields.place());
  }

  private static String coordinates(JsonFields fields) {
    return fields.has("frac_coords") && !fields.has("frac")
        ? "frac_coords"
        : fields.has("cart_coords") && !fields.has("frac") ? "cart_coords" : "frac";
  }

  private static void add(PlacedJson what, double[] xyz, String label, SiteList sites) {
    Optional<Occupation> occupation =
        what instanceof PlacedJson.Fields parts
            ? shared(parts, sites)
            : ofText(JsonFields.text(what, "species"), what, sites);
    if (occupation.isPresent()) {
      sites.add(occupation.get(), label);
      sites.coordinates(xyz[0], xyz[1], xyz[2]);
    }
  }

  /** Empty for a place without a known atom, which is warned about. */
  static Optional<Occupation> ofText(String name, PlacedJson at, SiteList sites) {
    Optional<Occupation> occupation = AtomName.parse(name.strip());
    if (occupation.isEmpty()) {
      if (!AtomName.isDummy(name.strip())) {
        throw AtomName.unknown(name, at.place());
      }
      sites.warn("The places of '" + name + "' hold no known atom and are left out.");
    }
    return occupation;
  }

  private static Optional<Occupation> shared(PlacedJson.Fields parts, SiteList sites) {
    Map<Species, Double> fractions = new LinkedHashMap<>();
    JsonFields fields = new JsonFields(parts.values(), parts.place());
    for (String name : new ArrayList<>(parts.values().keySet())) {
      Optional<Occupation> one = ofText(name, parts.values().getOrDefault(name, parts), sites);
      double fraction = fields.number(name);
      if (one.isPresent() && fraction != 0) {
        fractions.merge(one.get().dominant(), fraction, Double::sum);
      }
    }
    return occupation(fractions, parts);
  }

  /** Empty where nothing is there. */
  static Optional<Occupation> occupation(Map<Species, Double> fractions, PlacedJson at) {
    try {
      return fractions.isEmpty() ? Optional.empty() : Optional.of(Occupation.of(fractions));
    } catch (MatterException e) {
      throw SiteList.at(at.place(), e);
    }
  }
}
