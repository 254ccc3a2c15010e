package org.suiseki.matter.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Species;
import tools.jackson.core.JsonGenerator;

/**
 * Writes crystals as {@code Structure.as_dict} of pymatgen does: one as an object, several as an
 * array. The id and the properties go into the structure's {@code properties}. All of a crystal is
 * held.
 */
final class PymatgenWriter implements CrystalWriter {
  private static final Set<String> TAKEN = Set.of("id");

  @Override
  public List<String> losses(List<CrystalEntry> entries) {
    return CrystalWriter.taken(entries, TAKEN);
  }

  @Override
  public void write(List<CrystalEntry> entries, OutputStream out) throws IOException {
    JsonOutput.write(out, output -> writeAll(entries, output));
  }

  private static void writeAll(List<CrystalEntry> entries, JsonOutput output) {
    boolean several = entries.size() != 1;
    if (several) {
      output.json().writeStartArray();
    }
    entries.forEach(entry -> write(entry, output));
    if (several) {
      output.json().writeEndArray();
    }
  }

  private static void write(CrystalEntry entry, JsonOutput output) {
    JsonGenerator json = output.json();
    Crystal crystal = entry.crystal();
    json.writeStartObject();
    json.writeStringProperty("@module", "pymatgen.core.structure");
    json.writeStringProperty("@class", "Structure");
    write(crystal.lattice(), output);
    json.writeName("sites");
    json.writeStartArray();
    double[] xyz = crystal.cartesianCoordinates();
    for (int i = 0; i < crystal.siteCount(); i++) {
      json.writeStartObject();
      write(crystal.occupation(i), json);
      json.writeName("abc");
      output.numbers(crystal.fractional(i, 0), crystal.fractional(i, 1), crystal.fractional(i, 2));
      json.writeName("xyz");
      json.writeArray(xyz, 3 * i, 3);
      json.writeStringProperty("label", crystal.label(i));
      json.writeName("properties");
      json.writeStartObject();
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeName("properties");
    json.writeStartObject();
    json.writeStringProperty("id", entry.id());
    output.properties(entry.properties(), "", TAKEN);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(Lattice lattice, JsonOutput output) {
    JsonGenerator json = output.json();
    json.writeName("lattice");
    json.writeStartObject();
    output.rows("matrix", lattice.rows());
    json.writeNumberProperty("a", lattice.a());
    json.writeNumberProperty("b", lattice.b());
    json.writeNumberProperty("c", lattice.c());
    json.writeNumberProperty("alpha", lattice.alpha());
    json.writeNumberProperty("beta", lattice.beta());
    json.writeNumberProperty("gamma", lattice.gamma());
    json.writeNumberProperty("volume", lattice.volume());
    json.writeEndObject();
  }

  private static void write(Occupation occupation, JsonGenerator json) {
    json.writeName("species");
    json.writeStartArray();
    for (int i = 0; i < occupation.species().size(); i++) {
      Species species = occupation.species().get(i);
      json.writeStartObject();
      json.writeStringProperty("element", species.symbol());
      if (species.oxidationState().isPresent() || species.massNumber() > 0) {
        // Pymatgen knows D and T as species with a state only, and writes 0 for none.
        json.writeNumberProperty("oxidation_state", species.oxidationState().orElse(0));
      }
      json.writeNumberProperty("occu", occupation.fraction(i));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
