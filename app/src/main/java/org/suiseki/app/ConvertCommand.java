package org.suiseki.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.describe.spectrum.SpectrumChain;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.io.CrystalEntry;
import org.suiseki.matter.io.CrystalFiles;
import org.suiseki.matter.io.CrystalFormat;
import org.suiseki.matter.io.MeasurementFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code suiseki convert}. */
@Command(
    name = "convert",
    sortOptions = false,
    description =
        "Writes crystals, or spectra and patterns, in another format; the last word is the file or"
            + " folder to write.",
    footer = {
      "",
      "Examples:",
      "  suiseki convert quartz.cif quartz.vasp",
      "  suiseki convert --cell primitive relaxed/POSCAR primitive.cif",
      "  suiseki convert --to poscar 'structures/**.cif' folder/",
      "  suiseki convert structures/ all.jsonl.gz",
      "  suiseki convert scan.xrdml scan.xy",
      "  suiseki convert --prepare 'crop:10:90|snip|max' scans/ patterns.jsonl"
    })
final class ConvertCommand implements Callable<Integer> {
  @Mixin private final MaterialInputs inputs = new MaterialInputs();

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description =
          "cif, poscar, extxyz, jsonl, pymatgen or optimade; of a spectrum or pattern xy, csv,"
              + " jsonl, xdi or msa; otherwise by the suffix. With jsonl, crystals where a file"
              + " holds some.")
  private @Nullable String to;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      defaultValue = "given",
      description = "One of ${COMPLETION-CANDIDATES}; otherwise ${DEFAULT-VALUE}.")
  private Cell cell = Cell.given;

  @Option(
      names = "--symmetry",
      description = "CIF only: the asymmetric unit with operations, of the conventional cell.")
  private boolean symmetry;

  @Option(
      names = "--prepare",
      paramLabel = "STEPS",
      description =
          "Spectra and patterns only: what to do before writing, such as"
              + " 'crop:10:90|snip|sqrt|max'.")
  private @Nullable String prepare;

  @Mixin private final Tolerance tolerance = new Tolerance();

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  private final Terminal terminal;
  private final Duration patience;

  ConvertCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    Path target = Path.of(inputs.takeLast());
    boolean folder = Files.isDirectory(target) || inputs.lastEndsInSeparator();
    Crystals crystals = new Crystals(terminal, patience, inputs);
    Optional<MeasurementFormat> measured = measured(target, folder, crystals);
    if (measured.isPresent()) {
      return convert(crystals, target, folder, measured.get());
    }
    refuse(
        prepare != null,
        "--prepare is for spectra and patterns, which are written as xy, csv, jsonl, xdi or msa.");
    CrystalFormat format = format(target, folder);
    refuse(symmetry && format != CrystalFormat.CIF, "--symmetry is for CIF.");
    refuse(
        symmetry && cell != Cell.given && cell != Cell.conventional,
        "--symmetry writes the conventional cell; leave --cell " + cell + " out.");
    refuse(!format.writable(), "Crystals of " + format.text() + " are read only, not written.");
    double within = tolerance.value();
    List<Path> files = crystals.files();
    return folder
        ? toFolder(crystals, files, target, format, within)
        : toFile(crystals, files, target, format, within);
  }

  /** The format of spectra and patterns that is asked for; empty where it is one of crystals. */
  private Optional<MeasurementFormat> measured(Path target, boolean folder, Crystals crystals) {
    Optional<MeasurementFormat> named =
        to == null && folder
            ? Optional.empty()
            : MeasurementFormat.ofName(to == null ? target.toString() : to);
    return named.filter(format ->
        format != MeasurementFormat.JSON_LINES || prepare != null || !crystals.areNamed());
  }

  private int convert(Crystals inputs, Path target, boolean folder, MeasurementFormat format) {
    refuse(symmetry || cell != Cell.given, "--cell and --symmetry are for crystals.");
    SpectrumChain chain = SpectrumChain.parse(prepare == null ? "" : prepare);
    MeasurementConversion conversion = new MeasurementConversion(inputs, chain, format, terminal);
    return folder ? conversion.toFolder(target) : conversion.toFile(target);
  }

  private void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private CrystalFormat format(Path target, boolean folder) {
    if (to != null) {
      return CrystalFormat.ofName(to);
    }
    Optional<CrystalFormat> bySuffix = folder ? Optional.empty() : CrystalFormat.ofFileName(target);
    return bySuffix.orElseThrow(() ->
        new ParameterException(
            spec.commandLine(),
            folder
                ? "Say with --to in which format to write into the folder " + target + "."
                : "The name " + target + " does not say which format to write; use --to."));
  }

  private int toFile(
      Crystals crystals, List<Path> files, Path target, CrystalFormat format, double within) {
    List<CrystalEntry> entries = new ArrayList<>();
    int code =
        crystals.each(
            files,
            "read",
            found -> changed(found.entry(), format, within),
            entry -> {
              entries.add(entry);
              requireRoom(entries.size(), target, format);
            });
    if (!entries.isEmpty()) {
      OutputFolder.of(target);
      tell(target, write(target, entries, format, within));
    }
    return code;
  }

  /** Asked at the second crystal rather than after the last. */
  private static void requireRoom(int crystals, Path target, CrystalFormat format) {
    if (crystals > 1 && !format.holdsSeveral()) {
      throw new MatterException(
          "A file of " + format.text() + " holds one crystal, and there are several.",
          Place.of(target.toString()),
          "Write them into a folder, with --to " + format.text() + " and a name that ends in /.");
    }
  }

  private int toFolder(
      Crystals crystals, List<Path> files, Path target, CrystalFormat format, double within) {
    OutputFolder folder = OutputFolder.at(target);
    Set<String> told = new HashSet<>();
    OutputNames names = new OutputNames();
    return crystals.each(
        files,
        "convert",
        found -> new Converted(found, changed(found.entry(), format, within)),
        converted -> {
          String name = names.next(converted.found()) + format.suffixes().get(0);
          Path file = folder.file(name);
          for (String loss : write(file, List.of(converted.entry()), format, within)) {
            // The same loss for each of many files is said once.
            if (told.add(loss)) {
              tell(file, List.of(loss));
            }
          }
        });
  }

  private List<String> write(
      Path file, List<CrystalEntry> entries, CrystalFormat format, double within) {
    return symmetry
        ? CrystalFiles.writeSymmetric(file, entries, within)
        : CrystalFiles.write(file, entries, format);
  }

  private CrystalEntry changed(CrystalEntry entry, CrystalFormat format, double within) {
    Crystal crystal = cell.of(entry.crystal(), within);
    CrystalEntry changed =
        new CrystalEntry(entry.id(), crystal, entry.place(), entry.properties(), entry.warnings());
    // Refused here, a crystal that the format cannot hold leaves the others alone.
    CrystalFiles.losses(changed, format);
    return changed;
  }

  private void tell(Path file, List<String> losses) {
    losses.forEach(loss -> terminal.err().println(file + ": " + loss));
    terminal.err().flush();
  }

  private record Converted(Crystals.Found found, CrystalEntry entry) {}
}
