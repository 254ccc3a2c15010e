package org.suiseki.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code suiseki read}. */
@Command(
    name = "read",
    sortOptions = false,
    description = "Says what files are: formula, density, space group, sites, warnings.",
    footer = {
      "",
      "Reads CIF, POSCAR, extended XYZ, JSON lines, the JSON of pymatgen, OPTIMADE and",
      "JARVIS, and CSV with a column of structure JSON.",
      "",
      "Examples:",
      "  suiseki read quartz.cif",
      "  suiseki read --json 'structures/**.cif'"
    })
final class ReadCommand implements Callable<Integer> {
  @Mixin private final MaterialInputs inputs = new MaterialInputs();

  @Option(
      names = "--json",
      description = "For programs: an object for one crystal, an array for several.")
  private boolean json;

  @Mixin private final Tolerance tolerance = new Tolerance();

  private final Terminal terminal;
  private final Duration patience;

  ReadCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    Crystals crystals = new Crystals(terminal, patience, inputs).showingWarnings().printing();
    List<Path> files = crystals.filesOfAllKinds();
    double within = tolerance.value();
    Results results =
        Results.to(terminal.out(), json, files.size() > 1 || inputs.files().size() > 1);
    int code =
        crystals.eachOfAllKinds(
            files,
            "read",
            found -> CrystalSummary.of(found, within),
            MeasurementSummary::of,
            results::add);
    results.end();
    return code;
  }
}
