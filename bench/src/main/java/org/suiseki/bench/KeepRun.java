package org.suiseki.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Place;
import org.suiseki.matter.io.AtomicFile;
import org.suiseki.study.StudyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a finished run the reference run of its study: writes its {@code metrics.json}, with
 * command, commit and machine from its manifest, to {@code docs/results/STUDY.json}, and the tables
 * that are made from it.
 */
public final class KeepRun {

  private KeepRun() {}

  /**
   * @param arguments the run folder, and the project's folder (the current one if absent)
   */
  public static void main(String[] arguments) {
    if (arguments.length == 0) {
      throw new StudyException(
          "No run folder was named.", "Give the folder of a finished run, such as runs/reference.");
    }
    Path project = Path.of(arguments.length > 1 ? arguments[1] : ".");
    Path kept = keep(Path.of(arguments[0]), project);
    System.out.println("Wrote " + kept);
    new ResultTables(project)
        .rewriteStale()
        .forEach(page -> System.out.println("Rewrote the results in " + page));
  }

  static Path keep(Path run, Path project) {
    ObjectNode metrics = read(run.resolve("metrics.json"));
    ObjectNode manifest = read(run.resolve("manifest.json"));
    if (!manifest.path("state").asString("").equals("finished")) {
      throw new StudyException(
          "The run is " + manifest.path("state") + ", not finished.",
          Place.of(run.toString()),
          "Finish it with --resume.");
    }
    List<String> words = new ArrayList<>();
    manifest.path("command").forEach(word -> words.add(word.asString()));
    JsonNode software = manifest.path("software");
    metrics.put("command", String.join(" ", words));
    metrics.put("commit", software.path("commit").asString("not known"));
    metrics.put("date", manifest.path("started").asString(""));
    metrics.put(
        "machine",
        manifest.path("machine").path("cpus").asInt()
            + " cores, "
            + manifest.path("machine").path("os").asString("")
            + ", Java "
            + software.path("java").asString(""));
    Path target = project.resolve("docs/results/" + metrics.path("study").asString() + ".json");
    byte[] text =
        (JsonMapper.shared().writeValueAsString(metrics) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      Files.createDirectories(target.getParent());
      AtomicFile.write(target, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return target;
  }

  private static ObjectNode read(Path file) {
    try {
      return (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException unreadable) {
      throw new StudyException(
          "The file cannot be read: " + unreadable.getMessage(),
          Place.of(file.toString()),
          "Give the folder of a finished run.",
          unreadable);
    }
  }
}
