package org.suiseki.matter.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Species;

/** Crystals as {@code Structure.as_dict} of pymatgen writes them. */
final class PymatgenJson {
  private PymatgenJson() {}

  static Crystal read(JsonFields fields, SiteList sites) {
    JsonFields cell = fields.object("lattice");
    Lattice lattice = lattice(cell);
    warnOfOpenDirections(cell, sites);
    List<PlacedJson> all = fields.items("sites");
    boolean cartesian = !all.isEmpty() && !JsonFields.object(all.get(0), "sites").has("abc");
    for (PlacedJson one : all) {
      JsonFields site = JsonFields.object(one, "sites");
      Optional<Occupation> what = occupation(site, sites);
      String coordinates = cartesian ? "xyz" : "abc";
      double[] xyz = JsonFields.triple(site.get(coordinates), coordinates);
      if (what.isPresent()) {
        sites.add(what.get(), label(site, what.get()));
        sites.coordinates(xyz[0], xyz[1], xyz[2]);
      }
    }
    return sites.crystal(lattice, cartesian, fields.place());
  }

  private static Lattice lattice(JsonFields cell) {
    if (cell.has("matrix")) {
      return cell.lattice("matrix");
    }
    try {
      return Lattice.ofParameters(
          cell.number("a"),
          cell.number("b"),
          cell.number("c"),
          cell.number("alpha"),
          cell.number("beta"),
          cell.number("gamma"));
    } catch (MatterException e) {
      throw SiteList.at(cell.place(), e);
    }
  }

  private static void warnOfOpenDirections(JsonFields cell, SiteList sites) {
    if (!cell.has("pbc")) {
      return;
    }
    List<PlacedJson> flags = cell.items("pbc");
    for (int i = 0; i < Math.min(3, flags.size()); i++) {
      if (flags.get(i) instanceof PlacedJson.Truth truth && !truth.value()) {
        sites.warn("The crystal is not periodic along " + "abc".charAt(i) + "; it is taken as so.");
      }
    }
  }

  /** What pymatgen writes as the label of a site without one says nothing. */
  private static String label(JsonFields site, Occupation what) {
    if (!site.has("label")) {
      return "";
    }
    String label = site.text("label");
    boolean own = what.ordered() || !label.contains(":");
    boolean said = label.equals(what.toString()) || label.equals(what + "0+");
    return own && !said ? label : "";
  }

  private static Optional<Occupation> occupation(JsonFields site, SiteList sites) {
    List<PlacedJson> parts = site.items("species");
    Map<Species, Double> fractions = new LinkedHashMap<>();
    for (PlacedJson part : parts) {
      JsonFields one = JsonFields.object(part, "species");
      double occupancy = one.has("occu") ? one.number("occu") : 1;
      PlacedJson name = one.get("element");
      Optional<Occupation> plain =
          CompactJson.ofText(JsonFields.text(name, "element"), name, sites);
      if (plain.isPresent() && occupancy != 0) {
        if (parts.size() == 1 && occupancy == 1 && !one.has("oxidation_state")) {
          return plain;
        }
        fractions.merge(charged(plain.get().dominant(), one), occupancy, Double::sum);
      }
    }
    return CompactJson.occupation(fractions, site.get("species"));
  }

  private static Species charged(Species species, JsonFields part) {
    if (!part.has("oxidation_state")) {
      return species;
    }
    double state = part.number("oxidation_state");
    if (state == 0 && species.massNumber() > 0) {
      // Pymatgen writes it of D and T where no state is known.
      return species;
    }
    try {
      return species.withOxidationState(state);
    } catch (MatterException e) {
      throw SiteList.at(part.place("oxidation_state"), e);
    }
  }
}
