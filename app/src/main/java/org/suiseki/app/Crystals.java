package org.suiseki.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.CrystalEntry;
import org.suiseki.matter.io.CrystalFiles;
import org.suiseki.matter.io.CrystalFormat;
import org.suiseki.matter.io.FoundFiles;
import org.suiseki.matter.io.Measurement;
import org.suiseki.matter.io.MeasurementFile;
import org.suiseki.matter.io.MeasurementFiles;

/**
 * Goes over the crystals of many files: side by side, in order, with a bar, until Ctrl-C. What
 * cannot be used is told and left out.
 */
final class Crystals {
  /**
   * In bytes. Above, a file is read entry by entry in one thread and worked on in all; below, one
   * worker does both, which for a thousand crystals packed into a megabyte would leave the others
   * idle.
   */
  private static final long SMALL_FILE = 1 << 16;

  private final Terminal terminal;
  private final Duration patience;
  private final MaterialInputs inputs;
  private final Refusals refusals;
  private final ReadingWarnings warnings;
  private boolean showsWarnings;
  private boolean prints;

  /** While there is one. */
  private @Nullable ProgressView view;

  Crystals(Terminal terminal, Duration patience, MaterialInputs inputs) {
    this.terminal = terminal;
    this.patience = patience;
    this.inputs = inputs;
    this.refusals = new Refusals(this::say);
    this.warnings = new ReadingWarnings(this::say);
  }

  /** For a command that shows the warnings of each crystal itself. */
  Crystals showingWarnings() {
    showsWarnings = true;
    return this;
  }

  /** For a command that prints results as they come: on a terminal a bar would run into them. */
  Crystals printing() {
    prints = true;
    return this;
  }

  /** One crystal and where it comes from. */
  record Found(Path file, CrystalFormat format, CrystalEntry entry) {}

  /** One range of a spectrum or pattern and where it comes from. */
  record Measured(Path file, String format, Measurement measurement) {}

  /**
   * The files that the words name; what leads nowhere is told and left out.
   *
   * @throws MatterException where nothing is left
   */
  List<Path> files() {
    return files(CrystalFiles.find(inputs.files()), "crystals");
  }

  /** As {@link #files}, of crystals, spectra and patterns. */
  List<Path> filesOfAllKinds() {
    return files(findAllKinds(), "crystals, spectra or diffraction patterns");
  }

  /** As {@link #files}, of spectra and patterns. */
  List<Path> measuredFiles() {
    return files(MeasurementFiles.find(inputs.files()), "spectra or diffraction patterns");
  }

  /** Whether one of the files that the words name holds crystals. */
  boolean areNamed() {
    return findAllKinds().files().stream().anyMatch(CrystalFiles::recognises);
  }

  private FoundFiles findAllKinds() {
    FoundFiles crystals = CrystalFiles.find(inputs.files());
    FoundFiles measurements = MeasurementFiles.find(inputs.files());
    TreeSet<Path> files = new TreeSet<>(crystals.files());
    files.addAll(measurements.files());
    return new FoundFiles(List.copyOf(files), crystals.unreadable());
  }

  private List<Path> files(FoundFiles found, String what) {
    if (inputs.strict() || found.files().isEmpty()) {
      found.unreadable().stream()
          .findFirst()
          .ifPresent(reason -> {
            throw reason;
          });
    }
    found.unreadable().forEach(reason -> refusals.add(new Refusal(reason)));
    if (found.files().isEmpty()) {
      throw new MatterException(
          "There is no file of " + what + " in " + String.join(", ", inputs.files()) + ".",
          "Name files, folders that hold some, or a pattern in quotation marks.");
    }
    return found.files();
  }

  /**
   * Works on every crystal of these files.
   *
   * @param work runs in several threads
   * @param deliver takes what it gives, in the order of files and entries, in the calling thread
   * @return the exit code: mendable where nothing could be used, 128 and the signal after one
   */
  <R> int each(List<Path> files, String stage, Function<Found, R> work, Consumer<R> deliver) {
    return each(files, stage, new Work<>(Optional.of(work), Optional.empty()), deliver);
  }

