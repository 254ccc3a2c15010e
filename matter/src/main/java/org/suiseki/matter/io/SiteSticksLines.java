package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.suiseki.matter.Composition;
import org.suiseki.matter.CoreLevelSite;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Molecule;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sticks;
import tools.jackson.databind.JsonNode;

/**
 * The shipped format: computed carbon K-edge transitions, one molecule as a JSON object on each
 * line. The grammar is in {@link CoreLossReader}.
 */
final class SiteSticksLines {
  private final CoreLossReader.Options options;
  private final Set<String> unknownProperties = new TreeSet<>();

  SiteSticksLines(CoreLossReader.Options options) {
    this.options = options;
  }

  CoreLossData read(BoundedLines lines, String source) {
    CoreLossRows rows = new CoreLossRows(source, options.strict(), options.propertyUnits()::keySet);
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      String text = line.get();
      if (!text.isBlank()) {
        Place place = lines.place();
        rows.read(place, () -> entry(JsonLine.parse(text, place)));
      }
    }
    if (!unknownProperties.isEmpty()) {
      rows.remark(
          "The unit of " + String.join(", ", unknownProperties) + " is not known; left out.",
          Place.of(source),
          "Name the unit among the options.");
    }
    return rows.finish(options.propertyUnits(), lines.sha256());
  }

  private CoreLossEntry entry(JsonLine line) {
    Molecule molecule = Molecule.fromSmiles(line.text("smiles"));
    Optional<List<Element>> species = species(line);
    Composition composition = composition(Optional.of(molecule), species).orElseThrow();
    SiteSticks sites = sites(line, Optional.of(composition), species);
    return new CoreLossEntry(
        line.text("id"),
        Optional.of(molecule),
        composition,
        properties(line.object("properties")),
        sites);
  }

  /** A line that need not tell of what it is; properties are not looked at. */
  static UnknownSpectrum unknown(JsonLine line) {
    Optional<List<Element>> species = species(line);
    Optional<Composition> composition =
        composition(line.textIfPresent("smiles").map(Molecule::fromSmiles), species);
    return new UnknownSpectrum(line.text("id"), composition, sites(line, composition, species));
  }

  private static Optional<List<Element>> species(JsonLine line) {
    if (!line.node().hasNonNull("species")) {
      return Optional.empty();
    }
    List<Element> species = new ArrayList<>();
    for (JsonNode symbol : line.array("species")) {
      species.add(
          Element.ofSymbol(symbol.isString() ? symbol.stringValue() : symbol.toString())
              .orElseThrow(() -> line.wrong("species", "symbols of elements", symbol)));
    }
    return Optional.of(species);
  }

  /** Of the molecule, with which the species must agree, else what the species add up to. */
  private static Optional<Composition> composition(
      Optional<Molecule> molecule, Optional<List<Element>> species) {
    if (molecule.isEmpty()) {
      return species.map(atoms -> Composition.of(counts(atoms)));
    }
    species.ifPresent(atoms -> requireSame(atoms, molecule.get()));
    return molecule.map(Molecule::composition);
  }

  private static void requireSame(List<Element> species, Molecule molecule) {
    Map<Element, Double> counts = counts(species);
    if (!counts.equals(molecule.composition().amounts())) {
      throw new MatterException(
          String.format(
              "The species %s disagree with the SMILES, which has %s.",
              counts, molecule.composition().amounts()),
          "Correct one of them; hydrogens count.");
    }
  }

  private static Map<Element, Double> counts(List<Element> species) {
    Map<Element, Double> counts = new EnumMap<>(Element.class);
    species.forEach(element -> counts.merge(element, 1.0, Double::sum));
    return counts;
  }

  private static SiteSticks sites(
      JsonLine line, Optional<Composition> composition, Optional<List<Element>> species) {
    SiteSticks sites = new SiteSticks(sites(line, species));
    composition.ifPresent(known -> requireAllCarbons(sites, known));
    return sites;
  }

  private static List<CoreLevelSite> sites(JsonLine line, Optional<List<Element>> species) {
    List<CoreLevelSite> sites = new ArrayList<>();
    for (JsonNode node : line.array("sites")) {
      JsonLine site = new JsonLine(node, line.place());
      int atom = site.integer("atom");
      species.ifPresent(atoms -> requireCarbon(atom, atoms));
      sites.add(
          new CoreLevelSite(
              atom,
              site.integer("multiplicity"),
              new Sticks(site.numbers("energy"), site.numbers("strength"))));
    }
    return sites;
  }

  private static void requireCarbon(int atom, List<Element> species) {
    if (atom < 0 || atom >= species.size() || species.get(atom) != Element.C) {
      throw new MatterException(
          "A site names atom " + atom + ", which is no carbon of the molecule.",
          "Atoms count from 0 in the order of 'species'.");
    }
  }

  private static void requireAllCarbons(SiteSticks sites, Composition composition) {
    double carbons = composition.amount(Element.C);
    if (sites.atoms() != carbons) {
      throw new MatterException(
          String.format(
              "The multiplicities of the sites add up to %d, but the molecule has %.0f carbons.",
              sites.atoms(), carbons),
          "Give every carbon exactly once.");
    }
  }

  private Map<String, Double> properties(JsonLine line) {
    Map<String, Double> properties = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : line.node().properties()) {
      JsonNode value = property.getValue();
      if (!options.propertyUnits().containsKey(property.getKey())) {
        unknownProperties.add(property.getKey());
      } else if (!value.isNull()) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
          throw line.wrong(property.getKey(), "a finite number", value);
        }
        properties.put(property.getKey(), value.doubleValue());
      }
    }
    return properties;
  }
}
