package org.suiseki.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.geometry.SpaceGroup;
import org.suiseki.matter.geometry.Symmetry;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code suiseki read} says of one crystal. */
record CrystalSummary(
    String file,
    String id,
    String format,
    Crystal crystal,
    Optional<SpaceGroup> spaceGroup,
    double tolerance,
    List<String> warnings)
    implements Results.Result {

  /** Finds the space group; a crystal whose symmetry cannot be told gets a warning instead. */
  static CrystalSummary of(Crystals.Found found, double tolerance) {
    Crystal crystal = found.entry().crystal();
    List<String> warnings = new ArrayList<>(found.entry().warnings());
    Optional<SpaceGroup> group = Optional.empty();
    try {
      group = Optional.of(Symmetry.of(crystal, tolerance).spaceGroup());
    } catch (MatterException e) {
      warnings.add("Its space group could not be found: " + e.what());
    }
    return new CrystalSummary(
        found.file().toString(),
        found.entry().id(),
        found.format().text(),
        crystal,
        group,
        tolerance,
        warnings);
  }

  @Override
  public String text() {
    Lines lines = new Lines();
    lines.head(file, id);
    lines.add("format", format);
    lines.add("formula", formula());
    lines.add(
        "sites", crystal.siteCount() + (crystal.ordered() ? "" : ", some shared or partly vacant"));
    lines.add("lattice", crystal.lattice().toString());
    lines.add("volume", String.format(Locale.ROOT, "%.4f Å³", crystal.volume()));
    lines.add("density", String.format(Locale.ROOT, "%.4f g/cm³", crystal.density()));
    lines.add(
        "space group",
        spaceGroup
            .map(g ->
                String.format(
                    Locale.ROOT,
                    "%s (No. %d), Hall %s, within %s Å",
                    g.international(),
                    g.number(),
                    g.hall(),
                    tolerance))
            .orElse("not found"));
    warnings.forEach(warning -> lines.add("warning", warning));
    return lines.toString();
  }

  /** For programs; the names are documented in docs/crystals.md. */
  @Override
  public void writeTo(ObjectNode json) {
    json.put("file", file).put("id", id).put("format", format).put("kind", "crystal");
    json.put("formula", formula()).put("sites", crystal.siteCount());
    json.put("ordered", crystal.ordered());
    if (spaceGroup.isPresent()) {
      SpaceGroup group = spaceGroup.get();
      json.putObject("spaceGroup")
          .put("number", group.number())
          .put("international", group.international())
          .put("hall", group.hall())
          .put("pointGroup", group.pointGroup().international())
          .put("tolerance", tolerance)
          .put("toleranceUnit", "Å");
    } else {
      json.putNull("spaceGroup");
    }
    json.putObject("density").put("value", crystal.density()).put("unit", "g/cm3");
    json.putObject("volume").put("value", crystal.volume()).put("unit", "Å3");
    Lattice lattice = crystal.lattice();
    json.putObject("lattice")
        .put("a", lattice.a())
        .put("b", lattice.b())
        .put("c", lattice.c())
        .put("alpha", lattice.alpha())
        .put("beta", lattice.beta())
        .put("gamma", lattice.gamma())
        .put("lengthUnit", "Å")
        .put("angleUnit", "degree");
    ArrayNode told = json.putArray("warnings");
    warnings.forEach(told::add);
  }

  private String formula() {
    return crystal.composition().reducedFormula();
  }
}
