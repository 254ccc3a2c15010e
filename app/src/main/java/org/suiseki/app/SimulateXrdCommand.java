package org.suiseki.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.geometry.Symmetry;
import org.suiseki.simulate.PowderDiffraction;
import org.suiseki.simulate.Reflections;
import org.suiseki.study.OutputFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code suiseki simulate xrd}. */
@Command(
    name = "xrd",
    sortOptions = false,
    description = "Powder diffraction: a table of peaks, or the pattern a diffractometer shows.",
    footer = {
      "",
      "--out NAME.csv writes the peaks, NAME.xy the pattern, FOLDER/ both for each",
      "crystal; without it the peaks are printed.",
      "",
      "Examples:",
      "  suiseki simulate xrd quartz.cif --anode Cu",
      "  suiseki simulate xrd quartz.cif --size 200 --counts 5000 --out quartz.xy",
      "  suiseki simulate xrd structures/ --neutrons 1.8 --out patterns/"
    })
final class SimulateXrdCommand implements Callable<Integer> {
  @Mixin private final MaterialInputs inputs = new MaterialInputs();

  @ArgGroup(validate = false, heading = "%nThe beam:%n")
  private final BeamOptions beam = new BeamOptions();

  @ArgGroup(validate = false, heading = PatternOptions.HEADING)
  private final PatternOptions pattern = new PatternOptions();

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      defaultValue = "given",
      description = "Whose indices: one of ${COMPLETION-CANDIDATES}; otherwise ${DEFAULT-VALUE}.")
  private Cell cell = Cell.given;

  @Option(names = "--out", paramLabel = "FILE", description = "NAME.csv, NAME.xy or FOLDER/.")
  private @Nullable String out;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  private final Terminal terminal;
  private final Duration patience;

  SimulateXrdCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    Target target = target();
    Beams beams = new Beams(beam.diffraction(spec, false), beam.diffraction(spec, true));
    if (target == Target.PATTERN_FILE || target == Target.FOLDER) {
      pattern.check(spec, beams.forPattern());
    } else {
      PatternOptions.refuseAll(spec);
    }
    Crystals crystals = new Crystals(terminal, patience, inputs);
    List<Path> files = crystals.files();
    if (target == Target.SCREEN) {
      crystals.printing();
    }
    OutputNames names = new OutputNames();
    OutputFolder folder =
        target == Target.FOLDER ? OutputFolder.at(Path.of(String.valueOf(out))) : null;
    List<Result> single = new ArrayList<>();
    int code =
        crystals.each(
            files,
            "simulate",
            found -> simulated(found, beams, target),
            result -> {
              if (folder != null) {
                String name = names.next(result.found());
                write(folder.file(name + ".xy"), result.pattern());
                write(folder.file(name + "-peaks.csv"), result.peaks());
              } else if (out != null) {
                requireNone(single);
                single.add(result);
              } else {
                terminal.out().print(result.peaks());
                terminal.out().flush();
              }
            });
    for (Result result : single) {
      write(
          Path.of(String.valueOf(out)),
          target == Target.PEAKS_FILE ? result.peaks() : result.pattern());
    }
    return code;
  }

  private enum Target {
    SCREEN,
    PEAKS_FILE,
    PATTERN_FILE,
    FOLDER
  }

  /** The same beam over the angles of a table and over those of a pattern. */
  private record Beams(PowderDiffraction forPeaks, PowderDiffraction forPattern) {}

  private record Result(Crystals.Found found, String peaks, String pattern) {}

  private Target target() {
    if (out == null) {
      return Target.SCREEN;
    }
    String name = out.toLowerCase(Locale.ROOT);
    if (name.endsWith("/") || Files.isDirectory(Path.of(out))) {
      return Target.FOLDER;
    }
    if (name.endsWith(".csv")) {
      return Target.PEAKS_FILE;
    }
    if (name.endsWith(".xy")) {
      return Target.PATTERN_FILE;
    }
    throw new ParameterException(
        spec.commandLine(),
        "--out is " + out + ", but ends in .csv for peaks, .xy for a pattern or / for a folder.");
  }

  private void requireNone(List<Result> before) {
    if (!before.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "There are several crystals; let --out name a folder, ending in /.");
    }
  }

  private Result simulated(Crystals.Found found, Beams beams, Target target) {
    Crystal crystal = cell.of(found.entry().crystal(), Symmetry.DEFAULT_TOLERANCE);
    String peaks = "";
    if (target != Target.PATTERN_FILE) {
      Reflections reflections = beams.forPeaks().reflections(crystal);
      peaks =
          target == Target.SCREEN ? PeakTable.text(found, reflections) : PeakTable.csv(reflections);
    }
    boolean wanted = target == Target.PATTERN_FILE || target == Target.FOLDER;
    String curve =
        wanted ? PatternText.of(found, pattern.simulate(beams.forPattern(), crystal)) : "";
    return new Result(found, peaks, curve);
  }

  private static void write(Path file, String text) {
    OutputFolder.of(file);
    OutputFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
