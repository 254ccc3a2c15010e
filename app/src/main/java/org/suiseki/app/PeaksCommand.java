package org.suiseki.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.describe.spectrum.FittedWindow;
import org.suiseki.describe.spectrum.FoundPeak;
import org.suiseki.describe.spectrum.PeakFinder;
import org.suiseki.describe.spectrum.PeakFit;
import org.suiseki.describe.spectrum.SpectrumChain;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.io.Measurement;
import org.suiseki.simulate.Anode;
import org.suiseki.study.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code suiseki peaks}. */
@Command(
    name = "peaks",
    sortOptions = false,
    description = "Finds the peaks of patterns and spectra, and fits them.",
    footer = {
      "",
      "Significance is the prominence of a peak by the noise. A fit gives pseudo-Voigts, each",
      "number with its standard deviation in units of the last digit: 28.442(3).",
      "",
      "Examples:",
      "  suiseki peaks scan.xrdml",
      "  suiseki peaks scan.xy --radiation Cu --fit --doublet",
      "  suiseki peaks scans/ --prepare 'crop:10:90' --fit --format csv --out peaks.csv"
    })
final class PeaksCommand implements Callable<Integer> {
  @Mixin private final MaterialInputs inputs = new MaterialInputs();

  @Option(
      names = "--prepare",
      defaultValue = "",
      paramLabel = "STEPS",
      description = "What to do before, such as 'crop:10:90|snip'; counts are best left as such.")
  private String prepare = "";

  @Option(
      names = "--threshold",
      defaultValue = "8",
      paramLabel = "N",
      description = "Least significance of a peak; otherwise ${DEFAULT-VALUE}.")
  private double threshold;

  @Option(
      names = "--window",
      defaultValue = "5",
      paramLabel = "N",
      description = "Points to smooth over before looking; otherwise ${DEFAULT-VALUE}, 1 for none.")
  private int window;

  @Option(names = "--shoulders", description = "Also peaks on the flanks of others.")
  private boolean shoulders;

  @Option(
      names = "--noise",
      defaultValue = "auto",
      paramLabel = "NOISE",
      description =
          "counts, estimated or a deviation; otherwise the file's deviations, those of counts, or"
              + " from the scatter.")
  private String noise = "auto";

  @Option(names = "--fit", description = "Fit pseudo-Voigts, those that overlap together.")
  private boolean fit;

  @Option(
      names = "--doublet",
      description = "Fit Kα1 and Kα2 of the tube as one peak; numbers are those of Kα1.")
  private boolean doublet;

  @Option(
      names = "--wavelength",
      paramLabel = "ANGSTROM",
      description = "For spacings d; otherwise the file's.")
  private @Nullable Double wavelength;

  @Option(
      names = "--radiation",
      paramLabel = "METAL",
      description = "Cr, Fe, Co, Cu, Mo or Ag: the mean Kα of its tube instead of a wavelength.")
  private @Nullable String radiation;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Option(
      names = "--format",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}; otherwise ${DEFAULT-VALUE}.")
  private TableFormat format;

  @Option(names = "--out", paramLabel = "FILE", description = "Into this file, in UTF-8.")
  private @Nullable Path out;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  private final Terminal terminal;
  private final Duration patience;

  PeaksCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  /** What is done to every pattern. */
  private record Search(
      SpectrumChain chain, PeakFinder finder, OptionalDouble told, Optional<Anode> anode) {}

  @Override
  public Integer call() {
    Search search = search();
    Crystals patterns = new Crystals(terminal, patience, inputs).showingWarnings();
    List<Path> files = patterns.measuredFiles();
    StringWriter held = new StringWriter();
    PrintWriter to = terminal.out();
    if (out == null) {
      patterns.printing();
    } else {
      to = new PrintWriter(held);
    }
    Results results = results(to, files.size() > 1 || inputs.files().size() > 1);
    int code = patterns.eachMeasured(files, "peaks", found -> report(found, search), results::add);
    results.end();
    if (out != null && code == ExitCode.DONE) {
      OutputFolder.of(out);
      OutputFile.write(out, held.toString().getBytes(StandardCharsets.UTF_8));
    }
    return code;
  }

  private Search search() {
    refuse(doublet && !fit, "--doublet is for --fit.");
    refuse(wavelength != null && radiation != null, "Give --wavelength or --radiation, not both.");
    refuse(
        wavelength != null && !(wavelength > 0 && wavelength < 1000),
        "--wavelength is " + wavelength + ", but is in Å, above 0 and below 1000.");
    PeakDeviations.check(noise);
    return new Search(
        SpectrumChain.parse(prepare),
        new PeakFinder(window, threshold, 0, shoulders),
        wavelength == null ? OptionalDouble.empty() : OptionalDouble.of(wavelength),
        Optional.ofNullable(radiation).map(Anode::ofSymbol));
  }

  private void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private Results results(PrintWriter to, boolean several) {
    return switch (format) {
      case table -> Results.to(to, false, several);
      case csv -> new PeakCsv(to, fit);
      case json -> Results.to(to, true, several);
    };
  }

  private PeakReport report(Crystals.Measured found, Search search) {
    Measurement measurement = search.chain().apply(found.measurement());
    Spectrum spectrum = measurement.spectrum();
    PeakBeam beam = PeakBeam.of(measurement, search.told(), search.anode(), doublet);
    PeakDeviations deviations = PeakDeviations.of(measurement, noise, search.chain().keepsValues());
    List<FoundPeak> peaks = search.finder().find(spectrum, deviations.values());
    Optional<List<FittedWindow>> windows = Optional.empty();
    if (fit) {
      PeakFit options =
          beam.doublet()
              .map(lines -> PeakFit.standard().withDoublet(lines))
              .orElse(PeakFit.standard());
      windows =
          Optional.of(
              deviations.counts()
                  ? options.fitCounts(spectrum, peaks)
                  : options.fit(spectrum, deviations.values(), peaks));
    }
    List<String> warnings = new ArrayList<>(measurement.warnings());
    beam.warning().ifPresent(warnings::add);
    deviations.warning().ifPresent(warnings::add);
    return new PeakReport(
        found.file().toString(),
        measurement,
        beam,
        deviations.source(),
        peaks,
        windows,
        List.copyOf(warnings));
  }
}
