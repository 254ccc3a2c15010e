package org.suiseki.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.suiseki.describe.spectrum.AxisConversion;
import org.suiseki.describe.spectrum.DiffractionAxis;
import org.suiseki.explain.phases.Candidate;
import org.suiseki.explain.phases.Identification;
import org.suiseki.explain.phases.MeasuredPattern;
import org.suiseki.explain.phases.PhasePlot;
import org.suiseki.explain.phases.PhaseSearch;
import org.suiseki.learn.Progress;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.FoundFiles;
import org.suiseki.matter.io.Measurement;
import org.suiseki.matter.io.MeasurementFiles;
import org.suiseki.simulate.Radiation;
import org.suiseki.study.OutputFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code suiseki identify}. */
@Command(
    name = "identify",
    sortOptions = false,
    description = "Finds which crystals make a powder pattern, and how much of each.",
    footer = {
      "",
      "Examples:",
      "  suiseki identify scan.xrdml --candidates structures/",
      "  suiseki identify scan.xy --radiation Cu --candidates structures/ --out fit.html",
      "  suiseki identify 'scans/*.xrdml' --candidates structures/ --format json"
    })
final class IdentifyCommand implements Callable<Integer> {
  @Mixin private final MaterialInputs inputs = new MaterialInputs();

  @SuppressWarnings("NullAway.Init") // Picocli sets what is required.
  @Option(
      names = "--candidates",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Crystals that may be there, named after FILE: files, folders or patterns.")
  private List<String> candidates;

  @ArgGroup(validate = false, heading = "%nThe beam:%n")
  private final TubeOptions tube = new TubeOptions();

  @ArgGroup(validate = false, heading = "%nThe search:%n")
  private final PhaseOptions search = new PhaseOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}; otherwise ${DEFAULT-VALUE}.")
  private Format format = Format.table;

  @Option(
      names = {"--out", "--plot"},
      paramLabel = "FILE",
      description = "NAME.html, NAME.svg or FOLDER/: observed, calculated and their difference.")
  private @Nullable String out;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  /** Names of drawings so far. */
  private final Set<String> written = new HashSet<>();

  private final Terminal terminal;
  private final Duration patience;

  IdentifyCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  enum Format {
    table,
    json
  }

  @Override
  public Integer call() {
    tube.check(spec);
    PhaseSearch options = search.search(spec);
    List<Path> patterns = patterns();
    checkOut(patterns.size());
    List<Candidate> known = candidates();
    if (known.isEmpty()) {
      throw new MatterException(
          "No candidate can be read from " + String.join(", ", candidates) + ".",
          "Name files of crystals, or folders that hold some.");
    }
    return identify(patterns, known, options);
  }