  /**
   * As {@link #each(List, String, Function, Consumer)}, for files without crystals too.
   *
   * @param otherwise all results of a file that holds no crystal; throws where it holds nothing
   *     else that is known
   */
  <R> int eachOfAllKinds(
      List<Path> files,
      String stage,
      Function<Found, R> work,
      Function<Path, List<R>> otherwise,
      Consumer<R> deliver) {
    Function<Path, List<Outcome<R>>> other =
        file -> otherwise.apply(file).stream().map(Outcome::done).toList();
    return each(files, stage, new Work<>(Optional.of(work), Optional.of(other)), deliver);
  }

  /** As {@link #each(List, String, Function, Consumer)}, on every range of spectra and patterns. */
  <R> int eachMeasured(
      List<Path> files, String stage, Function<Measured, R> work, Consumer<R> deliver) {
    return each(
        files,
        stage,
        new Work<>(Optional.empty(), Optional.of(file -> measured(file, work))),
        deliver);
  }

  private static <R> List<Outcome<R>> measured(Path file, Function<Measured, R> work) {
    MeasurementFile read = MeasurementFiles.read(file);
    List<Outcome<R>> outcomes = new ArrayList<>();
    for (Measurement measurement : read.entries()) {
      try {
        R result = work.apply(new Measured(file, read.format(), measurement));
        outcomes.add(Outcome.done(result, measurement));
      } catch (SuisekiException e) {
        outcomes.add(Outcome.refused(new Refusal(e, measurement)));
      }
    }
    return outcomes;
  }

  private <R> int each(List<Path> files, String stage, Work<R> work, Consumer<R> deliver) {
    PrintWriter err = terminal.err();
    Interruption interruption =
        Interruption.listen(patience, () -> {}, () -> err.println("Stopped."));
    long[] used = new long[1];
    try (interruption;
        ProgressView shown = view(interruption, files.size());
        Conveyor<List<Outcome<R>>> belt =
            new Conveyor<>(inputs.threads(), outcomes -> take(outcomes, deliver, used), shown)) {
      view = shown;
      int done = 0;
      for (Path file : files) {
        lay(file, work, belt);
        shown.step(stage, ++done, files.size());
      }
      belt.finish();
    } catch (CancellationException e) {
      err.println("Stopped.");
      err.flush();
      throw new Stopped(interruption.exitCode());
    } catch (Undelivered e) {
      throw e.reason;
    } finally {
      view = null;
    }
    warnings.conclude();
    refusals.conclude(used[0]);
    return used[0] == 0 && refusals.count() > 0 ? ExitCode.MENDABLE : ExitCode.DONE;
  }

  /** Ends what is being written, then the command with this exit code; all has been said. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    Stopped(int exitCode) {
      this.exitCode = exitCode;
    }

    int exitCode() {
      return exitCode;
    }
  }

  /** Carries what {@code deliver} throws past those who would take it for a fault of the file. */
  static final class Undelivered extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SuisekiException reason;

    Undelivered(SuisekiException reason) {
      super(reason);
      this.reason = reason;
    }

