package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Species;

/**
 * Crystals as OPTIMADE gives them (specification 1.1, 10.1038/s41597-021-00974-z). H of mass 2 or 3
 * is D or T. OPTIMADE has no oxidation states; the name of a species that tells them, such as
 * {@code Fe3+}, is believed.
 */
final class OptimadeJson {
  /** What follows from the sites. */
  static final Set<String> DERIVED =
      Set.of(
          "elements",
          "nelements",
          "elements_ratios",
          "chemical_formula_descriptive",
          "chemical_formula_reduced",
          "chemical_formula_hill",
          "chemical_formula_anonymous",
          "dimension_types",
          "nperiodic_dimensions",
          "nsites",
          "structure_features");

  /** Fields that no standard names begin with an underscore and who made them. */
  static final String OWN = "_suiseki_";

  private OptimadeJson() {}

  static String propertyName(String field) {
    return field.startsWith(OWN) ? field.substring(OWN.length()) : field;
  }

  static Crystal read(JsonFields fields, SiteList sites) {
    requirePeriodic(fields, sites);
    Lattice lattice = fields.lattice("lattice_vectors");
    Map<String, Optional<Occupation>> kinds = kinds(fields, sites);
    List<PlacedJson> names = fields.items("species_at_sites");
    List<PlacedJson> rows = fields.rows("cartesian_site_positions", names.size());
    List<PlacedJson> labels =
        fields.has(OWN + "labels") ? fields.rows(OWN + "labels", names.size()) : List.of();
    for (int i = 0; i < names.size(); i++) {
      String name = JsonFields.text(names.get(i), "species_at_sites");
      Optional<Occupation> what = kinds.get(name);
      if (what == null) {
        throw new MatterException(
            "No species is named '" + Shown.text(name) + "'.",
            names.get(i).place(),
            "Describe it in 'species'.");
      }
      double[] xyz = JsonFields.triple(rows.get(i), "cartesian_site_positions");
      if (what.isPresent()) {
        sites.add(what.get(), labels.isEmpty() ? "" : JsonFields.text(labels.get(i), "labels"));
        sites.coordinates(xyz[0], xyz[1], xyz[2]);
      }
    }
    return sites.crystal(lattice, true, fields.place());
  }

  private static void requirePeriodic(JsonFields fields, SiteList sites) {
    if (fields.has("assemblies")) {
      sites.warn("Which sites go together ('assemblies') is not read; all are there in part.");
    }
    if (!fields.has("dimension_types")) {
      return;
    }
    List<PlacedJson> types = fields.items("dimension_types");
    int open = 0;
    for (int i = 0; i < Math.min(3, types.size()); i++) {
      if (types.get(i) instanceof PlacedJson.Scalar number && number.value() == 0) {
        open++;
        sites.warn(
            "The structure is not periodic along "
                + "abc".charAt(i)
                + "; it is taken as periodic.");
      }
    }
    if (open == 3) {
      throw new MatterException(
          "The structure is periodic in no direction: a molecule.",
          fields.place("dimension_types"),
          "Give a crystal.");
    }
  }

  private static Map<String, Optional<Occupation>> kinds(JsonFields fields, SiteList sites) {
    Map<String, Optional<Occupation>> kinds = new HashMap<>();
    for (PlacedJson one : fields.items("species")) {
      JsonFields kind = JsonFields.object(one, "species");
      String name = kind.text("name");
      if (kinds.put(name, occupation(kind, name, sites)) != null) {
        throw new MatterException(
            "Two species are named '" + Shown.text(name) + "'.", one.place(), "Keep one of them.");
      }
    }
    return kinds;
  }

  private static Optional<Occupation> occupation(JsonFields kind, String name, SiteList sites) {
    List<PlacedJson> symbols = kind.items("chemical_symbols");
    List<PlacedJson> parts =
        kind.has("concentration") ? kind.rows("concentration", symbols.size()) : List.of();
    List<PlacedJson> masses = masses(kind, symbols.size());
    List<Species> named = named(name);
    if (kind.has("attached")) {
      sites.warn("Atoms attached to the species '" + name + "' are not read.");
    }
    Map<Species, Double> fractions = new LinkedHashMap<>();
    for (int i = 0; i < symbols.size(); i++) {
      String symbol = JsonFields.text(symbols.get(i), "chemical_symbols");
      if (symbol.equals("vacancy")) {
        continue;
      }
      double part = parts.isEmpty() ? 1 : number(parts.get(i), "concentration");
      double mass = masses.isEmpty() ? 0 : number(masses.get(i), "mass");
      Optional<Occupation> plain = CompactJson.ofText(symbol, symbols.get(i), sites);
      if (plain.isPresent() && part != 0) {
        Species species = isotope(plain.get().dominant(), mass);
        fractions.merge(
            i < named.size() ? charged(species, named.get(i)) : species, part, Double::sum);
      }
    }
    return CompactJson.occupation(fractions, kind.get("chemical_symbols"));
  }

  /** One for each symbol; version 1.0 has a number for a single one. Empty where not told. */
  private static List<PlacedJson> masses(JsonFields kind, int symbols) {
    if (!kind.has("mass")) {
      return List.of();
    }
    if (kind.isArray("mass")) {
      return kind.rows("mass", symbols);
    }
    return symbols == 1 ? List.of(kind.get("mass")) : List.of();
  }

  private static double number(PlacedJson value, String what) {
    if (value instanceof PlacedJson.Scalar number && Double.isFinite(number.value())) {
      return number.value();
    }
    throw JsonFields.wrong(what, "a finite number", value.place());
  }

  private static Species isotope(Species plain, double mass) {
    long massNumber = Math.round(mass);
    boolean heavy = plain.element() == Element.H && (massNumber == 2 || massNumber == 3);
    return heavy ? new Species(Element.H, plain.oxidationState(), (int) massNumber) : plain;
  }

  /** The species of a name such as {@code Fe3+} or {@code Ca2+:0.8 Sr2+:0.2}; empty of another. */
  private static List<Species> named(String name) {
    List<Species> named = new ArrayList<>();
    for (String word : name.split(" ", -1)) {
      Optional<Species> one = Species.parse(word.split(":", 2)[0]);
      if (one.isEmpty()) {
        return List.of();
      }
      named.add(one.get());
    }
    return named;
  }

  private static Species charged(Species plain, Species named) {
    boolean fits = named.element() == plain.element() && named.oxidationState().isPresent();
    return fits ? plain.withOxidationState(named.oxidationState().getAsDouble()) : plain;
  }
}