  /** Named by their file, and by their id too where it holds several. */
  private List<Candidate> candidates() {
    List<Crystals.Found> from = new ArrayList<>();
    List<Candidate> read = new ArrayList<>();
    Crystals crystals = new Crystals(terminal, patience, inputs.over(candidates));
    crystals.each(
        crystals.files(),
        "candidates",
        found -> Map.entry(found, Candidate.of(found.file().toString(), found.entry().crystal())),
        pair -> {
          from.add(pair.getKey());
          read.add(pair.getValue());
        });
    Map<String, Long> perFile =
        read.stream().collect(Collectors.groupingBy(Candidate::name, Collectors.counting()));
    List<Candidate> named = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      Candidate one = read.get(i);
      boolean several = perFile.getOrDefault(one.name(), 0L) > 1;
      named.add(several ? one.withName(one.name() + "#" + from.get(i).entry().id()) : one);
    }
    return named;
  }

  private List<Path> patterns() {
    FoundFiles found = MeasurementFiles.find(inputs.files());
    if (inputs.strict() || found.files().isEmpty()) {
      found.unreadable().stream()
          .findFirst()
          .ifPresent(reason -> {
            throw reason;
          });
    }
    Refusals refusals = new Refusals(this::say);
    found.unreadable().forEach(reason -> refusals.add(new Refusal(reason)));
    if (found.files().isEmpty()) {
      throw new MatterException(
          "There is no pattern in " + String.join(", ", inputs.files()) + ".",
          "Name files of powder patterns, or folders that hold some.");
    }
    return found.files();
  }

  private void checkOut(int patterns) {
    if (out == null || toFolder()) {
      return;
    }
    String name = out.toLowerCase(Locale.ROOT);
    if (!name.endsWith(".html") && !name.endsWith(".svg")) {
      throw new ParameterException(
          spec.commandLine(),
          "--out is " + out + ", but ends in .html, in .svg or in / for a folder.");
    }
    if (patterns > 1) {
      throw new ParameterException(
          spec.commandLine(), "There are several patterns; let --out name a folder, ending in /.");
    }
  }

  private boolean toFolder() {
    return out != null && (out.endsWith("/") || Files.isDirectory(Path.of(out)));
  }

  private int identify(List<Path> patterns, List<Candidate> known, PhaseSearch options) {
    Results results =
        Results.to(
            terminal.out(),
            format == Format.json,
            patterns.size() > 1 || inputs.files().size() > 1);
    Refusals refusals = new Refusals(this::say);
    Interruption interruption =
        Interruption.listen(patience, () -> {}, () -> terminal.err().println("Stopped."));
    long used = 0;
    try (interruption) {
      Progress progress = new Watch(interruption);
      for (Path file : patterns) {
        used += identify(file, known, options, progress, results, refusals);
      }
    } catch (CancellationException e) {
      results.end();
      say("Stopped.");
      return interruption.exitCode();
    }
    results.end();
    refusals.conclude(used);
    return used == 0 && refusals.count() > 0 ? ExitCode.MENDABLE : ExitCode.DONE;
  }

  /** Asks whether to stop; results come as they are found, which is progress enough. */
  private record Watch(Interruption interruption) implements Progress {
    @Override
    public void step(String stage, long done, long total) {}

    @Override
    public boolean cancelled() {
      return interruption.requested();
    }
  }

  /** How many ranges of a file could be used. */
  private int identify(
      Path file,
      List<Candidate> known,
      PhaseSearch options,
      Progress progress,
      Results results,
      Refusals refusals) {
    int used = 0;
    try {
      List<Measurement> ranges = MeasurementFiles.read(file).entries();
      for (Measurement range : ranges) {
        progress.check();
        IdentificationView view = identified(file, ranges.size(), range, known, options, progress);
        results.add(view);
        write(view);
        used++;
      }
    } catch (UnwritableOutput e) {
      throw e;
    } catch (SuisekiException e) {
      if (inputs.strict()) {
        throw e;
      }
      Optional<SuisekiException> placed = e.place().map(place -> e);
      refusals.add(placed.map(Refusal::new).orElseGet(() -> new Refusal(file.toString(), e)));
    }
    return used;
  }

  private IdentificationView identified(
      Path file,
      int ranges,
      Measurement range,
      List<Candidate> known,
      PhaseSearch options,
      Progress progress) {
    String name = ranges == 1 ? file.toString() : file + "#" + range.id();
    Radiation told = tube.radiation(range);
    IdentificationView first = identified(name, range, told, List.of(), known, options, progress);
    Optional<Radiation> other = tube.other(told);
    if (other.isEmpty()) {
      return first;
    }
    List<String> remark =
        List.of(
            "the file names "
                + told.name()
                + " alone, but the pattern shows Kα2 too; say --radiation to decide");
    IdentificationView second =
        identified(name, range, other.get(), remark, known, options, progress);
    boolean better = second.found().agreement().weighted() < first.found().agreement().weighted();
    return better ? second : first;
  }

  private IdentificationView identified(
      String name,
      Measurement range,
      Radiation radiation,
      List<String> remarks,
      List<Candidate> known,
      PhaseSearch options,
      Progress progress) {
    OptionalDouble wavelength = OptionalDouble.of(radiation.wavelength());
    Spectrum angles = range.spectrum();
    if (!angles.axis().unit().equals("degree")) {
      angles = new AxisConversion(DiffractionAxis.TWO_THETA, wavelength, wavelength).apply(angles);
    }
    // Over d the points come out turned round.
    boolean turned = range.spectrum().axis().unit().equals(DiffractionAxis.D.unit());
    double[] deviations = turned ? new double[0] : range.deviations();
    MeasuredPattern pattern =
        MeasuredPattern.of(angles, deviations, radiation, tube.polarisation());
    Identification found = options.identify(pattern, known, inputs.threads(), progress);
    return new IdentificationView(name, pattern, found, remarks);
  }

  private void write(IdentificationView view) {
    if (out == null) {
      return;
    }
    String own = String.valueOf(Path.of(view.name()).getFileName());
    Path file = Path.of(out);
    if (toFolder()) {
      file = OutputFolder.at(file).file(free(own.replaceAll("[^A-Za-z0-9._-]+", "_")) + ".html");
    } else if (written.isEmpty()) {
      OutputFolder.of(file);
      written.add(own);
    } else {
      throw new ParameterException(
          spec.commandLine(), "There are several ranges; let --out name a folder, ending in /.");
    }
    boolean page = file.toString().toLowerCase(Locale.ROOT).endsWith(".html");
    PhasePlot plot = new PhasePlot(own, view.found());
    OutputFile.write(file, (page ? plot.page() : plot.svg()).getBytes(StandardCharsets.UTF_8));
  }

  /** Patterns of several folders may share a name. */
  private String free(String wish) {
    String name = wish;
    for (int number = 2; !written.add(name.toLowerCase(Locale.ROOT)); number++) {
      name = wish + "-" + number;
    }
    return name;
  }

  private void say(String line) {
    terminal.err().println(line);
    terminal.err().flush();
  }
}
