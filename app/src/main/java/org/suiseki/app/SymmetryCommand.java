package org.suiseki.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.geometry.SpaceGroup;
import org.suiseki.matter.geometry.Symmetry;
import org.suiseki.matter.geometry.SymmetryOperation;
import org.suiseki.matter.geometry.WyckoffPosition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code suiseki symmetry}. */
@Command(
    name = "symmetry",
    sortOptions = false,
    description = "Finds the space group of crystals, the orbits of their sites and their cells.",
    footer = {
      "",
      "Examples:",
      "  suiseki symmetry quartz.cif",
      "  suiseki symmetry relaxed/POSCAR --tolerance 0.1 --operations",
      "",
      "`suiseki convert --cell conventional` writes the standard cell."
    })
final class SymmetryCommand implements Callable<Integer> {
  @Mixin private final MaterialInputs inputs = new MaterialInputs();
  @Mixin private final Tolerance tolerance = new Tolerance();

  @Option(names = "--operations", description = "Also list the operations, as x,y,z.")
  private boolean operations;

  @Option(
      names = "--json",
      description = "For programs: an object for one crystal, an array for several.")
  private boolean json;

  private final Terminal terminal;
  private final Duration patience;

  SymmetryCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    Crystals crystals = new Crystals(terminal, patience, inputs).printing();
    List<Path> files = crystals.files();
    double within = tolerance.value();
    Results results =
        Results.to(terminal.out(), json, files.size() > 1 || inputs.files().size() > 1);
    int code =
        crystals.each(
            files,
            "symmetry",
            found -> result(found, Symmetry.of(found.entry().crystal(), within)),
            results::add);
    results.end();
    return code;
  }

  private Results.Result result(Crystals.Found found, Symmetry symmetry) {
    return new Results.Result() {
      @Override
      public String text() {
        return SymmetryCommand.this.text(found, symmetry);
      }

      @Override
      public void writeTo(ObjectNode node) {
        SymmetryCommand.this.writeTo(node, found, symmetry);
      }
    };
  }

  private String text(Crystals.Found found, Symmetry symmetry) {
    Crystal crystal = found.entry().crystal();
    SpaceGroup group = symmetry.spaceGroup();
    Lines lines = new Lines();
    lines.head(found.file().toString(), found.entry().id());
    lines.add("formula", crystal.composition().reducedFormula());
    lines.add(
        "space group",
        String.format(
            Locale.ROOT,
            "%s (No. %d), Hall %s, Schoenflies %s",
            group.international(),
            group.number(),
            group.hall(),
            group.schoenflies()));
    lines.add(
        "point group",
        group.pointGroup().international()
            + ", Laue class "
            + group.laueClass()
            + ", "
            + group.system().name().toLowerCase(Locale.ROOT));
    lines.add(
        "tolerance",
        String.format(
            Locale.ROOT,
            "%s Å; the worst atom misses by %.2g Å",
            symmetry.tolerance(),
            symmetry.deviation()));
    lines.add(
        "given cell",
        crystal.siteCount() + " sites, " + symmetry.operations().size() + " operations");
    lines.add("primitive", cell(symmetry.primitive()));
    lines.add("conventional", cell(symmetry.conventional()));
    addOrbits(lines, crystal, symmetry);
    if (operations) {
      symmetry.operations().forEach(operation -> lines.add("operation", operation.toString()));
    }
    return lines.toString();
  }

  private static void addOrbits(Lines lines, Crystal crystal, Symmetry symmetry) {
    int[] orbits = symmetry.equivalentSites();
    List<WyckoffPosition> positions = symmetry.wyckoffPositions();
    int[] multiplicity = new int[orbits.length];
    for (int first : orbits) {
      multiplicity[first]++;
    }
    for (int site = 0; site < orbits.length; site++) {
      if (orbits[site] == site) {
        lines.add(
            "orbit",
            String.format(
                Locale.ROOT,
                "%s  %d × %s at %.5f %.5f %.5f, site symmetry %s",
                positions.get(site).letter(),
                multiplicity[site],
                crystal.occupation(site),
                crystal.fractional(site, 0),
                crystal.fractional(site, 1),
                crystal.fractional(site, 2),
                positions.get(site).siteSymmetry()));
      }
    }
  }

  private static String cell(Crystal crystal) {
    return crystal.siteCount() + " sites, " + crystal.lattice();
  }

  private void writeTo(ObjectNode node, Crystals.Found found, Symmetry symmetry) {
    Crystal crystal = found.entry().crystal();
    node.put("file", found.file().toString()).put("id", found.entry().id());
    node.put("formula", crystal.composition().reducedFormula());
    node.put("tolerance", symmetry.tolerance()).put("toleranceUnit", "Å");
    SpaceGroup group = symmetry.spaceGroup();
    node.putObject("spaceGroup")
        .put("number", group.number())
        .put("international", group.international())
        .put("hall", group.hall())
        .put("schoenflies", group.schoenflies());
    node.put("pointGroup", group.pointGroup().international());
    node.put("laueClass", group.laueClass());
    node.put("crystalSystem", group.system().name().toLowerCase(Locale.ROOT));
    node.put("deviation", symmetry.deviation());
    node.put("operationCount", symmetry.operations().size());
    node.put("primitiveSites", symmetry.primitive().siteCount());
    node.put("conventionalSites", symmetry.conventional().siteCount());
    ArrayNode sites = node.putArray("sites");
    int[] orbits = symmetry.equivalentSites();
    List<WyckoffPosition> positions = symmetry.wyckoffPositions();
    for (int site = 0; site < orbits.length; site++) {
      sites
          .addObject()
          .put("site", site)
          .put("species", crystal.occupation(site).toString())
          .put("wyckoff", String.valueOf(positions.get(site).letter()))
          .put("siteSymmetry", positions.get(site).siteSymmetry())
          .put("equivalentTo", orbits[site]);
    }
    if (operations) {
      ArrayNode list = node.putArray("operations");
      for (SymmetryOperation operation : symmetry.operations()) {
        list.add(operation.toString());
      }
    }
  }
}
