package org.suiseki.study;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The folder of one run. It holds
 *
 * <ul>
 *   <li>{@code manifest.json}: what the run is made from and how it went (see {@link Manifest} for
 *       its keys);
 *   <li>{@code study.yaml}: a copy of the study;
 *   <li>{@code log.txt}: one line with time for each thing that happened, UTF-8, appended;
 *   <li>{@code stages/NAME.json}: the result of each finished stage, {@code {"stage", "seconds",
 *       "result"}};
 *   <li>{@code .lock} while a process works in it;
 *   <li>what the workflow writes.
 * </ul>
 *
 * All files but the log are written whole or not at all ({@link AtomicFile}), so that a run that
 * was stopped anywhere goes on with the first stage that has no result. Thread-safe.
 */
public final class RunFolder implements AutoCloseable {
  static final String STUDY = "study.yaml";
  private static final String LOG = "log.txt";
  private static final String STAGES = "stages";
  private static final Pattern STAGE_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,80}");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path folder;
  private final RunLock lock;
  private final Manifest manifest;

  private RunFolder(Path folder, RunLock lock, Manifest manifest) {
    this.folder = folder;
    this.lock = lock;
    this.manifest = manifest;
  }

  /**
   * {@code runs/STUDY-yyyyMMdd-HHmmss} below {@code base}, with a number added while that exists.
   */
  public static Path place(Path base, Study study, LocalDateTime time) {
    String name = study.name() + "-" + STAMP.format(time);
    Path place = base.resolve("runs").resolve(name);
    for (int i = 2; Files.exists(place); i++) {
      place = base.resolve("runs").resolve(name + "-" + i);
    }
    return place;
  }

  /**
   * Begins a run in {@code folder}, which must be empty or not exist.
   *
   * @param command the words of the command line, for the manifest
   * @throws StudyException if the folder holds something else, is in use or cannot be written
   */
  public static RunFolder create(
      Path folder, Study study, RunOptions asked, Recipe recipe, List<String> command) {
    refuseForeign(folder);
    Manifest manifest = Manifest.begin(study, asked, recipe, command);
    try {
      Files.createDirectories(folder.resolve(STAGES));
    } catch (IOException e) {
      throw new StudyException(
          "The run folder cannot be made: " + Failures.reason(e) + ".",
          Place.of(folder.toString()),
          "Choose another place with --out.",
          e);
    }
    RunLock lock = RunLock.take(folder);
    try {
      RunFolder run = new RunFolder(folder, lock, manifest);
      // First of all, so that a run that is stopped here can be gone on with.
      run.save();
      run.write(STUDY, study.text());
      run.log("begin " + study.name() + ", seed " + recipe.seed());
      return run;
    } catch (StudyException e) {
      lock.close();
      throw withdraw(folder, e);
    }
  }

  /**
   * Goes on with the run in {@code folder}.
   *
   * @throws StudyException if it is not a run folder, is finished or in use, or if study, seed,
   *     options or data differ from those it began with; the message names each difference
   */
  public static RunFolder resume(Path folder, Study study, Recipe recipe) {
    Manifest.read(folder);
    RunLock lock = RunLock.take(folder);
    try {
      Manifest manifest = Manifest.read(folder);
      refuseOther(folder, manifest, study, recipe);
      RunFolder run = new RunFolder(folder, lock, manifest);
      run.sweep();
      manifest.resume();
      run.save();
      run.log("resume");
      return run;
    } catch (StudyException e) {
      lock.close();
      throw e;
    }
  }

  /** A copy of {@code manifest.json} as it stands now. */
  public synchronized ObjectNode manifest() {
    return manifest.copy();
  }

  /** The folder itself. */
  public Path path() {
    return folder;
  }

  /** A file in the folder, by its name with {@code /} between folders; those are made. */
  public Path path(String name) {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize()) || Path.of(name).isAbsolute()) {
      throw new IllegalArgumentException("\"" + name + "\" leaves the run folder.");
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw OutputFile.unwritable(file, e);
    }
    return file;
  }

  public void write(String name, byte[] content) {
    OutputFile.write(path(name), content);
  }

  public void write(String name, String content) {
    write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public void write(String name, JsonNode content) {
    write(name, Json.bytes(content));
  }

  /** Adds a line to the log, with the time before it. */
  public synchronized void log(String message) {
    String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    String lines = message.strip().replaceAll("\\R", "\n    ");
    Path file = folder.resolve(LOG);
    try {
      Files.writeString(
          file, time + " " + lines + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw OutputFile.unwritable(file, e);
    }
  }

  /** Records the version of a library that had a part in the numbers. */
  public synchronized void software(String name, String version) {
    manifest.software(name, version);
    save();
  }

  /**
   * The result of a stage: read from its checkpoint if an earlier process finished it, else
   * computed, timed and kept. Large arrays belong in files of their own that {@code work} writes
   * before it returns.
   *
   * @param name lower-case letters, digits, dots and dashes; unique in the run
   * @param type a record (or other type that Jackson reads and writes); doubles come back bit by
   *     bit
   */
  public <T> T stage(String name, Class<T> type, Supplier<T> work) {
    Path file = checkpoint(name);
    if (Files.exists(file)) {
      T result = read(file, type);
      log("stage " + name + ": taken from " + STAGES + "/" + file.getFileName());
      return result;
    }
    log("stage " + name + ": begin");
    long begin = System.nanoTime();
    T result = work.get();
    double seconds = Math.round((System.nanoTime() - begin) / 1e6) / 1e3;
    ObjectNode kept = Json.object().put("stage", name).put("seconds", seconds);
    kept.set("result", Json.MAPPER.valueToTree(result));
    write(STAGES + "/" + file.getFileName(), kept);
    synchronized (this) {
      manifest.stage(name, seconds);
      save();
    }
    log("stage " + name + ": done in " + seconds + " s");
    return result;
  }

  /** A stage whose result is the files it writes. */
  public void stage(String name, Runnable work) {
    stage(
        name,
        ObjectNode.class,
        () -> {
          work.run();
          return Json.object();
        });
  }

  /** Marks the run finished. {@code report} is the file a person reads first. */
  public synchronized void finish(Path report) {
    manifest.report(folder.toAbsolutePath().relativize(report.toAbsolutePath()).toString());
    end(RunState.FINISHED);
  }

  /** Marks the run as stopped by the person. */
  public synchronized void cancel() {
    end(RunState.CANCELLED);
  }

  /**
   * Marks the run as stopped by {@code problem}. If even that cannot be written, as on a full disk,
   * the second problem is added to the first as suppressed.
   */
  public synchronized void fail(Throwable problem) {
    manifest.problem(problem instanceof SuisekiException e ? e.what() : problem.toString());
    StringWriter trace = new StringWriter();
    problem.printStackTrace(new PrintWriter(trace, true));
    try {
      end(RunState.FAILED);
      log(trace.toString());
    } catch (StudyException e) {
      problem.addSuppressed(e);
    }
  }

  /** Lets other processes in. */
  @Override
  public void close() {
    lock.close();
  }

  /** The first end counts: a run that finished while Ctrl-C was on its way is finished. */
  private void end(RunState state) {
    if (manifest.state() != RunState.RUNNING) {
      return;
    }
    manifest.end(state);
    save();
    log(state.name().toLowerCase(Locale.ROOT));
  }

  private void save() {
    write(Manifest.FILE, manifest.json());
  }

  private Path checkpoint(String name) {
    if (!STAGE_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is no name of a stage.");
    }
    return folder.resolve(STAGES).resolve(name + ".json");
  }

  private static <T> T read(Path file, Class<T> type) {
    try {
      JsonNode kept = Json.MAPPER.readTree(Files.readAllBytes(file));
      return Json.MAPPER.treeToValue(kept.required("result"), type);
    } catch (IOException | JacksonException e) {
      throw new StudyException(
          "The result of this stage cannot be read.",
          Place.of(file.toString()),
          "Delete the file; the stage is then computed again.",
          e);
    }
  }

  /** Removes what a process that was killed while writing left behind. */
  private void sweep() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(AtomicFile::isTemporary).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw OutputFile.unwritable(folder, e);
    }
  }

  /** A folder that could not be begun would only stand in the way of the next attempt. */
  private static StudyException withdraw(Path folder, StudyException cause) {
    try {
      for (String name : List.of(Manifest.FILE, STUDY, LOG, STAGES)) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return cause;
  }

  private static void refuseForeign(Path folder) {
    Place place = Place.of(folder.toString());
    if (Files.exists(folder.resolve(Manifest.FILE))) {
      throw new StudyException(
          "This folder holds a run already.",
          place,
          Manifest.read(folder).state() == RunState.FINISHED
              ? "It is finished; for a new run choose another --out."
              : "For a new run choose another --out; to go on with this one: "
                  + ShellCommand.resume(folder));
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new StudyException(
          "A file stands where the run folder is to be made.", place, "Choose another --out.");
    }
    if (Files.isDirectory(folder) && !empty(folder)) {
      throw new StudyException(
          "This folder holds files that are not of a run.",
          place,
          "Choose an empty or new folder with --out.");
    }
  }

  /** Also where all there is comes from a run that was ended before it began. */
  private static boolean empty(Path folder) {
    Path stages = folder.resolve(STAGES);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.allMatch(file ->
          file.equals(folder)
              || file.equals(folder.resolve(RunLock.NAME))
              || (file.equals(stages) && Files.isDirectory(stages)));
    } catch (IOException e) {
      throw OutputFile.unwritable(folder, e);
    }
  }

  private static void refuseOther(Path folder, Manifest manifest, Study study, Recipe recipe) {
    Place place = Place.of(folder.toString());
    if (manifest.state() == RunState.FINISHED) {
      throw new StudyException(
          "This run is finished already.", place, "To run again, leave out --resume.");
    }
    List<String> differences = manifest.differences(study, recipe);
    if (!differences.isEmpty()) {
      throw new StudyException(
          "This run cannot go on, because it began with something else: "
              + String.join("; ", differences)
              + ".",
          place,
          "Use what it began with, or begin a new run without --resume.");
    }
  }
}
