package org.suiseki.matter.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Species;
import tools.jackson.core.JsonGenerator;

/**
 * Writes crystals as structures of OPTIMADE 1.1: one as an object, several as the {@code data} of a
 * response. A species with an oxidation state is named so ({@code Fe3+}); properties and labels are
 * attributes after {@code _suiseki_}. All of a crystal is held.
 */
final class OptimadeWriter implements CrystalWriter {
  private static final Set<String> TAKEN = Set.of("labels", "id");

  @Override
  public List<String> losses(List<CrystalEntry> entries) {
    return CrystalWriter.taken(entries, TAKEN);
  }

  @Override
  public void write(List<CrystalEntry> entries, OutputStream out) throws IOException {
    JsonOutput.write(
        out,
        output -> {
          if (entries.size() == 1) {
            write(entries.get(0), output);
          } else {
            writeResponse(entries, output);
          }
        });
  }

  private static void writeResponse(List<CrystalEntry> entries, JsonOutput output) {
    JsonGenerator json = output.json();
    json.writeStartObject();
    json.writeName("meta");
    json.writeStartObject();
    json.writeStringProperty("api_version", "1.1.0");
    json.writeBooleanProperty("more_data_available", false);
    json.writeName("query");
    json.writeStartObject();
    json.writeStringProperty("representation", "/structures");
    json.writeEndObject();
    json.writeEndObject();
    json.writeName("data");
    json.writeStartArray();
    entries.forEach(entry -> write(entry, output));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(CrystalEntry entry, JsonOutput output) {
    JsonGenerator json = output.json();
    Crystal crystal = entry.crystal();
    json.writeStartObject();
    json.writeStringProperty("id", entry.id());
    json.writeStringProperty("type", "structures");
    json.writeName("attributes");
    json.writeStartObject();
    json.writeNullProperty("last_modified");
    writeDerived(crystal, output);
    json.writeName("dimension_types");
    json.writeRawValue("[1,1,1]");
    json.writeNumberProperty("nperiodic_dimensions", 3);
    output.rows("lattice_vectors", crystal.lattice().rows());
    output.rows("cartesian_site_positions", crystal.cartesianCoordinates());
    writeSpecies(crystal, output);
    output.texts("structure_features", crystal.ordered() ? List.of() : List.of("disorder"));
    output.labels(OptimadeJson.OWN + "labels", crystal);
    output.properties(entry.properties(), OptimadeJson.OWN, TAKEN);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Elements by the alphabet, as the specification wants them. */
  private static void writeDerived(Crystal crystal, JsonOutput output) {
    Composition composition = crystal.composition();
    Map<String, Double> ratios = new TreeMap<>();
    for (Element element : composition.elements()) {
      ratios.put(element.symbol(), composition.fraction(element));
    }
    JsonGenerator json = output.json();
    output.texts("elements", List.copyOf(ratios.keySet()));
    json.writeNumberProperty("nelements", ratios.size());
    json.writeName("elements_ratios");
    output.numbers(ratios.values().stream().mapToDouble(Double::doubleValue).toArray());
    json.writeNumberProperty("nsites", crystal.siteCount());
  }

  private static void writeSpecies(Crystal crystal, JsonOutput output) {
    Set<Occupation> kinds = new LinkedHashSet<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < crystal.siteCount(); i++) {
      kinds.add(crystal.occupation(i));
      names.add(crystal.occupation(i).toString());
    }
    JsonGenerator json = output.json();
    json.writeName("species");
    json.writeStartArray();
    kinds.forEach(kind -> write(kind, output));
    json.writeEndArray();
    output.texts("species_at_sites", names);
  }

  private static void write(Occupation kind, JsonOutput output) {
    double vacant = 1 - kind.total();
    boolean partly = vacant > 1e-9;
    int n = kind.species().size();
    List<String> symbols = new ArrayList<>();
    double[] parts = new double[partly ? n + 1 : n];
    double[] masses = new double[parts.length];
    boolean isotopes = false;
    for (int i = 0; i < n; i++) {
      Species species = kind.species().get(i);
      symbols.add(species.element().symbol());
      parts[i] = kind.fraction(i);
      masses[i] = species.mass();
      isotopes |= species.massNumber() != 0;
    }
    if (partly) {
      symbols.add("vacancy");
      parts[n] = vacant;
    }
    JsonGenerator json = output.json();
    json.writeStartObject();
    json.writeStringProperty("name", kind.toString());
    output.texts("chemical_symbols", symbols);
    json.writeName("concentration");
    output.numbers(parts);
    if (isotopes) {
      json.writeName("mass");
      output.numbers(masses);
    }
    json.writeEndObject();
  }
}
