package org.suiseki.matter.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Species;
import tools.jackson.core.JsonGenerator;

/**
 * Writes crystals as JSON lines: id, lattice, species, frac, labels where they are of interest, and
 * the properties. All of a crystal is held.
 */
final class JsonLinesWriter implements CrystalWriter {
  private static final Set<String> TAKEN =
      Set.of("id", "lattice", "species", "frac", "labels", "properties");

  @Override
  public List<String> losses(List<CrystalEntry> entries) {
    return CrystalWriter.taken(entries, TAKEN);
  }

  @Override
  public void write(List<CrystalEntry> entries, OutputStream out) throws IOException {
    JsonOutput.write(out, output -> entries.forEach(entry -> write(entry, output)));
  }

  private static void write(CrystalEntry entry, JsonOutput output) {
    JsonGenerator json = output.json();
    Crystal crystal = entry.crystal();
    json.writeStartObject();
    json.writeStringProperty("id", entry.id());
    output.rows("lattice", crystal.lattice().rows());
    json.writeName("species");
    json.writeStartArray();
    for (int i = 0; i < crystal.siteCount(); i++) {
      write(crystal.occupation(i), json);
    }
    json.writeEndArray();
    output.rows("frac", crystal.fractionalCoordinates());
    output.labels("labels", crystal);
    output.properties(entry.properties(), "", TAKEN);
    json.writeEndObject();
  }

  private static void write(Occupation occupation, JsonGenerator json) {
    List<Species> species = occupation.species();
    if (species.size() == 1 && occupation.fraction(0) == 1) {
      json.writeString(species.get(0).toString());
      return;
    }
    json.writeStartObject();
    for (int i = 0; i < species.size(); i++) {
      json.writeNumberProperty(species.get(i).toString(), occupation.fraction(i));
    }
    json.writeEndObject();
  }
}
