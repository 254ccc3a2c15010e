package org.suiseki.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run is made from and how it went, {@code manifest.json}:
 *
 * <pre>
 * {"format": "suiseki-run", "version": 1,
 *  "state": "running" | "finished" | "cancelled" | "failed",
 *  "started": time, "resumed": [time…], "ended": time?, "report": file?, "problem": text?,
 *  "study": {"name", "kind", "sha256", "folder"?, "text"},
 *  "seed": integer, "options": {…}, "dataSha256": hex or "",
 *  "asked": {"seed"?, "quick", "strict", "data"?, "threads"?, "library"?},
 *  "command": [word…],
 *  "software": {"suiseki", "commit"?, "java", …}, "machine": {"os", "cpus"},
 *  "stages": [{"name", "seconds"}…]}
 * </pre>
 *
 * Times are ISO 8601 in UTC. Keys with a question mark are absent where they do not apply.
 */
final class Manifest {
  static final String FILE = "manifest.json";
  private static final String FORMAT = "suiseki-run";
  private static final int VERSION = 1;

  private final ObjectNode json;

  private Manifest(ObjectNode json) {
    this.json = json;
  }

  static Manifest begin(Study study, RunOptions asked, Recipe recipe, List<String> command) {
    ObjectNode json = Json.object().put("format", FORMAT).put("version", VERSION);
    json.put("state", word(RunState.RUNNING)).put("started", now());
    json.putArray("resumed");
    ObjectNode about =
        json.putObject("study")
            .put("name", study.name())
            .put("kind", study.kind())
            .put("sha256", study.sha256());
    study.folder().ifPresent(folder -> about.put("folder", folder.toString()));
    about.put("text", study.text());
    json.put("seed", recipe.seed()).set("options", recipe.options().deepCopy());
    json.put("dataSha256", recipe.dataSha256());
    json.set("asked", write(asked));
    ArrayNode words = json.putArray("command");
    command.forEach(words::add);
    json.set("software", software());
    json.putObject("machine")
        .put("os", system())
        .put("cpus", Runtime.getRuntime().availableProcessors());
    json.putArray("stages");
    return new Manifest(json);
  }

  static Manifest read(Path folder) {
    Path file = folder.resolve(FILE);
    Place place = Place.of(file.toString());
    if (!Files.isRegularFile(file)) {
      throw new StudyException(
          "This is not the folder of a run: it has no " + FILE + ".",
          Place.of(folder.toString()),
          "Name the folder that `suiseki run` made.");
    }
    try {
      if (Json.MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode json
          && FORMAT.equals(json.path("format").asString(""))) {
        return new Manifest(known(json, place));
      }
    } catch (IOException e) {
      throw new StudyException(
          "The manifest cannot be read: " + Failures.reason(e) + ".", place, "", e);
    } catch (JacksonException e) {
      throw new StudyException(
          "The manifest is not valid JSON.", place, "Begin a new run without --resume.", e);
    }
    throw new StudyException(
        "This is not the manifest of a run.", place, "Name the folder that `suiseki run` made.");
  }

  private static ObjectNode known(ObjectNode json, Place place) {
    int version = json.path("version").asInt(0);
    if (version != VERSION) {
      throw new StudyException(
          "The run folder has format version "
              + version
              + ", but this build knows "
              + VERSION
              + ".",
          place,
          version > VERSION
              ? "Use the newer Suiseki that made it."
              : "Begin a new run without --resume.");
    }
    return json;
  }

  ObjectNode copy() {
    return json.deepCopy();
  }

  RunState state() {
    String found = json.path("state").asString("");
    for (RunState state : RunState.values()) {
      if (word(state).equals(found)) {
        return state;
      }
    }
    throw new StudyException(
        "The manifest holds the unknown state " + StudyNode.quote(found) + ".",
        "Begin a new run without --resume.");
  }

  /** Where the file of the study lay when the run began. */
  Optional<Path> studyFolder() {
    JsonNode folder = json.path("study").path("folder");
    return folder.isString() ? Optional.of(Path.of(folder.asString())) : Optional.empty();
  }

  /** What the person asked when the run began. */
  RunOptions asked() {
    JsonNode asked = json.path("asked");
    return new RunOptions(
        asked.has("seed") ? OptionalLong.of(asked.path("seed").asLong(0)) : OptionalLong.empty(),
        asked.path("quick").asBoolean(false),
        asked.path("strict").asBoolean(false),
        asked.has("data")
            ? Optional.of(Path.of(asked.path("data").asString("")))
            : Optional.empty(),
        asked.has("threads") ? OptionalInt.of(asked.path("threads").asInt(0)) : OptionalInt.empty(),
        asked.has("library") ? Optional.of(asked.path("library").asString("")) : Optional.empty());
  }

  /**
   * In words, each difference between this run and one that would go on with it; empty if they
   * agree.
   */
  List<String> differences(Study study, Recipe recipe) {
    List<String> found = new ArrayList<>();
    String sha256 = json.path("study").path("sha256").asString("");
    if (!sha256.equals(study.sha256())) {
      found.add("the study file has changed");
    }
    if (json.path("seed").asLong(0) != recipe.seed()) {
      found.add("seed " + json.path("seed").asLong(0) + " then, " + recipe.seed() + " now");
    }
    if (!json.path("dataSha256").asString("").equals(recipe.dataSha256())) {
      found.add("the data have changed");
    }
    Json.differences("", json.path("options"), recipe.options(), found);
    return found;
  }

  void resume() {
    json.put("state", word(RunState.RUNNING));
    json.withArray("resumed").add(now());
    json.remove(List.of("ended", "problem"));
  }

  void end(RunState state) {
    json.put("state", word(state)).put("ended", now());
  }

  void report(String file) {
    json.put("report", file);
  }

  void problem(String text) {
    json.put("problem", text);
  }

  void stage(String name, double seconds) {
    json.withArray("stages").addObject().put("name", name).put("seconds", seconds);
  }

  void software(String name, String version) {
    json.withObject("software").put(name, version);
  }

  ObjectNode json() {
    return json;
  }

  private static ObjectNode write(RunOptions asked) {
    ObjectNode json = Json.object();
    asked.seed().ifPresent(seed -> json.put("seed", seed));
    json.put("quick", asked.quick()).put("strict", asked.strict());
    asked.data().ifPresent(data -> json.put("data", data.toString()));
    asked.threads().ifPresent(threads -> json.put("threads", threads));
    // A run folder is shown to others; whoever gives a password in the address gives it again.
    asked
        .library()
        .filter(library -> !library.contains("password"))
        .ifPresent(library -> json.put("library", library));
    return json;
  }

  private static ObjectNode software() {
    ObjectNode json = Json.object().put("suiseki", Build.version());
    Build.commit().ifPresent(commit -> json.put("commit", commit));
    return json.put(
        "java",
        System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"));
  }

  private static String system() {
    return System.getProperty("os.name")
        + " "
        + System.getProperty("os.version")
        + " "
        + System.getProperty("os.arch");
  }

  private static String word(RunState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