    SuisekiException reason() {
      return reason;
    }
  }

  /** What is to be done with a crystal, and with a file that holds none. */
  private record Work<R>(
      Optional<Function<Found, R>> crystal, Optional<Function<Path, List<Outcome<R>>>> otherwise) {

    /** Whether a file is none of crystals, or not to be read as one, and may be something else. */
    boolean elsewhere(Path file) {
      return crystal.isEmpty() || otherwise.isPresent() && !CrystalFiles.recognises(file);
    }

    List<Outcome<R>> elsewhereOutcomes(Path file) {
      try {
        return otherwise.orElseThrow().apply(file);
      } catch (SuisekiException e) {
        return List.of(Outcome.refused(new Refusal(e)));
      }
    }

    Outcome<R> outcome(Found found) {
      try {
        return Outcome.done(crystal.orElseThrow().apply(found), found.entry());
      } catch (SuisekiException e) {
        return Outcome.refused(new Refusal(e, found.entry()));
      }
    }
  }

  private <R> void lay(Path file, Work<R> work, Conveyor<List<Outcome<R>>> belt) {
    if (size(file) < SMALL_FILE || work.elsewhere(file)) {
      belt.lay(() -> whole(file, work));
      return;
    }
    try {
      CrystalFiles.each(
          file,
          (format, entry) -> belt.lay(() -> List.of(work.outcome(new Found(file, format, entry)))),
          reason -> refuse(reason, belt));
    } catch (SuisekiException e) {
      refuse(e, belt);
    }
  }

  private static <R> void refuse(SuisekiException reason, Conveyor<List<Outcome<R>>> belt) {
    List<Outcome<R>> outcomes = List.of(Outcome.refused(new Refusal(reason)));
    belt.lay(() -> outcomes);
  }

  private static <R> List<Outcome<R>> whole(Path file, Work<R> work) {
    if (work.elsewhere(file)) {
      return work.elsewhereOutcomes(file);
    }
    List<Outcome<R>> outcomes = new ArrayList<>();
    try {
      CrystalFiles.each(
          file,
          (format, entry) -> outcomes.add(work.outcome(new Found(file, format, entry))),
          reason -> outcomes.add(Outcome.refused(new Refusal(reason))));
    } catch (SuisekiException e) {
      outcomes.add(Outcome.refused(new Refusal(e)));
    }
    return measuredInstead(file, work, outcomes);
  }

  /** A CIF may hold a powder pattern and no crystal. */
  private static <R> List<Outcome<R>> measuredInstead(
      Path file, Work<R> work, List<Outcome<R>> outcomes) {
    boolean none = outcomes.stream().allMatch(outcome -> outcome.refusal().isPresent());
    if (!none || work.otherwise().isEmpty()) {
      return outcomes;
    }
    List<Outcome<R>> instead = work.elsewhereOutcomes(file);
    return instead.stream().anyMatch(outcome -> outcome.refusal().isEmpty()) ? instead : outcomes;
  }

  private <R> void take(List<Outcome<R>> outcomes, Consumer<R> deliver, long[] used) {
    try {
      for (Outcome<R> outcome : outcomes) {
        if (outcome.refusal().isPresent()) {
          Refusal refusal = outcome.refusal().get();
          if (inputs.strict()) {
            throw refusal.reason();
          }
          refusals.add(refusal);
        } else if (outcome.result() != null) {
          if (!showsWarnings) {
            warnings.add(outcome.where(), outcome.warnings());
          }
          deliver.accept(outcome.result());
          used[0]++;
        }
      }
    } catch (SuisekiException e) {
      throw new Undelivered(e);
    }
  }

  private ProgressView view(Interruption interruption, int files) {
    PrintWriter err = terminal.err();
    if (files < 2 || (prints && terminal.printsToScreen())) {
      return new Quiet(interruption);
    }
    return terminal.screen().isPresent() && !inputs.plain()
        ? new BarView(err, terminal.screen().get(), interruption::requested)
        : new LineView(err, interruption::requested, System::nanoTime);
  }

  private void say(String line) {
    if (view == null) {
      terminal.err().println(line);
      terminal.err().flush();
    } else {
      view.say(terminal.err(), line);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      // Reading will say why.
      return 0;
    }
  }

  /**
   * What became of one entry: either the result is there, or the refusal.
   *
   * @param where it stands, with its name
   * @param warnings of its reader
   */
  private record Outcome<R>(
      String where, List<String> warnings, @Nullable R result, Optional<Refusal> refusal) {
    static <R> Outcome<R> done(R result) {
      return new Outcome<>("", List.of(), result, Optional.empty());
    }

    static <R> Outcome<R> done(R result, CrystalEntry entry) {
      String where = entry.place() + " (" + entry.id() + ")";
      return new Outcome<>(where, entry.warnings(), result, Optional.empty());
    }

    static <R> Outcome<R> done(R result, Measurement measurement) {
      String where = measurement.place() + " (" + measurement.id() + ")";
      return new Outcome<>(where, measurement.warnings(), result, Optional.empty());
    }

    static <R> Outcome<R> refused(Refusal refusal) {
      return new Outcome<>("", List.of(), null, Optional.of(refusal));
    }
  }

  /** For one file, or among results, there is nothing to show, only to stop. */
  record Quiet(Interruption interruption) implements ProgressView {

    @Override
    public void step(String stage, long done, long total) {}

    @Override
    public boolean cancelled() {
      return interruption.requested();
    }

    @Override
    public void close() {}
  }
}
